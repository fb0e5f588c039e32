import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { afterEach, describe, expect, it, vi } from "vitest";
import { changeOptions, signed } from "#charts/change";
import { intervalOptions } from "#charts/intervals";
import { scoreTileOptions } from "#charts/scores";
import { stripPicture } from "#charts/strip";
import { widths } from "#charts/style";
import { type Lang, langs } from "#core/language";
import { prefectures } from "#core/region/region";
import { drawPicture } from "#site/svg";

const warn = vi.spyOn(console, "warn");
afterEach(() => {
  expect(warn.mock.calls, "Plot warned").toEqual([]);
  warn.mockClear();
});

const folder = "tests/output";
const names = (lang: Lang) => prefectures.slice(0, 8).map((p) => p.short[lang]);
const placed = (lang: Lang) =>
  names(lang).map((label, i) => ({
    label,
    median: i + 1,
    low: Math.max(1, i - 1),
    high: Math.min(8, i + 2.5),
    band: i < 3 ? 1 : i < 7 ? 2 : 3,
  }));
const changed = (lang: Lang) =>
  names(lang).map((label, i) => ({
    label,
    now: 80 - i * 4,
    before: i === 5 ? null : 78 - i * 3,
  }));
const scores = new Map(prefectures.slice(0, 20).map((p, i) => [p.code, 50 + i * 1.5]));

const pictures = {
  ranks: (lang: Lang, width: number) => intervalOptions(placed(lang), { lang, width }),
  change: (lang: Lang, width: number) =>
    changeOptions(changed(lang), { lang, width, names: { now: "2026", before: "2025" } }),
  tiles: (lang: Lang, width: number) =>
    scoreTileOptions(scores, { metric: lang === "zh" ? "部分指数" : "Partial index", lang, width }),
};

/** Holds a picture against the stored one; UPDATE=1 stores it. */
function compare(name: string, svg: string) {
  const path = `${folder}/${name}.svg`;
  const alone = `${svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ')}\n`;
  expect(alone).not.toMatch(/<style|style=|⚠|NaN/);
  if (process.env["UPDATE"]) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, alone);
  }
  expect(alone).toBe(readFileSync(path, "utf8"));
}

describe("every picture of the assessment looks as it did (UPDATE=1 stores it)", () => {
  for (const [id, options] of Object.entries(pictures))
    for (const lang of langs)
      for (const [size, width] of Object.entries(widths))
        it(`assessment.${id}.${lang}.${size}`, () => {
          const given = { alt: id, lang, width, demonstration: true };
          const svg = drawPicture((w) => options(lang, w), given);
          compare(`assessment.${id}.${lang}.${size}`, svg);
          expect(svg).toContain(lang === "zh" ? "演示数据" : "DEMONSTRATION");
        });
  it("assessment.strip", () =>
    compare("assessment.strip", stripPicture([10, 40.2, 40.3, 90], 40.25, 75, 'a "b" <c> & d')));
});

it("says where the axis starts, and writes a change with its sign", () => {
  const draw = (lang: Lang) =>
    drawPicture((w) => pictures.change(lang, w), {
      alt: "",
      lang,
      width: 540,
      demonstration: false,
    });
  expect(draw("zh")).toContain("横轴从 50 起");
  expect(draw("en")).toContain("Axis starts at 50");
  expect([3.25, -0.4, 0.04, -0.04].map(signed)).toEqual(["+3.3", "−0.4", "0.0", "0.0"]);
});

it("draws no dot for a unit without a score, and one line for peers at the same place", () => {
  expect(stripPicture([50], 50, null, "")).not.toContain("<circle");
  expect(stripPicture([50, 50.1, 50.2], null, 1, "").match(/M\d+ 7v6/g)).toHaveLength(1);
});
