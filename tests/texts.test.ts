import type { DuckDBConnection } from "@duckdb/node-api";
import { beforeAll, describe, expect, it } from "vitest";
import { wordPattern } from "#core/query/fold";
import { place } from "#core/query/stored";
import { Texts } from "#islands/texts";
import { ask, openDuck } from "#scripts/lib/duck";
import { scratch } from "./scratch.ts";

// More rows than are read at a time; every third is blank.
const rows = 300_000;
let duck: DuckDBConnection;
let texts: Texts;

beforeAll(async () => {
  duck = await openDuck(scratch("texts"));
  await duck.run(
    `CREATE TABLE rows AS SELECT i AS ${place}, CASE WHEN i % 3 = 0 THEN NULL ELSE '甲（' || i || '）Ab' || chr(10) || '𠮷乙' END AS name FROM range(${rows}) r(i)`,
  );
  const engine = {
    text: async (sql: string) =>
      (await ask(duck, sql)).flatMap((row) => Object.values(row).map(String)).join(""),
  };
  texts = await Texts.read(engine, "name", rows);
}, 60_000);

const found = (word: string): readonly number[] => {
  const mask = new Uint8Array(rows);
  texts.mark(mask, wordPattern(word));
  return [...mask.entries()].flatMap(([i, isFound]) => (isFound ? i : []));
};
const all = Array.from({ length: rows }, (_, i) => i).filter((i) => i % 3 !== 0);

describe("texts row by row", () => {
  it("have a word in the rows that have it, whichever piece they are in", () => {
    expect(found("[299999]")).toEqual([299_999]);
    expect(found("[131072]")).toEqual([131_072]);
    expect(found("29999")).toEqual(all.filter((i) => String(i).includes("29999")));
    expect(found("甲")).toEqual(all);
  });

  it("are found whatever the width, case and brackets, and characters beyond the common ones whole", () => {
    for (const word of ["甲[1]a", "甲[1]ab"]) expect(found(word)).toEqual([1]);
    expect(found("𠮷乙")).toEqual(all);
    expect(found("𠮶")).toEqual([]);
  });

  it("have no word that goes from one row into the next, and none of those that mean something in a pattern", () => {
    for (const word of ["乙甲", ".", "甲.1", "^", "-", "\\", "(甲)?"])
      expect(found(word), word).toEqual([]);
  });
});
