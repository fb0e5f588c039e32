import { type Figure, isShareOf, overlap, type Percent, sumOf } from "#core/reconcile/figure";
import {
  type Finding,
  finding,
  grouped,
  groupOf,
  type Named,
  rates,
  type Unit,
} from "#core/reconcile/finding";
import { nearest } from "#core/reconcile/totals";

const named = (unit: Unit, name: string, figure: Figure): Named => ({
  name,
  figure,
  file: unit.file,
  line: unit.line,
});

/** on_time + overdue + open make up received; no part is more than the whole. */
function* checkCounts(row: Unit) {
  const { received, on_time, overdue, open, unsatisfied, unit } = row;
  if (received === null) return;
  const whole = named(row, "received", received);
  if (on_time && overdue) {
    const parts = [named(row, "on_time", on_time), named(row, "overdue", overdue)];
    if (open) parts.push(named(row, "open", open));
    const sum = sumOf(parts.map(({ figure }) => figure));
    if (open ? !overlap(sum, received) : sum.low > received.high) {
      yield finding("parts", row, "received", { group: unit, parts, sum, whole, listed: true });
      return;
    }
  }
  for (const [name, part] of Object.entries({ on_time, overdue, open, unsatisfied }))
    if (part && part.low > received.high)
      yield finding("part over whole", row, name, { name: unit, part, whole });
}

/** The rate of closing follows from what is not open, or from on_time + overdue. */
function* checkCloseRate(row: Unit) {
  const { received, on_time, overdue, open, close_rate, unit } = row;
  if (received === null || close_rate === null || close_rate.low > 100) return;
  const closed: Figure[] = [];
  if (on_time && overdue) closed.push(sumOf([on_time, overdue]));
  if (open)
    closed.push({
      text: `${received.text} − ${open.text}`,
      value: received.value - open.value,
      low: received.low - open.high,
      high: received.high - open.low,
    });
  const [n] = closed;
  if (n === undefined || closed.some((c) => isShareOf(close_rate, c, received))) return;
  const of = [named(row, "received", received)];
  yield finding("share", row, "close_rate", { name: unit, n, of, percent: close_rate });
}

/** Who is unsatisfied is one of those who answered, and no more answered than came. */
function* checkSatisfaction(row: Unit) {
  const { received, unsatisfied, satisfaction_rate: percent, unit } = row;
  if (!received || !unsatisfied || !percent || percent.low > 100) return;
  const most = 100 - (100 * unsatisfied.low) / received.high;
  if (unsatisfied.low > received.high || percent.low <= most) return;
  yield finding("satisfaction", row, "satisfaction_rate", {
    name: unit,
    unsatisfied,
    received,
    percent,
  });
}

function* checkRates(row: Unit) {
  const printed: [string, Percent | null][] = rates.map((rate) => [rate, row[rate]]);
  for (const [column, percent] of printed)
    if (percent && percent.low > 100)
      yield finding("over 100", row, column, { name: row.unit, percent });
  for (const { name, percent } of row.note.rates)
    if (percent.low > 100) yield finding("over 100", row, "note", { name, percent });
}

const isTotal = ({ unit }: Unit): boolean => /^(?:合计|总计|共计|小计|total)$/iu.test(unit.trim());
const receivedBy = (row: Unit): Named[] =>
  row.received ? [named(row, row.unit, row.received)] : [];

/**
 * Units that received more than the whole place: a list of units may be incomplete, but not too long. One with a
 * total of its own is complete.
 */
function* checkSum(rows: readonly Unit[], wholes: readonly Named[]) {
  const [first] = rows;
  const units = rows.filter((row) => !isTotal(row)).flatMap(receivedBy);
  if (first === undefined || units.length === 0) return;
  const sum = sumOf(units.map(({ figure }) => figure));
  for (const row of rows.filter(isTotal))
    for (const whole of receivedBy(row))
      if (!overlap(sum, whole.figure))
        yield finding("parts", row, "received", {
          group: "unit",
          parts: units,
          sum,
          whole,
          listed: true,
        });
  const whole = nearest(wholes, sum.value);
  if (whole && wholes.every(({ figure }) => sum.low > figure.high))
    yield finding("units", first, "received", { units, sum, whole });
}

/** What the lines of units say against themselves and against the totals of their place and period. */
export function* checkUnits(
  units: readonly Unit[],
  wholes: ReadonlyMap<string, readonly Named[]>,
): Generator<Finding> {
  for (const [group, rows] of grouped(units, groupOf)) {
    yield* checkSum(rows, wholes.get(group) ?? []);
    for (const row of rows) {
      yield* checkCounts(row);
      yield* checkCloseRate(row);
      yield* checkSatisfaction(row);
      yield* checkRates(row);
    }
  }
}
