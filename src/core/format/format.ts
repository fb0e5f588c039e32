import type { Cell, Measure, RegionNames } from "#core/catalog";
import { type Dataset, needField, needMetric } from "#core/dataset";
import type { Column } from "#core/field";
import type { Lang } from "#core/language";
import type { Metric } from "#core/metric";

/** Digits in groups of three, at most `places` decimals; the same in both languages. */
export const formatNumber = (n: number, places = 2): string =>
  grouped(n, places).replace(/\.0*$|(\.\d*?)0+$/, "$1");

/** Digits in groups of three and exactly `places` decimals. */
function grouped(n: number, places: number): string {
  const [whole = "", decimals] = Math.abs(n).toFixed(places).split(".");
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ",") + (decimals ? `.${decimals}` : "");
  return n < 0 && /[1-9]/.test(digits) ? `−${digits}` : digits;
}

/** Yuan as a reader writes them: no unit is changed and no digit lost. */
export const formatYuan = (yuan: number, lang: Lang): string =>
  lang === "zh" ? `${formatNumber(yuan)} 元` : `${formatNumber(yuan)} yuan`;

/** How the numbers of one chart or figure are written: all in one unit. */
export type Scale = {
  /** Stands once beside an axis; "" where the numbers say all. */
  unit: string;
  number(n: number, places?: number): string;
  /** The number with its unit. */
  text(n: number): string;
};

type MoneyUnit = { unit: string; size: number; from: number };

// A larger unit comes in late, so that the smaller amounts beside the largest keep their digits.
const moneyUnits: Readonly<Record<Lang, readonly MoneyUnit[]>> = {
  zh: [
    { unit: "亿元", size: 1e8, from: 1e9 },
    { unit: "万元", size: 1e4, from: 1e4 },
  ],
  en: [
    { unit: "billion yuan", size: 1e9, from: 1e10 },
    { unit: "million yuan", size: 1e6, from: 1e7 },
    { unit: "thousand yuan", size: 1e3, from: 1e4 },
  ],
};

/**
 * Amounts in the unit that suits the largest of them, with two decimals: 1,234.56 万元, 12.35 million yuan. Under
 * 10,000 yuan they stay in yuan. What two decimals would make a 0 is written <0.01.
 */
export function scaleMoney(largest: number, lang: Lang): Scale {
  return moneyScale(
    moneyUnits[lang].find((u) => Math.abs(largest) >= u.from),
    lang,
  );
}

/** One amount that stands large and alone, its exact yuan beside it: 4.13 亿元 begins at one 亿. */
export const scaleAlone = (amount: number, lang: Lang): Scale =>
  moneyScale(
    moneyUnits[lang].find((u) => Math.abs(amount) >= Math.max(u.size, 1e4)),
    lang,
  );

function moneyScale(large: MoneyUnit | undefined, lang: Lang): Scale {
  if (!large)
    return {
      unit: lang === "zh" ? "元" : "yuan",
      number: (n, places = 2) => formatNumber(n, places),
      text: (n) => formatYuan(n, lang),
    };
  const number = (n: number, places = 2) => {
    const least = 10 ** -places;
    const scaled = n / large.size;
    if (n > 0 && scaled < least / 2) return `<${least.toFixed(places)}`;
    return grouped(scaled, places);
  };
  return { unit: large.unit, number, text: (n) => `${number(n)} ${large.unit}` };
}

/** Whole fen as yuan, always with two decimals; exact however large. */
export function formatFen(fen: bigint, lang: Lang): string {
  const digits = String(fen < 0n ? -fen : fen).padStart(3, "0");
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${fen < 0n ? "−" : ""}${whole}.${digits.slice(-2)} ${lang === "zh" ? "元" : "yuan"}`;
}

/** 0.9796 → 98.0%. */
export const formatShare = (share: number): string => `${(share * 100).toFixed(1)}%`;

const months =
  "January February March April May June July August September October November December".split(
    " ",
  );

/** 2023, 2023-10 or 2023-10-08 as a date in words. */
export function formatDate(iso: string, lang: Lang): string {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(iso);
  if (!match) return iso;
  const [year, month, day] = match.slice(1).map((part) => (part ? Number(part) : undefined));
  if (lang === "zh") return `${year}年${month ? `${month}月` : ""}${day ? `${day}日` : ""}`;
  return [day, month && months[month - 1], year].filter(Boolean).join(" ");
}

/** A file's size: 812 B, 14 kB, 1.2 MB (1 kB = 1,000 B). */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1e6 ? `${formatNumber(bytes / 1e3, 0)} kB` : `${formatNumber(bytes / 1e6, 1)} MB`;
}

/** A cell of the published rows (money in yuan) in words; "" where it is blank. */
export function formatCell(f: Column, value: Cell, lang: Lang, regions: RegionNames = {}): string {
  if (value === null) return "";
  switch (f.kind) {
    case "category":
      return f.codes[value]?.[lang] ?? String(value);
    case "region":
      return regions[value]?.[lang] ?? String(value);
    case "date":
    case "month":
      return formatDate(String(value), lang);
    case "money":
      return formatYuan(Number(value), lang);
    case "share":
      return formatShare(Number(value));
    case "count":
      return formatNumber(Number(value), 0);
    case "documents":
      return String(value).replaceAll("; ", lang === "zh" ? "、" : ", ");
    case "text":
    case "url":
    case "uscc":
    case "year":
      return String(value);
  }
}

/** A cell as a group of rows: the autonomous region's own level is none of its prefectures. */
export function formatGroup(f: Column, value: Cell, lang: Lang, regions: RegionNames = {}): string {
  const text = formatCell(f, value, lang, regions);
  if (f.kind !== "region" || value !== "650000") return text;
  return lang === "zh" ? `${text}（本级）` : `${text} (own level)`;
}

/** The document numbers in a cell. */
export const documentsIn = (value: Cell): readonly string[] =>
  value === null ? [] : String(value).split("; ").filter(Boolean);

/** What a metric's value is: a ratio of two amounts, or of two counts, is a share. */
export function measureKind(d: Dataset, m: Metric): "share" | "money" | "number" {
  if (m.agg === "top") return "share";
  if (m.agg !== "ratio") return isMoney(d, m) ? "money" : "number";
  const [of, per] = [isMoney(d, needMetric(d, m.of)), isMoney(d, needMetric(d, m.per))];
  return of === per ? "share" : of ? "money" : "number";
}

/** How values of a metric are written together, the largest of them given. */
export function scaleOf(d: Dataset, m: Metric, largest: number, lang: Lang): Scale {
  const plain = (number: Scale["number"]): Scale => ({ unit: "", number, text: number });
  switch (measureKind(d, m)) {
    case "share":
      return plain((n) => formatShare(n));
    case "money":
      return scaleMoney(largest, lang);
    case "number":
      return plain((n, places = 2) => formatNumber(n, places));
  }
}

/** A metric's value in words; "" where it has none. A ratio never stands without `formatParts`. */
export function formatMeasure(d: Dataset, m: Metric, measure: Measure, lang: Lang): string {
  if (measure.value === null) return "";
  switch (measureKind(d, m)) {
    case "share":
      return formatShare(measure.value);
    case "money":
      return formatYuan(measure.value, lang);
    case "number":
      return formatNumber(measure.value);
  }
}

/** The numerator and denominator of a ratio, 96/98; "" of any other metric. */
export const formatParts = (measure: Measure): string =>
  measure.of === undefined || measure.per === undefined
    ? ""
    : `${formatNumber(measure.of)}/${formatNumber(measure.per)}`;

function isMoney(d: Dataset, m: Metric): boolean {
  switch (m.agg) {
    case "sum":
    case "median":
    case "p90":
      return needField(d, m.of).kind === "money";
    case "rows":
    case "filled":
    case "distinct":
    case "top":
    case "ratio":
      return false;
  }
}

/** True where the words are Chinese, whatever the page's language: they are marked as such. */
export const isChinese = (text: string): boolean => /[\u4e00-\u9fff]/.test(text);
