import type { Dataset } from "#core/dataset";
import { type Problem, problem } from "#core/problem";

/** The table in which another dataset's published rows can be read. */
export const tableOf = (id: string): string => id.replaceAll("-", "_");

type Uses = Pick<Dataset, "id" | "uses">;

/** Datasets that are named in `uses` and are not there, or that use each other in a circle. */
export function checkUses(d: Uses, all: readonly Uses[]): readonly Problem[] {
  const known = all.map(({ id }) => id);
  const unknown = (d.uses ?? []).filter((id) => !known.includes(id));
  if (unknown.length > 0) return unknown.map((found) => problem("unknown use", { found, known }));
  const circle = circleFrom(d, all, [d.id]);
  return circle ? [problem("use circle", { ids: circle })] : [];
}

function circleFrom(
  d: Uses,
  all: readonly Uses[],
  path: readonly string[],
): readonly string[] | null {
  for (const id of d.uses ?? []) {
    if (id === path[0]) return [...path, id];
    const next = all.find((other) => other.id === id);
    const circle = next && !path.includes(id) ? circleFrom(next, all, [...path, id]) : null;
    if (circle) return circle;
  }
  return null;
}

/** Each after those it uses, otherwise in the order given; for datasets in which `checkUses` finds nothing. */
export function inOrderOfUse<T extends { dataset: Uses }>(all: readonly T[]): readonly T[] {
  const sorted = new Set<T>();
  const add = (one: T) => {
    for (const id of one.dataset.uses ?? []) {
      const used = all.find(({ dataset }) => dataset.id === id);
      if (used && !sorted.has(used)) add(used);
    }
    sorted.add(one);
  };
  for (const one of all) add(one);
  return [...sorted];
}
