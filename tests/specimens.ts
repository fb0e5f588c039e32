import { checkUscc } from "#core/check/uscc";
import { identityCheck } from "#core/sweep/identity";

/** A seeded generator (mulberry32) of whole numbers below n. */
export function random(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * n);
  };
}

type Next = (n: number) => number;
const digits = (next: Next, n: number) => Array.from({ length: n }, () => next(10)).join("");
const pick = <T>(next: Next, of: readonly T[]): T => of[next(of.length)] as T; // an index in range
const two = (n: number) => String(n).padStart(2, "0");
const day = (next: Next, from = 2000, years = 27) =>
  `${from + next(years)}-${two(1 + next(12))}-${two(1 + next(28))}`;

/** Made-up numbers of people, valid by every check. */
export const people: Readonly<Record<"identity" | "mobile" | "card", (next: Next) => string>> = {
  identity(next) {
    const head = `${pick(next, ["110105", "653223", "650102", "310101", "440304"])}${day(next, 1940, 70).replaceAll("-", "")}${digits(next, 3)}`;
    return head + identityCheck(head);
  },
  mobile: (next) => `1${3 + next(7)}${digits(next, 9)}`,
  card(next) {
    const head = `62${digits(next, pick(next, [13, 16]))}`;
    const sum = [...head].reverse().reduce((s, c, i) => {
      const d = Number(c) * (i % 2 === 0 ? 2 : 1);
      return s + (d > 9 ? d - 9 : d);
    }, 0);
    return `${head}${(10 - (sum % 10)) % 10}`;
  },
};

const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const hex = (next: Next, n: number) =>
  Array.from({ length: n }, () => next(16).toString(16)).join("");
const regions = ["650100", "654203", "653223", "110101", "510119", "650120"];

/** A valid USCC; every other one is all digits where its check characters let it be. */
export function uscc(next: Next): string {
  const org = next(2) ? digits(next, 8) : `MA${digits(next, 6)}`;
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const sum = [...org].reduce((s, c, i) => s + Number.parseInt(c, 36) * (weights[i] ?? 0), 0);
  const head = `${pick(next, ["91", "92", "93", "11", "12", "51", "52", "53"])}${pick(next, regions)}${org}${"0X987654321"[sum % 11]}`;
  for (const c of alphabet) if (checkUscc(head + c) === "ok") return head + c;
  throw new Error(`${head} has no check character`);
}

/** A row of everything that is not personal and looks a little like it. */
export function cleanRow(next: Next): string[] {
  const [amount, name] = [digits(next, 3 + next(9)).replace(/^0+(?=\d)/, ""), digits(next, 4)];
  return [
    uscc(next),
    `${amount}.${digits(next, 2)}`,
    Number(amount).toLocaleString("en"),
    `新发改收费〔${2000 + next(27)}〕${1 + next(4000)}号; 新财非税[${2000 + next(27)}]${next(99)}号`,
    day(next),
    `${day(next)} 至 ${day(next)}`,
    hex(next, 64),
    `${pick(next, regions)}-${hex(next, 12)}`,
    `${70 + next(30)}.${digits(next, 12)},${30 + next(20)}.${digits(next, 11)}`,
    `0.${digits(next, 17)}`,
    String(next(1_000_000)),
    `${next(100_000)}\n${next(1000)}`,
    `演示${name}号商贸有限公司（第${1 + next(30)}分店）`,
    `每平方米${next(100)}-${100 + next(900)}元/年，${next(20)}%，12345 或 12315`,
    `M${next(640)},${next(400)}L${next(640)}.${digits(next, 3)} ${next(400)}.${digits(next, 3)}H${next(640)}Z`,
    `https://example.org/art/${day(next).replaceAll("-", "/")}/art_${next(9999)}_${next(999999)}.html`,
    `${digits(next, 6)}20${two(next(27))}${digits(next, 4)}`,
  ];
}
