import { asOf, type Day, dayOf, isoOf } from "./day.ts";
import { asRecipient, type Debtor, type DebtorType, inventDebtor } from "./debtor.ts";
import { planExposure } from "./exposure.ts";
import type { Organisation } from "./organisation.ts";
import { type Random, startRandom } from "./random.ts";
import { type Row, yuanOf } from "./row.ts";

/** How many cases each population has, by the kind of debtor it may have. */
const plan = [
  { scope: "53-1", of: { 机关: 24, 事业单位: 28, 国有企业: 24, 大型企业: 0 } },
  { scope: "53-2", of: { 机关: 0, 事业单位: 0, 国有企业: 0, 大型企业: 42 } },
  { scope: "802", of: { 机关: 10, 事业单位: 8, 国有企业: 0, 大型企业: 14 } },
] as const;

const typical: Readonly<Record<DebtorType, number>> = {
  机关: 900_000,
  事业单位: 650_000,
  国有企业: 2_400_000,
  大型企业: 1_800_000,
};

export type Cases = { rows: readonly Row[]; exposed: readonly Organisation[] };

/** The exposed cases, and those large enterprises among the debtors that stay published for at least a year. */
export function inventCases(seed: number): Cases {
  const random = startRandom(seed, "case");
  const debtors: Debtor[] = [];
  const drafts: { row: Row; debtor: Debtor; stays: boolean }[] = [];
  for (const { scope, of } of plan)
    for (const [type, cases] of Object.entries(of) as [DebtorType, number][]) // keys of `plan`
      for (let i = 0; i < cases; i++) {
        const debtor = debtorOf(type, debtors, random);
        drafts.push({ debtor, ...draft(scope, debtor, random) });
      }
  drafts.sort((a, b) => order(a.row["exposed_on"], b.row["exposed_on"]));
  const rows = drafts.map(({ row }, i) => ({
    ...row,
    case_id: `C${String(i + 1).padStart(4, "0")}`,
  }));
  const stay = drafts.filter(({ stays, debtor }) => stays && debtor.type === "大型企业");
  return { rows, exposed: [...new Set(stay.map(({ debtor }) => debtor))].map(asRecipient) };
}

const order = (a = "", b = "") => (a < b ? -1 : a > b ? 1 : 0);

/** One in five is a debtor that has been exposed before. */
function debtorOf(type: DebtorType, known: Debtor[], random: Random): Debtor {
  const same = known.filter((debtor) => debtor.type === type);
  if (same.length > 3 && random.chance(0.2)) return random.pick(same);
  const debtor = inventDebtor(type, known.length + 1, random);
  known.push(debtor);
  return debtor;
}

function draft(scope: string, debtor: Debtor, random: Random): { row: Row; stays: boolean } {
  const { type } = debtor;
  const isPublic = type === "机关" || type === "事业单位";
  const exposure = planExposure(random);
  const due = exposure.from - random.between(60, 620);
  const agreed = isPublic ? random.pick([30, 45, 60]) : 60;
  const isAccepted = random.chance(0.65);
  const accepted = due - agreed;
  const delivered = isAccepted ? accepted - random.between(0, 50) : accepted;
  const isStatutory = agreed === (isPublic ? 30 : 60) && random.chance(0.6);
  const principal = sumFor(type, random);
  const paid = exposure.isPaid ? principal : paidOf(principal, random);
  const isDisputed = !exposure.isPaid && random.chance(0.16);
  const disputed = isDisputed ? share(principal - paid, random.between(5, 60)) : 0;
  const row = {
    debtor_name: debtor.name,
    debtor_uscc: debtor.uscc,
    debtor_type: type,
    region: debtor.region,
    creditor_count: String(random.chance(0.55) ? 1 : random.between(2, random.pick([4, 9, 40]))),
    creditor_scope: scope,
    contract_type: random.pick(["货物", "工程", "工程", "服务"]),
    delivered_on: isoOf(delivered),
    accepted_on: isAccepted ? isoOf(accepted) : "",
    due_on: isStatutory ? "" : isoOf(due),
    principal: yuanOf(principal),
    paid: yuanOf(paid),
    disputed: yuanOf(disputed),
    rate_type: random.chance(0.3) ? "合同" : "法定",
    exposed_on: isoOf(exposure.from),
    exposing_authority: authorityOf(type, random),
    exposure_basis: basisOf(exposure.from, random),
    publish_until: isoOf(exposure.until),
    status: exposure.status,
    withdrawn_on: isoOf(exposure.withdrawn),
    withdrawal_reason: exposure.reason,
  };
  return { row, stays: exposure.status === "曝光中" && exposure.until >= dayOf("2027-10-31") };
}

/** A share of a sum in whole yuan, so that nothing is left over by rounding. */
const share = (fen: number, percent: number) => Math.floor((fen * percent) / 10_000) * 100;

function sumFor(type: DebtorType, random: Random): number {
  const yuan = typical[type] * Math.exp(1.2 * random.normal());
  const fen = Math.max(2_000_000, Math.round(yuan * 100));
  return random.chance(0.4) ? Math.round(fen / 1_000_000) * 1_000_000 : fen;
}

const paidOf = (principal: number, random: Random) =>
  random.chance(0.45) ? 0 : share(principal, random.between(5, 85));

const authorityOf = (type: DebtorType, random: Random) =>
  type === "国有企业"
    ? "演示国有资产监督管理委员会"
    : random.pick(["演示审计局", "演示市场监督管理局", "演示工业和信息化局"]);

const basisOf = (day: Day, random: Random) =>
  day > asOf - 60 || random.chance(0.15)
    ? ""
    : `演示函〔${isoOf(day).slice(0, 4)}〕${random.between(1, 90)}号`;
