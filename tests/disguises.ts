import { cleanRow, people } from "./specimens.ts";

const split = (s: string, by: string): string =>
  s.length === 11
    ? [s.slice(0, 3), s.slice(3, 7), s.slice(7)].join(by)
    : s.length === 18
      ? [s.slice(0, 6), s.slice(6, 14), s.slice(14)].join(by)
      : (s.match(/.{1,4}/g) ?? []).join(by).replace(/^((?:\d{4}\D){3}\d{4})$/, "$1");
const halves = (s: string, by: string) => s.slice(0, 7) + by + s.slice(7);
const each = (s: string, to: (c: string) => string) => [...s].map(to).join("");
const fullWidth = (s: string) => each(s, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

/** Ways in which a number is written so that nobody, or only a reader, notices it. */
export const disguises: Readonly<Record<string, (s: string) => string>> = {
  plain: (s) => `联系${s}。`,
  spaces: (s) => `备注 ${split(s, " ")}`,
  dashes: (s) => `（${split(s, "-")}）`,
  "every digit apart": (s) => each(s, (c) => `${c} `),
  "full width": (s) => `张某${fullWidth(s)}号`,
  "zero width": (s) => halves(s, "\u200b"),
  "line break": (s) => `号码：${halves(s, "\n")}`,
  "break tag": (s) => `<p>${halves(s, "<br/>")}</p>`,
  element: (s) => `<td>${halves(s, '<span class="a">')}</span></td>`,
  "percent encoded": (s) =>
    `https://example.org/?q=${each(s, (c) => `%${c.charCodeAt(0).toString(16)}`)}`,
  entities: (s) => each(s, (c) => `&#${c.charCodeAt(0)};`),
  "script escapes": (s) => `"${each(s, (c) => `\\u00${c.charCodeAt(0).toString(16)}`)}"`,
  "Chinese numerals": (s) => each(s, (c) => "零一二三四五六七八九"[Number(c)] ?? c),
  "data URL": (s) => `data:text/plain;base64,${btoa(`number=${s}`)}`,
  "in a file's name": (s) => `附件_${s}.pdf`,
};

type Next = (n: number) => number;
const pick = <T>(next: Next, of: readonly T[]): T => of[next(of.length)] as T; // an index in range

const gaps =
  " |-|.|\n|\r\n|\n    |\u200b|\u00ad|\u3000|\u00a0|\u2011|\u00b7|_|<b>|</span>|<br>|<!-- x -->|&nbsp;|&#45;|&shy;|\\n|%20|\\u200b|) |(|\t|  |     |x|,|<td>|&#8203;|\\x20|%E2%80%8B".split(
    "|",
  );
const noise =
  '演示|电话：|tel |身份证号|卡号 |,|\n|"| |12|5|2023-01-03|2023-01-06 12:30:45|¥|元|@|a|x|X|第一二三四五六七八九十店|<p>|</td>\n<td>|&amp;|\\"|%|0.8333333333333334|（演示）|〔2023〕1号|\u00ff|😀|M12.5,3.25L4.5|(attribute)|[at|@media(min-width:3px)|;base64,|\t|1 2 3 4 5 6 7 8 9|150 2000 3000|86 |+|。|%E4%B8%80|%e4%b8|%41|\\x41|&#65;'.split(
    "|",
  );
const local = ["zhang", "a.b", "li_1"];
const signs = "@|＠|﹫|[at]|(at)|（at）| @ |&#64;|%40|&commat;|\\u0040| [ at ] |【AT】".split("|");
const hosts = ["qq.com", "163．com", "mail.gov.cn", "qq&#46;com", "example.org"];
const areas = ["0991", "010", "（021", "0431"];

const isAscii = /^[ -~]+$/;

/** A number of a person, or of an office, or an address, in a disguise or with anything inside. */
function planted(next: Next): string {
  const identity = people.identity(next);
  const mobile = people.mobile(next);
  const value = pick(next, [
    identity,
    mobile,
    people.card(next),
    `86${mobile}`,
    `0086-${mobile}`,
    identity + mobile,
    identity.slice(0, 6) + identity.slice(8, 17),
    `${pick(next, areas)}${pick(next, gaps)}${2 + next(7)}${mobile.slice(-7 + next(2))}`,
    pick(next, local) + pick(next, signs) + pick(next, hosts),
  ]);
  const [at, way] = [1 + next(value.length - 1), next(4)];
  if (way === 0) return value.slice(0, at) + pick(next, gaps) + value.slice(at);
  if (way === 1) return each(value, (c) => (next(3) === 0 ? c + pick(next, gaps) : c));
  if (way === 2) return split(value, pick(next, gaps));
  return pick(next, Object.values(disguises))(isAscii.test(value) ? value : mobile);
}

/** A text made to be misread: numbers in disguises between signs that are close to them, or to being one. */
export const misleading = (next: Next): string =>
  Array.from({ length: 1 + next(10) }, () => {
    const kind = next(6);
    if (kind < 2) return planted(next);
    return kind === 2 ? pick(next, cleanRow(next)) : pick(next, noise);
  }).join("");
