import type { Entry, Option } from "#core/catalog";
import type { Column } from "#core/field";
import { formatGroup, formatNumber, isChinese } from "#core/format/format";
import type { Lang } from "#core/language";
import { blank, rangeFields } from "#core/query/view";
import { prefectureOf } from "#core/region/rollup";
import { strings } from "#site/strings";

/** A choice as the form shows it. */
export type Choice = { value: string; label: string; lang: "zh-CN" | undefined; rows: string };

/** Choices under a name: the counties of a prefecture that is itself listed elsewhere. */
export type ChoiceGroup = { name: Choice | null; choices: readonly Choice[] };

export type Filter = {
  id: string;
  label: string;
  /** At once in sight. */
  first: readonly Choice[];
  /** One click away. */
  rest: readonly ChoiceGroup[];
};

/** Choices of a filter in sight; a blank one is always among them. */
const most = 8;

export const filtersOf = (e: Entry, lang: Lang): readonly Filter[] =>
  e.dataset.filters.flatMap((id) => {
    const field = e.dataset.fields[id];
    if (!field) return [];
    const options = inOrder(field, e.options[id] ?? []);
    const choice = ({ value, rows }: Option): Choice => {
      const { blankCell } = strings[lang];
      const label = value === null ? blankCell : formatGroup(field, value, lang, e.regions);
      return {
        value: value === null ? blank : String(value),
        label,
        lang: lang !== "zh" && isChinese(label) ? "zh-CN" : undefined,
        rows: formatNumber(rows, 0),
      };
    };
    const isCounty = ({ value }: Option) =>
      field.kind === "region" && value !== null && prefectureOf(String(value)) !== value;
    const filter = { id, label: field.label[lang] };
    if (options.filter((o) => o.value !== null).length <= most)
      return [{ ...filter, first: options.map(choice), rest: [] }];
    const blanks = options.filter((o) => o.value === null);
    const upper = options.filter((o) => o.value !== null && !isCounty(o));
    const first = upper.slice(0, most);
    const groups = upper.map((o) => {
      const counties = options.filter(
        (c) => isCounty(c) && prefectureOf(String(c.value)) === o.value,
      );
      const isFirst = first.includes(o);
      return {
        name: isFirst && counties.length > 0 ? choice(o) : null,
        choices: [...(isFirst ? [] : [o]), ...counties].map(choice),
      };
    });
    return [
      {
        ...filter,
        first: [...first, ...blanks].map(choice),
        rest: groups.filter((g) => g.choices.length > 0),
      },
    ];
  });

/** As a reader looks for them: categories as declared, words by how many rows have them, all else by its value. */
function inOrder(field: Column, options: readonly Option[]): readonly Option[] {
  if (field.kind === "text") return options.toSorted((a, b) => last(a, b) || b.rows - a.rows);
  if (field.kind !== "category") return options;
  const codes = Object.keys(field.codes);
  const place = ({ value }: Option) => codes.indexOf(String(value));
  return options.toSorted((a, b) => last(a, b) || place(a) - place(b));
}

/** Rows in which the field is blank come last. */
const last = (a: Option, b: Option): number => Number(a.value === null) - Number(b.value === null);

/** From and to of a field; `ends` are the ones to choose from, null where any number may be written. */
export type RangeInput = {
  id: string;
  label: string;
  unit: string;
  ends: readonly { value: string; text: string }[] | null;
};

export const rangesOf = (e: Entry, lang: Lang): readonly RangeInput[] =>
  rangeFields(e.dataset).flatMap((id) => {
    const field = e.dataset.fields[id];
    if (!field) return [];
    const isMoney = field.kind === "money";
    const values = (e.options[id] ?? []).flatMap(({ value }) => (value === null ? [] : [value]));
    const ends = values
      .sort((a, b) => (a < b ? -1 : 1))
      .map((value) => ({
        value: String(value),
        text: formatGroup(field, value, lang, e.regions),
      }));
    return [
      {
        id,
        label: field.label[lang],
        unit: isMoney ? formatYuanUnit[lang] : "",
        ends: e.dataset.filters.includes(id) ? ends : null,
      },
    ];
  });

const formatYuanUnit = { zh: "元", en: "yuan" } as const;
