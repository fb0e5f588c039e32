import type { Text } from "#core/language";

/** The draft measures' name; they are not in force, and every page that cites them says so. */
export const measures: Text = {
  zh: "《新疆维吾尔自治区促进民营经济发展办法》（征求意见稿）",
  en: "Xinjiang measures for promoting the private economy (draft for comment)",
};

/** Our own one-line summaries of the articles cited; the articles themselves are not reprinted. */
export const articles = {
  4: {
    zh: "促进民营经济发展工作的成效纳入政府绩效考核评价体系。",
    en: "What promoting the private economy achieves goes into the performance appraisal of governments.",
  },
  10: {
    zh: "市场监督管理部门公开受理举报的电话、信箱或者电子邮件地址。",
    en: "Market regulators publish the telephone, postbox or e-mail address for reports.",
  },
  36: {
    zh: "涉企补贴资金的兑付程序和补贴名单向社会公开，接受监督。",
    en: "How subsidies for businesses are paid out, and to whom, is published for anyone to check.",
  },
  44: {
    zh: "涉企投诉纳入 12345 热线等平台，并跟踪响应率、办结率和满意率。",
    en: "Complaints by businesses go through the 12345 hotline and like platforms; response, resolution and satisfaction rates are tracked.",
  },
  45: {
    zh: "信用修复完成后，及时移除或者终止失信信息的公示。",
    en: "Once credit is repaired, the record of dishonesty is removed and no longer published.",
  },
  47: {
    zh: "健全企业诉求的收集、分办转办、跟踪反馈，处理企业反映的诉求和问题。",
    en: "What businesses ask and complain of is collected, passed on, followed up and answered.",
  },
  50: {
    zh: "建立涉企收费清单并动态管理、及时公布；不得收取清单之外的费用。",
    en: "Lists of what businesses may be charged are kept current and published; nothing outside the lists may be charged.",
  },
  53: {
    zh: "国家机关、事业单位和国有企业及时向民营经济组织支付账款；各类经营主体向中小民营经济组织采购的，合理约定期限并及时支付。",
    en: "State bodies, public institutions and state-owned enterprises pay private organisations on time; whoever buys from a small or medium one agrees a reasonable period and keeps it.",
  },
  54: {
    zh: "建立防范和清理拖欠中小民营经济组织账款的长效机制，曝光恶意拖欠案例。",
    en: "Governments prevent and clear arrears owed to small and medium private organisations, and expose malicious cases.",
  },
  56: {
    zh: "有关部门公布投诉举报方式，及时调查处理并答复。",
    en: "Departments publish how to complain, investigate promptly and answer.",
  },
} as const satisfies Readonly<Record<number, Text>>;
export type Article = keyof typeof articles;

/** Other laws that a page or a privacy rule may rest on. */
export const laws = {
  payments: {
    zh: "《保障中小企业款项支付条例》（国务院令第802号）",
    en: "Regulation on Ensuring Payments to Small and Medium-sized Enterprises (State Council Order No. 802)",
  },
  pipl: { zh: "《中华人民共和国个人信息保护法》", en: "Personal Information Protection Law" },
} as const satisfies Readonly<Record<string, Text>>;
export type Law = keyof typeof laws;
