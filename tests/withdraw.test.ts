import { execFile } from "node:child_process";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeEach, describe, expect, it } from "vitest";
import { addressesOf, addressesUsing } from "#core/gate/takedown";
import { compile } from "#scripts/compile";
import { checkFile } from "#scripts/lib/csv";
import traders from "./fixtures/traders/dataset.ts";
import { mentions } from "./mentions.ts";
import { scratch } from "./scratch.ts";

const run = promisify(execFile);
const folder = scratch("withdraw");
const data = join(folder, "data");
const [source, list] = ["source.csv", "withdrawn.csv"].map((f) => join(data, "traders", f)) as [
  string,
  string,
];

const header = "id,trader,sort,remark,owed,until,status,left_on,why";
const rows = [
  "k1,演示甲商行,企业,,10,2027-06-30,公示,,",
  'k2,"CANARY “乙”,\r\n商行",企业,"第一行\n\n第四行, 含 ""引号""",20,2027-06-30,公示,,',
  "k3,演示丙商行,企业,,30,2027-06-30,公示,,",
];
const text = `\uFEFF${[header, ...rows, ""].join("\r\n")}`;

async function withdraw(...args: string[]) {
  const all = ["scripts/withdraw.ts", "--data", data, "--today", "2026-05-06", ...args];
  const done = await run(process.execPath, all).catch((error: unknown) => error);
  const { stdout, stderr, code = 0 } = done as { stdout: string; stderr: string; code?: number };
  return { stdout, stderr, code };
}
const files = async () => [
  ...(await readdir(join(data, "traders"))),
  await readFile(source, "utf8"),
  await readFile(list, "utf8").catch(() => ""),
];
async function catalog(name: string) {
  const done = await compile({ data, out: join(folder, name), today: "2026-05-07" });
  if (!done?.datasets[0]) throw new Error("does not compile");
  return done.datasets[0];
}

beforeEach(async () => {
  await rm(data, { recursive: true, force: true });
  await mkdir(data, { recursive: true });
  await cp("tests/fixtures/traders", join(data, "traders"), { recursive: true });
  await writeFile(source, text);
});

describe("npm run withdraw", () => {
  it("lists the row without a name, and leaves blank lines where its record was", async () => {
    const { code, stdout } = await withdraw("k2", "--reason", "repaired", "--lang", "en");
    expect(code).toBe(0);
    expect(await readFile(list, "utf8")).toBe("id,withdrawn_on,reason\nk2,2026-05-06,repaired\n");
    const [before, after] = text.split(rows[1] ?? "");
    expect(await readFile(source, "utf8")).toBe(`${before}\r\n\n\n${after}`);
    expect(stdout).toContain(`Line 3–6 of ${source} was taken out`);
    expect(stdout).toContain(`git log --all --oneline -S'k2' -- ${source}`);
    expect(stdout).not.toContain("CANARY");
    const { problems } = await checkFile(source, traders);
    expect(
      problems.map(({ severity, code, line, count }) => [severity, code, line, count]),
    ).toEqual([["notice", "blank rows", 3, 4]]);
    expect((await files()).filter((f) => f.endsWith(".next"))).toEqual([]);
  });

  it("leaves a tombstone and every other row as it was", async () => {
    const before = await catalog("before");
    expect((await mentions(join(folder, "before"), "CANARY")).length).toBeGreaterThan(6);
    await withdraw("k2", "--reason", "repaired");
    const after = await catalog("after");
    expect(await mentions(join(folder, "after"), "CANARY")).toEqual([]);
    expect(after.tombstones).toEqual([{ key: "k2", month: "2026-05", reason: "repaired" }]);
    expect(after.rows).toMatchObject({ source: 2, published: 2, withdrawn: 0 });
    const lines = async (name: string) =>
      JSON.parse(
        await readFile(join(folder, name, "traders/traders.DEMONSTRATION.json"), "utf8"),
      ) as { id: string }[];
    expect(await lines("after")).toEqual((await lines("before")).filter(({ id }) => id !== "k2"));
    expect(before.tombstones).toEqual([]);
  });

  it("does the same twice", async () => {
    await withdraw("k2", "--reason", "repaired");
    const once = await files();
    const { code, stdout } = await withdraw("k2", "--reason", "ordered", "--today", "2026-07-01");
    expect(code).toBe(0);
    expect(stdout).toContain("k2 已于 2026-05-06 登记");
    expect(await files()).toEqual(once);
  });

  it("keeps a row down that comes back with a newly received source", async () => {
    await withdraw("k2", "--reason", "repaired");
    await writeFile(source, text);
    const back = await catalog("back");
    expect(await mentions(join(folder, "back"), "CANARY")).toEqual([]);
    expect(back.tombstones).toEqual([{ key: "k2", month: "2026-05", reason: "repaired" }]);
    expect(back.rows).toMatchObject({ source: 3, published: 2, withdrawn: 1 });
    await withdraw("k2", "--reason", "repaired");
    expect(await readFile(source, "utf8")).not.toContain("CANARY");
  });

  it("lists one more below those listed", async () => {
    await writeFile(list, "\uFEFF撤下原因,编号,撤下日期,备注\r\nordered,k0,2026-01-02,CANARY");
    expect(await withdraw("k3", "--reason", "repaired")).toMatchObject({ code: 0 });
    expect(await readFile(list, "utf8")).toBe(
      "id,withdrawn_on,reason\nk0,2026-01-02,ordered\nk3,2026-05-06,repaired\n",
    );
    expect((await readFile(source, "utf8")).endsWith("公示,,\r\n\r\n")).toBe(true);
  });

  it.each([
    ["UTF-16LE", (t: string) => Buffer.from(`\uFEFF${t}`, "utf16le")],
    ["UTF-16BE", (t: string) => Buffer.from(`\uFEFF${t}`, "utf16le").swap16()],
    ["carriage returns", (t: string) => Buffer.from(t.replace(/\r?\n/g, "\r"))],
    ["no last line end", (t: string) => Buffer.from(t.slice(0, -1))],
  ])("leaves the other bytes of a file in %s", async (_, encode) => {
    const plain = [
      header,
      "k1,甲,企业,,1,2027-06-30,公示,,",
      "k2,乙,企业,,1,2027-06-30,公示,,",
      "",
    ];
    await writeFile(source, encode(plain.join("\n")));
    expect(await withdraw("k2", "--reason", "repaired")).toMatchObject({ code: 0 });
    expect(await readFile(source)).toEqual(encode(plain.join("\n").replace(/k2.*/, "")));
  });

  it("changes nothing and says everything that is wrong", async () => {
    await writeFile(list, "id,withdrawn_on,reason\n");
    const before = await files();
    const { code, stderr } = await withdraw("k9", "--reason", "whim", "--lang", "en");
    expect(code).toBe(1);
    expect(stderr).toContain("“whim”");
    expect(stderr).toContain("“expired”, “repaired”, “ordered”");
    expect(stderr).toContain("“k9”");
    expect(await files()).toEqual(before);
    for (const args of [
      [],
      ["k2"],
      ["--reason", "repaired"],
      ["k2", "k3"],
      ["k2", "--today", "2026-02-30"],
    ])
      expect((await withdraw(...args)).code, args.join(" ")).toBe(1);
    expect((await withdraw("k2", "--reason", "repaired", "--dataset", "fees")).code).toBe(1);
    expect(await files()).toEqual(before);
  });

  it("tells the errors of the source when it cannot find the row there", async () => {
    await writeFile(source, text.replace("k3,演示丙商行,企业,,30", "k3,演示丙商行,企业,,三十"));
    const { code, stderr } = await withdraw("k3", "--reason", "repaired");
    expect(code).toBe(1);
    expect(stderr).toContain("source.csv:7 列“欠款”");
  });

  it("lists the row but keeps its hands off a source whose total it would break", async () => {
    await writeFile(source, `${text}合计,,,,60,,,,\r\n`);
    const { code, stdout } = await withdraw("k2", "--reason", "repaired");
    expect(code).toBe(0);
    expect(stdout).toContain("没有改动");
    expect(await readFile(source, "utf8")).toContain("CANARY");
    await catalog("total");
    expect(await mentions(join(folder, "total"), "CANARY")).toEqual([]);
  });
});

describe("the addresses to purge", () => {
  it("are every file that readers may fetch, and the pages in both languages", async () => {
    const { downloads, cube, query } = await catalog("addresses");
    const addresses = addressesOf(traders, "k2");
    const files = [...downloads, cube, ...query.files].map(({ name }) => `/data/traders/${name}`);
    const covers = (address: string, file: string) =>
      new RegExp(`^${address.replaceAll(".", "\\.").replace("*", "[^/]*")}$`).test(file);
    const data = addresses.filter((a) => a.startsWith("/data/"));
    const all = ["/data/catalog.json", "/data/files.json", ...files];
    expect(all.filter((file) => !data.some((address) => covers(address, file)))).toEqual([]);
    expect(data.filter((address) => !all.some((file) => covers(address, file)))).toEqual([]);
    for (const lang of ["zh", "en"]) {
      const pages = ["", "components/", "traders/", "traders/explore/", "traders/k2/"].map(
        (p) => `/${lang}/${p}`,
      );
      expect(addresses).toEqual(expect.arrayContaining(pages));
    }
  });

  it("are those of the topic that lists it, too", () => {
    const addresses = addressesOf({ ...traders, id: "arrears-cases" }, "k2");
    expect(addresses).toEqual(expect.arrayContaining(["/zh/arrears/", "/en/arrears/"]));
    expect(addressesOf(traders, "k2").join()).not.toContain("arrears");
  });

  it("are those of who reads the dataset, too", () => {
    const reader = { ...traders, id: "reader", uses: ["traders"] };
    expect(addressesUsing([traders, reader], traders)).toEqual([
      "/zh/reader/*",
      "/en/reader/*",
      "/data/reader/*",
    ]);
  });
});
