import type { Text } from "#core/language";

/** Articles 35 to 59: services, protection of rights, liability; by number, in our own words. */
export const articles35to59 = {
  35: {
    zh: "定政策要评估、审查、听取企业意见并留出适应期；政策、配套规定和解读同时公布。",
    en: "Policies are assessed, reviewed, discussed with businesses and phased in; policy, its rules and its interpretation are published together.",
  },
  36: {
    zh: "涉企补贴资金的兑付程序和补贴名单向社会公开，接受监督。",
    en: "How subsidies for businesses are paid out, and to whom, is published for anyone to check.",
  },
  37: {
    zh: "帮企业引才、评职称、招工；领了用工补贴却没有稳定用工的列入失信名单。",
    en: "Help with talent, professional titles and hiring; who takes an employment subsidy without steady employment goes on a dishonesty list.",
  },
  38: {
    zh: "明示办事的条件、材料和流程；不得要没有依据的材料，也不得把办事推给中介。",
    en: "Conditions, papers and steps of each service are shown; no papers without legal basis may be asked for, nothing handed off to agents.",
  },
  39: {
    zh: "登记服务规范高效，个体工商户转为企业有绿色通道。",
    en: "Registration is orderly and quick, with a fast track for individual businesses that become enterprises.",
  },
  40: {
    zh: "保障符合规划和产业政策的用地，土地达到条件再供应。",
    en: "Land is secured for projects that fit plans and policy, and supplied only once it is ready.",
  },
  41: {
    zh: "保障合理用能，查处转供电加价，按时办完用电报装。",
    en: "Reasonable energy needs are met, mark-ups on resold power punished, connections made on time.",
  },
  42: {
    zh: "涉企检查要按公布的事项清单进行、联合检查；没有公布的事项不得检查。",
    en: "Inspections follow a published list and are combined; what is not published may not be inspected.",
  },
  43: {
    zh: "司法行政部门监督涉企执法，对违法的执法案件予以曝光。",
    en: "Justice departments oversee enforcement against businesses and expose cases in which it broke the law.",
  },
  44: {
    zh: "涉企投诉纳入 12345 热线等平台，并跟踪响应率、办结率和满意率。",
    en: "Complaints by businesses go through the 12345 hotline and like platforms; response, resolution and satisfaction rates are tracked.",
  },
  45: {
    zh: "信用修复完成后，及时移除或者终止失信信息的公示。",
    en: "Once credit is repaired, the record of dishonesty is removed and no longer published.",
  },
  46: {
    zh: "纠纷优先调解，商事、行业和人民调解都可以用。",
    en: "Mediation comes first in disputes: commercial, trade or people’s mediation.",
  },
  47: {
    zh: "健全企业诉求的收集、分办转办、跟踪反馈，处理企业反映的诉求和问题。",
    en: "What businesses ask and complain of is collected, passed on, followed up and answered.",
  },
  48: {
    zh: "保护企业和经营者的人身、财产和经营自主权，打击网络侮辱诽谤和舆情敲诈。",
    en: "Persons, property and freedom to run a business are protected; online defamation and extortion are fought.",
  },
  49: {
    zh: "不得普遍要求停产停业；限制经营的，依法公告或书面告知，并写明何时恢复。",
    en: "No blanket shutdowns; whoever is ordered to stop gets a public or written notice that says when work may resume.",
  },
  50: {
    zh: "建立涉企收费清单并动态管理、及时公布；不得收取清单之外的费用。",
    en: "Lists of what businesses may be charged are kept current and published; nothing outside the lists may be charged.",
  },
  51: {
    zh: "查封、扣押、冻结依法进行，分清企业、个人和案外人的财产，尽量不影响经营。",
    en: "Seizing and freezing follow the law, keep the property of business, owner and third parties apart, and disturb operations least.",
  },
  52: {
    zh: "不得用行政、刑事手段插手经济纠纷，禁止逐利执法和违法的异地执法。",
    en: "No administrative or criminal means in economic disputes, no enforcement for profit, no unlawful enforcement across regions.",
  },
  53: {
    zh: "国家机关、事业单位和国有企业及时向民营经济组织支付账款；各类经营主体向中小民营经济组织采购的，合理约定期限并及时支付。",
    en: "State bodies, public institutions and state-owned enterprises pay private organisations on time; whoever buys from a small or medium one agrees a reasonable period and keeps it.",
  },
  54: {
    zh: "建立防范和清理拖欠中小民营经济组织账款的长效机制，曝光恶意拖欠案例。",
    en: "Governments prevent and clear arrears owed to small and medium private organisations, and expose malicious cases.",
  },
  55: {
    zh: "政府履行承诺和合同；机关、事业单位的失信信息纳入全国信用信息共享平台。",
    en: "Governments keep promises and contracts; breaches by state bodies go to the national credit platform.",
  },
  56: {
    zh: "有关部门公布投诉举报方式，及时调查处理并答复。",
    en: "Departments publish how to complain, investigate promptly and answer.",
  },
  57: {
    zh: "国家工作人员违反这些规定的，改正、处分、赔偿，直至追究刑事责任。",
    en: "Officials who break these rules correct it, are disciplined, compensate or face criminal liability.",
  },
  58: {
    zh: "企业违法的依法处罚；骗取荣誉和优惠的，撤销并处罚。",
    en: "Businesses that break the law are punished; honours or benefits got by fraud are withdrawn.",
  },
  59: {
    zh: "何时施行：草案还没有写日期。",
    en: "When it takes effect: the draft leaves the date open.",
  },
} as const satisfies Readonly<Record<number, Text>>;
