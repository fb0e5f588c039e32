import type { Size } from "./organisation.ts";
import type { Sums } from "./programme-kinds.ts";
import type { Random } from "./random.ts";

const larger: Readonly<Record<Size | "", number>> = { 大: 3.2, 中: 1.8, 小: 1, 微: 0.55, "": 0.9 };

/** The line under which one programme's awards gather, since above it a council must decide. */
const line = 500_000;

/** What an award is worth, in fen: log-normal round what is typical, a fixed sum, or the cap. */
export function awardedFen(sums: Sums, size: Size | "", random: Random): number {
  if ("fixed" in sums) return random.pick(sums.fixed) * 100;
  if (sums.bunched && random.chance(0.16)) return (line - random.between(1, 9_000)) * 100;
  const yuan = sums.typical * larger[size] * Math.exp(sums.spread * random.normal());
  if (sums.cap !== undefined && yuan >= sums.cap) return sums.cap * 100;
  // Where there is no cap, a few are sums that nobody works out.
  if (sums.cap === undefined && yuan > 60_000 && random.chance(0.02))
    return Math.max(1, Math.round(yuan / 100_000)) * 10_000_000;
  const fen = Math.max(10_000, Math.round(yuan * 100));
  return random.chance(0.3) ? Math.round(fen / 10_000) * 10_000 : fen;
}
