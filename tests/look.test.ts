import { globSync, readFileSync } from "node:fs";
import { basename, posix } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { growth } from "#charts/style";

const read = (path: string) => readFileSync(path, "utf8");
const sheets = globSync("src/styles/*.css").sort();

/** Declarations that know left from right, so that a page in the other direction would be wrong. */
export function checkDirections(css: string): string[] {
  const side = "(?:left|right)";
  const physical = [
    `(?:margin|padding|border|inset|scroll-margin|scroll-padding)-${side}\\b[^:]*`,
    `${side}`,
    `(?:text-align|float|clear)(?=\\s*:\\s*${side})`,
    "border-(?:top|bottom)-(?:left|right)-radius",
  ];
  const found = new RegExp(`(?<=[{;]\\s*)(?:${physical.join("|")})\\s*:[^;]+`, "g");
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, "");
  const uneven = [
    ...plain.matchAll(/(?:margin|padding|inset|border-width):\s*(\S+) (\S+) (\S+) (\S+);/g),
  ].filter(([, , right, , left]) => right !== left);
  return [...(plain.match(found) ?? []), ...uneven.map(([text]) => text)];
}

/** Words that stand in a page's source itself, where no translation reaches them. */
export function checkWords(file: string, source: string): string[] {
  const [, front = "", markup = source] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source) ?? [];
  const isPage = file.endsWith(".astro");
  const tsx = isPage
    ? `${front}\n;<>${markup
        .replace(/<!doctype html>|<script[\s\S]*?(?:<\/script>|\/>)/g, "")
        .replace(/<(input|meta|link|br|img|path|rect)\b((?:=>|[^<>])*?)\/?>/g, "<$1$2/>")}</>`
    : source;
  const found: string[] = [];
  // The same in every language.
  const names = /SHA-256|BibTeX|source\.csv/g;
  const note = (text: string, pattern: RegExp) => {
    if (pattern.test(text.replace(names, ""))) found.push(`${file}: ${text.trim()}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) note(node.text, /\p{L}/u);
    else if (ts.isJsxAttribute(node) && node.initializer && ts.isStringLiteral(node.initializer)) {
      const name = node.name.getText();
      if (/^(aria-label|title|placeholder|alt|caption|label)$/.test(name))
        note(node.initializer.text, /\p{L}/u);
    } else if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateTail(node))
      note(node.text, isPage ? /[\u2e80-\u9fff\uff00-\uffef]/ : /\p{Script=Han}/u);
    ts.forEachChild(node, visit);
  };
  const kind = isPage ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  visit(ts.createSourceFile(file, tsx, ts.ScriptTarget.Latest, true, kind));
  return found;
}

type Colour = readonly [number, number, number];
const colourOf = (hex: string): Colour => {
  const full = hex.length === 4 ? hex.replace(/[\da-f]/gi, "$&$&") : hex;
  const n = Number.parseInt(full.slice(1), 16);
  return [n >> 16, (n >> 8) & 255, n & 255];
};
const linear = (c: number) => (c <= 10.31475 ? c / 3294.6 : ((c / 255 + 0.055) / 1.055) ** 2.4);
const luminance = ([r, g, b]: Colour) =>
  0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
const contrast = (a: Colour, b: Colour): number => {
  const [x, y] = [luminance(a) + 0.05, luminance(b) + 0.05];
  return Math.max(x, y) / Math.min(x, y);
};

/** How a colour looks to who lacks one kind of cone (Machado, Oliveira, Fernandes 2009, severity 1). */
const sight: Readonly<Record<string, readonly Colour[]>> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};
const seenBy = (kind: string, colour: Colour): Colour => {
  const [r, g, b] = (sight[kind] ?? []).map((row) => {
    const sum = row.reduce((s, k, i) => s + k * linear(colour[i] ?? 0), 0);
    const c = Math.min(1, Math.max(0, sum));
    return 255 * (c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055);
  });
  return [r ?? 0, g ?? 0, b ?? 0];
};

/** The properties of the first rule for the root after a piece of text. */
function propertiesAfter(css: string, start: string): Record<string, string> {
  const rule = /:root \{([^}]*)\}/.exec(css.slice(css.indexOf(start)))?.[1] ?? "";
  return Object.fromEntries([...rule.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((m) => m.slice(1)));
}

const tokens = read("src/styles/tokens.css");
const light = propertiesAfter(tokens, ":root");
const dark = { ...light, ...propertiesAfter(tokens, "@media (prefers-color-scheme: dark)") };
const more = propertiesAfter(tokens, "@media (prefers-contrast: more) {");
const moreDark = propertiesAfter(tokens, "@media (prefers-contrast: more) and");
const schemes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  light,
  dark,
  "light, more contrast": { ...light, ...more },
  "dark, more contrast": { ...dark, ...more, ...moreDark },
  print: { ...light, ...propertiesAfter(read("src/styles/print.css"), "@media print") },
};

describe.each(Object.entries(schemes))("the colours: %s", (name, scheme) => {
  const colour = (token: string): Colour => {
    const value = scheme[token] ?? "";
    const alias = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
    return alias ? colour(alias) : colourOf(value);
  };
  const least = name.includes("more") ? 7 : 4.5;
  it.each([
    ["ink", "paper", 7],
    ["ink", "note", 7],
    ["quiet", "paper", least],
    ["quiet", "wash", least],
    ["accent", "paper", least],
    ["accent", "wash", 4.5],
    ["on-accent", "accent", 4.5],
    ["bar", "paper", 3],
    ["edge", "paper", 3],
    ["note-line", "paper", 3],
    ...[1, 2, 3, 4, 5].map((n) => [`on-shade-${n}`, `shade-${n}`, 4.5] as const),
  ] as const)("%s is read on %s", (over, under, ratio) => {
    expect(contrast(colour(over), colour(under))).toBeGreaterThanOrEqual(ratio);
  });

  it.each(Object.keys(sight))("has shades in order for %s sight", (kind) => {
    const shades = [1, 2, 3, 4, 5].map((n) => seenBy(kind, colour(`shade-${n}`)));
    const steps = shades
      .slice(1)
      .map((shade, i) => luminance(shade) - luminance(shades[i] ?? shade));
    expect(new Set(steps.map(Math.sign)).size).toBe(1);
    for (const [i, shade] of shades.slice(1).entries())
      expect(contrast(shade, shades[i] ?? shade)).toBeGreaterThan(1.25);
  });
});

describe("the layout", () => {
  it.each(sheets)("knows neither left nor right: %s", (file) =>
    expect(checkDirections(read(file))).toEqual([]),
  );

  it("is found out where it does", () => {
    expect(checkDirections("a { margin-left: 1px; padding: 0 1px 0 2px; left: 0 }")).toHaveLength(
      3,
    );
    expect(checkDirections("a { text-align: left; border-right: 0 }")).toHaveLength(2);
    expect(checkDirections("a { margin: 0 1px 2px 1px; inset-inline-start: 0 }")).toEqual([]);
  });
});

describe("what is written twice, in a style sheet and in code", () => {
  it("is how many rows of a long list show at first", () => {
    const code = read("src/components/EveryRow.astro");
    const [, half = "", all = ""] = /first = half \? (\d+) : (\d+)/.exec(code) ?? [];
    const shown = [...read("src/styles/cards.css").matchAll(/nth-child\(n \+ (\d+)\)/g)]
      .map(([, n = ""]) => Number(n) - 1)
      .filter((n) => n >= 5);
    expect(new Set(shown)).toEqual(new Set([Number(half), Number(all)]));
  });

  it("is how much text in a picture grows, at every size that it has there", () => {
    const css = read("src/styles/charts.css");
    expect(css).toContain(`--growth: ${growth};`);
    const grown = [...css.matchAll(/font-size="(\d+)"\] \{\s*font-size: calc\((\d+)px/g)];
    for (const [, of, to] of grown) expect(to).toBe(of);
    const drawn = globSync("tests/output/*.narrow.svg").flatMap((file) =>
      [...read(file).matchAll(/<(?:text|g|svg)\b[^>]*font-size="([\d.]+)"[^>]*/g)]
        // A watermark, the largest text of a picture, stays as it is; Plot gives its root a size of its own.
        .filter(([tag]) => !/font-weight="700"|<svg/.test(tag))
        .map(([, size = ""]) => size),
    );
    expect(drawn.length).toBeGreaterThan(100);
    expect([...new Set(drawn)].sort()).toEqual(grown.map(([, of]) => of).sort());
  });
});

describe("punctuation", () => {
  it("is chosen by language in one place", () => {
    const files = globSync("src/{core,charts,site,components,pages,layouts}/**/*.{ts,astro}");
    const choosing = files.filter((file) => /"：" : ": "|"；" : "; "/.test(read(file)));
    expect(choosing).toEqual([]);
  });
});

describe("the page of components", () => {
  /** Whole pages, or their frame. */
  const pages = ["NotFound", "Tombstone", "GuideBase", "RowArticle", "Programme"];

  it("shows each of them", () => {
    const seen = new Set<string>();
    const follow = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      for (const [, path = ""] of read(file).matchAll(/from "(\.[^"]+\.astro)"/g))
        follow(posix.join(posix.dirname(file), path));
    };
    follow("src/pages/[lang]/components.astro");
    // A list of what is shown one by one.
    const lists = ["Charts"];
    const all = globSync("src/components/*.astro").map((file) => file.replaceAll("\\", "/"));
    const missing = all.filter((file) => !seen.has(file)).map((file) => basename(file, ".astro"));
    expect(missing.sort()).toEqual([...pages, ...lists].sort());
  });
});

describe("the words of the pages", () => {
  const files = globSync("src/{pages,layouts,components,islands}/**/*.{astro,ts}")
    .map((file) => file.replaceAll("\\", "/"))
    // The first page is for who has not chosen a language yet.
    .filter((file) => file !== "src/pages/index.astro");

  it("stand in the strings, so that a language is added by strings alone", () =>
    expect(files.flatMap((file) => checkWords(file, read(file)))).toEqual([]));

  it("are found out where they do not", () => {
    const page = "---\nconst a = 1;\n---\n";
    expect(checkWords("a.astro", `${page}<p>{a > 0 && <b>Total</b>}</p>`)).toHaveLength(1);
    expect(checkWords("a.astro", `${page}<input placeholder="Name">`)).toHaveLength(1);
    expect(checkWords("a.astro", `${page}<p>{a ? "，" : ""}</p>`)).toHaveLength(1);
    expect(checkWords("a.ts", "const a = n + ' 行';")).toHaveLength(1);
    expect(checkWords("a.astro", `${page}<p class="a" {lang}>{t.a}: <code>{a}</code></p>`)).toEqual(
      [],
    );
  });
});
