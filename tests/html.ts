import { Parser } from "htmlparser2";

export type Reference = { tag: string; attribute: string; value: string };
export type Html = {
  lang: string;
  title: string;
  headings: number;
  ids: ReadonlySet<string>;
  references: readonly Reference[];
  /** Scripts and styles that the content security policy would block. */
  inline: readonly string[];
};

const single = new Set(["href", "src", "xlink:href", "poster", "data", "action", "formaction"]);
const data = new Set(["application/json", "application/ld+json"]);

/** Each address in a style sheet. */
export const cssReferences = (css: string): string[] =>
  [...css.matchAll(/url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)/g)].map(([, url, imported]) =>
    (url ?? imported ?? "").trim(),
  );

/** What a page refers to and what it contains, without running it. */
export function readHtml(html: string): Html {
  const ids = new Set<string>();
  const references: Reference[] = [];
  const inline: string[] = [];
  let [lang, title, headings, inSvg, inTitle] = ["", "", 0, 0, false];
  const parser = new Parser({
    onopentag(name, attributes) {
      const tag = name === "link" ? `link rel="${attributes["rel"] ?? ""}"` : name;
      if (tag === "html") lang = attributes["lang"] ?? "";
      if (tag === "h1") headings++;
      if (tag === "svg") inSvg++;
      if (tag === "title") inTitle = inSvg === 0; // a title inside an svg is the picture's
      if (tag === "style") inline.push("<style>");
      const type = attributes["type"] ?? "";
      if (tag === "script" && !("src" in attributes) && !data.has(type)) inline.push("<script>");
      for (const [attribute, value] of Object.entries(attributes)) {
        if (attribute === "id" || (tag === "a" && attribute === "name")) ids.add(value);
        if (attribute === "style" || attribute.startsWith("on"))
          inline.push(`${attribute}="${value}"`);
        if (attribute.endsWith("srcset"))
          for (const candidate of value.split(/,\s+/))
            references.push({ tag, attribute, value: candidate.trim().split(/\s/)[0] ?? "" });
        if (single.has(attribute)) references.push({ tag, attribute, value: value.trim() });
        if (/^(content|value)$/.test(attribute) || !value.includes("url(")) continue;
        for (const url of cssReferences(value)) references.push({ tag, attribute, value: url });
      }
    },
    ontext(text) {
      if (inTitle) title += text;
    },
    onclosetag(tag) {
      if (tag === "title") inTitle = false;
      if (tag === "svg") inSvg--;
    },
  });
  parser.end(html);
  return { lang, title: title.trim(), headings, ids, references, inline };
}
