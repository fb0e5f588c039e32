import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { columnFromArray, float64, int64, tableFromColumns, tableToIPC } from "@uwdata/flechette";
import { describe, expect, it, vi } from "vitest";
import { findPersonal } from "#core/sweep/personal";
import { suspects } from "#core/sweep/suspect";
import { compile } from "#scripts/compile";
import { openDuck } from "#scripts/lib/duck";
import { findDatasets } from "#scripts/lib/find";
import { sweepCsv } from "#scripts/lib/sweep/csv";
import { sweepFolder } from "#scripts/lib/sweep/folder";
import { sweepText } from "#scripts/lib/sweep/text";
import { writeWorkbook } from "#scripts/lib/xlsx";
import { disguises } from "./disguises.ts";
import { compiled, scratch } from "./scratch.ts";
import { cleanRow, people, random } from "./specimens.ts";

const folder = scratch("sweep");
const specimen = "11010519491231002X"; // of GB 11643 itself
const none = { contacts: new Set<string>(), amounts: () => new Set<string>() };

describe("detection", () => {
  const rows = Number(process.env["SWEEP_ROWS"] ?? 100_000);

  it(`raises no alarm in ${rows} rows of what is not personal`, { timeout: 600_000 }, () => {
    const next = random(20260131);
    const alarms: string[] = [];
    for (let i = 0; i < rows; i++)
      for (const cell of cleanRow(next)) if (findPersonal(cell).length > 0) alarms.push(cell);
    expect(alarms).toEqual([]);
  });

  it("finds every one of 11,250 planted numbers in 15 disguises, and shows none", () => {
    const next = random(1);
    const missed: string[] = [];
    let planted = 0;
    for (const [name, disguise] of Object.entries(disguises))
      for (const [kind, make] of Object.entries(people))
        for (let i = 0; i < 250; i++) {
          const value = make(next);
          const text = disguise(value);
          const found = findPersonal(text).find((f) => f.kind === kind);
          planted += 1;
          if (!found || suspects(Buffer.from(text)).length === 0)
            missed.push(`${kind} ${name}: ${text}`);
          expect(found?.excerpt.length ?? 0).toBeLessThan(9);
        }
    expect(planted).toBe(11_250);
    expect(missed).toEqual([]);
  });

  it.each([
    "0991-2345678",
    "（0991）2345678",
    "(010) 8123 4567",
    "电话09912345678",
    "+86 138 0013 8000",
    "+8613800138000",
    "13800138000.0",
    "a.b@qq.com",
    "zhang＠163.com",
    "li [at] sina.com",
    "mailto:xiao%40qq.com",
    "身份证：110105491231002",
    `${specimen}13800138000`,
    "卡号 4111111111111111",
  ])("finds %s", (text) => expect(findPersonal(text)).toHaveLength(1));

  it.each([
    "12345",
    "12315",
    "914403001922038216",
    "91650100MA00000159",
    "654203-3f2a91bc04d1",
    "13812345678.50",
    "13812345678元",
    "110105491231002",
    "4111111111111111",
    "0.6228481234567890128",
    "icon@2x.png",
    "you@example.org",
    "M150.1234.5678",
    "150000-160000",
    "2020-01-02 345",
    "1380013\n8000\n5000",
  ])("passes %s", (text) => expect(findPersonal(text)).toEqual([]));

  it("lets an office's phone pass where it is declared, and no identity number", () => {
    const contacts = new Set(["09912345678", specimen]);
    expect(findPersonal("0991-2345678", { contacts })).toEqual([]);
    expect(findPersonal(specimen, { contacts })).toHaveLength(1);
  });

  it.each([3, 22, 23, 40, 200])("finds each of %i mobile numbers in a list", async (count) => {
    const mobiles = Array.from({ length: count }, (_, i) => `138${10_000_000 + 7919 * i}`);
    const apart = mobiles.map((m) => [m.slice(0, 3), m.slice(3, 7), m.slice(7)]);
    for (const gap of [" ", "-", "\n", "\u3000"]) {
      const list = apart.flat().join(gap);
      expect(findPersonal(list).map(({ value }) => value)).toEqual(mobiles);
      expect(suspects(Buffer.from(list))).not.toEqual([]);
      if (count < 22) continue;
      // Cut off in the middle of a number, as in pieces of a file.
      const cut = findPersonal(list.slice(5, -5)).map(({ value }) => value);
      expect(cut).toEqual(mobiles.slice(1, -1));
    }
  });

  it("finds a list of mobile numbers wherever a file is cut", async () => {
    const mobiles = Array.from({ length: 200 }, (_, i) => `138 ${1000 + i} ${9999 - i}`).join(" ");
    for (const before of [0, 255_000, 256_500, 261_000]) {
      const told: unknown[] = [];
      const job = { path: "x.txt", contacts: none.contacts, amounts: none.amounts() };
      const chunks = (async function* () {
        yield Buffer.from("文".repeat(before / 3) + mobiles + "\n".repeat(300_000 - before));
      })();
      await sweepText(chunks, { ...job, tell: (found) => told.push(found) }, true);
      expect(told.length).toBeGreaterThan(190);
    }
  });

  it("takes time in proportion to the text", () => {
    for (const text of [
      "1 ".repeat(4e5),
      "1@".repeat(4e5),
      "%31".repeat(3e5),
      "<a ".repeat(3e5),
      "a".repeat(1e6),
      "12345678901234567890".repeat(5e4),
    ])
      expect(() => findPersonal(text)).not.toThrow();
  });
});

describe("files", () => {
  it("are searched across every cut, each finding once", async () => {
    const chunk = (1 << 18) + 3;
    const cuts = [chunk, chunk - 4096]; // where a piece ends, and how far it is searched before the next comes
    const places = new Set(cuts.flatMap((c) => Array.from({ length: 80 }, (_, i) => c - 50 + i)));
    for (let place = chunk - 4200; place < chunk; place += 97) places.add(place);
    const spelled = [
      "zhangsan_zhangsan@qq.com",
      "138 0013 8000",
      "%31380013800%30",
      "138<b>0013</b>8000",
    ];
    for (const secret of [specimen, ...spelled])
      for (const isCsv of [false, true])
        for (const place of places) {
          const before = `${"演示,".repeat((place - 5) / 7)}${",".repeat((place - 5) % 7)}\n甲,`;
          const bytes = Buffer.from(`${before}${secret},乙\n${"演示,".repeat(2000)}\n`);
          const chunks = (async function* () {
            for (let i = 0; i < bytes.length; i += chunk) yield bytes.subarray(i, i + chunk);
          })();
          const found: unknown[] = [];
          const tell = (_: unknown, at: { line?: number }) => found.push(at.line);
          const job = { path: "x.json", contacts: none.contacts, amounts: none.contacts, tell };
          await (isCsv ? sweepCsv(chunks, job) : sweepText(chunks, job, true));
          expect([secret, place, found]).toEqual([secret, place, [2]]);
        }
  });

  it("are read in every form, and each finding says where", async () => {
    const dir = join(folder, "files");
    await mkdir(dir, { recursive: true });
    const csv = `id,note\n1,ok\n2,"first\n1380013\n8000"\n3,150000\n4,12345\n`;
    const big = `id,note\n${"1,nothing here 2020-01-02\n".repeat(20_000)}2,${specimen}\n`;
    await writeFile(join(dir, "a.csv"), csv);
    await writeFile(join(dir, "big.csv"), big);
    await writeFile(join(dir, "b.json"), '[\n{"phone":13800138000}\n]');
    await writeFile(join(dir, "c.html.gz"), gzipSync("<p>\n110105<b>19491231</b>002X"));
    await writeFile(join(dir, "d.txt.br"), brotliCompressSync(`${" ".repeat(2e5)}13800138000`));
    await writeFile(join(dir, "scan-13800138000.png"), "\x89PNG");
    await writeFile(join(dir, "e.png"), `\x89PNG\0\0tEXt${specimen}`);
    const text = (cell: string, t: string) =>
      `<c r="${cell}" t="inlineStr"><is><t>${t}</t></is></c>`;
    const rows = [
      `<row r="2"><c r="A2"><v>13800138000</v></c>${text("B2", "x")}</row>`,
      `<row r="3"><c r="A3"><v>1</v></c>${text("B3", specimen)}</row>`,
    ];
    const pieces = rows.map((row) => Buffer.from(row));
    await writeWorkbook(join(dir, "f.xlsx"), [
      { name: "表", headings: ["甲", "乙"], rows: pieces },
    ]);
    const duck = await openDuck(join(folder, "spill"));
    await duck.run(
      `COPY (SELECT 13800138000::BIGINT AS i, 13800138000::DOUBLE AS d, 13800138000::DECIMAL(18,2) AS m, 'x${specimen}' AS t) TO '${join(dir, "g.parquet")}' (FORMAT parquet)`,
    );
    duck.closeSync();
    const columns = {
      i: columnFromArray([1n, 13800138000n], int64()),
      d: columnFromArray([1, 13800138000], float64()),
    };
    await writeFile(join(dir, "h.arrow"), tableToIPC(tableFromColumns(columns), {}) ?? "");
    await writeFile(join(dir, "broken.parquet"), "PAR1");
    const { problems } = await sweepFolder(dir, none);
    const told = problems.map(({ file, problem: p }) => {
      if (p.code !== "personal data") return `${file} ${p.code}`;
      const { spot } = p;
      const place =
        spot.in === "row"
          ? spot.row
          : spot.in === "cell"
            ? `${spot.sheet}!${spot.cell}`
            : spot.in === "byte"
              ? "byte"
              : (p.line ?? spot.in);
      return `${file} ${place} ${p.column?.zh ?? ""} ${p.excerpt}`;
    });
    expect(told).toEqual([
      "a.csv 3 note 138***00",
      "b.json 2 phone 138***00",
      "big.csv 20002 note 110***2X",
      "broken.parquet cannot be swept",
      "c.html.gz 2  110***2X",
      "d.txt.br 1  138***00",
      "e.png byte  110***2X",
      "f.xlsx 表!A2 甲 138***00",
      "f.xlsx 表!B3 乙 110***2X",
      "g.parquet 1 i 138***00",
      "g.parquet 1 d 138***00",
      "g.parquet 1 m 138***00",
      "g.parquet 1 t 110***2X",
      "h.arrow 2 i 138***00",
      "h.arrow 2 d 138***00",
      "scan-138***00.png name  138***00",
    ]);
  });
});

describe("compile", () => {
  const tiny = async (name: string) => {
    const data = join(folder, name, "data");
    await cp("tests/fixtures/tiny", join(data, "tiny"), { recursive: true });
    return { data, out: join(folder, `${name}-build`), source: join(data, "tiny", "source.csv") };
  };
  const refused = async (data: string, out: string) => {
    const said = vi.spyOn(console, "error").mockImplementation(() => {});
    expect(await compile({ data, out, today: "2026-01-31", lang: "en" })).toBeNull();
    const text = said.mock.calls.join("\n");
    said.mockRestore();
    return text;
  };

  it("refuses a public identity number, says where, shows none, and leaves the last output", async () => {
    const { data, out, source } = await tiny("canary");
    await compiled(data, out);
    const before = await readFile(join(out, "catalog.json"), "utf8");
    const text = await readFile(source, "utf8");
    await writeFile(source, text.replace("演示一号市场", `市场 ${specimen}`));
    const said = await refused(data, out);
    expect(said).toContain("tiny.DEMONSTRATION.csv:2 column “place”");
    expect(said).toMatch(/xlsx.*cell B2/);
    expect(said).toMatch(/parquet.*row 1/);
    expect(said).toMatch(/arrow/);
    expect(said).toContain("110***2X");
    expect(said).not.toContain(specimen);
    expect(await readFile(join(out, "catalog.json"), "utf8")).toBe(before);
    expect((await readdir(folder)).filter((f) => f.endsWith(".next"))).toEqual([]);
  });

  it("lets an office's phone pass in a contact field only", async () => {
    const { data, out, source } = await tiny("contact");
    await writeFile(
      source,
      (await readFile(source, "utf8")).replace("演示一号市场", "0991-2345678"),
    );
    expect(await refused(data, out)).toContain("099***78");
    const copy = join(folder, "contact-2", "data");
    await cp(data, copy, { recursive: true });
    const declaration = join(copy, "tiny", "dataset.ts");
    const declared = await readFile(declaration, "utf8");
    await writeFile(
      declaration,
      declared.replace('place: { kind: "text",', 'place: { kind: "text", contact: true,'),
    );
    await compiled(copy, out);
  });

  it("refuses a personal field that no rule keeps back, and a copy of a personal column", async () => {
    const { data, out } = await tiny("rule");
    const declaration = join(data, "tiny", "dataset.ts");
    const declared = await readFile(declaration, "utf8");
    await writeFile(declaration, declared.replace(/privacy: \[.*\]/, "privacy: []"));
    await expect(findDatasets(data)).rejects.toThrow("personal field");
    const other = join(folder, "copied", "data");
    await cp(data, other, { recursive: true });
    const input = `input: { id: { kind: "text", label: { zh: "编号", en: "ID" } }, owner: { kind: "text", optional: true, personal: true, label: { zh: "业主", en: "Owner" } } }, fields: {`;
    const bare = declared
      .replace("fields: {", input)
      .replace(/privacy: \[.*\]/, "privacy: []")
      .replace(/ {4}owner: .*\n/, "");
    await writeFile(join(other, "tiny", "dataset.ts"), bare);
    const fields = [...bare.matchAll(/^ {4}(\w+): \{(?: kind|$)/gm)]
      .map(([, f = ""]) => f)
      .filter((f) => !["id", "place"].includes(f));
    const rest = fields.map((f) => `CAST(NULL AS VARCHAR) AS ${f}`).join(", ");
    await writeFile(
      join(other, "tiny", "prepare.sql"),
      `CREATE TABLE prepared AS SELECT source_row, id, owner AS place, ${rest} FROM source`,
    );
    expect(await refused(other, out)).toMatch(/“Place”: repeats the personal column “Owner”/);
  });
});
