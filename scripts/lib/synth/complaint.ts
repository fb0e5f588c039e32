import { regionByCode } from "#core/region/region";
import { monthsBetween } from "./day.ts";
import { prefectures } from "./place.ts";
import { hashOf, type Random, startRandom } from "./random.ts";
import type { Row } from "./row.ts";

const months = monthsBetween("2024-10", "2026-10");

export const authorities = ["市直部门", "县级部门", "乡镇街道", "园区"] as const;
export const categories = [
  "政务服务",
  "账款拖欠",
  "涉企收费",
  "行政执法",
  "政策兑现",
  "其他",
] as const;
export const channels = ["12345", "政务服务网", "工商联"] as const;

/** Counties that report on their own, beside their prefectures. */
const counties = ["652301", "652801", "652901", "653101", "654002", "653201"] as const;
/** Altay did not report this month. */
const gap = { region: "654300", month: "2026-03" } as const;

type Cell = { authority: string; category: string; channel: string; share: number };
type Reporter = { region: string; volume: number; cells: readonly Cell[] };

/** Counts a month, region, authority, subject and channel; only cells that come up in the region. */
export function* complaintRows(seed: number): Generator<Row> {
  const random = startRandom(seed, "complaint");
  const reporters = [
    ...prefectures.map(({ code, weight }) => reporterOf(code, volumeOf(weight), random)),
    ...counties.map((code) => reporterOf(code, random.between(110, 260), random)),
  ];
  for (const [n, month] of months.entries())
    for (const { region, volume, cells } of reporters) {
      if (region === gap.region && month === gap.month) continue;
      const grown = volume * (1 + n * 0.008);
      for (const cell of cells) {
        if (random.chance(0.02)) continue;
        const mean = grown * cell.share * seasonOf(month, cell.category);
        const received = Math.round(mean * Math.max(0.2, 1 + 0.22 * random.normal()));
        yield {
          month,
          region,
          authority_kind: cell.authority,
          category: cell.category,
          channel: cell.channel,
          ...countsOf(received, region, n, random),
        };
      }
    }
}

/** Complaints a month; the smallest cities have some tens. */
const volumeOf = (weight: number) => weight * (weight < 12 ? 5.5 : 9.5);

const parts = {
  authority: { 市直部门: 0.34, 县级部门: 0.38, 乡镇街道: 0.17, 园区: 0.11 },
  category: {
    政务服务: 0.3,
    账款拖欠: 0.2,
    涉企收费: 0.12,
    行政执法: 0.13,
    政策兑现: 0.15,
    其他: 0.1,
  },
  channel: { "12345": 0.62, 政务服务网: 0.28, 工商联: 0.1 },
} as const;

/** The likeliest combinations, as many as leave some thirty complaints to each. */
function reporterOf(region: string, volume: number, random: Random): Reporter {
  const isCounty = regionByCode[region]?.kind === "county";
  const all = authorities.flatMap((authority) =>
    categories.flatMap((category) =>
      channels.map((channel) => {
        const p = parts.authority[authority] * parts.category[category] * parts.channel[channel];
        return { authority, category, channel, p: p * Math.exp(0.5 * random.normal()) };
      }),
    ),
  );
  const possible = all.filter(({ authority }) => !isCounty || authority !== "市直部门");
  const count = Math.max(2, Math.min(54, Math.round(volume / 30)));
  const chosen = possible.sort((a, b) => b.p - a.p).slice(0, count);
  // Even out: the least likely of those chosen still comes up a dozen times.
  const sum = chosen.reduce((s, { p }) => s + p ** 0.8, 0);
  return { region, volume, cells: chosen.map((c) => ({ ...c, share: c.p ** 0.8 / sum })) };
}

const byMonth = [1.15, 0.8, 1.05, 1.05, 1, 1, 0.95, 0.95, 1.05, 0.95, 1.05, 1.2] as const;

/** Unpaid bills are complained about before the new year and the Spring Festival. */
function seasonOf(month: string, category: string): number {
  const m = Number(month.slice(5));
  const unpaid = category === "账款拖欠" && (m === 12 || m === 1) ? 1.5 : 1;
  return (byMonth[m - 1] ?? 1) * unpaid;
}

/** How well a region does something, around a mean and better from month to month. */
function rate(mean: number, region: string, what: string, n: number): number {
  const own = (hashOf(44, `${region}${what}`) / 2 ** 32 - 0.5) * 0.12;
  return Math.min(0.995, mean + own + n * 0.001);
}

function countsOf(received: number, region: string, n: number, random: Random): Row {
  const not = random.of(received, 0.06);
  const transferred = random.of(received - not, 0.08);
  const accepted = received - not - transferred;
  const due = Math.max(0, accepted + Math.round(accepted * 0.06 * random.normal()));
  const closed = random.of(due, rate(0.93, region, "closed", n));
  const closedOnTime = random.of(closed, rate(0.91, region, "on time", n));
  const reopened = random.of(closedOnTime, 0.03);
  const unresolved = random.of(closedOnTime - reopened, 0.05);
  const surveyed = random.of(due, 0.9);
  const answered = random.of(surveyed, rate(0.72, region, "answers", n));
  const grades = gradesOf(answered, rate(0.5, region, "grades", n), random);
  const counts = {
    received,
    accepted,
    transferred,
    not_accepted: not,
    due,
    replied_on_time: random.of(due, rate(0.92, region, "reply", n)),
    closed,
    closed_on_time: closedOnTime,
    extended: random.of(due, 0.05),
    reopened,
    unresolved,
    surveyed,
    answered,
    ...grades,
    praise: random.of(received, 0.04),
    consultation: random.of(received * 2, 0.3),
  };
  return Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, String(count)]));
}

function gradesOf(answered: number, best: number, random: Random) {
  const very_satisfied = random.of(answered, best);
  const satisfied = random.of(answered - very_satisfied, 0.62);
  const rest = answered - very_satisfied - satisfied;
  const basically_satisfied = random.of(rest, 0.5);
  const dissatisfied = random.of(rest - basically_satisfied, 0.65);
  const very_dissatisfied = rest - basically_satisfied - dissatisfied;
  return { very_satisfied, satisfied, basically_satisfied, dissatisfied, very_dissatisfied };
}
