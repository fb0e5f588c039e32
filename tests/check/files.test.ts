import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { checkFile } from "#scripts/lib/csv";
import { award } from "./award.ts";

let dir = "";
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "check-"));
});
afterAll(() => rm(dir, { recursive: true }));

const header =
  "编号,名称,统一社会信用代码,地区,主体类型,金额,户数,占比,年度,批准日期,兑付日期,网址,联系电话\n";
const row = (id: string, name = "演示甲") =>
  `${id},${name},91650100MA00000159,650100,企业,1,1,0.1,2021,2021-03-10,,https://a.cn,\n`;

async function codesOf(content: string | Uint8Array) {
  const path = join(dir, "file.csv");
  await writeFile(path, content);
  const { problems } = await checkFile(path, award);
  return problems.map(({ code, line }) => (line === undefined ? code : `${line} ${code}`));
}

it.each([
  ["xlsx", "PK\x03\x04 [Content_Types].xml xl/workbook.xml"],
  ["zip", "PK\x03\x04 source.csv"],
  ["xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"],
  ["pdf", "%PDF-1.7"],
  ["gzip", "\x1f\x8b\x08"],
  ["parquet", "PAR1"],
  ["binary", "a,b\n1,\0\n"],
])("recognises %s", async (format, bytes) => {
  const path = join(dir, "file.csv");
  await writeFile(path, bytes, "latin1");
  const { problems } = await checkFile(path, award);
  expect(problems).toMatchObject([{ code: "not text", format }]);
});

it("stops at a line of 50 MB", async () => {
  expect(await codesOf(`${header}${row("A1")}${"x,".repeat(25_000_000)}`)).toEqual([
    "3 long record",
  ]);
});

it("tells a quote that is never closed, and tells what it checked below", async () => {
  const rows = row("A").repeat(100_000);
  const codes = await codesOf(`${header}A0,"演示${rows}`);
  expect(codes[0]).toBe("2 open quote");
  expect(codes.at(-1)).toBe("more of these");
});

it("reads a quote cut by the end of a piece", async () => {
  const name = `"${'演示""甲,\n'.repeat(100)}末"`;
  const rows = Array.from({ length: 2000 }, (_, i) => row(`A${i}`, name)).join("");
  expect(await codesOf(header + rows)).toEqual([]);
});

it("counts lines inside quotes", async () => {
  expect(await codesOf(`${header}${row("A1", '"演\n示"')}${row("", "乙")}`)).toEqual(["4 blank"]);
});

it("decodes characters cut by the end of a piece", async () => {
  const rows = Array.from({ length: 3000 }, (_, i) => row(`A${i}`, "演示".repeat(1 + (i % 50))));
  for (const end of ["\n", "\r\n", "\r"])
    expect(await codesOf((header + rows.join("")).replaceAll("\n", end))).toEqual([]);
});

it("reads GB18030 whose first character comes late", async () => {
  const ascii = "award_id,name,uscc,region,subject_type,amount,count,share,year,approved_on,url\n";
  const line =
    "A1,name,91650100MA00000159,650100,Enterprise,1,1,0.1,2021,2021-03-10,https://a.cn\n";
  const lines = Array.from({ length: 5000 }, (_, i) => line.replace("A1", `A${i}`)).join("");
  const bytes = Buffer.concat([
    Buffer.from(ascii + lines),
    Buffer.from(line.replace("A1", "B1").replace("name", "\xd1\xdd\xca\xbe"), "latin1"),
  ]);
  expect(await codesOf(bytes)).toEqual(["encoding", "2 spelling"]);
});

/** Text in an old encoding, by decoding every pair of bytes. */
function encoded(text: string, encoding: string): Uint8Array {
  const bytes = new Map<string, readonly number[]>();
  const decoder = new TextDecoder(encoding);
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++)
      bytes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  return Uint8Array.from([...text].flatMap((c) => bytes.get(c) ?? [c.charCodeAt(0)]));
}

it.each([
  ["big5", "縣政府補貼企業發展專項資金管理辦法臺灣台北市信義區", true],
  ["shift_jis", "東京都港区の会社への補助金のお知らせについて", true],
  ["euc-kr", "서울특별시 중소기업 지원 사업 공고", false],
  ["gb18030", "乌鲁木齐市天山区演示企业有限公司喆堃犇（个体工商户）", false],
])("doubts that %s is GB18030, unless it looks like it", async (encoding, name, isDoubted) => {
  const ascii = "award_id,name,uscc,region,subject_type,amount,count,share,year,approved_on,url\n";
  const cells = ",91650100MA00000159,650100,Enterprise,1,1,0.1,2021,2021-03-10,https://a.cn\n";
  const codes = await codesOf(encoded(`${ascii}A1,${name}${cells}`, encoding));
  expect(codes).toEqual(["encoding", "2 spelling", ...(isDoubted ? ["encoding doubtful"] : [])]);
});

it("doubts the encoding also where no header can be read in it", async () => {
  const codes = await codesOf(encoded("編號,名稱,補貼金額,統一社會信用代碼\n1,臺北,2,3\n", "big5"));
  expect(codes).toEqual(["encoding doubtful", "1 no header"]);
});

it("tells a damaged UTF-8 file from one in GB18030, with line and byte", async () => {
  const bytes = Buffer.from(header + row("A1"));
  const at = bytes.indexOf("甲");
  const cut = Buffer.concat([bytes.subarray(0, at + 2), bytes.subarray(at + 3)]);
  const path = join(dir, "damaged.csv");
  await writeFile(path, cut);
  const { problems } = await checkFile(path, award);
  expect(problems).toMatchObject([{ code: "damaged text", line: 2, offset: at }]);
});

it("says that a file is missing, or is a folder", async () => {
  const codes = async (path: string) => (await checkFile(path, award)).problems.map((p) => p.code);
  expect(await codes(join(dir, "none.csv"))).toEqual(["no such file"]);
  expect(await codes(dir)).toEqual(["not a file"]);
});

it("names both lines of a duplicate key", async () => {
  const path = join(dir, "file.csv");
  await writeFile(path, header + row("A1") + row("A2") + row("A1"));
  const { problems } = await checkFile(path, award);
  expect(problems).toMatchObject([{ code: "duplicate key", line: 4, first: 2, found: "A1" }]);
});

it("waits for who takes the rows", async () => {
  const path = join(dir, "file.csv");
  await writeFile(path, header + Array.from({ length: 9000 }, (_, i) => row(`A${i}`)).join(""));
  let [waiting, most, lines] = [0, 0, 0];
  await checkFile(path, award, {
    onCsv: async (chunk) => {
      waiting += 1;
      most = Math.max(most, waiting);
      lines += chunk.split("\n").length - 1;
      await new Promise((done) => setTimeout(done, 1));
      waiting -= 1;
    },
  });
  expect([most, lines]).toEqual([1, 9000]);
});
