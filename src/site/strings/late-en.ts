import type { LateStrings } from "#site/strings/late-zh";

/** The late-payment calculator in English. */
export const late: LateStrings = {
  title: "How late is this payment?",
  lead: "Give the delivery date and what is unpaid: you get the due date, the days overdue and an illustrative interest, each with its sum and its rule. Computed in your browser; nothing is sent.",
  noScript:
    "Scripts are off, so nothing is computed here; the rules, a full worked example and a table of due dates below let you do it by hand.",
  scopeTitle: "Only for money owed to small and medium-sized enterprises.",
  scope: (regulation) =>
    `Periods and rate rest on the ${regulation}: the payer is a state body, a public institution or a large enterprise, the creditor a small or medium-sized one. Otherwise the contract decides and this result does not apply.`,
  owes: "Who owes",
  state: "A state body or public institution",
  large: "A large enterprise",
  owesHint: "A state-owned enterprise that is a large enterprise: choose that.",
  from: "What the period counts from",
  delivery: "Delivery",
  acceptance: "Acceptance",
  fromHint: "Acceptance, where the contract makes it the condition of payment.",
  start: "Start date",
  startHint: "The day of delivery or acceptance, e.g. 2026-01-15",
  days: "Days agreed",
  daysHint: "e.g. 60; blank if the contract sets none",
  amount: "Unpaid, undisputed (yuan)",
  amountHint: "e.g. 1,000,000; blank for no interest",
  rate: "Agreed late rate (% a day)",
  rateHint: "e.g. 0.05; blank if none. A yearly rate: divide by the contract’s days in a year.",
  asof: "As of",
  asofHint: "Blank means today, Beijing time",
  button: "Calculate",
  wrong: "To correct: {n}. Then calculate again.",
  result: "Result",
  asked: "What was given",
  to: "As of",
  basis: "Rule relied on",
  notGiven: "not given",
  disclaimer:
    "An illustration, not legal advice, and no finding that anyone is in arrears. Whether a payment is late, and what is due, follows from the contract, the papers and the competent authority.",
  rulesTitle: "Rules and their source",
  rules: [
    {
      what: "State bodies and public institutions pay within 30 days of delivery; a contract may say otherwise, up to 60 days.",
      law: "State Council Order No. 802, Art. 9",
    },
    {
      what: "Large enterprises pay within 60 days of delivery; a contract may say otherwise, but reasonably, by the norms of the trade.",
      law: "State Council Order No. 802, Art. 9",
    },
    {
      what: "Where acceptance is agreed as the condition of payment, the period starts at acceptance.",
      law: "State Council Order No. 802",
    },
    {
      what: "Late payment bears interest: 0.05% a day where no rate is agreed. An agreed rate may not be below the one-year loan prime rate when the contract was made.",
      law: "State Council Order No. 802, Art. 17",
    },
  ],
  countTitle: "How it counts",
  count:
    "Due date = start + days, the day of the start excluded. Days overdue = as-of − due date, never below 0. Interest = unpaid × daily rate × days overdue, not compounded, rounded once to the fen, half upwards. Calendar days; a due date that falls on a holiday is not moved.",
  whoTitle: "Which rule protects which creditors",
  whoText: "These groups of creditors differ; we never add them up.",
  whoHeads: ["Rule", "Who pays", "Owed to"],
  who: (draft, regulation) => [
    [
      `${draft}, Article 53, paragraph 1`,
      "State bodies, public institutions, state-owned enterprises",
      "Any private organisation",
    ],
    [
      `${draft}, Article 53, paragraph 2`,
      "Any business active in Xinjiang",
      "Small and medium private organisations",
    ],
    [
      `${draft}, Article 54`,
      "State bodies, public institutions, state-owned enterprises and others",
      "Small and medium private organisations",
    ],
    [
      regulation,
      "State bodies, public institutions, large enterprises",
      "Small and medium-sized enterprises",
    ],
  ],
  draftNote:
    "The measures are a draft, not in force, and nothing here is computed from them; the calculation rests on the State Council regulation, in force since 1 June 2025.",
  exampleTitle: "A worked example",
  example:
    "A large enterprise took delivery on 15 January 2026, with no period or rate agreed. On 30 June 2026, 1,000,000 yuan is unpaid and undisputed.",
  tableTitle: (year) => `Due dates in ${year}`,
  tableText: "Delivered a day later, due a day later.",
  tableHeads: ["Delivered or accepted", "30 days", "60 days"],
  bad: {
    "no start": "Give the date of delivery or acceptance, for example 2026-01-15.",
    "start not a date":
      "This date cannot be read. Write a day between 2000 and 2099, for example 2026-01-15.",
    "days not a count":
      "A whole number of days from 0 to 3650 is expected, for example 60; leave it blank if none is agreed.",
    "amount not read":
      "This amount cannot be read. Write an amount above 0, for example 1000000, 1,200.50 or 100万.",
    "rate not read":
      "A percentage a day above 0 and up to 100 is expected, for example 0.05; leave it blank if none is agreed.",
    "as-of not a date":
      "This date cannot be read. Write a day between 2000 and 2099, for example 2026-06-30; blank means today.",
    "as-of before start": "This is before the period starts. Give that day or a later one.",
  },
  say: {
    late: "Days overdue: {n}",
    left: "Not yet due; days left: {n}",
    dueToday: "Due on this very day; not overdue",
    period: "Period",
    days: "{n} days",
    "from delivery": "delivery",
    "from acceptance": "acceptance",
    "state usual":
      "No period was given: for state bodies and public institutions 30 days from {from} (Regulation, Art. 9).",
    "state agreed":
      "As agreed, {agreed} days; a contract with a state body or public institution may set up to 60 (Regulation, Art. 9).",
    "state most":
      "{agreed} days were given; for state bodies and public institutions Art. 9 of the Regulation sets 60 days as the longest period, and 60 are used here.",
    "state longer": "",
    "large usual":
      "No period was given: for large enterprises 60 days from {from} (Regulation, Art. 9).",
    "large agreed": "As agreed, {agreed} days; without an agreement 60 (Regulation, Art. 9).",
    "large most": "",
    "large longer":
      "{agreed} days were given, more than the 60 that hold without an agreement. Art. 9 of the Regulation lets the contract decide, within what is reasonable in the trade. {agreed} days are used here; with 60 the due date is {usualDue}.",
    before:
      "The period starts before the revised Regulation came into force (1 June 2025); which version holds for it is not decided here.",
    payBy: "Due date",
    dueSum: "{start} + {n} days = {due}",
    startExcluded: "Counted from {from}, that day excluded.",
    overdue: "Overdue",
    overdueSum: "{asOf} − {due} = {overdue} days",
    notOverdueSum: "{asOf} is not after {due}: 0 days",
    calendar: "Calendar days; a holiday does not move the date.",
    interest: "Interest (illustrative)",
    interestSum: "{amount} × {rate} × {overdue} days = {interest}",
    noAmount: "No unpaid amount was given, so no interest.",
    statutory:
      "Where no rate is agreed 0.05% a day (Regulation, Art. 17), on the undisputed part only.",
    agreedRate:
      "At the agreed rate given. Art. 17 of the Regulation sets the one-year loan prime rate at the time of the contract as its floor; that is not checked here.",
    band: "Age band",
    bandDays: "{n} days",
    bandWhy: "Bands used on this site: ≤60, 61–180, 181–365, >365 days.",
  },
};
