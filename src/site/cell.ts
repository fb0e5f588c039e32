import type { Cell, Subject } from "#core/catalog";
import { documentsIn, formatCell, isChinese } from "#core/format";
import type { Lang } from "#core/language";
import { documentUrl } from "#site/urls";

/** A piece of a cell as the page shows it; `lang` where it is not in the page's language. */
export type Piece = { text: string; href?: string; lang?: "zh-CN" };

const tagged = (text: string, lang: Lang): Piece =>
  lang !== "zh" && isChinese(text) ? { text, lang: "zh-CN" } : { text };

/** A cell in pieces, each with its link: a document leads to all rows that cite it. Empty where blank. */
export function pieces(
  { dataset: d, regions }: Subject,
  field: string,
  value: Cell,
  lang: Lang,
): readonly Piece[] {
  const f = d.fields[field];
  if (!f || value === null) return [];
  if (f.kind === "documents")
    return documentsIn(value).map((text) => ({
      ...tagged(text, lang),
      href: documentUrl(lang, d, text),
    }));
  if (f.kind === "url" && /^https?:\/\//.test(String(value)))
    return [{ text: String(value), href: String(value) }];
  return [tagged(formatCell(f, value, lang, regions), lang)];
}
