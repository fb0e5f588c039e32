import { type Assessment, type Measured, measuredIn } from "#core/assessment/declaration";
import type { Dataset } from "#core/dataset";
import { publicFields } from "#core/gate/public";

/** What in the declaration does not hold together with the datasets published; one sentence each. */
export function checkAssessment(a: Assessment, datasets: readonly Dataset[]): readonly string[] {
  const problems = Object.entries(measuredIn(a)).flatMap(([id, i]) => {
    const d = datasets.find((one) => one.id === i.dataset);
    const own = [
      ...(a.pillars[i.pillar] ? [] : [`no pillar ${i.pillar}`]),
      ...(!("goalposts" in i) || i.goalposts.worst < i.goalposts.best === (i.better === "higher")
        ? []
        : [`${i.better} is better, yet its goalposts run the other way`]),
      ...(d ? checkIndicator(i, d) : []),
    ];
    return own.map((text) => `${id}: ${text}`);
  });
  const few = Object.keys(a.pillars).filter(
    (p) => Object.values(a.indicators).filter((i) => i.pillar === p).length < 2,
  );
  return [
    ...problems,
    // With one indicator alone, nothing would be left of the pillar when it is left out.
    ...few.map((p) => `${p}: at least two indicators expected`),
  ];
}

function checkIndicator(i: Measured, d: Dataset): string[] {
  const fields = new Set(publicFields(d));
  const named = [i.time.field, ...(i.where ?? []).map((w) => w.field)];
  const codes = (i.where ?? []).flatMap(({ field, is }) => {
    const f = d.fields[field];
    return f?.kind === "category" ? is.filter((code) => !(code in f.codes)) : [];
  });
  const m = d.metrics[i.metric];
  return [
    ...(m ? [] : [`no metric ${i.metric} in ${d.id}`]),
    ...(m?.agg === "top" ? [`${i.metric} is of the whole dataset, never a region`] : []),
    ...named.filter((f) => !fields.has(f)).map((f) => `no public field ${f} in ${d.id}`),
    ...codes.map((code) => `no code ${code} in ${d.id}`),
  ];
}
