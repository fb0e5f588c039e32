import type { Chart, Dataset } from "#core/dataset";
import { startNames } from "#core/declaration/name";
import type { Kind } from "#core/field";
import type { Metric } from "#core/metric";
import { type Problem, problem } from "#core/problem/problem";

const numbers: readonly Kind["kind"][] = ["count", "money", "share"];

/** Metrics of what is not there, that add up what is kept apart, or that nobody sees. */
export function metricProblems(d: Dataset): readonly Problem[] {
  const { field, metric, where, problems } = startNames(d);
  for (const [name, m] of Object.entries(d.metrics)) {
    const at = `metrics.${name}`;
    if (m.agg === "ratio") {
      for (const part of ["of", "per"] as const) {
        const agg = metric(`${at}.${part}`, m[part])?.agg;
        if (agg === "ratio" || agg === "top")
          problems.push(problem("wrong metric", { at: `${at}.${part}`, metric: m[part], agg }));
      }
      continue;
    }
    if (m.agg !== "rows")
      field(`${at}.of`, m.of, m.agg === "filled" || m.agg === "distinct" ? undefined : numbers);
    if (m.agg === "top") field(`${at}.by`, m.by);
    if (m.agg === "sum") {
      m.and?.forEach((f, i) => {
        field(`${at}.and[${i}]`, f, numbers);
      });
      m.less?.forEach((f, i) => {
        field(`${at}.less[${i}]`, f, numbers);
      });
    }
    m.where?.forEach((w, i) => {
      where(`${at}.where[${i}]`, w);
    });
  }
  return [...problems, ...apartProblems(d), ...unseen(d)];
}

/** The one code of a field that a metric counts; undefined where it counts none or several. */
function codeOf(m: Metric | undefined, field: string): string | undefined {
  if (!m || m.agg === "ratio") return undefined;
  const wheres = (m.where ?? []).filter((w) => w.field === field);
  const [only] = wheres.length === 1 ? (wheres[0]?.is ?? []) : [];
  return wheres[0]?.is.length === 1 ? only : undefined;
}

/** Figures of populations that are never added up. */
function apartProblems(d: Dataset): Problem[] {
  const { apart } = d;
  if (apart === undefined) return [];
  return Object.entries(d.metrics).flatMap(([name, m]) => {
    if (m.agg !== "ratio")
      return codeOf(m, apart) === undefined
        ? [problem("not apart", { at: `metrics.${name}`, field: apart })]
        : [];
    const [of, per] = [m.of, m.per].map((part) => codeOf(d.metrics[part], apart));
    if (of === undefined || per === undefined || of === per) return []; // told for the parts
    return [problem("apart joined", { at: `metrics.${name}`, field: apart, of, per })];
  });
}

const metricsOf = (chart: Chart): readonly string[] =>
  chart.mark === "steps" ? chart.of : [chart.y];

/** Metrics that are meant for charts only and are in none, nor part of a ratio that is. */
function unseen(d: Dataset): Problem[] {
  const seen = new Set(d.charts.flatMap(metricsOf));
  for (const name of [...seen]) {
    const m = d.metrics[name];
    if (m?.agg === "ratio") seen.add(m.of).add(m.per);
  }
  return Object.entries(d.metrics)
    .filter(([name, m]) => m.onlyInCharts && !seen.has(name))
    .map(([name]) => problem("unseen metric", { at: `metrics.${name}` }));
}

const kindsOf = {
  bar: ["category", "region", "text", "year"],
  column: ["year"],
  line: ["month"],
  tiles: ["region"],
  histogram: ["count", "money"],
} as const satisfies Readonly<Record<Exclude<Chart["mark"], "steps">, readonly Kind["kind"][]>>;

/** Charts whose mark does not fit their field or metric. */
export function chartProblems(d: Dataset): readonly Problem[] {
  const { field, metric, problems } = startNames(d);
  d.charts.forEach((chart, i) => {
    const at = `charts[${i}]`;
    if (chart.mark !== "steps") field(`${at}.x`, chart.x, kindsOf[chart.mark]);
    metricsOf(chart).forEach((name, j) => {
      const place = chart.mark === "steps" ? `${at}.of[${j}]` : `${at}.y`;
      const agg = metric(place, name)?.agg;
      if (agg === "top" || (agg === "ratio" && chart.mark === "steps"))
        problems.push(problem("wrong metric", { at: place, metric: name, agg }));
    });
    if (d.charts.findIndex(({ id }) => id === chart.id) !== i)
      problems.push(problem("chart twice", { at: `${at}.id`, id: chart.id }));
  });
  return problems;
}
