import { defineAssessment } from "#core/assessment/declaration";

const publishedMonthly = {
  zh: "每月按地区公布的件数（企业诉求办理数据集）。",
  en: "Counts by region, published monthly (the dataset of complaints).",
};
const balances = {
  zh: "每月按地区公布的期初余额、新核实和清偿金额（拖欠账款清偿进度数据集）。",
  en: "Opening balance, newly verified and paid by region, published monthly (the dataset of clearance).",
};
const awards = {
  zh: "逐笔公布的批准日期和兑付日期，项目公布的承诺天数（惠企补贴兑付名单数据集）。",
  en: "Dates of approval and payment of each award, and the days its programme promises (the dataset of awards).",
};
const unpaid = {
  label: { zh: "尚未兑付或已撤销的笔数", en: "awards not paid yet or revoked" },
  of: {
    agg: "rows",
    where: [{ field: "status", is: ["拟补助", "公示中", "撤销"] }],
    label: { zh: "尚未兑付或已撤销", en: "Not paid yet or revoked" },
  },
} as const;
const wholeLists = {
  zh: "从头到尾录入的收费清单（来源网页不是只见部分），写明依据和标准。",
  en: "Fee lists taken down from beginning to end (not from a page seen only in part), with basis and rate.",
};
const partOfList = {
  label: { zh: "来源网页只见部分的项目", en: "charges from pages seen only in part" },
  of: {
    agg: "rows",
    where: [{ field: "truncated_source", is: ["是", "不明"] }],
    label: { zh: "只见部分", en: "Seen in part" },
  },
} as const;
const wholePages = [{ field: "truncated_source", is: ["否"] }] as const;
const clearing = {
  zh: "0 是一分未清偿；每月 6% 是一年清掉一半左右（1 − 0.94¹² ≈ 52%）。",
  en: "0 is that nothing is cleared; 6 % a month clears about half within a year (1 − 0.94¹² ≈ 52 %).",
};
const clearance = (scope: "53_1" | "53_2" | "802", zh: string, en: string) =>
  ({
    label: { zh: `月均清偿率：${zh}`, en: `Cleared in a month: ${en}` },
    pillar: "arrears",
    dataset: "arrears-balances",
    metric: `clearance_${scope}`,
    time: { field: "period", rows: "in the period" },
    better: "higher",
    goalposts: { worst: 0, best: 0.06, reason: clearing },
    least: 1,
    ...(scope === "802" ? { laws: ["payments"] as const } : {}),
    needs: balances,
    weakness: {
      zh: "新核实的多，当月的率就低，核实认真的地方看起来慢；是金额之比，大额欠款说了算。三类债权人分开算，从不相加。",
      en: "Much newly verified lowers the rate of the month, so that a region which verifies well looks slow; it is by amount, and large debts decide. The three populations of creditors are kept apart and never added up.",
    },
  }) as const;
const rate = (
  metric: string,
  label: { zh: string; en: string },
  worst: number,
  weakness: { zh: string; en: string },
) =>
  ({
    label,
    pillar: "complaints",
    dataset: "complaints",
    metric,
    time: { field: "month", rows: "in the period" },
    better: "higher",
    goalposts: {
      worst,
      best: 1,
      reason: {
        zh: `100% 是义务本身；${worst * 100}% 是低于各地实际的整数，最低的地方也有下降的余地可见。`,
        en: `100 % is the duty itself; ${worst * 100} % is a round number below what regions reach, so that even the lowest can be seen to fall.`,
      },
    },
    least: 30,
    needs: publishedMonthly,
    weakness,
  }) as const;

const inPeriod = <const P extends string>(
  pillar: P,
  dataset: string,
  metric: string,
  field: string,
) => ({ pillar, dataset, metric, time: { field, rows: "in the period" } }) as const;
const atEnd = (metric: string) =>
  ({
    pillar: "arrears",
    dataset: "arrears-balances",
    metric,
    time: { field: "period", rows: "in its last month" },
  }) as const;

export default defineAssessment({
  fixed: { from: 2025, to: 2027 },
  pillars: {
    fees: { label: { zh: "收费", en: "Fees" }, articles: [50] },
    subsidies: { label: { zh: "补贴", en: "Subsidies" }, articles: [36] },
    arrears: { label: { zh: "拖欠", en: "Arrears" }, articles: [53, 54] },
    complaints: { label: { zh: "诉求", en: "Complaints" }, articles: [44, 47] },
  },
  indicators: {
    fee_documented: {
      label: { zh: "收费项目写明依据文号", en: "Charges that cite a document" },
      pillar: "fees",
      dataset: "fees",
      metric: "documented",
      where: wholePages,
      time: { field: "source_date", rows: "until its end" },
      better: "higher",
      goalposts: {
        worst: 0.5,
        best: 1,
        reason: {
          zh: "清单之外不得收费，每一项都要有依据；一半没有依据的清单没有用。",
          en: "Nothing outside the lists may be charged, so every charge needs its basis; a list half without is of no use.",
        },
      },
      least: 5,
      leftOut: partOfList,
      needs: wholeLists,
      weakness: {
        zh: "写了文号不等于文件仍然有效。",
        en: "A document that is cited may no longer be in force.",
      },
    },
    fee_priced: {
      label: { zh: "收费标准为明确金额", en: "Charges with a plain amount" },
      pillar: "fees",
      dataset: "fees",
      metric: "priced",
      where: wholePages,
      time: { field: "source_date", rows: "until its end" },
      better: "higher",
      goalposts: {
        worst: 0,
        best: 1,
        reason: {
          zh: "0 是一个金额也读不出，100% 是每一项都读得出。",
          en: "0 is that no amount can be read, 100 % that every one can.",
        },
      },
      least: 5,
      leftOut: partOfList,
      needs: wholeLists,
      weakness: {
        zh: "有的收费按比例或分档计算，本来就没有单一金额。",
        en: "Some charges are percentages or tiers and have no single amount by nature.",
      },
    },
    fee_complaints: {
      label: { zh: "涉企收费诉求有效办结率", en: "Complaints about charges resolved" },
      pillar: "fees",
      dataset: "complaints",
      metric: "effective",
      where: [{ field: "category", is: ["涉企收费"] }],
      time: { field: "month", rows: "in the period" },
      better: "higher",
      goalposts: {
        worst: 0.6,
        best: 1,
        reason: {
          zh: "100% 是义务本身；60% 是低于各地实际的整数。",
          en: "100 % is the duty itself; 60 % is a round number below what regions reach.",
        },
      },
      least: 30,
      leftOut: {
        label: { zh: "类别已合并的到期诉求", en: "complaints due whose subject was merged" },
        of: {
          agg: "sum",
          of: "due",
          where: [{ field: "category", is: ["merged"] }],
          label: { zh: "类别已合并", en: "Subject merged" },
        },
      },
      needs: publishedMonthly,
      weakness: {
        zh: "件数少的类别合并公布，小地方往往没有这一项；只看办得怎样，从不看有多少件。",
        en: "Small categories are merged, so that small regions often lack it; it says how complaints were handled, never how many there were.",
      },
    },
    on_time: {
      label: { zh: "按期兑付率", en: "Paid on time" },
      pillar: "subsidies",
      dataset: "subsidy-awards",
      metric: "on_time",
      time: { field: "approved_on", rows: "in the period" },
      better: "higher",
      goalposts: {
        worst: 0.5,
        best: 1,
        reason: {
          zh: "100% 是项目自己的承诺；一半不守的承诺没有用。",
          en: "100 % is what the programmes promise; a promise kept half the time is of no use.",
        },
      },
      least: 10,
      leftOut: {
        label: {
          zh: "未到期、已撤销或没有承诺天数的笔数",
          en: "awards not due yet, revoked or without a promise",
        },
        of: {
          agg: "rows",
          where: [{ field: "timing", is: ["未到期", "不适用"] }],
          label: { zh: "不计入", en: "Left out" },
        },
      },
      needs: awards,
      weakness: {
        zh: "承诺天数由项目自己定，承诺得松就容易守。",
        en: "Programmes set their own promise; a loose one is easily kept.",
      },
    },
    days: {
      label: { zh: "批准到兑付（中位天数）", en: "Days to payment (median)" },
      pillar: "subsidies",
      dataset: "subsidy-awards",
      metric: "days",
      time: { field: "approved_on", rows: "in the period" },
      better: "lower",
      goalposts: {
        worst: 60,
        best: 7,
        reason: {
          zh: "公示通常就要 7 天左右；60 天是国务院令第 802 号给大型企业付款的期限，政府兑付不应更慢。",
          en: "Public notice alone takes about 7 days; 60 days is what State Council Order No. 802 gives a large enterprise to pay, and a government should be no slower.",
        },
      },
      unit: { zh: "天", en: "days" },
      least: 10,
      leftOut: unpaid,
      needs: awards,
      weakness: {
        zh: "只算已经付了的：最近批准而拖着没付的还不在里面，最近一期会略好看。",
        en: "Only what has been paid counts: what was approved lately and is still waiting is not in it, so that the latest period looks slightly better.",
      },
    },
    days_p90: {
      label: { zh: "批准到兑付（90% 在此之内）", en: "Days to payment (90 % within)" },
      pillar: "subsidies",
      dataset: "subsidy-awards",
      metric: "days_p90",
      time: { field: "approved_on", rows: "in the period" },
      better: "lower",
      goalposts: {
        worst: 90,
        best: 15,
        reason: {
          zh: "十笔里最慢的一笔也不应等过一个季度；15 天是公示之后一周。",
          en: "Even the slowest of ten should not wait for more than a quarter of a year; 15 days are a week after the public notice.",
        },
      },
      unit: { zh: "天", en: "days" },
      least: 10,
      leftOut: unpaid,
      needs: awards,
      weakness: {
        zh: "与中位天数同源，两者相关；笔数少时一两笔就能改变它。",
        en: "From the same dates as the median, so the two go together; where awards are few, one or two of them change it.",
      },
    },
    clearance_53_1: clearance(
      "53_1",
      "机关、事业单位、国企欠民营组织",
      "owed by state bodies and SOEs to private organisations",
    ),
    clearance_53_2: clearance(
      "53_2",
      "各类主体欠中小民营组织",
      "owed by anyone to small and medium private organisations",
    ),
    clearance_802: clearance("802", "欠中小企业", "owed to small and medium enterprises"),
    response: rate("response", { zh: "诉求响应率", en: "Response rate" }, 0.8, {
      zh: "答复及时不等于答复有用；转办不算答复。",
      en: "A timely reply need not be a useful one; passing on is no reply.",
    }),
    effective: rate("effective", { zh: "有效办结率", en: "Effective resolution rate" }, 0.6, {
      zh: "“未解决”由企业自己说，不愿说的地方看起来好。",
      en: "“Not resolved” is what businesses say; where they would rather not, a region looks better.",
    }),
    satisfaction: rate("satisfaction", { zh: "企业满意率", en: "Satisfaction rate" }, 0.6, {
      zh: "是回访到的人的回答，所以带 95% 区间；基本满意也算满意（不含的另行公布）。",
      en: "The answers of those who were reached, hence its 95 % interval; “basically satisfied” counts as satisfied (the rate without it is published too).",
    }),
  },
  context: {
    fees_listed: {
      pillar: "fees",
      dataset: "fees",
      metric: "items",
      time: { field: "source_date", rows: "until its end" },
    },
    paid: inPeriod("subsidies", "subsidy-awards", "paid", "approved_on"),
    awards: inPeriod("subsidies", "subsidy-awards", "awards", "approved_on"),
    closing_53_1: atEnd("closing_53_1"),
    closing_53_2: atEnd("closing_53_2"),
    closing_802: atEnd("closing_802"),
    received: inPeriod("complaints", "complaints", "received", "month"),
    resolution: inPeriod("complaints", "complaints", "resolution", "month"),
  },
  enough: { parts: 2, of: 3 },
  leastUnits: 5,
  draws: { count: 2000, seed: 20260101, shares: 36 },
});
