import { describe, expect, it } from "vitest";
import type { Dataset } from "#core/dataset";
import { maskName } from "#core/gate/person-name";
import { publish } from "#core/gate/publish";
import { literal, sqlType } from "#core/query/sql";
import { ask, openDuck } from "#scripts/lib/duck";
import traders from "./fixtures/traders/dataset.ts";
import { startRandom } from "./random.ts";
import { scratch } from "./scratch.ts";

const folder = scratch("mask");

/** Two masked fields, each with a say of its own. */
const d: Dataset = {
  ...traders,
  privacy: [
    ...traders.privacy.filter(({ rule }) => rule === "mask"),
    {
      rule: "mask",
      field: "remark",
      when: { field: "status", is: ["修复"] },
      because: { law: "pipl" },
    },
  ],
};

const names = ["张金三", "欧阳海英", "演示甲商行", "演示李四修理部", "个体户王五", "", null];
const random = startRandom(3);
const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
const rows = Array.from({ length: 5000 }, (_, i) => ({
  id: `k${i}`,
  trader: pick(names),
  sort: pick(["企业", "个体", null]),
  remark: pick(names),
  owed: i,
  until: "2026-12-31",
  status: pick(["公示", "修复"]),
  left_on: null,
  why: null,
  source_row: ((i * 7919) % 5000) + 2, // not in the order of the table
}));

const hidden = (text: string | null, isPerson: boolean) =>
  isPerson && text !== null ? maskName(text) : text;

describe("the gate", () => {
  it("masks the names of persons in each row, of others in none, and keeps the order", async () => {
    const duck = await openDuck(folder);
    const fields = Object.entries(d.fields);
    const columns = fields.map(([f, column]) => `"${f}" ${sqlType(column)}`).join(", ");
    await duck.run(`CREATE TABLE prepared (${columns})`);
    const values = rows.map(
      (row) => `(${fields.map(([f]) => literal(row[f as keyof typeof row])).join(", ")})`,
    );
    await duck.run(`INSERT INTO prepared VALUES ${values.join(", ")}`);
    const published = await ask(duck, `SELECT id, trader, remark FROM (${publish(d)})`);
    const expected = [...rows]
      .sort((a, b) => a.source_row - b.source_row)
      .map(({ id, trader, sort, remark, status }) => ({
        id,
        trader: hidden(trader, sort !== "企业"),
        remark: hidden(remark, status === "修复"),
      }));
    expect(published).toEqual(expected);
    duck.closeSync();
  });
});
