import { punctuation } from "#core/format/punctuation";
import type { AssessStrings } from "#site/strings/assessment-zh";

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const month = (iso: string) => months[Number(iso.slice(5)) - 1] ?? iso;

/** What rose and fell most; "" where nothing did. */
const movedText = (among: string, up: string | undefined, down: string | undefined): string => {
  const parts = [down && `${down} fell most`, up && `${up} rose most`].filter(Boolean);
  return parts.length > 0 ? `${among}, against last year: ${parts.join("; ")}.` : "";
};

/** Sentences of the assessment and of the regions' pages, in English. */
export const assess: AssessStrings = {
  nav: "Assessment",
  door: "I want to know how a region does",
  doorText:
    "A page for each: four kinds of data, against its peers and last year, and what is missing.",
  title: "How well private business is supported",
  lead: "Fees, subsidies, arrears and complaints seen together: who does well, who does not, how sure that is, and what is missing.",
  why: "Article 4 makes what is achieved part of the appraisal of governments. Only published data are used here, and anyone can compute it again.",
  period: (from, to) =>
    from.slice(5) === "01" && to.slice(5) === "12"
      ? to.slice(0, 4)
      : `${month(from)}–${month(to)} ${to.slice(0, 4)}`,
  against: (period) => `compared with ${period} (the same months)`,
  method: "Method",
  methodTitle: "How the assessment is made",
  methodLead:
    "How each indicator is computed, what counts as 0 and as 100, under which article, its weaknesses; and how steady the ranks are. This page is made from the declaration.",
  groups: {
    prefectures: "The 14 prefectures",
    cities: "The 12 XPCC cities",
    counties: "The 96 counties",
  },
  groupsApart:
    "Each group is compared within itself: prefectures, XPCC cities and counties differ too much to be ranked together.",
  index: "Index",
  partial: "Partial index",
  partialTitle: "This is a partial index, not the index.",
  partialText: (have, lack) =>
    `Only ${have} are compared. Not compared: ${lack}. Until all four are there, no index is published.`,
  lackPillar: (pillar, n, of) => `${pillar.toLowerCase()} (enough data in ${n} of ${of})`,
  noComparison: (n) =>
    `${n} are not compared yet: fewer than three of the four pillars have enough data.`,
  noComparisonText: "Below are scores by pillar alone, with no index and no rank.",
  ranked: (n, of) => `${n} of ${of} are ranked`,
  unranked: "Not ranked",
  unrankedTitle: "Not ranked, and why",
  unrankedText: "The pillar that is missing is named; nothing missing is estimated or filled in.",
  unit: "Region",
  band: "Band",
  bandOf: (n) => `Band ${n}`,
  median: "Rank (median)",
  interval: "90% of ranks",
  between: (low, high) => (low === high ? low : `${low}–${high}`),
  score: "Score",
  noScore: "Too little data",
  rankTitle: (group) => `${group}: their rank, and how sure it is`,
  rankAlt: (group) =>
    `${group}: the median rank of each, and the interval in which 90% of the draws put it.`,
  rankExplained: (draws) =>
    `The same data under other weights, another formula or with one indicator less give other ranks. We tried ${draws} ways: the dot is the middle rank, the thick line 90% of the cases. A long line means little is sure.`,
  rankTakeaway: (bands, n) =>
    bands === n
      ? "All can be told apart."
      : `${n} regions fall into ${bands} bands: within a band the line of the first meets those of the others, and nobody should say who is ahead.`,
  tilesTitle: (index) => `${index}: where`,
  tilesAlt:
    "Tile grid: the index of each prefecture and XPCC city; hatched where it is not ranked.",
  tilesExplained:
    "One tile a region, roughly where it lies; this is no map. What counts as 0 and 100 is the same for all, so scores may be read across groups; ranks may not.",
  changeTitle: "Against the same months of last year",
  changeAlt: (group) => `${group}: the index of each now and in the same months of last year.`,
  changeExplained:
    "The ring is last year, the dot this year; the number is the change. A rank can move because others moved, a score cannot.",
  changeTakeaway: (up, down) => `${up} up, ${down} down.`,
  years: "Year by year",
  yearsText:
    "Every year is of the same months. A year with too little data in three pillars has no index.",
  table: "Show the table",
  figuresTitle: "Where each figure comes from",
  figuresText:
    "Open an indicator: for each region its value, numerator, denominator, what was left out, and its rows in the explorer.",
  indicator: "Indicator",
  value: "Value",
  parts: "Numerator ÷ denominator",
  leftOut: "Left out",
  rowsLink: "Rows",
  rowsOf: (unit, what) => `${unit}: rows behind “${what}”`,
  behind: (n) => `${n} awards`,
  why_none: "no data",
  why_few: (n, least) => `only ${n}, fewer than ${least}`,
  why_early: "the data do not reach back to the start of that year",
  why_unpublished: "the dataset is not published",
  pillarLack: (pillar, n, of, why) => `${pillar}: ${n} of ${of} indicators have data (${why})`,
  whySeparator: "; ",
  colon: punctuation.en.colon,
  list: (parts) =>
    parts.length < 2 ? parts.join() : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`,
  files: "Data",
  filesText:
    "Value, numerator, denominator and score of every region, year and indicator, to compute it again.",
  fileJson: "The whole assessment (JSON)",
  fileCsv: "Values of the indicators (CSV)",
  neverCount:
    "How many complaints, cases or charges there are is never scored: a region that takes complaints or exposes cases loses nothing by it.",
  formula: "Formula",
  better: { higher: "higher is better", lower: "lower is better" },
  direction: "Direction",
  goalposts: "Goalposts",
  goalpostsText: (worst, best) =>
    `${worst} is 0, ${best} is 100, evenly between; what lies beyond is cut off.`,
  fixed: (from, to) => `Fixed for ${from}–${to}.`,
  reason: "Why there",
  unitLabel: "Unit",
  basis: "Legal basis",
  needs: "Data needed",
  weakness: "Known weakness",
  least: "Not used below",
  onlyRows: "Only rows where",
  steps: "From figures to ranks",
  stepList: (a) => [
    "Score = (value − the 0 goalpost) ÷ (the 100 goalpost − the 0 goalpost) × 100, cut off at 0 and 100.",
    "Within a pillar the scores are averaged: one weak indicator can be made up for by another.",
    "Across pillars the geometric mean (multiplied, then the root) with equal weights: a very bad pillar is not made up for by good ones. Example: 90, 80, 70, 20 give 65.0 as an arithmetic and 56.3 as a geometric mean.",
    `Nothing is estimated: with fewer than ${a.parts}/${a.of} of its indicators a pillar has no score; a unit that lacks a pillar compared is not ranked.`,
    `A pillar is compared where at least ${a.units} units of the group have it; with fewer than ${a.parts}/${a.of} of the four pillars the group is not compared. With fewer than four the index is called partial.`,
    `How sure a rank is: ${a.count} draws (seed ${a.seed}, generator xoshiro128**, the same for everyone). Each takes at random: the normalisation (goalposts, z scores, rank scores), the aggregation (geometric, arithmetic), one indicator left out or none, the weights (Dirichlet around the published ones, ${a.shares} shares in all), and each satisfaction rate evenly from its 95% Wilson interval.`,
    "Published are the median rank and the 5%–95% ranks (nearest rank). Bands: going down by median rank, a unit whose line still reaches that of the band's first is in the band; the first that does not opens the next.",
  ],
  sensitivity: "How far ranks move with another choice",
  sensitivityText:
    "Against the published choices: by how many places a unit moves on average, and the one that moves most. A small number means that the ranks do not hang on that choice.",
  choice: "Choice made differently",
  meanShift: "Mean shift (places)",
  mostShift: "Largest",
  choices: {
    z: "z scores instead of goalposts",
    rank: "Rank scores instead of goalposts",
    goalposts: "Goalposts",
    arithmetic: "Arithmetic mean across pillars",
    geometric: "Geometric mean across pillars",
    weights: "Weights alone (mean over the draws)",
    samples: "Satisfaction sample alone (mean over the draws)",
    without: (label) => `Without “${label}”`,
  },
  weights: "Set the weights yourself",
  weightsLead:
    "The published weights are equal. Set what matters more to you: the index, the ranks and how sure they are follow.",
  weightsNoScript:
    "Scripts are off, so the sliders do not work; below are the ranks under the published weights.",
  weightsLegend: "Weight of each pillar",
  weightsLacking: "too little data, not compared",
  weightsPublished: "Back to the published weights",
  weightsUnit: "Can this region be told apart from its neighbours?",
  weightsPicture: (first, last) => `Rank ${first} to ${last}`,
  weightsExplained:
    "Computed in your browser, nothing is sent; the address keeps the weights and can be shared. The dot is the median rank, the thick line 90% of the cases: the weights drawn lie around yours.",
  weighing: {
    working: "Computing…",
    done: "These are your weights, not the published ones.",
    failed: "This could not be computed; below is the last result. Move a slider to try again.",
    none: "At least one weight must be above 0.",
    ahead: "Can be told apart: ahead of {name} in {share} of the cases.",
    behind: "Can be told apart: behind {name} in {share} of the cases.",
    alike:
      "Cannot be told apart from {name}: {leader} is ahead in {share} of the cases, short of 95%.",
    first: "No region is before it.",
    last: "No region is after it.",
  },
  counties: "Counties",
  regions: "A page for each region",
  regionsLead:
    "122 regions, a page each: fees, subsidies, arrears, complaints and the assessment, against the median of the peers and last year, and what is missing or late.",
  regionsFind: "Find one by prefecture",
  brief: "Appraisal brief",
  briefTitle: (name) => `${name}: appraisal brief`,
  briefLead: (name, period) =>
    `${name}, ${period}: how it does, against last year, and what is missing.`,
  printHint: "Print this page for a brief of two A4 pages.",
  inShort: "In short",
  shortRanked: (index, score, group, n, median, range) =>
    `${index} ${score}: rank ${median} in the middle among ${n} ranked ${group}, and ${range} in 90% of the cases.`,
  groupUnit: { prefectures: "prefectures", cities: "XPCC cities", counties: "counties" },
  shortUnranked: (why) => `Not ranked. ${why}.`,
  shortNoComparison: (group) => `${group} are not compared at present: no index, no rank.`,
  rankOf: (rank, of) => `Rank ${rank} of ${of}`,
  rankRange: (range) => `the middle rank; 90 % of the draws between ${range}`,
  indexOf: (index, score) => `${index}: ${score}`,
  moved: (what, by, value) => `${what} (score ${by}${value ? `; value ${value}` : ""})`,
  movedPillars: (up, down) => movedText("Of the pillars", up, down),
  movedIndicators: (up, down) => movedText("Of the indicators", up, down),
  movedNone: "No score can be compared with the same months of last year.",
  pillars: "Pillars",
  now: "This year",
  last: "Last year",
  change: "Change",
  peers: "Peers’ median",
  place: "Among peers",
  placeExplained:
    "pp: percentage points. The small pictures run from 0 to 100: thin lines are peers, the tall one their median, the dot this region. No dot means no score.",
  placeAlt: (own, median) => `This region ${own}, peers’ median ${median}.`,
  target: (value) => `Target ${value}`,
  targetReached: "reached",
  targetToGo: (gap) => `${gap} to go`,
  noValue: "–",
  noData: (what, why) => `Not computed: ${what.join("; ")} (${why}).`,
  points: (by) => `${by} pp`,
  amounts: "Other figures (not scored)",
  missing: "What is missing or late",
  missingNone: "What is due every month is there for this period, and no later than elsewhere.",
  never: (dataset, articles) => `${dataset}: nothing at all of this region (${articles}).`,
  noWhole: (dataset, articles) => `${dataset}: no list taken down in full (${articles}).`,
  gaps: (dataset, list) => `${dataset}: ${list} missing.`,
  behindOthers: (dataset, own, others) => `${dataset}: up to ${own}; elsewhere up to ${others}.`,
  stale: (dataset, last, today, days) =>
    `${dataset}: the newest month is ${last}; on ${today} that was ${days} days after its end.`,
  upToDate: (dataset, last) => `${dataset}: up to ${last}.`,
  otherRegions: "Other regions",
  backToBoard: "See the ranks",
  duty: (articles) => `Article ${articles}`,
};
