import type { Lang } from "#core/language";

/** What stands between a name and its value, between parts of a sentence, and between sentences within one, by language. */
export const punctuation: Readonly<
  Record<Lang, { readonly colon: string; readonly comma: string; readonly semicolon: string }>
> = {
  zh: { colon: "：", comma: "，", semicolon: "；" },
  en: { colon: ": ", comma: ", ", semicolon: "; " },
};
