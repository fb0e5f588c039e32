import type { Place } from "#core/reconcile/finding";
import type { Kind } from "#core/reconcile/note";
import { columnLabel } from "#core/reconcile/read";
import {
  addition,
  closest,
  difference,
  digits,
  fittingWhole,
  isElsewhere,
  name,
  percentLike,
  rangeOf,
  type Sentences,
  tolerance,
} from "#core/reconcile/say";

const q = (text: string) => `“${name(columnLabel(text).zh)}”`;
const seen = (at: Place, from: Place) => {
  if (!isElsewhere(at, from)) return "";
  return at.file === from.file ? `（第 ${at.line} 行）` : `（${at.file}:${at.line}）`;
};
const kinds: Readonly<Record<Kind, string>> = { year: "同比", month: "环比" };
const earlier: Readonly<Record<Kind, string>> = { year: "上年同期", month: "上一期" };
const way = (fall: boolean) => (fall ? "下降" : "上升");
const rounding = "四舍五入或舍尾";

/** Every finding in Chinese. */
export const zh: Sentences = {
  parts: (f) => {
    const { group, parts, sum, whole, listed, severity } = f;
    const more = sum.value > whole.figure.value;
    const ask =
      severity === "question"
        ? more
          ? "请问各部分是对哪个总数而言，或是否有误。"
          : "请问是否只列了一部分，或另有未列出的部分。"
        : more && !listed
          ? "请问一件是否计入了几个部分，或两个数的口径是否不同。"
          : "请问哪一个数有误，或各部分之间是否重复、遗漏。";
    return `${q(group)}各部分之和应为${q(whole.name)}${whole.figure.text}${seen(whole, f)}；实为 ${addition(parts, sum)}，${more ? "多" : "少"} ${difference(sum.value, whole.figure.value)}，容差 ${tolerance(sum, whole.figure)}。${ask}`;
  },
  share: (f) => {
    const { whole, computed } = closest(f);
    const others = f.of.length > 1 ? `对其余 ${f.of.length - 1} 个数也不符。` : "";
    const fitting = fittingWhole(f);
    const would = fitting ? `若百分数无误，分母应约为 ${fitting}。` : "";
    const label = whole.name === "" ? "各部分之和" : q(whole.name);
    return `${q(f.name)}应占${label}的 ${f.n.text} ÷ ${digits(whole.figure.value)} = ${percentLike(computed, f.percent)}${seen(whole, f)}；实为 ${f.percent.text}，差 ${difference(Number(computed.toFixed(2)), f.percent.value)} 个百分点，${rounding}只容 ${rangeOf(f.percent)}。${others}${would}请问三个数哪一个有误，或百分数是对哪个总数而言。`;
  },
  "over 100": ({ name: n, percent }) =>
    `${q(n)}应不超过 100%；实为 ${percent.text}，多 ${digits(percent.value - 100)} 个百分点，容差 ${digits(percent.value - percent.low)}。请问分子、分母各是多少。`,
  "change kind": ({ now, base, computed, printed }) => {
    const [said, real] =
      printed.kind === "year" ? (["year", "month"] as const) : (["month", "year"] as const);
    return `${kinds[said]}应与${earlier[said]}相比；实写${kinds[said]}${way(printed.fall)} ${printed.percent.text}，而与${earlier[real]}相比是 (${now.text} − ${digits(base)}) ÷ ${digits(base)} = ${percentLike(computed, printed.percent)}，在${rounding}的 ${rangeOf(printed.percent)} 之内，是${kinds[real]}。请问是否应写作${kinds[real]}，${earlier[said]}是多少。`;
  },
  change: ({ name: n, now, base, computed, printed }) =>
    `${q(n)}${kinds[printed.kind]}应为 (${now.text} − ${digits(base)}) ÷ ${digits(base)} = ${percentLike(computed, printed.percent)}；实为${way(printed.fall)} ${printed.percent.text}，差 ${difference(Number(computed.toFixed(2)), (printed.fall ? -1 : 1) * printed.percent.value)} 个百分点，${rounding}只容 ${rangeOf(printed.percent)}。请问三个数哪一个有误。`,
  "change base": ({ name: n, now, printed, needed, near }) =>
    `${q(n)}${now.text}，${kinds[printed.kind]}${way(printed.fall)} ${printed.percent.text}：${earlier[printed.kind]}应为整数；实为 ${now.text} ÷ ${digits(1 + ((printed.fall ? -1 : 1) * printed.percent.value) / 100)} = ${needed.toFixed(2)}，而 ${near.map(({ base, percent }) => `${base} 得 ${percentLike(Math.abs(percent), printed.percent)}`).join("、")}，${rounding}只容 ${rangeOf(printed.percent)}。请问${earlier[printed.kind]}是多少，三个数哪一个有误。`,
  delta: (f) => {
    const expected = f.before.figure.value + f.by;
    return `${q(f.name)}应为${earlier[f.kind]} ${f.before.figure.text}${seen(f.before, f)}${f.by < 0 ? "减" : "加"} ${Math.abs(f.by)}，即 ${digits(expected)}；实为 ${f.now.text}，差 ${difference(f.now.value, expected)}，容差 ${digits(f.now.high - f.now.value + f.before.figure.high - f.before.figure.value)}。请问三个数哪一个有误。`;
  },
  "part over whole": ({ name: n, part, whole }) =>
    `${q(n)}的这个数应不超过收到的 ${whole.figure.text}；实为 ${part.text}，多 ${difference(part.value, whole.figure.value)}，容差 ${tolerance(part, whole.figure)}。请问两个数的口径是否不同。`,
  satisfaction: ({ name: n, unsatisfied, received, percent }) =>
    `${q(n)}满意率应不超过 (${received.text} − ${unsatisfied.text}) ÷ ${received.text} = ${percentLike(100 - (100 * unsatisfied.value) / received.value, percent)}，因为有 ${unsatisfied.text} 件不满意；实为 ${percent.text}，${rounding}只容 ${rangeOf(percent)}。请问评价了多少件，不满意的是否计入。`,
  units: (f) =>
    `各单位之和应不超过${q(f.whole.name)}${f.whole.figure.text}${seen(f.whole, f)}；实为 ${addition(f.units, f.sum)}，多 ${difference(f.sum.value, f.whole.figure.value)}，容差 ${tolerance(f.sum, f.whole.figure)}。请问一件是否由几个单位承办而重复计数，或两个数的口径是否不同。`,
  months: ({ title, text, period }) =>
    `标题与正文应是同一个月；标题写${q(title)}，正文写${q(text)}，这里记作 ${name(period)}。请问数字是哪个月的。`,
};
