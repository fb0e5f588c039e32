/** The home page, in Chinese. */
export const front = {
  title: "收什么费、给谁补贴、谁在欠钱、诉求办没办",
  lead: "明账把应当向民营企业公开的信息整理成可查、可下载、可引用的数据。",
  published: "公布了什么，有多新",
  real: (n: string, of: string) =>
    `${of} 个数据集中，${n} 个是真实数据；标“演示数据”的由程序虚构，只用于展示功能。`,
  none: "还没有任何数据集。收到第一个文件并编译后，这里会列出它的数字和日期。",
  old: "这一页已超过两周没有更新，下面的日期和数字可能已经过时。",
  trend: (month: string, value: string) => `${month} ${value}`,
  change: (words: string) => `环比 ${words}`,
  doors: "按你要做的事",
  doorPublic: "我做生意",
  doorPublicText: "被收了费、被欠了钱、想领补贴、有问题没人管。",
  doorPress: "我写报道、做研究",
  doorPressText: "筛选、下载、逐行追到来源，按版本引用；也有值得一问的线索。",
  doorOfficial: "我在机关工作",
  doorOfficialText: "对照条文看缺什么，核对来源与缺口，任意一页都可打印。",
  missing: "还没有公布的",
  missingText: "办法草案还要求公开下列内容。本站目前没有这些数据，不以示例代替。",
  law: "看 59 条逐条对照",
};
