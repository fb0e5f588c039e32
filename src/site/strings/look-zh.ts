import { punctuation } from "#core/format/punctuation";

/** Words of the frame around every page, in Chinese. */
export const look = {
  /** What the navigation calls a place, where its title is long. */
  nav: {
    fees: "涉企收费",
    subsidies: "惠企补贴",
    arrears: "拖欠账款",
    complaints: "企业诉求",
  } as Readonly<Record<string, string>>, // a place without a short name has its title
  check: "收费核对",
  late: "逾期计算",
  larger: "大字",
  largerName: "大字版",
  filters: "筛选条件",
  /** {n} is how many are chosen. */
  chosen: "已选 {n} 项",
  /** Under the first rows on a phone. */
  everyRow: (n: string) => `显示全部 ${n} 行`,
  ...punctuation.zh,
  stop: "。",
  listed: "、",
  /** Between the name of a law and its article. */
  beforeArticle: "",
  /** Between two sentences. */
  nextSentence: "。",
  yuan: "{n} 元",
  yuanPer: "{n} 元（{unit}）",
};
