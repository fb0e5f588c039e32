import type { Text } from "#core/language";
import type { Article } from "#core/law";

/** What an article asks to be public, or a system that it sets up without asking for publication. */
export type Duty = {
  article: Article;
  paragraphs: readonly number[];
  /** What must be public. */
  what: Text;
  /** Who must publish it. */
  who: Text;
};

const governments: Text = {
  zh: "县级以上人民政府及其有关部门",
  en: "Governments from county level up, and their departments",
};

/** Each article that asks for publication; which page meets it follows from the articles that the datasets cite. */
export const duties: readonly Duty[] = [
  {
    article: 10,
    paragraphs: [2],
    what: {
      zh: "举报违反公平竞争审查的电话、信箱或者电子邮件地址",
      en: "Telephone, postbox or e-mail for reports of policies that broke fair-competition review",
    },
    who: { zh: "县级以上市场监督管理部门", en: "Market regulators from county level up" },
  },
  {
    article: 12,
    paragraphs: [1],
    what: {
      zh: "公共资源交易的目录、规则、流程、结果、监管和信用信息",
      en: "Catalogue, rules, process, results, supervision and credit records of public procurement",
    },
    who: { zh: "公共资源交易平台", en: "Public resource trading platforms" },
  },
  {
    article: 13,
    paragraphs: [2],
    what: {
      zh: "鼓励民营经济投资的重大项目信息",
      en: "Major projects that seek private investment",
    },
    who: {
      zh: "县级以上发展改革部门",
      en: "Development and reform departments from county level up",
    },
  },
  {
    article: 35,
    paragraphs: [2],
    what: {
      zh: "涉及民营经济的政策、配套规定和解读",
      en: "Policies for private businesses, with their rules and interpretation",
    },
    who: governments,
  },
  {
    article: 36,
    paragraphs: [2],
    what: {
      zh: "惠企补贴的兑付程序和补贴名单",
      en: "How subsidies are paid out, and who gets them",
    },
    who: governments,
  },
  {
    article: 38,
    paragraphs: [],
    what: {
      zh: "政务服务事项的受理条件、材料和流程",
      en: "Conditions, papers and steps of government services",
    },
    who: { zh: "县级以上有关部门", en: "Departments from county level up" },
  },
  {
    article: 42,
    paragraphs: [5],
    what: { zh: "涉企行政检查事项", en: "Items of inspection of businesses" },
    who: { zh: "实施检查的部门", en: "The inspecting departments" },
  },
  {
    article: 43,
    paragraphs: [],
    what: { zh: "行政执法违法案件的曝光", en: "Exposed cases of unlawful enforcement" },
    who: { zh: "司法行政部门", en: "Justice departments" },
  },
  {
    article: 45,
    paragraphs: [2],
    what: {
      zh: "信用修复以后的移除：失信信息不再公示",
      en: "Removal after credit repair: the record is no longer published",
    },
    who: { zh: "公示失信信息的部门和机构", en: "Whoever publishes records of dishonesty" },
  },
  {
    article: 49,
    paragraphs: [2],
    what: {
      zh: "责令停产停业等的公告和恢复时间",
      en: "Notices of ordered shutdowns, with the date of resumption",
    },
    who: governments,
  },
  {
    article: 50,
    paragraphs: [1],
    what: {
      zh: "涉企收费清单：行政事业性收费、政府性基金、政府定价经营服务性收费",
      en: "Lists of what businesses may be charged: administrative fees, government funds, charges at government prices",
    },
    who: {
      zh: "自治区人民政府及其有关部门",
      en: "The autonomous region’s government and its departments",
    },
  },
  {
    article: 54,
    paragraphs: [1, 4],
    what: {
      zh: "恶意拖欠账款的案例，大型企业年报中的逾期款项",
      en: "Cases of malicious arrears, and overdue payments in large enterprises’ annual reports",
    },
    who: {
      zh: "县级以上人民政府，大型企业",
      en: "Governments from county level up; large enterprises",
    },
  },
  {
    article: 56,
    paragraphs: [1],
    what: {
      zh: "各部门的投诉热线、电子邮箱等投诉举报方式",
      en: "Each department’s hotline, mailbox or other way to complain",
    },
    who: { zh: "县级以上有关部门", en: "Departments from county level up" },
  },
];

/** Systems that ask for no publication: of these the site shows totals, never names. */
export const systems: readonly Duty[] = [
  {
    article: 4,
    paragraphs: [3],
    what: { zh: "促进民营经济工作的绩效考核", en: "Performance appraisal of governments" },
    who: { zh: "县级以上人民政府", en: "Governments from county level up" },
  },
  {
    article: 37,
    paragraphs: [3],
    what: { zh: "用工补贴的失信名单", en: "Dishonesty list for employment subsidies" },
    who: { zh: "人力资源社会保障部门", en: "Human resources departments" },
  },
  {
    article: 44,
    paragraphs: [],
    what: {
      zh: "诉求响应率、问题办结率、企业满意率",
      en: "Response, resolution and satisfaction rates of complaints",
    },
    who: { zh: "投诉受理单位、12345 热线", en: "Bodies that take complaints; the 12345 hotline" },
  },
  {
    article: 55,
    paragraphs: [2],
    what: {
      zh: "机关、事业单位的政务失信信息",
      en: "Breaches of promise by state bodies and public institutions",
    },
    who: { zh: "全国信用信息共享平台", en: "The national credit platform" },
  },
];
