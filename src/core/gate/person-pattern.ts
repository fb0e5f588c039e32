import {
  colonLabels,
  compoundSurnames,
  edgeLabels,
  labels,
  places,
  remarks,
  surnames,
  transliterating,
} from "#core/gate/person-words";

/*
 * The registered name of a 个体工商户 is published, but where it is a natural person's it is masked. Everything is
 * said once, as patterns both JavaScript and RE2 read; `person-name.ts` only carries them out.
 */

export const han = "\\p{Han}";
const glue = "\ue000"; // between characters of one name that stood apart
export const start = "\ue001"; // around a label such as 经营者
export const end = "\ue002";
const separators = "•・･‧∙⋅˙●.．。｡";
const pause = `[ \\-－—–_/]+`;
const surname = `(?:${compoundSurnames}|[${surnames}])`;
const edge = `(^|[^${han}])`;
const close = `($|[^${han}])`;
const apart = `([${transliterating}]{2,})${pause}([${transliterating}]{2,})`;
const single = `${edge}(${han})[^\\p{L}\\p{N}*${glue}]+(${han})${close}`;

export type Step = readonly [pattern: string, replacement: string];

/** Takes disguises off: what cannot be seen, space and dots inside a name; marks the labels. */
export const clean: readonly Step[] = [
  ["[\\p{Cf}\\p{M}\\p{Co}\u115f\u1160\u3164\uffa0“”‘’\"'「」『』《》〈〉＂＇]+", ""],
  ["[\\p{Z}\\p{Cc}\u2800]+", " "],
  [`[${separators}]`, "·"],
  [" ?·[ ·]*", "·"],
  ["(^|[^\\p{L}·])·+", "\\1."],
  ["·+($|[^\\p{L}·])", ".\\1"],
  [
    `(${labels})|${edge}(${edgeLabels})|(${edgeLabels})${close}|((?:${colonLabels})[:：])`,
    `\\2${start}\\1\\3\\4\\6${end}\\5`,
  ],
  // 张 三 and 张-三; three times, since a match ends where the next would begin
  ...Array.from({ length: 3 }, (): Step => [single, `\\1\\2${glue}\\3\\4`]),
  [glue, ""],
  // 张 小明, 小明 张, 欧阳 建国
  [`(^|[^${han}·])(${han}) (${han}{2,3})($|[^${han}·])`, "\\1\\2\\3\\4"],
  [`(^|[^${han}·])(${han}{2,3}) (${han})($|[^${han}·])`, "\\1\\2\\3\\4"],
  [`(^|[^${han}·])(${compoundSurnames}) (${han}{1,2})($|[^${han}·])`, "\\1\\2\\3\\4"],
  // 阿卜杜拉 买买提
  [apart, "\\1·\\2"],
  [apart, "\\1·\\2"],
];

/** A label with what follows it, a run of letters and dots, or what stands between such. */
export const token = `${start}[^${end}]*${end}[^\\p{L}·${start}]*[\\p{L}·]*|[\\p{L}·]+|[^\\p{L}·${start}]+`;
export const labelled = `^${start}`;
export const core = "[\\p{L}·]*$";

/** X（Y）: where Y is a trade name, X is its owner. */
export const bracketed = `^[\\p{L}·]+ ?[(（［\\[【〔][^()（）]*[)）］\\]】〕] ?$`;
export const dotted = `\\p{L}·\\p{L}`;
export const short = `^[A-Za-zＡ-Ｚａ-ｚ]?${han}{2,4}[A-Za-zＡ-Ｚａ-ｚ]?$`;
export const remark = `^(?:${remarks})$`;
export const long = `^${han}{5,12}$`;
export const transliterated = `^[${transliterating}]{2,}$`;
export const longTransliterated = `^[${transliterating}]{5,}$`;
export const surnamed = `^${surname}`;
export const fullName = `^${surname}${han}{1,2}$`;
/** 某某县张三, 演示商店张三 */
export const tail = `^(.*(?:${places}|店|超市|公司|厂|铺|馆|[营业务市理]部))(${surname}${han}{1,2})$`;

const latin = "([A-Za-zＡ-Ｚａ-ｚ]?)";
export const stars: readonly Step[] = [
  [`^${latin}(${han})${han}${latin}$`, "\\1\\2*\\3"],
  [`^${latin}(${han})${han}(${han})${latin}$`, "\\1\\2*\\3\\4"],
  [`^${latin}(${han})${han}{2}(${han})${latin}$`, "\\1\\2**\\3\\4"],
];
