import { referencesOf } from "#core/check/reference";
import { columnsOf, type Dataset } from "#core/dataset";
import { agreementProblems } from "#core/declaration/agreement";
import { chartProblems, metricProblems } from "#core/declaration/metric";
import { startNames } from "#core/declaration/name";
import { shapeFaults } from "#core/declaration/shapes";
import type { Column, Kind } from "#core/field";
import { type Problem, problem } from "#core/problem/problem";

/** Kinds of which a reader chooses one value. */
const choices: readonly Kind["kind"][] = ["category", "region", "text", "year", "month"];
const numbers: readonly Kind["kind"][] = ["count", "money", "share"];

/** What makes a value no declaration at all; nothing else can be said of it then. */
export const checkShape = (declared: unknown): readonly Problem[] =>
  shapeFaults(declared).map((fault) => problem("wrong shape", fault));

/** What does not hang together in a declaration, by itself and beside the others; the privacy rules have their own check. */
export const checkDeclaration = (d: Dataset, others: readonly Dataset[]): readonly Problem[] => [
  ...nameProblems(d),
  ...columnProblems("fields", d.fields),
  ...columnProblems("input", d.input ?? {}),
  ...columnProblems("tickets", d.tickets ?? {}),
  ...agreementProblems(d),
  ...metricProblems(d),
  ...chartProblems(d),
  ...otherProblems(d, others),
];

/** Fields and metrics that are named and not declared, or of another kind than is needed. */
function nameProblems(d: Dataset): readonly Problem[] {
  const { field, metric, where, problems } = startNames(d);
  field("key", d.key, ["text"]);
  if (d.apart !== undefined) field("apart", d.apart, ["category"]);
  d.filters.forEach((f, i) => {
    field(`filters[${i}]`, f, choices);
  });
  d.ranges?.forEach((f, i) => {
    field(`ranges[${i}]`, f, ["count", "money"]);
  });
  d.search.forEach((f, i) => {
    field(`search[${i}]`, f, ["text", "documents", "region", "uscc"]);
  });
  d.table.forEach((f, i) => {
    field(`table[${i}]`, f);
  });
  field("row.title", d.row.title, ["text", "month"]);
  d.groups?.forEach(({ by, of, order }, i) => {
    field(`groups[${i}].by`, by, choices);
    field(`groups[${i}].order`, order, numbers);
    of.forEach((m, j) => {
      metric(`groups[${i}].of[${j}]`, m);
    });
  });
  const { organisations: o } = d;
  if (o) {
    field("organisations.uscc", o.uscc, ["uscc"]);
    field("organisations.name", o.name, ["text"]);
    field("organisations.on", o.on, ["date"]);
    o.table.forEach((f, i) => {
      field(`organisations.table[${i}]`, f);
    });
    where("organisations.where", o.where);
    o.of.forEach((m, j) => {
      metric(`organisations.of[${j}]`, m);
    });
  }
  return problems;
}

/** Columns that are filled or read out of others which are not there. */
function columnProblems(at: string, columns: Readonly<Record<string, Column>>): Problem[] {
  const known = Object.keys(columns);
  return Object.entries(columns).flatMap(([name, { merged, of }]) => {
    const named = [
      ...(merged?.within ?? []).map((w, i) => [`${at}.${name}.merged.within[${i}]`, w] as const),
      ...(of ? [[`${at}.${name}.of.column`, of.column] as const] : []),
    ];
    return named
      .filter(([, column]) => !Object.hasOwn(columns, column))
      .map(([place, found]) => problem("unknown name", { at: place, of: "column", found, known }));
  });
}

function otherProblems(d: Dataset, others: readonly Dataset[]): readonly Problem[] {
  const known = others.map(({ id }) => id);
  const unknown = (at: string, found: string) =>
    known.includes(found) ? [] : [problem("unknown dataset", { at, found, known })];
  const references = Object.entries(columnsOf(d)).flatMap(([name, { refers }]) => {
    if (!refers) return [];
    const at = `${d.input ? "input" : "fields"}.${name}.refers`;
    const to = others.find(({ id }) => id === refers.to);
    if (!to) return unknown(`${at}.to`, refers.to);
    const columns = columnsOf(to);
    const lacks = (refers.needs ?? []).flatMap((found, i) => {
      const details = { at: `${at}.needs[${i}]`, of: "column", found, known: Object.keys(columns) };
      return Object.hasOwn(columns, found)
        ? []
        : [problem("unknown name", { ...details, of: "column" })];
    });
    const key = columns[to.key];
    const details = { at: `${at}.to`, to: to.id, key: to.key };
    return [...(key && !key.of ? [] : [problem("key not in file", details)]), ...lacks];
  });
  const circle = circleOf(d, others);
  return [
    ...(d.uses ?? []).flatMap((id, i) => unknown(`uses[${i}]`, id)),
    ...references,
    ...(circle ? [circle] : []),
  ];
}

/** A way from a dataset back to itself, told once: for the first of its ids. */
function circleOf(d: Dataset, others: readonly Dataset[]): Problem | undefined {
  const next = (one: Dataset) => [...(one.uses ?? []), ...referencesOf(one).map(({ to }) => to)];
  const seen = new Set<string>();
  const search = (one: Dataset, path: readonly string[]): readonly string[] | undefined => {
    for (const id of next(one)) {
      if (id === d.id) return [...path, id];
      const other = others.find((o) => o.id === id);
      if (!other || id < d.id || seen.has(id)) continue; // told for that one
      seen.add(id);
      const circle = search(other, [...path, id]);
      if (circle) return circle;
    }
    return undefined;
  };
  const ids = search(d, [d.id]);
  if (!ids) return undefined;
  const all = others.filter(({ id }) => ids.includes(id));
  const by = [
    ...(all.some(({ uses = [] }) => uses.some((id) => ids.includes(id))) ? ["uses"] : []),
    ...(all.some((o) => referencesOf(o).some(({ to }) => ids.includes(to))) ? ["refers"] : []),
  ];
  return problem("dataset circle", { by: by.join(", "), ids });
}
