import { asOf, type Day } from "./day.ts";
import type { Programme } from "./programme.ts";
import { hashOf, type Random } from "./random.ts";

export type Payment = {
  noticeFrom: Day | undefined;
  noticeTo: Day | undefined;
  paid: Day | undefined;
  revoked: Day | undefined;
  status: "拟补助" | "公示中" | "已兑付" | "部分兑付" | "撤销" | "追回";
};

const noticeDays = 7;
const slow = new Map<string, number>();

/** Some regions and some programmes take longer than others, whatever the seed: 0.55 to 1.35 of the usual. */
function slowness(of: string): number {
  let found = slow.get(of);
  if (found === undefined) {
    found = 0.55 + (hashOf(36, of) / 2 ** 32) * 0.8;
    slow.set(of, found);
  }
  return found;
}

const until = (day: Day): Day | undefined => (day <= asOf ? day : undefined);

/** What became of an award approved on a day, as far as it could be known on `asOf`. */
export function planPayment(
  programme: Programme,
  prefecture: string,
  approved: Day,
  random: Random,
): Payment {
  const start = approved + random.between(1, 4);
  const isNoticed = programme.channel !== "免申即享" || random.chance(0.7);
  const noticeFrom = isNoticed ? until(start) : undefined;
  const noticeTo = isNoticed ? until(start + noticeDays) : undefined;
  const planned: Payment = {
    noticeFrom,
    noticeTo,
    paid: undefined,
    revoked: undefined,
    status: "拟补助",
  };

  if (random.chance(0.003))
    return { ...planned, paid: approved - random.between(1, 40), status: "已兑付" };
  if (noticeFrom !== undefined && noticeTo === undefined) return { ...planned, status: "公示中" };
  if (random.chance(0.01)) {
    const revoked = until(start + noticeDays + random.between(1, 60));
    return revoked === undefined ? planned : { ...planned, revoked, status: "撤销" };
  }
  if (random.chance(0.012)) return planned; // never paid

  const usual = (programme.days ?? 25) * 0.62 * slowness(prefecture) * slowness(programme.id);
  const days = Math.round(usual * Math.exp(0.5 * random.normal()));
  const paid = until(approved + Math.max(days, isNoticed ? noticeDays + 2 : 2));
  if (paid === undefined) return planned;
  if (random.chance(0.006)) {
    const revoked = until(paid + random.between(30, 400));
    if (revoked !== undefined) return { ...planned, paid, revoked, status: "追回" };
  }
  return { ...planned, paid, status: random.chance(0.03) ? "部分兑付" : "已兑付" };
}
