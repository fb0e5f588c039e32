import { asOf, type Day, dayOf } from "./day.ts";
import type { Random } from "./random.ts";

export type Exposure = {
  from: Day;
  until: Day;
  status: "曝光中" | "已清偿" | "已修复" | "已撤下";
  isPaid: boolean;
  withdrawn: Day | undefined;
  reason: "" | "expired" | "repaired" | "paid" | "error" | "ordered";
};

/** How long a case is published, and what ended it before its time. */
export function planExposure(random: Random): Exposure {
  const u = random.next();
  if (u < 0.1) return expired(random);
  const until =
    u < 0.19
      ? asOf + random.between(1, 30)
      : random.between(dayOf("2027-01-15"), dayOf("2028-12-31"));
  // At most three years, and of the last months only what runs into 2027 and later.
  const earliest = Math.max(dayOf("2024-06-01"), until - 1_090);
  const latest = u < 0.19 ? asOf - 120 : asOf - 8;
  const from = random.between(earliest, latest);
  const open = { from, until, withdrawn: undefined, reason: "" } as const;
  const v = random.next();
  if (v < 0.74) return { ...open, status: "曝光中", isPaid: false };
  if (v < 0.84) return { ...open, status: "已清偿", isPaid: true };
  const withdrawn = random.between(from + 5, asOf);
  if (v < 0.91)
    return { ...open, status: "已修复", isPaid: random.chance(0.8), withdrawn, reason: "repaired" };
  const reason = random.pick(["paid", "paid", "error", "ordered"] as const);
  return { ...open, status: "已撤下", isPaid: reason === "paid", withdrawn, reason };
}

/** Published for three months to two years, and over; half of them nobody has marked, so that only the date tells. */
function expired(random: Random): Exposure {
  const from = random.between(dayOf("2024-06-01"), asOf - 150);
  const until = Math.min(from + random.between(90, 730), asOf - random.between(1, 40));
  const over = { from, until, isPaid: false } as const;
  if (random.chance(0.5)) return { ...over, status: "曝光中", withdrawn: undefined, reason: "" };
  const withdrawn = Math.min(until + 1, asOf);
  return { ...over, status: "已撤下", withdrawn, reason: "expired" };
}
