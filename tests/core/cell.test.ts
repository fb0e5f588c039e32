import { describe, expect, it } from "vitest";
import { type Listing, listedCells, listedFields, pieces } from "#core/format/cell";
import tiny from "../fixtures/tiny/dataset.ts";

const listing: Listing = { dataset: tiny, regions: {}, lang: "en", linked: true, note: "papers" };
const row = { id: "t01", place: "市场", sort: "a", region: "650100", paid: 5, papers: "注" };

describe("a listed row", () => {
  it("leads from its title to its page, only where there is one", () => {
    const [title] = listedCells(listing, row);
    expect(title?.head).toBe(true);
    expect(title?.pieces).toEqual([{ text: "市场", lang: "zh-CN", href: "/en/tiny/t01/" }]);
    expect(title?.note).toEqual({ text: "注", lang: "zh-CN" });
    const [plain] = listedCells({ ...listing, linked: false, note: null }, row);
    expect(plain?.pieces).toEqual([{ text: "市场", lang: "zh-CN" }]);
    expect(plain?.note).toBeNull();
  });

  it("is named by its key where its title is blank, and by its first cell where the title is not listed", () => {
    const [title] = listedCells(listing, { ...row, place: null });
    expect(title?.pieces).toEqual([{ text: "t01", href: "/en/tiny/t01/" }]);
    const other = { ...tiny, row: { title: "id", pages: 0 } };
    const cells = listedCells({ ...listing, dataset: other, linked: false }, row);
    expect(cells.map((c) => c.head)).toEqual([true, false, false, false]);
  });

  it("asks for no more than it shows", () => {
    expect(listedFields(listing)).toEqual(["place", "sort", "region", "paid", "id", "papers"]);
  });

  it("leads from a document to all rows that cite it", () => {
    expect(pieces(listing, "papers", "甲〔2020〕1号; 乙", "zh").map((p) => p.href)).toEqual([
      "/zh/tiny/explore/?q=%E7%94%B2%E3%80%942020%E3%80%951%E5%8F%B7",
      "/zh/tiny/explore/?q=%E4%B9%99",
    ]);
  });
});
