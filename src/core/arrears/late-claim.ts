import { parseYuan } from "#core/check/amount";
import { readDate } from "#core/check/date";
import { halfWidth } from "#core/check/parse";

/** Who owes: the two kinds of debtor to whom the regulation gives a period. */
export type Debtor = "state" | "large";
/** What the period is counted from. */
export type StartKind = "delivery" | "acceptance";

/** A question to the calculator, read and sound. */
export type Claim = {
  debtor: Debtor;
  from: StartKind;
  /** ISO days. */
  start: string;
  asOf: string;
  agreedDays: number | null;
  /** Unpaid and undisputed; null where not given. */
  unpaidFen: bigint | null;
  /** Per day, as a share: 0.0005. Null where none is agreed. */
  agreedRate: string | null;
};

/** The fields of the form, named as in an address. */
export const claimFields = ["owes", "from", "start", "days", "amount", "rate", "asof"] as const;
export type ClaimField = (typeof claimFields)[number];
export type ClaimText = Readonly<Record<ClaimField, string>>;

export type ClaimProblem =
  | "no start"
  | "start not a date"
  | "days not a count"
  | "amount not read"
  | "rate not read"
  | "as-of not a date"
  | "as-of before start";

const fieldByProblem: Readonly<Record<ClaimProblem, ClaimField>> = {
  "no start": "start",
  "start not a date": "start",
  "days not a count": "days",
  "amount not read": "amount",
  "rate not read": "rate",
  "as-of not a date": "asof",
  "as-of before start": "asof",
};

/** The field to correct. */
export const fieldOf = (problem: ClaimProblem): ClaimField => fieldByProblem[problem];

/** The longest period the form takes: ten years, so that no date leaves the calendar. */
const mostDays = 3650;

/** Reads what a person typed; every problem at once. Without an as-of date it is today. */
export function readClaim(
  text: ClaimText,
  today: string,
): { claim: Claim } | { problems: readonly ClaimProblem[] } {
  const problems: ClaimProblem[] = [];
  const tell = (problem: ClaimProblem) => {
    problems.push(problem);
    return null;
  };
  const start = text.start.trim() === "" ? tell("no start") : readDay(text.start);
  if (start === undefined) tell("start not a date");
  const asOf = text.asof.trim() === "" ? today : readDay(text.asof);
  if (asOf === undefined) tell("as-of not a date");
  if (start && asOf && asOf < start) tell("as-of before start");
  const agreedDays = readOptional(text.days, readDays, () => tell("days not a count"));
  const unpaidFen = readOptional(text.amount, readFen, () => tell("amount not read"));
  const agreedRate = readOptional(text.rate, readPercent, () => tell("rate not read"));
  if (problems.length > 0 || !start || !asOf) return { problems };
  const debtor = text.owes === "large" ? "large" : "state";
  const from = text.from === "acceptance" ? "acceptance" : "delivery";
  return { claim: { debtor, from, start, asOf, agreedDays, unpaidFen, agreedRate } };
}

function readOptional<T>(
  text: string,
  read: (text: string) => T | undefined,
  refuse: () => null,
): T | null {
  if (text.trim() === "") return null;
  return read(text.trim()) ?? refuse();
}

/** A day of this century. */
function readDay(text: string): string | undefined {
  const reading = readDate(text.trim(), false);
  const day = typeof reading === "string" ? reading : reading.value;
  return day?.startsWith("20") ? day : undefined;
}

function readDays(text: string): number | undefined {
  const match = /^(\d{1,4})\s*[日天]?$/.exec(halfWidth(text, []));
  const days = Number(match?.[1]);
  return match && days <= mostDays ? days : undefined;
}

function readFen(text: string): bigint | undefined {
  const [whole = "", decimals = ""] = (parseYuan(text) ?? "").split(".");
  if (!/^\d+$/.test(whole)) return undefined; // not read, or negative
  const fen = BigInt(whole + decimals.padEnd(2, "0"));
  return fen > 0n ? fen : undefined;
}

/** Percent of a day as a share: 0.05 → 0.0005. At most 100 % and eight decimals. */
function readPercent(text: string): string | undefined {
  const match = /^(\d{1,3})(?:\.(\d{1,8}))?\s*%?$/.exec(halfWidth(text, []));
  if (!match) return undefined;
  const [, whole = "", decimals = ""] = match;
  const digits = whole.padStart(3, "0") + decimals;
  const share = `${digits.slice(0, -2 - decimals.length)}.${digits.slice(-2 - decimals.length)}`;
  return Number(share) > 0 && Number(share) <= 1 ? share : undefined;
}
