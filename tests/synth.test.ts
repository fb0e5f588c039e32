import { execFile } from "node:child_process";
import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import Papa from "papaparse";
import { beforeAll, describe, expect, it } from "vitest";
import { checkUscc } from "#core/check/uscc";
import { columnsOf, type Dataset } from "#core/dataset";
import { regionByCode } from "#core/region/region";
import { findPersonal } from "#core/sweep/personal";
import { checkFile } from "#scripts/lib/csv";
import { ask, openDuck } from "#scripts/lib/duck";
import { findDatasets } from "#scripts/lib/find";
import { canaries } from "#scripts/lib/synth/ticket";
import { synth } from "#scripts/synth";
import { scratch } from "./scratch.ts";

const folder = scratch("synth");
const found = await findDatasets("data");
const made = found.map(({ dataset }) => dataset).filter(({ demonstration }) => demonstration);
const source = (dir: string, id: string) => join(folder, dir, id, "source.csv");
const written = (dir: string, id: string) => readFile(source(dir, id), "utf8");

type Row = Readonly<Record<string, string>>;
const rowsOf = (csv: string): Row[] =>
  Papa.parse<Row>(csv, { header: true, skipEmptyLines: true }).data;
const sound = async (path: string, dataset: Dataset) => (await checkFile(path, dataset)).problems;

beforeAll(async () => {
  await synth({ rows: 4000, seed: 1, out: join(folder, "one"), tickets: join(folder, "one.csv") });
  await synth({ rows: 4000, seed: 1, out: join(folder, "two"), tickets: join(folder, "two.csv") });
  await synth({ rows: 4000, seed: 2, out: join(folder, "other") });
  await synth({ rows: 20_000, seed: 7, out: join(folder, "many") });
});

describe.each(made.map((dataset) => [dataset.id, dataset] as const))("%s", (id, dataset) => {
  it("is committed as the command writes it", async () => {
    const committed = await readFile(join("data", id, "source.csv"), "utf8");
    expect(committed === (await written("one", id)), "npm run synth writes other rows").toBe(true);
  });

  it("has the same bytes for the same seed, and others for another", async () => {
    const one = await written("one", id);
    expect((await written("two", id)) === one).toBe(true);
    expect((await written("other", id)) === one).toBe(false);
  });

  it("passes its check without a word, whatever the seed", async () => {
    for (const dir of ["one", "other", "many"])
      expect(await sound(source(dir, id), dataset)).toEqual([]);
  });

  it("tells of nothing after October 2026 but how long a case is published", async () => {
    const dates = Object.entries(columnsOf(dataset)).filter(
      ([name, { kind }]) => (kind === "date" || kind === "month") && name !== "publish_until",
    );
    for (const row of rowsOf(await written("many", id)))
      for (const [name] of dates) expect((row[name] ?? "") <= "2026-10-31").toBe(true);
  });

  it("holds no number of a person and no address", async () => {
    expect(findPersonal(await written("one", id))).toEqual([]);
  });
});

const named: Readonly<Record<string, readonly string[]>> = {
  "subsidy-programmes": ["name", "authority", "contact_office"],
  "subsidy-awards": ["recipient_name"],
  "arrears-cases": ["debtor_name", "exposing_authority"],
};

it.each(Object.entries(named))("%s names nobody who could be real", async (id, columns) => {
  const names = rowsOf(await written("many", id)).flatMap((row) => columns.map((c) => row[c]));
  expect(names.filter((name = "") => !/演示|示例/.test(name))).toEqual([]);
  expect(names.length).toBeGreaterThan(50);
});

describe("organisations", () => {
  let pairs: { uscc: string; name: string; kind: string }[] = [];
  beforeAll(async () => {
    const awards = rowsOf(await written("many", "subsidy-awards"));
    const cases = rowsOf(await written("many", "arrears-cases"));
    pairs = [
      ...awards.map((r) => ({
        uscc: r["uscc"],
        name: r["recipient_name"],
        kind: r["subject_type"],
      })),
      ...cases.map((r) => ({
        uscc: r["debtor_uscc"],
        name: r["debtor_name"],
        kind: r["debtor_type"],
      })),
    ].map(({ uscc = "", name = "", kind = "" }) => ({ uscc, name, kind }));
  });

  it("have codes valid by both check characters, in a region that there is", () => {
    const weights = [3, 7, 9, 10, 5, 8, 4, 2];
    for (const { uscc } of pairs) {
      expect([uscc, checkUscc(uscc)]).toEqual([uscc, "ok"]);
      const sum = weights.reduce((s, w, i) => s + w * Number.parseInt(uscc[8 + i] ?? "", 36), 0);
      expect([uscc, uscc[16]]).toEqual([uscc, "0X987654321"[sum % 11]]);
      expect(regionByCode[uscc.slice(2, 8)]?.kind).toMatch(/county|xpcc city/);
      expect(uscc.slice(8, 12)).toBe("MA00");
    }
  });

  it("have one name a code, one code an organisation, and the code of their kind", () => {
    const start: Readonly<Record<string, string>> = {
      企业: "91",
      个体工商户: "92",
      合作社: "93",
      社会组织: "5",
      机关: "11",
      事业单位: "12",
      国有企业: "91",
      大型企业: "91",
    };
    const nameOf = new Map<string, string>();
    const codeOf = new Map<string, string>();
    for (const { uscc, name, kind } of pairs) {
      expect(nameOf.get(uscc) ?? name).toBe(name);
      expect(codeOf.get(uscc.slice(8)) ?? uscc).toBe(uscc);
      expect(uscc.startsWith(start[kind] ?? "?")).toBe(true);
      nameOf.set(uscc, name);
      codeOf.set(uscc.slice(8), uscc);
    }
    expect(nameOf.size).toBeGreaterThan(3000);
  });

  it("are also kindergartens, service centres, branches and people", () => {
    for (const kind of [/幼儿园$/, /服务中心$/, /分公司$/, /^(.演示|.示例)$/, /·(演示|示例)$/])
      expect(pairs.some(({ name }) => kind.test(name))).toBe(true);
    const people = pairs.filter(({ name }) => !name.startsWith("演示"));
    expect(new Set(people.map(({ kind }) => kind))).toEqual(new Set(["个体工商户"]));
  });
});

it("plants in 20,000 awards what the checks are to find", async () => {
  const duck = await openDuck(join(folder, "spill"));
  const table = (id: string) => `read_csv('${source("many", id)}')`;
  await duck.run(`CREATE TABLE a AS FROM ${table("subsidy-awards")}`);
  await duck.run(`CREATE TABLE p AS FROM ${table("subsidy-programmes")}`);
  await duck.run(`CREATE TABLE c AS FROM ${table("arrears-cases")}`);
  const [planted] = await ask(
    duck,
    `SELECT
      (SELECT count(*) FROM (FROM a SELECT uscc GROUP BY uscc, prog_id, amount, approved_on HAVING count(*) > 1)) AS twice,
      (SELECT count(*) FROM a x JOIN a y USING (uscc, prog_id) JOIN p USING (prog_id)
        WHERE x.award_id < y.award_id AND y.approved_on - x.approved_on BETWEEN 0 AND 30
        AND x.amount <> y.amount AND abs(x.amount - y.amount) <= 0.01 * x.amount AND capped = '无') AS nearly,
      (SELECT count(*) FROM a WHERE paid_on < approved_on) AS early,
      (SELECT count(*) FROM a JOIN p USING (prog_id) WHERE paid_on - approved_on > promised_days::BIGINT) AS late,
      (SELECT count(*) FROM a WHERE uscc IN (SELECT debtor_uscc FROM c WHERE status = '曝光中' AND publish_until > '2026-12-31')) AS debtor,
      (SELECT count(*) FROM a JOIN p USING (prog_id) WHERE capped = '无' AND amount >= 100000 AND amount % 100000 = 0) AS round,
      (SELECT max(under) FROM (FROM a SELECT count(*) FILTER (amount >= 490000 AND amount < 500000) AS under GROUP BY prog_id)) AS bunched,
      (SELECT count(*) FROM (FROM a JOIN p USING (prog_id) SELECT prog_id WHERE capped = '无' GROUP BY prog_id HAVING count(*) >= 500)) AS large,
      (SELECT count(*) FROM a WHERE status = '撤销' AND revoked_on IS NOT NULL AND paid_on IS NULL) AS revoked,
      (SELECT count(*) FROM a WHERE status = '追回' AND revoked_on > paid_on) AS recovered,
      (SELECT count(*) FROM a WHERE status IN ('拟补助', '公示中') AND approved_on > '2026-08-01') AS open,
      (SELECT count(*) FROM c WHERE status = '曝光中' AND publish_until <= '2026-10-31') AS expired,
      (SELECT count(*) FROM c WHERE status = '曝光中' AND publish_until BETWEEN '2026-11-01' AND '2026-11-30') AS ending`,
  );
  duck.closeSync();
  const few = Object.entries(planted ?? {}).filter(([, n]) => Number(n) < 3);
  expect(few).toEqual([]);
  expect(Object.keys(planted ?? {})).toHaveLength(13);
});

it("gives every award a programme of its place whose procedure is told", async () => {
  const programmes = new Map(
    rowsOf(await written("many", "subsidy-programmes")).map((row) => [row["prog_id"], row]),
  );
  for (const { prog_id, region = "" } of rowsOf(await written("many", "subsidy-awards"))) {
    const { conditions, materials, steps, region: where = "" } = programmes.get(prog_id) ?? {};
    expect(conditions && materials && steps).toBeTruthy();
    expect(where === "650000" || region.startsWith(where.replace(/00$/, ""))).toBe(true);
  }
});

describe("tickets", () => {
  const complaints = made.find(({ id }) => id === "complaints");
  const { tickets = {} } = complaints ?? {};

  it("pass the check of tickets, and are the same for the same seed", async () => {
    if (!complaints) throw new Error("no complaints declared");
    const path = join(folder, "one.csv");
    expect(await sound(path, { ...complaints, input: tickets, key: "ticket_id" })).toEqual([]);
    const text = await readFile(path, "utf8");
    expect(text === (await readFile(join(folder, "two.csv"), "utf8"))).toBe(true);
    expect(text.split("\n")[0]).toBe(Object.keys(tickets).join(","));
  });

  it("hold canaries, which no source that is committed holds", async () => {
    const text = await readFile(join(folder, "one.csv"), "utf8");
    for (const canary of Object.values(canaries)) expect(text.includes(canary)).toBe(true);
    const words = [canaries.caller, canaries.content, canaries.identity];
    for (const { id } of made) {
      const committed = await readFile(join("data", id, "source.csv"), "utf8");
      for (const canary of words) expect(committed.includes(canary)).toBe(false);
    }
  });
});

describe("the command", () => {
  const run = (...args: string[]) =>
    new Promise<{ code: number; out: string; err: string }>((done) => {
      execFile(process.execPath, ["scripts/synth.ts", ...args], (error, out, err) =>
        done({ code: error ? Number(error.code) : 0, out, err }),
      );
    });

  it.each([
    [["--fast"], "不认识“--fast”"],
    [["--rows", "0"], "不认识“--rows 0”"],
    [["--rows", "1e3"], "不认识“--rows 1e3”"],
    [["--seed", "-1"], "不认识“--seed"],
    [["--out"], "不认识“--out"],
    [["here"], "不认识“here”"],
  ])("answers %j in a sentence and writes nothing", async (args, sentence) => {
    const out = join(folder, "nowhere");
    const result = await run(...args, ...(args[0] === "--out" ? [] : ["--out", out]));
    expect(result).toMatchObject({ code: 1, out: "" });
    expect(result.err).toContain(sentence);
    expect(result.err.trim().split("\n")).toHaveLength(1);
    await expect(access(out)).rejects.toThrow();
  });

  it("writes as many awards as asked for", async () => {
    const out = join(folder, "few");
    expect(await run("--rows", "17", "--out", out)).toEqual({ code: 0, out: "", err: "" });
    expect(rowsOf(await written("few", "subsidy-awards"))).toHaveLength(17);
  });
});
