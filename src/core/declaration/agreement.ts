import { columnsOf, type Dataset } from "#core/dataset";
import type { Kind } from "#core/field";
import { type Problem, problem } from "#core/problem/problem";

type Kinds = readonly Kind["kind"][];

const summable: Kinds = ["money", "count"];
const spans: Kinds = ["month", "year"];
const dates: Kinds = ["date", "month", "year"];

/** Agreements of columns that are not in the file, or cannot be compared with each other. */
export function agreementProblems(d: Dataset): readonly Problem[] {
  const columns = columnsOf(d);
  const problems: Problem[] = [];

  /** The kind of a column, if it is there and of one of these. */
  function kind(at: string, name: string, expected?: Kinds): Kind["kind"] | undefined {
    const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
    if (!column) {
      const details = { at, found: name, known: Object.keys(columns) };
      problems.push(problem("unknown name", { ...details, of: "column" }));
      return undefined;
    }
    if (!expected || expected.includes(column.kind)) return column.kind;
    problems.push(problem("wrong kind", { at, name, expected, found: column.kind }));
    return undefined;
  }
  const like = (found: Kind["kind"] | undefined): Kinds | undefined => found && [found];

  d.agreements?.forEach((a, i) => {
    const at = `agreements[${i}]`;
    switch (a.rule) {
      case "adds up": {
        const same = like(kind(`${at}.equals`, a.equals, summable));
        for (const side of ["plus", "minus"] as const)
          a[side]?.forEach((name, j) => {
            kind(`${at}.${side}[${j}]`, name, same ?? summable);
          });
        break;
      }
      case "at most": {
        const least = kind(`${at}.least`, a.least, [...summable, "share", ...dates]);
        kind(`${at}.most`, a.most, least && dates.includes(least) ? dates : like(least));
        break;
      }
      case "carries": {
        const same = like(kind(`${at}.opening`, a.opening, summable));
        kind(`${at}.closing`, a.closing, same ?? summable);
        kind(`${at}.along`, a.along, spans);
        a.by.forEach((name, j) => {
          kind(`${at}.by[${j}]`, name);
        });
        break;
      }
    }
  });
  return problems;
}
