import type { Cell, Measure, RegionNames } from "#core/catalog";
import { type Dataset, needField, needMetric } from "#core/dataset";
import type { Column } from "#core/field";
import type { Lang } from "#core/language";
import type { Metric } from "#core/metric";

/** Digits in groups of three, at most `places` decimals; the same in both languages. */
export function formatNumber(n: number, places = 2): string {
  const [whole = "", decimals = ""] = Math.abs(n).toFixed(places).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const rest = decimals.replace(/0+$/, "");
  const digits = rest ? `${grouped}.${rest}` : grouped;
  return n < 0 && digits !== "0" ? `−${digits}` : digits;
}

/** Yuan as a reader writes them: no unit is changed and no digit lost. */
export const formatYuan = (yuan: number, lang: Lang): string =>
  lang === "zh" ? `${formatNumber(yuan)} 元` : `${formatNumber(yuan)} yuan`;

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

/** The document numbers in a cell. */
export const documentsIn = (value: Cell): readonly string[] =>
  value === null ? [] : String(value).split("; ").filter(Boolean);

/** A metric's value in words; "" where it has none. A ratio never stands without `formatParts`. */
export function formatMeasure(d: Dataset, m: Metric, measure: Measure, lang: Lang): string {
  if (measure.value === null) return "";
  if (m.agg === "top") return formatShare(measure.value);
  if (m.agg === "ratio") {
    const [of, per] = [isMoney(d, needMetric(d, m.of)), isMoney(d, needMetric(d, m.per))];
    if (of === per) return formatShare(measure.value);
    return of ? formatYuan(measure.value, lang) : formatNumber(measure.value);
  }
  return isMoney(d, m) ? formatYuan(measure.value, lang) : formatNumber(measure.value);
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
