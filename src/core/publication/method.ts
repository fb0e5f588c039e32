import { type Dataset, needMetric } from "#core/dataset";
import type { Lang } from "#core/language";
import type { Metric, Where } from "#core/metric";

/** Words of a formula; the rest of it is labels. */
const words = {
  zh: {
    rows: "行数",
    filled: (f: string) => `“${f}”有值的行数`,
    distinct: (f: string) => `“${f}”不同取值的个数`,
    sum: (f: string) => `${f}的合计`,
    median: (f: string) => `${f}的中位数`,
    p90: (f: string) => `${f}的第 90 百分位数`,
    top: (f: string, by: string, n: number) => `合计最大的 ${n} 个“${by}”的${f} ÷ 全部${f}`,
    where: (field: string, codes: readonly string[]) => `${field}为${codes.join("或")}`,
    only: (text: string, wheres: readonly string[]) => `${text}，只算${wheres.join("、")}的`,
    wilson: "95% 区间按 Wilson 法",
    join: "；",
  },
  en: {
    rows: "number of rows",
    filled: (f: string) => `number of rows in which “${f}” is filled`,
    distinct: (f: string) => `number of different values of “${f}”`,
    sum: (f: string) => `sum of ${f}`,
    median: (f: string) => `median of ${f}`,
    p90: (f: string) => `90th percentile of ${f}`,
    top: (f: string, by: string, n: number) => `${f} of the ${n} largest by “${by}” ÷ all ${f}`,
    where: (field: string, codes: readonly string[]) => `${field} is ${codes.join(" or ")}`,
    only: (text: string, wheres: readonly string[]) => `${text}, where ${wheres.join(" and ")}`,
    wilson: "95% interval after Wilson",
    join: "; ",
  },
} as const;

/** What a field is called; its name where it is not published. */
export const labelOf = (d: Dataset, field: string, lang: Lang): string =>
  d.fields[field]?.label[lang] ?? field;

/** A condition in words: Status is paid or partly paid. */
export function whereText(d: Dataset, { field, is }: Where, lang: Lang): string {
  const column = d.fields[field];
  const codes = is.map((code) =>
    column?.kind === "category" ? (column.codes[code]?.[lang] ?? code) : code,
  );
  return words[lang].where(labelOf(d, field, lang), codes);
}

/** How a figure is worked out, in words that follow from its declaration. */
export function formulaText(d: Dataset, metric: string, lang: Lang): string {
  const m = needMetric(d, metric);
  const t = words[lang];
  if (m.agg === "ratio") {
    const parts = [m.of, m.per].map((part) => needMetric(d, part).label[lang]);
    return [parts.join(" ÷ "), ...(m.interval ? [t.wilson] : [])].join(t.join);
  }
  const text = plainText(d, m, lang);
  const wheres = (m.where ?? []).map((w) => whereText(d, w, lang));
  return wheres.length > 0 ? t.only(text, wheres) : text;
}

function plainText(d: Dataset, m: Exclude<Metric, { agg: "ratio" }>, lang: Lang): string {
  const t = words[lang];
  const label = (field: string) => labelOf(d, field, lang);
  switch (m.agg) {
    case "rows":
      return t.rows;
    case "filled":
      return t.filled(label(m.of));
    case "distinct":
      return t.distinct(label(m.of));
    case "sum": {
      const plus = [m.of, ...(m.and ?? [])].map(label).join(" + ");
      return t.sum([plus, ...(m.less ?? []).map(label)].join(" − "));
    }
    case "median":
      return t.median(label(m.of));
    case "p90":
      return t.p90(label(m.of));
    case "top":
      return t.top(label(m.of), label(m.by), m.n);
  }
}
