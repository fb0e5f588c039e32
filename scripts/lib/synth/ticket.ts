import { authorities, categories, channels } from "./complaint.ts";
import { type Day, dayOf, isoOf } from "./day.ts";
import { startRandom } from "./random.ts";
import type { Row } from "./row.ts";

/** What must never come out: every ticket has the first in `caller`, and some have the others in their text. */
export const canaries = {
  caller: "金丝雀",
  phone: "1400000",
  content: "金丝雀的话",
  identity: "11010519491231002X", // the specimen of GB 11643
} as const;

const regions = ["650100", "650100", "650100", "653100", "653100", "652300", "659001", "659012"];
const from = dayOf("2026-07-01");
const to = dayOf("2026-09-30");
const grades = [
  "非常满意",
  "非常满意",
  "满意",
  "满意",
  "基本满意",
  "不满意",
  "非常不满意",
] as const;

/** Tickets of invented callers, for tests of how they are counted; private, and never to be published. */
export function* ticketRows(seed: number, count = 6000): Generator<Row> {
  const random = startRandom(seed, "ticket");
  for (let n = 1; n <= count; n++) {
    const received = random.between(from, to);
    const nature = random.pick(["诉求", "诉求", "诉求", "诉求", "表扬", "咨询"]);
    const handling = random.pick(["受理", "受理", "受理", "受理", "受理", "转办", "不予受理"]);
    const isDue = nature === "诉求" && handling === "受理" && random.chance(0.98);
    const due = isDue ? received + random.pick([5, 10, 15]) : undefined;
    const after = (p: number, most: number): Day | undefined =>
      isDue && random.chance(p) ? received + random.between(1, most) : undefined;
    const closed = after(0.95, 16);
    const isSurveyed = closed !== undefined && random.chance(0.8);
    const yesNo = (yes: boolean) => (isDue ? (yes ? "是" : "否") : "");
    const phone = `${canaries.phone}${String(random.below(10_000)).padStart(4, "0")}`;
    const identity = random.chance(0.01) ? `，证件 ${canaries.identity}` : "";
    yield {
      ticket_id: `T${String(n).padStart(6, "0")}`,
      received_on: isoOf(received),
      month: "",
      region: random.pick(regions),
      authority_kind: random.pick(authorities),
      category: random.pick(categories),
      channel: random.pick(channels),
      nature,
      handling,
      due_on: isoOf(due),
      replied_on: isoOf(after(0.97, 6)),
      closed_on: isoOf(closed),
      extended: yesNo(random.chance(0.05)),
      reopened_on:
        closed !== undefined && random.chance(0.04) ? isoOf(closed + random.between(1, 45)) : "",
      unresolved: yesNo(closed !== undefined && random.chance(0.06)),
      surveyed: yesNo(isSurveyed),
      grade: isSurveyed && random.chance(0.75) ? random.pick(grades) : "",
      caller: `${canaries.caller}${random.pick(["甲", "乙", "丙"])} ${phone}`,
      content: `${canaries.content}：货款未付${identity}。`,
    };
  }
}
