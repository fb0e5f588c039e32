import { monthsBetween } from "./day.ts";
import type { DebtorType } from "./debtor.ts";
import { type Prefecture, prefectures } from "./place.ts";
import { type Random, startRandom } from "./random.ts";
import { type Row, yuanOf } from "./row.ts";

const bands = ["≤60", "61–180", "181–365", ">365"] as const;
const months = monthsBetween("2025-01", "2026-10");

/** Which debtors each population has, and about how much they owe at the start in a middling region, in yuan. */
const accounts: readonly { type: DebtorType; scope: string; yuan: number }[] = [
  { type: "机关", scope: "53-1", yuan: 9_000_000 },
  { type: "事业单位", scope: "53-1", yuan: 6_000_000 },
  { type: "国有企业", scope: "53-1", yuan: 21_000_000 },
  { type: "大型企业", scope: "53-2", yuan: 14_000_000 },
  { type: "机关", scope: "802", yuan: 5_000_000 },
  { type: "事业单位", scope: "802", yuan: 3_500_000 },
  { type: "大型企业", scope: "802", yuan: 8_000_000 },
];

/** Of what is owed, the parts that are so old at the start, that are new in a month, paid, and a band older. */
const starts = [0.22, 0.27, 0.24, 0.27] as const;
const newly = [0.05, 0.018, 0.006, 0.003] as const;
const paid = [0.075, 0.06, 0.045, 0.03] as const;
const ages = [0.42, 0.24, 0.15, 0] as const;

/** More is paid before the new year and the Spring Festival, and in the summer's campaign. */
const season: Readonly<Record<string, number>> = { "01": 1.7, "07": 1.3, "12": 2.2, "02": 0.6 };

/**
 * Balances month by month. Every row adds up to the fen, and what an account owes at a month's end it owes at
 * the next one's start, though by then some of it is a band older.
 */
export function* balanceRows(seed: number): Generator<Row> {
  const random = startRandom(seed, "balance");
  const running = prefectures.flatMap((region) =>
    accounts
      .filter(() => random.chance(isSmall(region) ? 0.58 : 0.93))
      .map((account) => ({ region, ...account, owed: openingOf(account.yuan, region, random) })),
  );
  for (const month of months)
    for (const account of running) {
      const pace = (season[month.slice(5)] ?? 1) * paceOf(account.region);
      const closing = account.owed.map((opening, i) => {
        const fresh = part(opening + 20_000_000, newly[i] ?? 0, random);
        const cleared = Math.min(opening + fresh, part(opening, (paid[i] ?? 0) * pace, random));
        return { opening, fresh, cleared, left: opening + fresh - cleared };
      });
      for (const [i, { opening, fresh, cleared, left }] of closing.entries())
        yield {
          period: month,
          region: account.region.code,
          debtor_type: account.type,
          creditor_scope: account.scope,
          age_band: bands[i] ?? "",
          opening: yuanOf(opening),
          verified_new: yuanOf(fresh),
          paid: yuanOf(cleared),
          closing: yuanOf(left),
        };
      account.owed = aged(closing.map(({ left }) => left));
    }
}

const isSmall = ({ weight }: Prefecture) => weight < 30;

/** Some regions pay faster. */
const paceOf = ({ code }: Prefecture) => 0.7 + (Number(code) % 7) * 0.1;

function openingOf(yuan: number, { weight }: Prefecture, random: Random): number[] {
  const all = yuan * (weight / 60) * Math.exp(0.4 * random.normal());
  return starts.map((s) => Math.round(all * s * 100));
}

/** About this part of a sum, in fen; in one of five nothing at all. */
const part = (fen: number, of: number, random: Random) =>
  random.chance(0.2) ? 0 : Math.floor(fen * Math.min(0.9, of * Math.exp(0.5 * random.normal())));

/** Moves a part of each band into the next, and keeps the sum. */
function aged(left: readonly number[]): number[] {
  const moved = left.map((fen, i) => Math.floor(fen * (ages[i] ?? 0)));
  return left.map((fen, i) => fen - (moved[i] ?? 0) + (moved[i - 1] ?? 0));
}
