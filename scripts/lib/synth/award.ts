import { approvalDays } from "./calendar.ts";
import { asOf, type Day, isoOf } from "./day.ts";
import { type Kind, kinds, type Organisation, startOrganisations } from "./organisation.ts";
import { planPayment } from "./payment.ts";
import { places } from "./place.ts";
import { type Programme, programmes } from "./programme.ts";
import { type Random, startRandom } from "./random.ts";
import { type Row, yuanOf } from "./row.ts";
import { awardedFen } from "./sum.ts";

/** How often each oddity is planted for the leads to find. */
const often = { twice: 0.002, nearlyTwice: 0.002, debtor: 0.002 } as const;

type Grant = { to: Organisation; programme: Programme; fen: number; day: Day };

/** Programmes an organisation of a kind may have at a place, and the sums of their weights so far. */
type Offer = { of: Programme[]; upTo: number[]; all: number };

const offers: readonly Readonly<Record<Kind, Offer>>[] = places.map(({ code, prefecture }) => {
  const here = programmes.filter(
    ({ region, weight }) => weight > 0 && ["650000", code, prefecture].includes(region),
  );
  const offer = (kind: Kind): Offer => {
    const of = here.filter((p) => p.kinds.includes(kind));
    let all = 0;
    const upTo = of.map(({ weight }) => {
      all += weight;
      return all;
    });
    return { of, upTo, all };
  };
  return Object.fromEntries(kinds.map((kind) => [kind, offer(kind)])) as Record<Kind, Offer>; // every kind
});

function chosen(to: Organisation, random: Random): Programme {
  const offer = offers[to.place]?.[to.kind];
  const x = random.next() * (offer?.all ?? 0);
  let i = 0;
  while ((offer?.upTo[i] ?? Number.POSITIVE_INFINITY) <= x) i += 1;
  const programme = offer?.of[i];
  if (!programme) throw new Error(`${to.name} may have no programme`);
  return programme;
}

/** Few get much: ranks of a pool of n after Zipf and Mandelbrot, of exponent 0.6. */
export function startRanks(n: number): (u: number) => number {
  const flat = Math.max(10, n / 100); // the first few are about alike
  const low = flat ** 0.4;
  const span = (n + flat) ** 0.4 - low;
  return (u) => {
    const x = low + u * span;
    return Math.max(0, Math.min(n - 1, Math.floor(x * x * Math.sqrt(x) - flat)));
  };
}

/**
 * Awards in the order they were approved. Planted among them: the same award twice, nearly the same a little
 * later, and some to organisations that are themselves exposed debtors.
 */
export function* awardRows(
  seed: number,
  rows: number,
  debtors: readonly Organisation[],
): Generator<Row> {
  const random = startRandom(seed, "award");
  const pool = Math.max(8, Math.round(rows / 4));
  const rankOf = startRanks(pool);
  const organisation = startOrganisations(seed);
  const again: Grant[] = []; // nearly the same once more, as soon as its day has come
  let twice: Grant | undefined;
  let n = 0;

  const grant = (day: Day): Grant => {
    if (twice) {
      const same = twice;
      twice = undefined;
      return same;
    }
    const [waiting] = again;
    if (waiting && waiting.day <= day) {
      again.shift();
      return { ...waiting, day };
    }
    const isDebtor = debtors.length > 0 && random.chance(often.debtor);
    const to = isDebtor ? random.pick(debtors) : organisation(rankOf(random.next()));
    const programme = chosen(to, random);
    return { to, programme, fen: awardedFen(programme.sums, to.size, random), day };
  };

  for (const day of approvalDays(rows)) {
    const given = grant(day);
    n += 1;
    yield rowOf(given, n, random);
    if (random.chance(often.twice)) twice = given;
    else if (random.chance(often.nearlyTwice) && day + 25 < asOf)
      again.push({ ...given, fen: nearly(given.fen, random), day: day + random.between(3, 20) });
  }
}

/** Less than 1 % off, and not the same. */
const nearly = (fen: number, random: Random) =>
  fen + Math.max(1, Math.floor(fen * 0.001 * random.between(1, 9)));

function rowOf({ to, programme, fen, day }: Grant, n: number, random: Random): Row {
  const place = places[to.place];
  const plan = planPayment(programme, place?.prefecture ?? "", day, random);
  const month = isoOf(day);
  const batch = Number(programme.id.slice(1)) * 12 + Number(month.slice(5, 7)) - 12;
  return {
    award_id: `A${String(n).padStart(7, "0")}`,
    prog_id: programme.id,
    recipient_name: to.name,
    uscc: to.uscc,
    subject_type: to.kind,
    region: place?.code ?? "",
    industry: to.industry,
    size_class: to.size,
    amount: yuanOf(fen),
    approved_on: month,
    publicity_start: isoOf(plan.noticeFrom),
    publicity_end: isoOf(plan.noticeTo),
    paid_on: isoOf(plan.paid),
    status: plan.status,
    revoked_on: isoOf(plan.revoked),
    source_doc: `演示公示〔${month.slice(0, 4)}〕${batch}号`,
  };
}
