import { isCard } from "#core/sweep/bank-card";
import { eachRun, type Group, type Run } from "#core/sweep/digit-run";
import { isIdentity, isOldIdentity } from "#core/sweep/identity";
import { mailboxes } from "#core/sweep/mailbox";
import { mobilesIn } from "#core/sweep/mobile-list";
import { fixedNumber, isMobile, isMobileShape } from "#core/sweep/phone";
import { embedded, unfold } from "#core/sweep/unfold";

export type PersonalKind = "identity" | "mobile" | "fixed" | "card" | "e-mail";

/** Something of a person in a text: where, and as much of it as may be shown. `value` is never printed. */
export type Personal = {
  kind: PersonalKind;
  index: number;
  end: number;
  excerpt: string;
  value: string;
};

export type Allowed = {
  /** Values published on purpose, as `contactsIn` writes them: of phones and mailboxes, never of people's numbers. */
  contacts?: ReadonlySet<string>;
  /** The text is an amount of money: 13,800,138,000 is one like any other. */
  amount?: boolean;
};

/** The first three and the last two characters, fewer of a short value. */
export function mask(value: string): string {
  if (value.length < 10) return `${value.slice(0, 1)}***`;
  return `${value.slice(0, 3)}***${value.slice(-2)}`;
}

const labels = {
  identity: /身份证|身份號|身份号|证件号|identity|\bID\b/i,
  card: /卡号|账号|帐号|账户|银行卡|card|account/i,
  phone: /电话|手机|联系|致电|传真|座机|tel|phone|mobile|fax/i,
} as const;
const isLabelled = (text: string, index: number, label: RegExp) =>
  label.test(text.slice(Math.max(0, index - 20), index));

/** How far a word is followed. */
const longestWord = 72;

const isAlphanumeric = (code: number): boolean =>
  (code > 47 && code < 58) || ((code | 32) > 96 && (code | 32) < 123);

/** Whether letters touch the number as in a hash or a file's id, not as in tel13800138000. */
function isPartOfWord(text: string, { index, end }: Group): boolean {
  let [from, to] = [index, end];
  while (from > index - longestWord && isAlphanumeric(text.charCodeAt(from - 1))) from -= 1;
  while (to < end + longestWord && isAlphanumeric(text.charCodeAt(to))) to += 1;
  const isWord = (s: string) => s === "" || (/^[A-Za-z]{2,}$/.test(s) && /[g-z]/i.test(s));
  return !isWord(text.slice(from, index)) || !isWord(text.slice(end, to));
}

/** Whether the digits are behind the point of a number, or before one that has cents; 13800138000.0 has none. */
function isFraction(text: string, { index, end }: Group): boolean {
  const point = text[index - 1];
  if ((point === "." || point === "．") && !/[\p{L}\s]/u.test(text[index - 2] ?? "")) return true;
  return (
    /^[.．]\d{1,4}(?!\d)/.test(text.slice(end, end + 7)) &&
    !/^[.．]0(?!\d)/.test(text.slice(end, end + 3))
  );
}

const isMoney = (text: string, { index, end }: Group) =>
  /[¥￥$]\s?$/.test(text.slice(Math.max(0, index - 2), index)) ||
  /^\s?(?:元|万|亿|%|％)/.test(text.slice(end, end + 3));

type Hand = (kind: PersonalKind, value: string, from: Group, to: Group) => void;

/** One group alone. */
function inGroup(text: string, g: Group, amount: boolean, hand: Hand) {
  const { digits } = g;
  if (isIdentity(digits)) return hand("identity", digits, g, g);
  if (digits.length > 18) inGlued(g, hand);
  if (digits.length < 10 || isFraction(text, g) || digits.endsWith("X")) return;
  if (isOldIdentity(digits) && isLabelled(text, g.index, labels.identity))
    return hand("identity", digits, g, g);
  if (amount || isPartOfWord(text, g)) return;
  if (isCard(digits, isLabelled(text, g.index, labels.card))) return hand("card", digits, g, g);
  const abroad = /[+＋]\s?$/.test(text.slice(Math.max(0, g.index - 2), g.index)) ? /^86/ : /^0086/;
  const national = digits.replace(abroad, "");
  if (isMobile(national) && !isMoney(text, g)) return hand("mobile", national, g, g);
  const fixed = fixedNumber([digits]);
  if (fixed && isLabelled(text, g.index, labels.phone)) hand("fixed", fixed, g, g);
}

/** An identity number and a mobile number written as one. */
function inGlued(g: Group, hand: Hand) {
  const [head, tail] = [g.digits.slice(0, 18), g.digits.slice(-18)];
  if (isIdentity(head) && isMobile(g.digits.slice(18))) hand("identity", head, g, g);
  else if (isIdentity(tail) && isMobile(g.digits.slice(0, -18))) hand("identity", tail, g, g);
}

/** Groups that are one number written apart. */
function inRun(text: string, { groups, gaps }: Run, amount: boolean, hand: Hand) {
  for (let first = 0; first < groups.length - 1; first++) {
    const gap = gaps[first];
    if (first > 0 && gaps[first - 1] === gap) continue;
    let last = first + 1;
    while (last < gaps.length && gaps[last] === gap) last += 1;
    if (gap) inUniform(text, groups.slice(first, last + 1), gap, amount, hand);
  }
  const [head, tail] = [groups[0], groups.at(-1)];
  if (!head || !tail || groups.length > 7 || gaps.every((gap) => gap === gaps[0])) return;
  const parts = groups.map((g) => g.digits);
  const all = parts.join("");
  if (isIdentity(all)) return hand("identity", all, head, tail);
  const fixed = gaps[0] === "bracket" || gaps[0] === "dash" ? fixedNumber(parts) : undefined;
  if (fixed && !amount && !isPartOfWord(text, head)) hand("fixed", fixed, head, tail);
}

function inUniform(
  text: string,
  groups: readonly Group[],
  gap: Run["gaps"][number],
  amount: boolean,
  hand: Hand,
) {
  const [head, tail] = [groups[0], groups.at(-1)];
  if (!head || !tail) return;
  identitiesIn(groups, gap === "dot", hand);
  if (amount || isPartOfWord(text, head) || isPartOfWord(text, tail)) return;
  const parts = groups.map((g) => g.digits);
  const all = parts.join("");
  const shape = parts.map((p) => p.length).join("-");
  const isCardShape = /^(?:4-4-4-4(?:-[13])?|6-1[013]|4-12)$|^1(?:-1)+$/.test(shape);
  const isBroken = gap === "line" && parts.length === 2;
  if ((isCardShape || isBroken) && isCard(all, isCardShape)) return hand("card", all, head, tail);
  const isAbroad = /^(?:00)?86$/.test(parts[0] ?? "");
  const national = isAbroad ? parts.slice(1) : parts;
  if (isMobileShape(national, gap)) return hand("mobile", national.join(""), head, tail);
  for (const [first, last, value] of mobilesIn(groups)) hand("mobile", value, first, last);
  const fixed = fixedNumber(isAbroad ? [`0${national[0]}`, ...national.slice(1)] : parts);
  const isPlain = gap === "dash" || gap === "bracket" || isAbroad;
  if (fixed && (isPlain || isLabelled(text, head.index, labels.phone)))
    hand("fixed", fixed, head, tail);
}

/** Windows of groups that make an identity number; of long lists, and of points, only the whole. */
function identitiesIn(groups: readonly Group[], isDotted: boolean, hand: Hand) {
  const isList = groups.length > 18 || isDotted;
  for (let first = 0; first < (isList ? 1 : groups.length); first++) {
    let all = "";
    for (let last = first; last < groups.length && all.length < 18; last++) {
      all += groups[last]?.digits ?? "";
      if (all.length !== 18 || last === first || (isList && last < groups.length - 1)) continue;
      const [a, z] = [groups[first], groups[last]];
      if (a && z && isIdentity(all)) hand("identity", all, a, z);
    }
  }
}

function findIn(text: string, amount: boolean): Personal[] {
  const found: Personal[] = [];
  const hand: Hand = (kind, value, from, to) =>
    found.push({ kind, value, index: from.index, end: to.end, excerpt: mask(value) });
  eachRun(text, (run) => {
    for (const g of run.groups) inGroup(text, g, amount, hand);
    if (run.gaps.length > 0) inRun(text, run, amount, hand);
  });
  for (const { address: value, index, end } of mailboxes(text))
    found.push({ kind: "e-mail", value, index, end, excerpt: mask(value) });
  return found;
}

/** Everything in a text that looks like a person's number or address, in linear time. */
export function findPersonal(text: string, { contacts, amount = false }: Allowed = {}): Personal[] {
  const found = findIn(text, amount);
  const seen = unfold(text);
  if (seen !== text) found.push(...findIn(seen, amount));
  for (const { index, text: inside } of embedded(text))
    found.push(...findIn(inside, amount).map((p) => ({ ...p, index, end: index })));
  if (found.length === 0) return found;
  const known = new Set<string>();
  return found.filter(({ kind, value, index }) => {
    const key = `${value} ${index}`;
    if (known.has(key)) return false;
    known.add(key);
    return kind === "identity" || kind === "card" || !contacts?.has(value);
  });
}

/** The phones and mailboxes of a text, as `Allowed` takes them. */
export const contactsIn = (text: string): string[] => findPersonal(text).map((p) => p.value);

/** The text with every finding masked, for names and headings that a message repeats. */
export function withoutPersonal(text: string): string {
  let shown = text;
  for (const { index, end, excerpt } of findPersonal(text).sort((a, b) => b.index - a.index))
    shown = shown.slice(0, index) + excerpt + shown.slice(Math.max(end, index));
  return shown;
}
