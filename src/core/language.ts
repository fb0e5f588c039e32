/** The languages every page, label and message exists in; Chinese first. */
export const langs = ["zh", "en"] as const;
export type Lang = (typeof langs)[number];

/** A sentence or label in every language: a missing translation does not compile. */
export type Text = Readonly<Record<Lang, string>>;
