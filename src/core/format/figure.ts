import type { Measure } from "#core/catalog";
import { type Dataset, needMetric } from "#core/dataset";
import {
  formatNumber,
  formatYuan,
  measureKind,
  scaleAlone,
  scaleMoney,
  scaleOf,
} from "#core/format/format";
import { intervalOf, intervalText } from "#core/format/interval";
import type { Lang } from "#core/language";
import type { Metric } from "#core/metric";

/** A figure in words: never a share without its numerator and denominator. */
export type FigureText = {
  value: string;
  /** What it is a part of, or the same amount in yuan; "" where there is nothing to say. */
  of: string;
  /** The 95 % interval of a share that rests on a sample; "" of any other. */
  interval: string;
};

export function figureText(d: Dataset, id: string, measure: Measure, lang: Lang): FigureText {
  const m = needMetric(d, id);
  const { value } = measure;
  return {
    value: value === null ? "–" : scaleFor(d, m, value, lang).text(value),
    of: ofWhat(d, m, measure, lang),
    interval: intervalText(intervalOf(m, measure), lang),
  };
}

const scaleFor = (d: Dataset, m: Metric, value: number, lang: Lang) =>
  measureKind(d, m) === "money" ? scaleAlone(value, lang) : scaleOf(d, m, value, lang);

function ofWhat(d: Dataset, m: Metric, measure: Measure, lang: Lang): string {
  switch (m.agg) {
    case "ratio":
    case "top": {
      const [of, per] = partsText(d, m, measure, lang);
      if (measureKind(d, m) !== "share") return `${of} ÷ ${per}`;
      return lang === "zh" ? `${per} 中的 ${of}` : `${of} of ${per}`;
    }
    case "rows":
    case "filled":
    case "distinct":
      return "";
    case "sum":
    case "median":
    case "p90": {
      const { value } = measure;
      if (value === null || measureKind(d, m) !== "money") return "";
      const exact = formatYuan(value, lang);
      return scaleFor(d, m, value, lang).text(value) === exact ? "" : exact;
    }
  }
}

/** Numerator and denominator, each in its own unit. */
function partsText(
  d: Dataset,
  m: Extract<Metric, { agg: "ratio" | "top" }>,
  { of = 0, per = 0 }: Measure,
  lang: Lang,
): readonly [string, string] {
  const part = (id: string, n: number) => scaleOf(d, needMetric(d, id), n, lang).text(n);
  if (m.agg === "ratio") return [part(m.of, of), part(m.per, per)];
  const isMoney = d.fields[m.of]?.kind === "money";
  const amount = (n: number) => (isMoney ? scaleMoney(n, lang).text(n) : formatNumber(n));
  return [amount(of), amount(per)];
}
