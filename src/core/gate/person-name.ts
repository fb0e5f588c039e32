import {
  bracketed,
  clean,
  core,
  dotted,
  end,
  fullName,
  han,
  labelled,
  long,
  longTransliterated,
  remark,
  type Step,
  short,
  stars,
  start,
  surnamed,
  tail,
  token,
  transliterated,
} from "#core/gate/person-pattern";
import {
  edgeLabels,
  labels,
  tradeWords,
  transliterating,
  weakTradeWords,
} from "#core/gate/person-words";
import { literal } from "#core/query/sql";

// In JavaScript

const regex = (pattern: string, flags = "u") =>
  new RegExp(pattern.replaceAll(han, "\\p{Script=Han}"), flags);
const compile = (steps: readonly Step[]) =>
  steps.map(([p, r]) => [regex(p, "gu"), r.replaceAll(/\\(\d)/g, "$$$1")] as const);
const apply = (text: string, steps: ReturnType<typeof compile>) =>
  steps.reduce((t, [p, r]) => t.replace(p, r), text);

const js = {
  clean: compile(clean),
  stars: compile(stars),
  token: regex(token, "gu"),
  core: regex(core),
  marks: regex(`[${start}${end}]`, "gu"),
};
const tests = {
  labelled: regex(labelled),
  bracketed: regex(bracketed),
  dotted: regex(dotted),
  short: regex(short),
  remark: regex(remark),
  long: regex(long),
  transliterated: regex(transliterated),
  longTransliterated: regex(longTransliterated),
  surnamed: regex(surnamed),
  fullName: regex(fullName),
  trade: regex(tradeWords),
  weak: regex(weakTradeWords),
  tail: regex(tail),
};

const isTrade = (text: string) =>
  tests.trade.test(text) || (tests.weak.test(text) && !tests.fullName.test(text));

function hidden(part: string, at: number): string {
  const [first = "", ...rest] = part;
  if (first === "") return "";
  return at > 0 && rest.length === 0 ? "*" : first + "*".repeat(rest.length);
}

function maskDotted(text: string): string {
  const parts = text.split("·");
  if (isTrade(parts.at(-1) ?? "")) return text;
  return parts.map((part, i) => (isTrade(part) ? part : hidden(part, i))).join("·");
}

/** `certain`: after a label, or where nothing in the whole text says trade. */
function maskRun(text: string, certain: boolean, afterLabel: boolean): string {
  if (tests.dotted.test(text)) return maskDotted(text);
  if (tests.remark.test(text)) return text;
  const named = certain || tests.surnamed.test(text) || tests.transliterated.test(text);
  if (tests.short.test(text) && named && !isTrade(text)) return apply(text, js.stars);
  if (
    tests.longTransliterated.test(text) ||
    (afterLabel && tests.long.test(text) && !isTrade(text))
  )
    return hidden(text, 0);
  const [, before = "", person = ""] = tests.tail.exec(text) ?? [];
  return person === "" || isTrade(person) ? text : before + apply(person, js.stars);
}

/**
 * The name of a sole trader as it may be published: 张*三 where it is, or contains in the usual forms, a natural
 * person's name, else unchanged. Cautious: a short name without a trade word is taken for a person's.
 */
export function maskName(name: string): string {
  const text = apply(name, js.clean);
  const tokens = text.match(js.token) ?? [];
  const coreOf = (t: string) => js.core.exec(t)?.[0] ?? "";
  const someTrade = tokens.some((t) => isTrade(coreOf(t)));
  const masked = tokens.map((t, i) => {
    const afterLabel = tests.labelled.test(t);
    const owner = i === 0 && tests.bracketed.test(text);
    const run = coreOf(t);
    return (
      t.slice(0, t.length - run.length) +
      maskRun(run, afterLabel || owner || !someTrade, afterLabel)
    );
  });
  const out = masked.join("");
  return out === text ? name : out.replace(js.marks, "");
}

// In SQL

const test = (sql: string, pattern: string) => `regexp_matches(${sql}, ${literal(pattern)})`;
const replaced = (sql: string, steps: readonly Step[]) =>
  steps.reduce((s, [p, r]) => `regexp_replace(${s}, ${literal(p)}, ${literal(r)}, 'g')`, sql);
/** A name for a value, so that it is written and computed once. */
const bind = (value: string, as: string, body: string) =>
  `list_transform([${value}], lambda ${as}: ${body})[1]`;

const isTradeSql = (sql: string) =>
  `(${test(sql, tradeWords)} OR (${test(sql, weakTradeWords)} AND NOT ${test(sql, fullName)}))`;
const hiddenSql = (sql: string, first: string) =>
  `CASE WHEN length(${sql}) = 1 AND NOT ${first} THEN '*' ELSE ${sql}[1] || repeat('*', length(${sql}) - 1) END`;
const maskDottedSql = (sql: string) =>
  `CASE WHEN ${isTradeSql(`string_split(${sql}, '·')[-1]`)} THEN ${sql} ELSE array_to_string(list_transform(string_split(${sql}, '·'), lambda part, i: CASE WHEN ${isTradeSql("part")} THEN part WHEN part = '' THEN '' ELSE ${hiddenSql("part", "i = 1")} END), '·') END`;
const person = `regexp_extract(run, ${literal(tail)}, 2)`;
const maskRunSql = `CASE
  WHEN ${test("run", dotted)} THEN ${maskDottedSql("run")}
  WHEN ${test("run", remark)} THEN run
  WHEN ${test("run", short)} AND (certain OR ${test("run", surnamed)} OR ${test("run", transliterated)}) AND NOT ${isTradeSql("run")} THEN ${replaced("run", stars)}
  WHEN ${test("run", longTransliterated)} OR (labelled AND ${test("run", long)} AND NOT ${isTradeSql("run")}) THEN ${hiddenSql("run", "true")}
  WHEN ${person} <> '' AND NOT ${isTradeSql(person)} THEN regexp_extract(run, ${literal(tail)}, 1) || ${replaced(person, stars)}
  ELSE run END`;
const coreSql = (sql: string) => `regexp_extract(${sql}, ${literal(core)})`;

const tokenSql = bind(
  coreSql("t"),
  "run",
  bind(
    test("t", labelled),
    "labelled",
    bind(
      `(labelled OR NOT some_trade OR (nth = 1 AND ${test("seen", bracketed)}))`,
      "certain",
      `t[1:length(t) - length(run)] || (${maskRunSql})`,
    ),
  ),
);

/** Trade words of one or two characters: a name that ends in one ends in no person's, who has two at least. */
const endings = tradeWords
  .replaceAll(/\([^)]*\)/g, "…")
  .split("|")
  .filter((word) => /^(?:[一-龥]|\[[一-龥]+\]){1,2}$/u.test(word));
const plainlyTrade = `^[一-龥]*(?:${endings.join("|")})$`;

/**
 * Whether nothing of a text can be masked: in Chinese characters alone, so that there is one run and no bracket, with a
 * trade word at its end, and no label. True only where `maskName` changes nothing, and fifty times as fast.
 */
export const isPlainlyTradeSql = (sql: string) =>
  `(${test(sql, plainlyTrade)} AND NOT ${test(sql, `${labels}|${edgeLabels}|^[${transliterating}]*$`)})`;

/** `maskName` as an expression of DuckDB, over a column or any other text; NULL stays NULL. */
export const maskSql = (column: string): string =>
  `CASE WHEN ${isPlainlyTradeSql(column)} THEN ${column} ELSE ${maskAnySql(column)} END`;

/** The same without a look first. */
export function maskAnySql(column: string): string {
  const tokens = `regexp_extract_all(seen, ${literal(token)})`;
  const trade = `len(list_filter(tokens, lambda t: ${isTradeSql(coreSql("t"))})) > 0`;
  const masked = `array_to_string(list_transform(tokens, lambda t, nth: ${tokenSql}), '')`;
  const result = `CASE WHEN masked IS NULL OR masked = seen THEN given ELSE regexp_replace(masked, ${literal(`[${start}${end}]`)}, '', 'g') END`;
  const all = bind(tokens, "tokens", bind(trade, "some_trade", bind(masked, "masked", result)));
  return bind(column, "given", bind(replaced("given", clean), "seen", all));
}
