import type { Column } from "#core/field";
import { formatNumber, formatYuan, scaleMoney } from "#core/format/format";
import type { Lang } from "#core/language";
import { binEnd, underZero } from "#core/query/bin";

/** A class of amounts or counts in words, by its lower end: 1–2 万元, 10–20 thousand yuan, 5–10. */
export function formatBin(f: Column, lower: number, lang: Lang): string {
  const end = binEnd(lower);
  const isMoney = f.kind === "money";
  if (lower === underZero) return lang === "zh" ? "负数" : "Below 0";
  if (end === null) return `≥ ${isMoney ? formatYuan(lower, lang) : formatNumber(lower)}`;
  if (!isMoney) return `${formatNumber(lower)}–${formatNumber(end)}`;
  const scale = scaleMoney(lower, lang);
  const number = (n: number) => scale.number(n).replace(/\.00$/, "");
  return `${number(lower)}–${number(end)} ${scale.unit}`;
}

const sizes: Readonly<Record<Lang, readonly (readonly [number, string])[]>> = {
  zh: [
    [1e8, "亿"],
    [1e4, "万"],
  ],
  en: [
    [1e9, "bn"],
    [1e6, "M"],
    [1e3, "k"],
  ],
};

/** A limit between classes, short enough for an axis: 500, 2万, 20k. */
export function formatEdge(n: number, lang: Lang): string {
  const [by, unit] = sizes[lang].find(([by]) => n >= by) ?? [1, ""];
  return formatNumber(n / by) + unit;
}
