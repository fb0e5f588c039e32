import type { Entry } from "#core/catalog";
import type { Column, Kind } from "#core/field";
import { publicFields } from "#core/gate/public";
import type { Lang, Text } from "#core/language";

/** What a kind of field holds, in words. */
export const kindText: Readonly<Record<Kind["kind"], Text>> = {
  text: { zh: "文字", en: "Text" },
  url: { zh: "网址", en: "Web address" },
  uscc: { zh: "统一社会信用代码", en: "Unified social credit code" },
  region: { zh: "地区代码（GB/T 2260）", en: "Region code (GB/T 2260)" },
  documents: { zh: "文号，多个以“; ”分隔", en: "Document numbers, separated by “; ”" },
  year: { zh: "年份", en: "Year" },
  month: { zh: "月份，年-月", en: "Month, year-month" },
  date: { zh: "日期，年-月-日", en: "Date, year-month-day" },
  category: { zh: "类别", en: "Category" },
  count: { zh: "整数", en: "Whole number" },
  money: { zh: "金额（元）", en: "Amount (yuan)" },
  share: { zh: "比例（0 至 1）", en: "Share (0 to 1)" },
};

const partialDate: Text = {
  zh: "日期，可只到年或月",
  en: "Date; a year or a month may be all there is",
};

/** One field as the data dictionary shows it. */
export type Term = {
  field: string;
  label: string;
  kind: string;
  help: string;
  /** Rows in which it is not blank. */
  filled: number;
  rows: number;
  codes: readonly { code: string; label: string }[];
};

/** The data dictionary: every published field, in the order of the files. */
export function dictionary(e: Entry, lang: Lang): readonly Term[] {
  return publicFields(e.dataset).map((field) => {
    const f = e.dataset.fields[field] as Column; // publicFields lists declared fields
    const kind = f.kind === "date" && f.partial ? partialDate : kindText[f.kind];
    return {
      field,
      label: f.label[lang],
      kind: kind[lang],
      help: f.help?.[lang] ?? "",
      filled: e.filled[field] ?? 0,
      rows: e.rows.published,
      codes:
        f.kind === "category"
          ? Object.entries(f.codes).map(([code, label]) => ({ code, label: label[lang] }))
          : [],
    };
  });
}
