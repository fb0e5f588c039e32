import type { Dataset } from "#core/dataset";

/** The fields that may be seen: all that are declared, less those a rule drops. */
export function publicFields(d: Dataset): readonly string[] {
  const dropped = new Set(d.privacy.filter((p) => p.rule === "drop").map((p) => p.field));
  return Object.keys(d.fields).filter((f) => !dropped.has(f));
}

/** What rows are listed by: their line in the source where that is published, so that the list reads as its source does. */
export const orderOf = (d: Dataset): string =>
  publicFields(d).includes("source_row") ? "source_row" : d.key;

/** The dataset as readers get it: without what the gate holds back, so that nothing can mention it. */
export function publicDataset(d: Dataset): Dataset {
  const { input: _, tickets: __, ...published } = d;
  const fields = Object.fromEntries(
    publicFields(d).map((f) => [f, d.fields[f]]),
  ) as Dataset["fields"];
  return { ...published, fields };
}
