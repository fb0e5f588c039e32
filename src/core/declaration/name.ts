import type { Dataset } from "#core/dataset";
import type { Kind } from "#core/field";
import type { Metric, Where } from "#core/metric";
import { type Problem, problem } from "#core/problem/problem";

export type Names = {
  problems: Problem[];
  /** The field is declared, and of one of these kinds. */
  field: (at: string, name: string, kinds?: readonly Kind["kind"][]) => void;
  /** The metric, if it is declared. */
  metric: (at: string, name: string) => Metric | undefined;
  where: (at: string, where: Where) => void;
};

/** Looks up what a declaration names and collects what is not there. */
export function startNames(d: Dataset): Names {
  const problems: Problem[] = [];
  const lookUp = <T>(
    at: string,
    found: string,
    of: "field" | "metric",
    all: Readonly<Record<string, T>>,
  ) => {
    if (Object.hasOwn(all, found)) return all[found];
    problems.push(problem("unknown name", { at, of, found, known: Object.keys(all) }));
    return undefined;
  };
  const field = (at: string, name: string, kinds?: readonly Kind["kind"][]) => {
    const declared = lookUp(at, name, "field", d.fields);
    if (declared && kinds && !kinds.includes(declared.kind)) {
      const details = { at, name, expected: kinds, found: declared.kind };
      problems.push(problem("wrong kind", details));
    }
    return declared;
  };
  return {
    problems,
    field,
    metric: (at, name) => lookUp(at, name, "metric", d.metrics),
    where(at, { field: name, is }) {
      const declared = field(`${at}.field`, name, ["category"]);
      if (declared?.kind !== "category") return;
      const known = Object.keys(declared.codes);
      is.forEach((code, i) => {
        if (known.includes(code)) return;
        problems.push(
          problem("unknown name", { at: `${at}.is[${i}]`, of: "code", found: code, known }),
        );
      });
    },
  };
}
