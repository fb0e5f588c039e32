import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { langs } from "#core/language";
import { readFigure, readPercent } from "#core/reconcile/figure";
import { readNote } from "#core/reconcile/note";
import { readTotal, readUnit } from "#core/reconcile/read";
import { reconcile } from "#core/reconcile/reconcile";
import { findingText } from "#core/reconcile/text";

const quiet = () => undefined;
type Line = readonly [metric: string, value: string, note?: string, period?: string];

const totalsOf = (lines: readonly Line[]) =>
  lines.map(([metric, value, note = "", period = "2025-04"], i) =>
    readTotal(
      { file: "totals.csv", line: i + 2, at: { place: "演示市", period, metric, value, note } },
      quiet,
    ),
  );
const unitsOf = (lines: readonly Readonly<Record<string, string>>[]) =>
  lines.map((at, i) =>
    readUnit(
      { file: "units.csv", line: i + 2, at: { place: "演示市", period: "2025-04", ...at } },
      quiet,
    ),
  );
const codes = (
  lines: readonly Line[],
  units: readonly Readonly<Record<string, string>>[] = [],
): string[] =>
  reconcile(totalsOf(lines), unitsOf(units)).map(({ code, severity, file, line }) => {
    const question = severity === "question" ? "? " : "";
    return `${question}${code} ${file[0]}${line}`;
  });
const unitCodes = (...units: Readonly<Record<string, string>>[]) => codes([], units);

describe("a printed number", () => {
  it.each([
    ["4567", [4567, 4567]],
    ["4,567件", [4567, 4567]],
    ["４５６７", [4567, 4567]],
    ["9.67万", [96_650, 96_800]],
    ["1.2亿", [115_000_000, 130_000_000]],
    ["近90万", null],
    ["90余万", null],
    ["约300", null],
    ["12.5", undefined],
    ["一千", undefined],
    ["", undefined],
    ["-5", undefined],
  ])("%s stands for %j", (text, range) => {
    const figure = readFigure(text);
    expect(figure && [figure.low, figure.high]).toEqual(range);
  });

  it("stands for what rounds or is cut off to it", () => {
    const percent = readPercent("63.72%");
    expect([percent?.low, percent?.high].map((n) => n?.toFixed(4))).toEqual(["63.7150", "63.7300"]);
    expect([readPercent("63.72"), readPercent("x%")]).toEqual([undefined, undefined]);
  });
});

describe("a note", () => {
  it("gives the report's figures and not the typist's remarks", () => {
    const { counts, rates } = readNote(
      "咨询124599件却写占63.72%(实为43.81%);接通率100%,直接办结率85.86%;省派2917件,已办2349,在办568;合计5932≠转派4567(口径不一致)",
    );
    expect(counts.map((c) => [c.name, c.figure.value, c.share?.text])).toEqual([
      ["咨询", 124599, "63.72%"],
      ["省派", 2917, undefined],
      ["已办", 2349, undefined],
      ["在办", 568, undefined],
    ]);
    expect(rates.map(({ name, percent }) => `${name} ${percent.text}`)).toEqual([
      "接通率 100%",
      "直接办结率 85.86%",
    ]);
  });

  it("gives changes with kind and direction", () => {
    const { changes, deltas, counts } = readNote("较上月增加263件，同比上升6.11%；环比下降3%");
    expect(deltas).toEqual([{ kind: "month", by: 263 }]);
    expect(changes.map(({ kind, fall, percent }) => [kind, fall, percent.text])).toEqual([
      ["year", false, "6.11%"],
      ["month", true, "3%"],
    ]);
    expect(counts).toEqual([]);
  });

  it("of any length is read in one pass", () => {
    for (const part of ["甲", "(实为", "甲率", "标题写", "占1", "≠甲"])
      expect(readNote(part.repeat(100_000)).changes).toEqual([]);
  });

  it.each(["1+14+33体系", "满意率下限85%,回复率下限92%", "2023年6月9日", "", "8个百分点"])(
    "finds no count with a share in %j",
    (text) => expect(readNote(text).counts.filter(({ share }) => share)).toEqual([]),
  );
});

describe("a breakdown", () => {
  const whole: Line = ["受理", "100"];

  it("that adds up, by rounding too, is right", () => {
    expect(codes([whole, ["类:甲", "60"], ["类:乙", "40"]])).toEqual([]);
    expect(
      codes([
        ["受理", "9.67万"],
        ["去向:直办", "7.25万"],
        ["去向:转办", "2.42万"],
      ]),
    ).toEqual([]);
    expect(
      codes([
        ["受理", "9.67万"],
        ["去向:直办", "7.25万"],
        ["去向:转办", "24150"],
      ]),
    ).toEqual([]);
  });

  it("that adds up to more is wrong", () => {
    expect(codes([whole, ["类:甲", "60"], ["类:乙", "41"]])).toEqual(["parts t3"]);
    expect(
      codes([
        ["受理", "9.67万"],
        ["去向:直办", "7.25万"],
        ["去向:转办", "2.52万"],
      ]),
    ).toEqual(["parts t3"]);
  });

  it("that adds up to less is a question, unless it says that it is complete", () => {
    expect(codes([whole, ["类:甲", "60"], ["类:乙", "30"]])).toEqual(["? parts t3"]);
    expect(codes([whole, ["类:甲", "60"], ["类:其他", "30"]])).toEqual(["parts t3"]);
    const shares: Line[] = [whole, ["类:甲", "60", "占比66.67%"], ["类:乙", "30", "占比33.33%"]];
    expect(codes(shares)).toEqual(["parts t3"]);
  });

  it("says nothing without a whole, with an open figure or with one part", () => {
    expect(
      codes([
        ["类:甲", "60"],
        ["类:乙", "41"],
      ]),
    ).toEqual([]);
    expect(
      codes([
        ["受理", "近100"],
        ["类:甲", "60"],
        ["类:乙", "41"],
      ]),
    ).toEqual([]);
    expect(codes([whole, ["类:甲", "60"], ["类:乙", "近41"]])).toEqual([]);
    expect(codes([whole, ["类:甲", "60"]])).toEqual([]);
  });

  it("belongs to its place and period", () => {
    expect(codes([whole, ["类:甲", "60", "", "2025-03"], ["类:乙", "41", "", "2025-03"]])).toEqual(
      [],
    );
  });
});

describe("a share", () => {
  it.each([
    ["占比82.13%", []],
    ["占比82.1%", []],
    ["占比82%", []],
    ["占比82.14%", ["share t3"]],
    ["占比82.12%", ["share t3"]],
    ["占比28.13%", ["share t3"]],
  ])("of 3751 in 4567 may be printed as %s or not", (note, found) =>
    expect(
      codes([
        ["转派", "4567"],
        ["类:投诉", "3751", note],
      ]),
    ).toEqual(found),
  );

  it("may be cut off: 82.138 as 82.13", () =>
    expect(
      codes([
        ["转派", "100000"],
        ["类:投诉", "82138", "占比82.13%"],
      ]),
    ).toEqual([]));

  it.each([
    ["投诉15042(39.12%)", []],
    ["投诉15042(39.21%)", ["share t2"]],
    ["应结24932 结案23974(96.16%) 按期22345(89.62%)", []],
    ["应结24932 结案23974(96.16%) 按期22345(98.62%)", ["share t2"]],
    ["其中涉疫1.5万(39.02%)", []],
    ["其中涉疫1.5万(45.02%)", ["share t2"]],
    ["投诉30000(102%)", ["over 100 t2"]],
  ])("in a note is of the row or of another count: %s", (note, found) =>
    expect(codes([["受理", "38447", note]])).toEqual(found),
  );

  it.each([
    ["办结3456,已解决3112,未解决344,解决率90.05%", []],
    ["办结3456,已解决3112,未解决344,解决率95.05%", ["share t2"]],
    ["办结率97.48%", []],
    ["满意率120%", ["over 100 t2"]],
    ["办结率100.00%", []],
    ["增长率120%,同比上升220%", []],
  ])("as a rate follows from the counts beside it: %s", (note, found) =>
    expect(codes([["接收", "3656", note]])).toEqual(found),
  );

  it("may be a row of its own", () => {
    expect(
      codes([
        ["受理", "200"],
        ["办结", "190"],
        ["办结率", "95%"],
      ]),
    ).toEqual([]);
    expect(
      codes([
        ["受理", "200"],
        ["办结", "190"],
        ["办结率", "98%"],
      ]),
    ).toEqual(["share t4"]);
    expect(codes([["满意率", "101%"]])).toEqual(["over 100 t2"]);
  });
});

describe("two halves", () => {
  it.each([
    ["按期2424 逾期71", []],
    ["按期2424 逾期81", ["parts t2"]],
    ["按期2424 逾期61", ["? parts t2"]],
    ["省派2917件,已办2349,在办568", []],
    ["省派2917件,已办2349,在办586", ["parts t2"]],
    ["已办2349", []],
  ])("%s", (note, found) => expect(codes([["工单", "2495", note]])).toEqual(found));
});

describe("同比 and 环比", () => {
  const march: Line = ["转派", "4304", "", "2025-03"];
  const year: Line = ["转派", "4000", "", "2024-04"];
  const april = (note: string): Line => ["转派", "4567", note];

  it("are not taken for each other: 263 more than the month before is no 同比", () => {
    expect(codes([april("较上月增263件;同比上升6.11%")])).toEqual(["change kind t2"]);
    expect(codes([april("同比上升6.11%"), march])).toEqual(["change kind t2"]);
    expect(codes([april("环比上升14.18%"), year])).toEqual(["change kind t2"]);
  });

  it("are right where they are what they say", () => {
    expect(codes([april("较上月增263件;环比上升6.11%")])).toEqual([]);
    expect(codes([april("环比上升6.11%;同比上升14.18%"), march, year])).toEqual([]);
    expect(codes([april("同比上升6.11%"), march, ["转派", "4304", "", "2024-04"]])).toEqual([]);
    expect(codes([april("较上月增263件")])).toEqual([]);
  });

  it("differ from the counts", () => {
    expect(codes([april("环比上升6.21%"), march])).toEqual(["change t2"]);
    expect(codes([april("环比下降6.11%"), march])).toEqual(["change t2"]);
    expect(codes([april("较上月增263件"), ["转派", "4300", "", "2025-03"]])).toEqual(["delta t2"]);
    expect(codes([april("较上月增263件"), march])).toEqual([]);
  });

  it("compare with the month of the calendar, whatever the row before says", () =>
    expect(codes([april("环比上升6.11%"), ["转派", "4000", "", "2025-02"]])).toEqual([]));

  it("need a whole number before", () => {
    expect(unitCodes({ unit: "甲", received: "770", note: "同比上升8.06%" })).toEqual([
      "change base u2",
    ]);
    for (const [received, note] of [
      ["1468", "同比上升22.03%"],
      ["1076", "同比上升63.03%"],
      ["411", "同比下降3.07%"],
      ["306", "同比上升18.60%"],
      ["770", "同比上升8.1%"],
      ["0", "同比下降100%"],
      ["7.7万", "同比上升8.06%"],
    ] as const)
      expect(unitCodes({ unit: "甲", received, note })).toEqual([]);
  });

  it("accept every change that two whole numbers can make", () => {
    for (let before = 1; before <= 120; before++)
      for (let now = 1; now <= 120; now += 7) {
        const size = (Math.abs(now - before) / before) * 100;
        for (const printed of [size.toFixed(2), (Math.floor(size * 100 + 1e-9) / 100).toFixed(2)]) {
          const note = `同比${now < before ? "下降" : "上升"}${printed}%`;
          const found = unitCodes({ unit: "甲", received: String(now), note });
          if (found.length > 0) expect(`${before} → ${now} ${note}: ${found}`).toBe("");
        }
      }
  });
});

describe("a unit's line", () => {
  const unit = { unit: "甲", received: "100", on_time: "90", overdue: "4", open: "6" };

  it("is right where its counts and rates agree", () => {
    expect(unitCodes({ ...unit, close_rate: "94%" })).toEqual([]);
    expect(unitCodes({ ...unit, close_rate: "94.00%", unsatisfied: "8" })).toEqual([]);
    expect(unitCodes({ unit: "甲", received: "4226", close_rate: "98.06%" })).toEqual([]);
    expect(
      unitCodes({ unit: "甲", received: "99", unsatisfied: "8", satisfaction_rate: "80%" }),
    ).toEqual([]);
    expect(unitCodes({ unit: "甲", received: "100", on_time: "90", overdue: "4" })).toEqual([]);
  });

  it.each([
    [{ open: "7" }, "parts u2"],
    [{ open: "5" }, "parts u2"],
    [{ close_rate: "95%" }, "share u2"],
    [{ close_rate: "100.5%" }, "over 100 u2"],
    [{ callback_rate: "101%" }, "over 100 u2"],
    [{ unsatisfied: "101" }, "part over whole u2"],
    [{ unsatisfied: "8", satisfaction_rate: "93%" }, "satisfaction u2"],
    [{ open: "", on_time: "99" }, "parts u2"],
    [{ open: "", overdue: "", on_time: "101" }, "part over whole u2"],
  ])("is wrong with %j", (cells, found) =>
    expect(unitCodes({ ...unit, ...cells })).toEqual([found]),
  );

  it("is part of its place: more than all of it cannot be, less can", () => {
    const units = [
      { unit: "甲", received: "60" },
      { unit: "乙", received: "50" },
    ];
    expect(codes([["转派", "100"]], units)).toEqual(["units u2"]);
    expect(codes([["转派", "110"]], units)).toEqual([]);
    expect(
      codes(
        [
          ["转派", "100"],
          ["受理", "200"],
        ],
        units,
      ),
    ).toEqual([]);
    expect(codes([["转派", "100", "", "2025-03"]], units)).toEqual([]);
    expect(unitCodes(...units, { unit: "合计", received: "110" })).toEqual([]);
    expect(unitCodes(...units, { unit: "合计", received: "111" })).toEqual(["parts u4"]);
  });
});

it.each([
  ["标题写二月、正文写3月", ["months t2"]],
  ["标题写十二月，正文写12月", []],
  ["标题写2月", []],
])("title and text name one month: %s", (note, found) =>
  expect(codes([["工单", "2495", note]])).toEqual(found),
);

it("says every kind of finding in both languages, with its numbers", async () => {
  const found = reconcile(
    totalsOf([
      ["受理", "100"],
      ["类:甲", "60"],
      ["类:乙", "41"],
      ["来源:电话", "60"],
      ["来源:网络", "30"],
      ["转派", "4567", "较上月增263件;同比上升6.11%;满意率120%;按期办结率2%"],
      ["转派", "4600", "较上月增20件;环比上升9%", "2025-05"],
      ["工单", "2495", "标题写二月、正文写3月;投诉20(40%)", "2025-02"],
    ]),
    unitsOf([
      { unit: "甲", received: "3000", on_time: "90", overdue: "4", open: "6" },
      { unit: "乙", received: "3000", unsatisfied: "3001" },
      { unit: "丙", received: "100", unsatisfied: "8", satisfaction_rate: "100%" },
      { unit: "丁", received: "770", note: "同比上升8.06%" },
    ]),
  );
  expect(new Set(found.map(({ code }) => code)).size).toBe(11);
  const said = langs.map((lang) => found.map((f) => findingText(f, lang)).join("\n"));
  await expect(`${said.join("\n\n")}\n`).toMatchFileSnapshot(
    "../fixtures/hotline/every-finding.txt",
  );
});

describe("npm run reconcile", () => {
  const root = join(import.meta.dirname, "..", "..");
  const files = ["totals", "units"].map((name) => `tests/fixtures/hotline/hotline_${name}.csv`);
  const run = (...args: string[]) =>
    new Promise<{ code: number; out: string; err: string }>((done) => {
      const command = ["scripts/reconcile.ts", ...args];
      execFile(process.execPath, command, { cwd: root }, (error, out, err) =>
        done({ code: error ? Number(error.code) : 0, out, err }),
      );
    });
  let dir = "";
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), "reconcile-"));
  });
  afterAll(() => rm(dir, { recursive: true }));
  const written = async (text: string) => {
    const path = join(dir, "file.csv");
    await writeFile(path, text);
    return path;
  };

  it.each(langs)("says in %s what the real reports contradict, and nothing else", async (lang) => {
    const { code, out, err } = await run(...files, "--lang", lang);
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(out).toBe(
      await readFile(join(root, `tests/fixtures/hotline/reconcile.${lang}.txt`), "utf8"),
    );
  });

  it("prints nothing but JSON with --json", async () => {
    const { code, out } = await run(...files, "--json");
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject([
      {
        layout: "totals",
        rows: 21,
        findings: [{ code: "parts", line: 10, sum: { value: 5932 } }, {}, {}],
      },
      { layout: "units", rows: 25, findings: [{ code: "change base" }] },
    ]);
  });

  it("is content with a file without contradictions", async () => {
    const path = await written(
      "place,period,metric,value,note\n演示市,2025-04,受理,100,投诉40(40%)\n",
    );
    expect(await run(path)).toEqual({
      code: 0,
      out: `${path}：核对 1 行，0 处矛盾，0 处疑问。\n`,
      err: "",
    });
  });

  it("reads Chinese headers, merged cells and separators, and tells every bad cell", async () => {
    const path = await written(
      "地方;时期;单位;收到;按期;逾期;在办;办结率\n演示市;2025年4月;甲;1,000;900;50;60;一半\n;;乙;许多;;;;50%\n",
    );
    const { code, out } = await run(path, "--lang", "en");
    expect(code).toBe(1);
    expect(out).toContain("file.csv:2 column “close_rate”: Expected a share");
    expect(out).toContain("file.csv:3 column “received”: Expected a whole number");
    expect(out).toContain("演示市 2025-04: Expected the parts of “甲”");
    expect(out).toMatch(/2 rows reconciled, 1 contradiction, 0 questions\.\n$/);
  });

  it.each([
    [[], "reconcile: 应给出文件，实际没有。用法：npm run reconcile"],
    [["--fast"], "reconcile: 不认识“--fast”。"],
    [["a.csv", "--lang", "fr"], "reconcile: 不认识“--lang fr”。"],
  ])("answers %j in a sentence", async (args, sentence) => {
    const { code, out, err } = await run(...args);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain(sentence);
  });

  it.each([
    ["none.csv", "none.csv: 没有这个文件。"],
    ["README.md", "README.md:1: 前 10 行里应有表头"],
  ])("says what is wrong with %s", async (file, sentence) => {
    const { code, out } = await run(file);
    expect(code).toBe(1);
    expect(out).toContain(sentence);
  });

  it("names the missing columns of the layout that fits best", async () => {
    const { code, out } = await run(await written("place,period,metric\n演示市,2025-04,受理\n"));
    expect(code).toBe(1);
    expect(out).toContain("列“数值”: 表头应有这一列");
  });
});
