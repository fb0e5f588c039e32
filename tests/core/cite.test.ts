import { expect, it } from "vitest";
import { bibtex, citation, shortCitation } from "#core/publication/cite";

const cited = {
  publisher: "明账",
  title: "涉企收费清单",
  version: "6d0f5fce8e3a",
  date: "2026-11-24",
  url: "https://example.org/zh/fees/",
};
const row = { title: "污水处理费", key: "652822-bcd4dd03" };

it("cites a dataset after GB/T 7714 in Chinese", () => {
  expect(citation(cited, "zh")).toBe(
    "明账. 涉企收费清单[DS/OL]. 版本 6d0f5fce8e3a. (2026-11-24)[引用日期]. https://example.org/zh/fees/.",
  );
});

it("cites a row inside its dataset", () => {
  expect(citation({ ...cited, row }, "zh")).toContain(
    "污水处理费（编号 652822-bcd4dd03）//涉企收费清单",
  );
  expect(citation({ ...cited, row }, "en")).toContain("“污水处理费” (ID 652822-bcd4dd03), in ");
});

it("escapes for TeX what TeX would run", () => {
  const entry = bibtex({ ...cited, title: "50% of {A_B} & C\\D" });
  expect(entry).toContain("50\\% of \\{A\\_B\\} \\& C\\textbackslash{}D");
  expect(entry).toMatch(/^@misc\{mingzhang-dataset-6d0f5fce8e3a,\n/);
});

it("names the page a row was taken from, and the path alone where the site's own host is not known", () => {
  const source = { url: "https://example.org/list", date: "2021-03-10" };
  const of = { ...cited, url: "/zh/fees/652822-bcd4dd03/", row: { ...row, source } };
  const text = citation(of, "zh");
  expect(text).toMatch(
    /\[引用日期\]\. \/zh\/fees\/652822-bcd4dd03\/\. 原始来源：https:\/\/example\.org\/list（2021-03-10）\.$/,
  );
  expect(citation(of, "en")).toContain("[data set]. /zh/fees/652822-bcd4dd03/ Original source");
  // A path is no address that a bibliography could follow.
  expect(bibtex(of)).not.toContain("url");
  expect(bibtex(cited)).toContain("url     = {https://example.org/zh/fees/}");
});

it("has a form of one line", () => {
  expect(shortCitation(cited, "zh")).toBe(
    "来源：明账《涉企收费清单》，版本 6d0f5fce8e3a，https://example.org/zh/fees/",
  );
  expect(shortCitation({ ...cited, row }, "en")).toBe(
    "Source: 明账, 污水处理费, 涉企收费清单, version 6d0f5fce8e3a, https://example.org/zh/fees/",
  );
});
