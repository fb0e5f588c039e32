import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import {
  columnFromArray,
  columnFromValues,
  dictionary,
  int32,
  tableFromColumns,
  tableToIPC,
  utf8,
} from "@uwdata/flechette";
import { describe, expect, it } from "vitest";
import { findPersonal } from "#core/sweep/personal";
import { suspects } from "#core/sweep/suspect";
import { sweepArrow } from "#scripts/lib/sweep/arrow";
import { withDuck } from "#scripts/lib/sweep/duck";
import { sweepFolder } from "#scripts/lib/sweep/folder";
import { sweepParquet } from "#scripts/lib/sweep/parquet";
import { sweepTasks } from "#scripts/lib/sweep/pool";
import type { Job } from "#scripts/lib/sweep/reader";
import { misleading } from "./disguises.ts";
import { scratch } from "./scratch.ts";
import { cleanRow, people, random } from "./specimens.ts";

const none: ReadonlySet<string> = new Set();
const mobile = "13800138000";

const folder = scratch("suspect");

async function* cut(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
}

/** A job, and what it is told: where, and how much of a value may be shown. */
function listen(path: string): { job: Job; told: string[] } {
  const told: string[] = [];
  const tell: Job["tell"] = ({ excerpt }, { line, column, spot }) => {
    const place = spot.in === "row" ? `${column?.zh} ${spot.row}` : `${line ?? spot.in}`;
    told.push(`${place} ${excerpt}`);
  };
  return { job: { path, contacts: none, amounts: none, tell }, told };
}

describe("suspects", () => {
  const rounds = Number(process.env["SWEEP_TEXTS"] ?? 4000);

  it(`are near all that is found in ${rounds} texts made to be misread`, () => {
    const next = random(20260601);
    let found = 0;
    for (let i = 0; i < rounds; i++) {
      const text = misleading(next);
      const places = suspects(Buffer.from(text));
      for (const { index, end } of findPersonal(text)) {
        const from = Buffer.byteLength(text.slice(0, index));
        const to = from + Buffer.byteLength(text.slice(index, Math.max(end, index + 1)));
        const isNear = places.some((s) => s.start - 512 < to && s.end + 512 > from);
        expect([isNear, text]).toEqual([true, text]);
        found += 1;
      }
    }
    expect(found).toBeGreaterThan(rounds / 3);
  });

  it("are the same wherever in memory the bytes begin", () => {
    const next = random(3);
    for (let i = 0; i < 500; i++) {
      const bytes = Buffer.from(misleading(next));
      const moved = Buffer.concat([Buffer.alloc(1), bytes]).subarray(1);
      const behind = suspects(Buffer.concat([Buffer.from(",,,"), bytes]), 3);
      expect(suspects(moved)).toEqual(suspects(bytes));
      expect(behind.map(({ start, end }) => ({ start: start - 3, end: end - 3 }))).toEqual(
        suspects(bytes),
      );
    }
  });

  it("are few among codes, dates, amounts and hashes", () => {
    const next = random(4);
    let [cells, places] = [0, 0];
    for (let i = 0; i < 2000; i++)
      for (const cell of cleanRow(next)) {
        cells += 1;
        places += suspects(Buffer.from(cell)).length;
      }
    expect(places / cells).toBeLessThan(0.01);
  });
});

describe("tables", () => {
  const rows = 2000;
  /** Codes of few texts, and of many: the last ends with a digit so that it and the next look like one number. */
  const texts = Array.from({ length: rows }, (_, i) => `演示${i}号1380013`);
  const kinds = Array.from({ length: rows }, (_, i) => `第${i % 7}类`);
  const plant = (values: string[], row: number) => values.with(row, mobile);

  it("in Arrow are searched batch by batch, each text by itself", async () => {
    const batch = (names: readonly string[], codes: string[]) =>
      tableFromColumns({
        name: columnFromValues(names, utf8()),
        code: columnFromArray(codes, dictionary(utf8(), int32())),
      });
    const bytesOf = (names: readonly string[], codes: string[]) =>
      Buffer.from(tableToIPC(batch(names, codes), { format: "stream" }) ?? "");
    const clean = bytesOf(texts, kinds);
    const dirty = bytesOf(plant(texts, 7), plant(kinds, 9));
    const sweep = async (bytes: Buffer) => {
      const { job, told } = listen("x.arrow");
      await sweepArrow(cut(bytes, 1000), job);
      return told;
    };
    expect(await sweep(clean)).toEqual([]);
    expect(await sweep(dirty)).toEqual(["name 8 138***00", "code 10 138***00"]);
    await expect(sweep(dirty.subarray(0, 30_000))).rejects.toThrow("cut off");
  });

  it("in Parquet are searched, be they stored as codes or as texts", async () => {
    await mkdir(folder, { recursive: true });
    const path = join(folder, "x.parquet");
    const sql = (text: string, kind: string) =>
      `SELECT CASE WHEN i = 125000 THEN '${text}' ELSE '演示' || i || '号1380013' END AS name,
        CASE WHEN i = 126000 THEN '${kind}' ELSE '第' || (i % 7) || '类' END AS code,
        i / 3 AS share, CAST(i * 1000000 AS DECIMAL(18, 2)) AS amount, DATE '2026-01-01' + CAST(i % 900 AS INTEGER) AS day
       FROM range(130000) r(i)`;
    const sweep = async (text: string, kind: string) => {
      await withDuck((duck) => duck.run(`COPY (${sql(text, kind)}) TO '${path}' (FORMAT parquet)`));
      const { job, told } = listen("x.parquet");
      await sweepParquet(path, { ...job, amounts: new Set(["amount"]) });
      return told;
    };
    expect(await sweep("甲", "乙")).toEqual([]);
    expect(await sweep(mobile, mobile)).toEqual(["name 125001 138***00", "code 126001 138***00"]);
  });
});

describe("folders", () => {
  it("have their compressed copies searched where these are not what they seem to be", async () => {
    const dir = join(folder, "copies");
    await mkdir(dir, { recursive: true });
    await writeFile(join(dir, "a.txt"), "nothing yet");
    await writeFile(join(dir, "a.txt.gz"), gzipSync(mobile));
    await writeFile(join(dir, "a.txt.br"), brotliCompressSync("nothing yet"));
    await writeFile(join(dir, "b.txt"), mobile);
    await writeFile(join(dir, "b.txt.gz"), gzipSync(mobile));
    await writeFile(join(dir, "c.txt.gz"), gzipSync(mobile));
    const { problems, files } = await sweepFolder(dir, { contacts: none, amounts: () => none });
    expect(files).toBe(6);
    expect(problems.map(({ file }) => file)).toEqual(["a.txt.gz", "b.txt", "c.txt.gz"]);
  });

  it("are told of in the same order and words, whether one thread searches or several", async () => {
    const dir = join(folder, "threads");
    await mkdir(dir, { recursive: true });
    const next = random(5);
    const task = async (_: unknown, i: number) => {
      const path = join(dir, `${i}.csv`);
      const lines = Array.from(
        { length: 30 },
        () => `${next(99)},${next(9) ? "x" : people.mobile(next)}`,
      );
      await writeFile(path, `id,note\n${lines.join("\n")}\n`);
      return { path, name: `${i}.csv`, amounts: none };
    };
    const tasks = await Promise.all(Array.from({ length: 80 }, task));
    const sized = (bytes: number) => tasks.map((t) => ({ task: t, bytes }));
    const contacts = new Set<string>();
    const alone = await sweepTasks(sized(1), contacts);
    expect(await sweepTasks(sized(450_000), contacts)).toEqual(alone);
    expect(alone.flatMap(({ problems }) => problems).length).toBeGreaterThan(40);
  });
});
