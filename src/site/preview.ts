import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { ems, wrap } from "#charts/label";
import { groups } from "#core/assessment/group";
import type { Entry } from "#core/catalog";
import { formatDate } from "#core/format/format";
import { type Lang, langs } from "#core/language";
import { assessed, boardIn } from "#site/assessment";
import { catalog } from "#site/catalog";
import { config } from "#site/config";
import { type Figure, headlines } from "#site/figure";
import { coverage } from "#site/law";
import { strings } from "#site/strings";
import { entriesOf, topicsPublished, topicTitle } from "#site/topic";
import { assessmentPicture, homePicture, pictureName } from "#site/urls";

/** What a message shows of a page it links to: a title, a few figures, never a row. */
export type Preview = {
  /** Below /preview/, without the ending. */
  name: string;
  lang: Lang;
  title: string;
  figures: readonly Pick<Figure, "label" | "value">[];
  demonstration: boolean;
};

/** The size that sites which show previews ask for. */
export const previewSize = { width: 1200, height: 630 } as const;

const ofEntries = (entries: readonly Entry[], lang: Lang) => ({
  figures: entries.flatMap((e) => headlines(e, lang).slice(0, entries.length > 1 ? 2 : 3)),
  demonstration: entries.some((e) => e.dataset.demonstration),
});

/** How many of each group of regions are ranked. */
function ofAssessment(lang: Lang): readonly Omit<Preview, "lang">[] {
  const now = assessed();
  if (!now) return [];
  const t = strings[lang].assess;
  const figures = groups.flatMap((group) => {
    const board = boardIn(now, now.period, group);
    const of = Object.keys(board.standings).length;
    const label = t.ranked(board.ranked.length, of);
    return board.ranked.length > 0 ? [{ label, value: t.groups[group] }] : [];
  });
  const { demonstration } = now.report;
  return [{ name: assessmentPicture, title: t.title, figures, demonstration }];
}

/** One picture for the home page, the assessment, each topic and each dataset, in each language. */
export const previews = (): readonly Preview[] =>
  langs.flatMap((lang): Preview[] => {
    const { of, per } = coverage();
    const t = strings[lang];
    const label = `${t.law.standing.met}, ${t.law.ofDuties(String(per))}`;
    const met = { label: lang === "zh" ? label.replace(", ", "，") : label, value: String(of) };
    const home = { title: t.front.title, figures: [met], demonstration: false };
    const topics = topicsPublished().map((topic) => ({
      name: topic as string,
      title: topicTitle(topic, lang),
      ...ofEntries(entriesOf(topic), lang),
    }));
    const datasets = catalog().datasets.map((e) => ({
      name: e.dataset.id,
      title: e.dataset.title[lang],
      ...ofEntries([e], lang),
    }));
    return [{ name: homePicture, ...home }, ...ofAssessment(lang), ...topics, ...datasets].map(
      (p) => ({
        ...p,
        lang,
        name: pictureName(lang, p.name, p.demonstration),
      }),
    );
  });

const xml = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** As many figures as have room. */
const most = 3;

/** The picture as SVG; what is made up says so across it. */
export function previewSvg({ lang, title, figures, demonstration }: Preview): string {
  const t = strings[lang];
  const { width, height } = previewSize;
  const text = (x: number, y: number, size: number, words: string, more = "") =>
    `<text x="${x}" y="${y}" font-size="${size}" ${more}>${xml(words)}</text>`;
  const large = ems(title) < 28 ? 68 : 54;
  const lines = wrap(title, (width - 180) / large, 2).map((line) => line.replace(/^[、，。]/, ""));
  const column = (width - 160) / most;
  const widest = Math.max(1, ...figures.slice(0, most).map(({ value }) => ems(value)));
  const size = Math.min(52, Math.floor((column - 40) / widest));
  const shown = figures.slice(0, most).flatMap(({ label, value }, i) => {
    const x = 80 + i * column;
    const labels = wrap(label, (column - 40) / 26, 2);
    return [
      `<rect x="${x}" y="356" width="${column - 32}" height="4" fill="#0b5a5c"/>`,
      text(x, 360 + size + 14, size, value, 'font-weight="700"'),
      ...labels.map((line, j) => text(x, 470 + j * 34, 26, line, 'fill="#52605e"')),
    ];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="Noto Sans" fill="#16201f">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    '<g transform="translate(80 64) scale(1.75)"><rect width="32" height="32" rx="6" fill="#0b5a5c"/><path d="M8 10h16M8 16h11M8 22h6" stroke="#fff" stroke-width="3" stroke-linecap="round" fill="none"/></g>',
    text(156, 106, 40, config.name[lang], 'font-weight="700"'),
    ...lines.map((line, i) => text(80, 218 + i * 86, large, line, 'font-weight="700"')),
    ...shown,
    text(80, 582, 26, formatDate(catalog().today, lang), 'fill="#52605e"'),
    ...(demonstration
      ? [
          `<rect x="700" y="540" width="420" height="60" rx="8" fill="#fbf5e3" stroke="#b98a1c" stroke-width="2"/>`,
          text(
            910,
            580,
            28,
            `${t.demonstrationTag} DEMONSTRATION`.replace(/^Demonstration /, ""),
            'font-weight="700" text-anchor="middle"',
          ),
        ]
      : []),
    "</svg>",
  ].join("");
}

const require = createRequire(import.meta.url);
let fonts: Promise<Uint8Array[]> | undefined;

/** The engine and its fonts, which come with packages: a machine needs none of its own, a reader loads none. */
async function start(): Promise<Uint8Array[]> {
  await initWasm(readFileSync(require.resolve("@resvg/resvg-wasm/index_bg.wasm")));
  const folder = join(dirname(require.resolve("@embedpdf/fonts-sc")), "..", "fonts");
  return ["Regular", "Bold"].map((weight) =>
    readFileSync(join(folder, `NotoSansHans-${weight}.otf`)),
  );
}

/** The picture as PNG, the same bytes for the same figures. */
export async function previewPng(preview: Preview): Promise<Uint8Array<ArrayBuffer>> {
  fonts ??= start();
  const fontBuffers = await fonts;
  const options = { font: { fontBuffers, defaultFontFamily: "Noto Sans Hans" } };
  return new Uint8Array(new Resvg(previewSvg(preview), options).render().asPng());
}
