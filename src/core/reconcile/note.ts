import { type Figure, type Percent, readFigure, readPercent } from "#core/reconcile/figure";

/** A count printed in a note, with the share printed after it, if any. */
export type NoteCount = { name: string; figure: Figure; share?: Percent; sentence: number };
export type Kind = "year" | "month";
export type Note = {
  counts: readonly NoteCount[];
  /** 办结率97.48% */
  rates: readonly { name: string; percent: Percent }[];
  /** 占比82.13%, of the row itself */
  share: Percent | undefined;
  /** 同比上升22.03%, 环比下降3% */
  changes: readonly { kind: Kind; percent: Percent; fall: boolean }[];
  /** 较上月增263件 */
  deltas: readonly { kind: Kind; by: number }[];
  /** The months that title and text of the report name. */
  months: { title: number; text: number; said: readonly [string, string] } | undefined;
};

/** What whoever typed the note concluded is not what the report says. */
const remarks = [
  /\((?:实为|应为|实际为|计算得)[^()]{0,200}\)/gu,
  /\(\d+\/\d+=[\d.]+%\)/gu,
  /却写|误写/gu,
];

const fallen = /下降|减|降|下滑/u;
const kindOf = (text: string): Kind => (/月|环比/u.test(text) ? "month" : "year");

const chineseDigits = "一二三四五六七八九十";
function monthOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  return [...text].reduce((sum, c) => sum + chineseDigits.indexOf(c) + 1, 0); // 十一, 十二
}

const month = "(\\d{1,2}|[一二三四五六七八九十]{1,2})月";
const inTitle = new RegExp(`标题(?:写|为|作|是)?(?:\\d{4}年)?${month}`, "u");
const inText = new RegExp(`正文(?:写|为|作|是)?(?:\\d{4}年)?${month}`, "u");

function monthsIn(text: string): Note["months"] {
  const [title, body] = [inTitle.exec(text)?.[1], inText.exec(text)?.[1]];
  if (title === undefined || body === undefined) return undefined;
  return { title: monthOf(title), text: monthOf(body), said: [`${title}月`, `${body}月`] };
}

const count =
  /(\p{Script=Han}{1,20})(\d+(?:\.\d+)?[万亿]?)(?:件|个|起|次|条|宗|人次|单|户|人)?(?![\d.%年月日/+=])(?:[,，]?占(?:比|总[数量]的|全部的)?|\(占?比?)?(?:为|达)?(\d+(?:\.\d+)?%)?/gu;

function countsIn(text: string): NoteCount[] {
  return text.split(/[;。]/u).flatMap((part, sentence) =>
    [...part.matchAll(count)].flatMap(([, label = "", number = "", percent]): NoteCount[] => {
      if (/^(?:较|比|同比|环比)|(?:增|减|增加|减少|率|率为|分|标题写|正文写)$/u.test(label))
        return [];
      const figure = readFigure(number);
      if (!figure) return [];
      const share = percent === undefined ? undefined : readPercent(percent);
      return [{ name: label.replace(/^其中/u, ""), figure, sentence, ...(share && { share }) }];
    }),
  );
}

/** The figures of the report that a note carries. */
export function readNote(note: string): Note {
  let text = note
    .normalize("NFKC")
    .replace(/\s+/gu, " ")
    .replace(/(\d),(?=\d{3}(?!\d))/gu, "$1");
  const months = monthsIn(text);
  text = text
    .split(/(?<=[;。])/u)
    .filter((sentence) => !sentence.includes("≠"))
    .join("");
  for (const remark of remarks) text = text.replace(remark, "");
  const percents = (pattern: RegExp) =>
    [...text.matchAll(pattern)].flatMap(([, name = "", way = "", number = ""]) => {
      const percent = readPercent(number);
      return percent ? [{ name, way, percent }] : [];
    });
  const change =
    /(同比|环比|较上月|较上年同期|较去年同期)(上升|增长|增加|提高|提升|升|增|下降|减少|降低|下滑|降|减)?[了为]?(\d+(?:\.\d+)?%)/gu;
  const delta =
    /(较上月|比上月|环比|较上年同期|较去年同期|比去年同期|比上年同期|同比)(增加|减少|增|减|上升|下降|多|少)了?(\d+)(?:件|个|起|次|条|宗|单)/gu;
  const alone = /^占比?(?:为)?(\d+(?:\.\d+)?%)/u.exec(text)?.[1];
  return {
    counts: countsIn(text),
    rates: percents(/(\p{Script=Han}{0,20}率)(为|达|达到|:)?(\d+(?:\.\d+)?%)/gu).filter(
      ({ name }) => !/(?:增长|增|升|降幅|变化)率$/u.test(name),
    ),
    share: alone === undefined ? undefined : readPercent(alone),
    changes: percents(change).map(({ name, way, percent }) => ({
      kind: kindOf(name),
      percent,
      fall: fallen.test(way),
    })),
    deltas: [...text.matchAll(delta)].map(([, name = "", way = "", number = ""]) => ({
      kind: kindOf(name),
      by: /减|下降|少/u.test(way) ? -Number(number) : Number(number),
    })),
    months,
  };
}
