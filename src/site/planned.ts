import type { Text } from "#core/language";
import { catalog } from "#site/catalog";

/** What the draft asks to be public besides; an entry goes when a dataset of that id is published. */
const planned: readonly { id: string; articles: string; title: Text }[] = [
  {
    id: "subsidy-awards",
    articles: "36",
    title: {
      zh: "惠企补贴的兑付流程和名单",
      en: "How subsidies are paid out, and to whom",
    },
  },
  {
    id: "arrears-cases",
    articles: "54",
    title: { zh: "恶意拖欠账款的曝光", en: "Exposed cases of malicious arrears" },
  },
  {
    id: "inspections",
    articles: "42",
    title: { zh: "涉企检查事项", en: "Items of inspection" },
  },
  {
    id: "policies",
    articles: "35",
    title: { zh: "惠企政策、细则与解读", en: "Policies, their rules and interpretation" },
  },
  {
    id: "channels",
    articles: "56",
    title: { zh: "各部门的投诉举报方式", en: "Each department’s way to complain" },
  },
];

export const notPublished = () => {
  const ids = catalog().datasets.map((e) => e.dataset.id);
  return planned.filter((p) => !ids.includes(p.id));
};
