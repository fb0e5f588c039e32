import { punctuation } from "#core/format/punctuation";

/** What rose and fell most; "" where nothing did. */
const movedText = (among: string, up: string | undefined, down: string | undefined): string => {
  const parts = [down && `下降最多的是${down}`, up && `上升最多的是${up}`].filter(Boolean);
  return parts.length > 0 ? `与去年同期比，${among}${parts.join("；")}。` : "";
};

/** Sentences of the assessment and of the regions' pages, in Chinese. */
export const assess = {
  nav: "成效评价",
  door: "我要看一个地方做得怎样",
  doorText: "每地一页：四项数据、与同组和去年比、缺什么。",
  title: "促进民营经济发展成效评价",
  lead: "收费、补贴、拖欠、诉求四项公开数据合在一起看：哪里做得好，哪里差，有多大把握，还缺什么。",
  why: "第 4 条要求把促进民营经济发展的成效纳入政府绩效考核。这里只用已公布的数据计算，谁都可以重算。",
  period: (from: string, to: string) =>
    from.slice(5) === "01" && to.slice(5) === "12"
      ? `${to.slice(0, 4)} 年`
      : `${to.slice(0, 4)} 年 ${Number(from.slice(5))}–${Number(to.slice(5))} 月`,
  against: (period: string) => `与${period}比较（同月比同月）`,
  method: "方法",
  methodTitle: "评价方法",
  methodLead:
    "每个指标怎么算、什么算 0 分和 100 分、凭哪一条、缺点在哪；排名有多稳。本页由声明自动生成。",
  groups: {
    prefectures: "14 个地州市",
    cities: "12 个兵团城市",
    counties: "96 个县（市、区）",
  },
  groupsApart: "三组各比各的：地州市、兵团城市、县市区条件不同，不放在一起排。",
  index: "综合指数",
  partial: "部分指数",
  partialTitle: "这是部分指数，不是综合指数。",
  partialText: (have: string, lack: string) =>
    `比较的只有${have}。没有比较的：${lack}。四项齐全之前，综合指数一律不公布。`,
  lackPillar: (pillar: string, n: number, of: number) =>
    `${pillar}（${of} 地中只有 ${n} 地数据够用）`,
  noComparison: (n: string) => `${n}暂不比较：够用的数据不到四项中的三项。`,
  noComparisonText: "下面只列各项得分，没有指数，也没有位次。",
  ranked: (n: number, of: number) => `${of} 地中 ${n} 地有位次`,
  unranked: "不予排名",
  unrankedTitle: "不予排名的，及原因",
  unrankedText: "缺哪一项就说哪一项；缺的不估、不补。",
  unit: "地区",
  band: "档",
  bandOf: (n: number) => `第 ${n} 档`,
  median: "位次（中位）",
  interval: "90% 的位次",
  between: (low: string, high: string) => (low === high ? low : `${low}–${high}`),
  score: "得分",
  noScore: "数据不足",
  rankTitle: (group: string) => `${group}：排在哪里，有多大把握`,
  rankAlt: (group: string) => `${group}每地的中位位次，和 90% 的抽样落在其间的位次区间。`,
  rankExplained: (draws: string) =>
    `同样的数据，换一种权重、算法或少一个指标，名次会变。我们换了 ${draws} 次：圆点是居中的名次，粗线是 90% 的情形。线长就是没把握。`,
  rankTakeaway: (bands: number, n: number) =>
    bands === n
      ? "各地都分得出先后。"
      : `${n} 地分成 ${bands} 档：同一档里，领头的与其余的粗线相接，不宜说谁先谁后。`,
  tilesTitle: (index: string) => `${index}：在哪里`,
  tilesAlt: "方格图：每个地州市和兵团城市的指数；斜线为不予排名。",
  tilesExplained:
    "一格一地，大致按方位摆放，不是地图。0 分和 100 分的标准对谁都一样，所以分数可以跨组看，位次不可以。",
  changeTitle: "比去年同期",
  changeAlt: (group: string) => `${group}每地今年与去年同期的指数。`,
  changeExplained:
    "空心圆是去年同月，实心圆是今年；右边的数是变化。名次升降可能只因为别人变了，分数不会。",
  changeTakeaway: (up: number, down: number) => `${up} 地上升，${down} 地下降。`,
  years: "历年",
  yearsText: "各年都只算相同的月份。某年数据不足三项的，没有指数。",
  table: "看表格",
  figuresTitle: "每个数从哪里来",
  figuresText: "点开一个指标：每地的数值、分子、分母、没有算进去的，和明细的筛选页。",
  indicator: "指标",
  value: "数值",
  parts: "分子 ÷ 分母",
  leftOut: "没有算进去的",
  rowsLink: "看明细",
  rowsOf: (unit: string, what: string) => `${unit}：${what}的明细`,
  behind: (n: string) => `${n} 笔`,
  why_none: "没有数据",
  why_few: (n: string, least: string) => `只有 ${n}，少于 ${least}`,
  why_early: "数据没有早到这一年年初",
  why_unpublished: "数据集没有公布",
  pillarLack: (pillar: string, n: number, of: number, why: string) =>
    `${pillar}：${of} 个指标只有 ${n} 个有数（${why}）`,
  whySeparator: "；",
  colon: punctuation.zh.colon,
  list: (parts: readonly string[]) => parts.join("、"),
  files: "数据",
  filesText: "每地每年每个指标的数值、分子、分母和得分，可以自己重算。",
  fileJson: "评价全部数据（JSON）",
  fileCsv: "指标数值表（CSV）",
  neverCount: "诉求、案例、收费项目的多少从不计分：敢受理、敢曝光的地方不会因此吃亏。",
  // Method
  formula: "怎么算",
  better: { higher: "越高越好", lower: "越低越好" },
  direction: "方向",
  goalposts: "标准",
  goalpostsText: (worst: string, best: string) =>
    `${worst} 算 0 分，${best} 算 100 分，中间按比例，超出的截齐。`,
  fixed: (from: number, to: number) => `${from}–${to} 年不变。`,
  reason: "为什么定在这里",
  unitLabel: "单位",
  basis: "依据",
  needs: "需要的数据",
  weakness: "已知的缺点",
  least: "少于这么多不算",
  onlyRows: "只算",
  steps: "从数到名次",
  stepList: (a: {
    count: string;
    seed: number;
    shares: number;
    parts: number;
    of: number;
    units: number;
  }) => [
    "得分 = (数值 − 0 分标准) ÷ (100 分标准 − 0 分标准) × 100，低于 0 取 0，高于 100 取 100。",
    "一项之内，各指标得分的算术平均：一个指标弱可以由另一个补。",
    "各项之间，几何平均（相乘再开方），权重相等：一项很差，别的再好也补不回来。例：90、80、70、20 的算术平均是 65.0，几何平均是 56.3。",
    `不估、不补：一项的指标少于 ${a.parts}/${a.of} 有数，这一项没有分；比较的项里缺一项，不予排名。`,
    `一组里至少 ${a.units} 地有分的项才比较；四项里可比较的少于 ${a.parts}/${a.of}，这一组不比较。比较的项不到四项的，叫部分指数。`,
    `名次的把握：换 ${a.count} 次做法（种子 ${a.seed}，随机数发生器 xoshiro128**，谁算都一样）。每次随机取：归一化（固定标准、z 分、名次分）、合成（几何、算术）、去掉一个指标或不去掉、权重（狄利克雷分布，均值为公布的权重，共 ${a.shares} 份）、满意率在其 95% 威尔逊区间内均匀取值。`,
    "公布中位名次和 5%–95% 的名次（最近秩）。分档：按中位名次往下走，粗线还够得着本档第一名的，同档；够不着的，另起一档。",
  ],
  sensitivity: "换一种做法，名次动多少",
  sensitivityText:
    "与公布的做法相比，每地平均动几位、动得最多的动几位。数小，说明名次不靠这个选择。",
  choice: "换的做法",
  meanShift: "平均移动（位）",
  mostShift: "最多（位）",
  choices: {
    z: "归一化改用 z 分",
    rank: "归一化改用名次分",
    goalposts: "归一化用固定标准",
    arithmetic: "各项之间改用算术平均",
    geometric: "各项之间用几何平均",
    weights: "只换权重（随机抽取的平均）",
    samples: "只换满意率的抽样（平均）",
    without: (label: string) => `去掉“${label}”`,
  },
  counties: "各县（市、区）",
  // Weights
  weights: "自己定权重",
  weightsLead: "公布的权重是各项相等。您认为哪一项更要紧，自己调：指数、位次和把握随之改变。",
  weightsNoScript: "浏览器没有运行脚本，滑块不可用；下面是按公布的权重算的位次。",
  weightsLegend: "各项的权重",
  weightsLacking: "够用的数据太少，没有比较",
  weightsPublished: "回到公布的权重",
  weightsUnit: "这一地与前后邻居分得清吗？",
  weightsPicture: (first: number, last: number) => `第 ${first} 至第 ${last}`,
  weightsExplained:
    "都在您的浏览器里算，什么也不发出去；网址记住权重，可以分享。圆点是中位名次，粗线是 90% 的情形：抽取的权重以您定的为中心。",
  weighing: {
    working: "正在计算……",
    done: "这是您定的权重，不是公布的。",
    failed: "没有算成；下面仍是上一次的结果。再动一下滑块即重试。",
    none: "至少一项的权重要大于 0。",
    ahead: "分得清：{share} 的情形里领先{name}。",
    behind: "分得清：{share} 的情形里落后于{name}。",
    alike: "与{name}分不清：{share} 的情形里{leader}在前，不到 95%。",
    first: "前面没有别的地方。",
    last: "后面没有别的地方。",
  },
  // Regions
  regions: "各地一页纸",
  regionsLead:
    "122 个地区，每地一页：收费、补贴、拖欠、诉求和评价，与同组中位数比，与去年同期比，缺什么、晚什么。",
  regionsFind: "按地州市找",
  brief: "考核简报",
  briefTitle: (name: string) => `${name}考核简报`,
  briefLead: (name: string, period: string) => `${name}，${period}：做得怎样，比去年如何，缺什么。`,
  printHint: "用浏览器的“打印”可得两页 A4 的简报。",
  inShort: "一句话",
  shortRanked: (
    index: string,
    score: string,
    group: string,
    n: number,
    median: string,
    range: string,
  ) =>
    `${index} ${score}，在有位次的 ${n} 个${group}里居中排第 ${median}，90% 的情形在第 ${range}。`,
  groupUnit: { prefectures: "地州市", cities: "兵团城市", counties: "县（市、区）" },
  shortUnranked: (why: string) => `不予排名：${why}。`,
  shortNoComparison: (group: string) => `${group}目前不比较，没有指数和位次。`,
  rankOf: (rank: string, of: string) => `第 ${rank} / ${of}`,
  rankRange: (range: string) => `居中的位次；90% 的情形在第 ${range}`,
  indexOf: (index: string, score: string) => `${index} ${score} 分`,
  moved: (what: string, by: string, value: string) =>
    `${what}（得分 ${by}${value ? `，数值 ${value}` : ""}）`,
  movedPillars: (up: string | undefined, down: string | undefined) => movedText("四项里", up, down),
  movedIndicators: (up: string | undefined, down: string | undefined) =>
    movedText("指标里", up, down),
  movedNone: "没有可与去年同期比较的得分。",
  pillars: "四项",
  now: "今年",
  last: "去年同期",
  change: "变化",
  peers: "同组中位数",
  place: "在同组里",
  placeExplained:
    "小图从 0 分到 100 分：细线是同组各地，高线是中位数，圆点是本地。没有圆点就是没有分。",
  placeAlt: (own: string, median: string) => `本地 ${own}，同组中位数 ${median}。`,
  target: (value: string) => `目标 ${value}`,
  targetReached: "已达到",
  targetToGo: (gap: string) => `还差 ${gap}`,
  noValue: "–",
  noData: (what: readonly string[], why: string) => `没有算出的：${what.join("、")}（${why}）。`,
  points: (by: string) => `${by} 个百分点`,
  amounts: "另外几个数（不计分）",
  missing: "缺什么、晚什么",
  missingNone: "应当每月公布的，这一期都有；最近一月也不晚于别处。",
  never: (dataset: string, articles: string) =>
    `${dataset}：没有这个地区的任何数据（${articles}）。`,
  noWhole: (dataset: string, articles: string) => `${dataset}：没有完整录入的清单（${articles}）。`,
  gaps: (dataset: string, months: string) => `${dataset}：缺 ${months}。`,
  behindOthers: (dataset: string, own: string, others: string) =>
    `${dataset}：最近到 ${own}，别处已到 ${others}。`,
  stale: (dataset: string, last: string, today: string, days: string) =>
    `${dataset}：最近一期是 ${last}，到 ${today} 已过月底 ${days} 天。`,
  upToDate: (dataset: string, last: string) => `${dataset}：到 ${last}。`,
  otherRegions: "其他地区",
  backToBoard: "看排在哪里",
  duty: (articles: string) => `依第 ${articles} 条`,
};

export type AssessStrings = typeof assess;
