import type { Lang, Text } from "#core/language";
import { type Article, citeArticle } from "#core/law";

/** Whom to tell about a charge: the one place that says so, and only what the draft supports. */
type Channel = {
  who: Text;
  what: Text;
  article: Article;
  paragraphs?: readonly number[];
  tel?: string;
};

const channels: readonly Channel[] = [
  {
    who: { zh: "12345 政务服务便民热线", en: "The 12345 government service hotline" },
    what: {
      zh: "涉企投诉纳入该热线等平台，并要求限时办结、及时反馈。",
      en: "Takes complaints by businesses, to be closed within a time limit and answered.",
    },
    article: 44,
    tel: "12345",
  },
  {
    who: { zh: "市场监督管理部门", en: "The market regulator" },
    what: {
      zh: "会同有关部门查处违反收费规定的行为；第 10 条还要求其公开举报电话、信箱（针对违反公平竞争审查制度的政策措施）。",
      en: "Investigates improper charges together with other departments; Article 10 also has it publish a telephone and mailbox for reports on policies that break fair-competition review.",
    },
    article: 50,
    paragraphs: [3],
  },
  {
    who: { zh: "收费单位的主管部门", en: "The department in charge of the charging body" },
    what: {
      zh: "应公布投诉热线、电子邮箱等方式，接到后调查处理并答复。",
      en: "Must publish a hotline, an e-mail address or the like, investigate, and answer.",
    },
    article: 56,
  },
];

export const channelsIn = (lang: Lang) =>
  channels.map((c) => ({
    who: c.who[lang],
    what: c.what[lang],
    law: citeArticle(c.article, c.paragraphs ?? [], lang),
    tel: c.tel,
  }));
