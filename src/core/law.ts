import type { Lang, Text } from "#core/language";
import { articles1to34 } from "#core/law/articles-1-34";
import { articles35to59 } from "#core/law/articles-35-59";

/** The draft measures' name; they are not in force, and every page that cites them says so. */
export const measures: Text = {
  zh: "《新疆维吾尔自治区促进民营经济发展办法》（征求意见稿）",
  en: "Xinjiang measures for promoting the private economy (draft for comment)",
};

/**
 * Our own one-line summaries of all articles; the articles themselves are not reprinted. By number: 42 and 52 bear the
 * same title.
 */
export const articles = { ...articles1to34, ...articles35to59 } as const;
export type Article = keyof typeof articles;

/** Every article, in order. */
export const articleNumbers = Object.keys(articles).map(Number) as readonly Article[]; // the table's own keys

/** An article, or paragraphs of one, as it is cited. */
export const citeArticle = (n: Article, paragraphs: readonly number[], lang: Lang): string =>
  lang === "zh"
    ? `第 ${n} 条${paragraphs.length > 0 ? `第 ${paragraphs.join("、")} 款` : ""}`
    : `Article ${n}${paragraphs.map((p) => `(${p})`).join("")}`;

/** Other laws that a page or a privacy rule may rest on. */
export const laws = {
  payments: {
    zh: "《保障中小企业款项支付条例》（国务院令第802号）",
    en: "Regulation on Ensuring Payments to Small and Medium-sized Enterprises (State Council Order No. 802)",
  },
  pipl: { zh: "《中华人民共和国个人信息保护法》", en: "Personal Information Protection Law" },
  disclosure: {
    zh: "《中华人民共和国政府信息公开条例》",
    en: "Regulation on the Disclosure of Government Information",
  },
} as const satisfies Readonly<Record<string, Text>>;
export type Law = keyof typeof laws;
