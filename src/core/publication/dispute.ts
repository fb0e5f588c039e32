import type { Lang } from "#core/language";

/** What a correction is about; all of it is known to the page a reader comes from. */
export type Disputed = { title: string; key: string; version: string; address: string };

const words = {
  zh: {
    subject: "异议申诉",
    lines: ({ title, key, version, address }: Disputed) => [
      `数据集：${title}`,
      `编号：${key}`,
      `版本：${version}`,
      `网址：${address}`,
      "",
      "我认为有误的是：",
      "",
      "应当改为，依据是：",
      "",
      "我与此事的关系（本人、单位、知情者）：",
      "",
      "怎样联系我（请勿写身份证号、银行账号）：",
    ],
  },
  en: {
    subject: "Correction",
    lines: ({ title, key, version, address }: Disputed) => [
      `Dataset: ${title}`,
      `ID: ${key}`,
      `Version: ${version}`,
      `Address: ${address}`,
      "",
      "What is wrong:",
      "",
      "What it should be, and why:",
      "",
      "How I am concerned (myself, my organisation, a witness):",
      "",
      "How to reach me (no identity or account numbers, please):",
    ],
  },
} as const;

export const disputeSubject = ({ title, key }: Disputed, lang: Lang): string =>
  [words[lang].subject, title, key].filter(Boolean).join(" · ");

/** A text to send, with what the page knows filled in. */
export const disputeText = (of: Disputed, lang: Lang): string => words[lang].lines(of).join("\n");

/** An address that opens a mail with the text; "" where nobody takes mail. */
export const disputeMail = (mailbox: string, of: Disputed, lang: Lang): string =>
  mailbox &&
  `mailto:${mailbox}?subject=${encodeURIComponent(disputeSubject(of, lang))}&body=${encodeURIComponent(disputeText(of, lang))}`;
