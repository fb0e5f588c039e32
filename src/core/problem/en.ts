import type { Wanted } from "#core/declaration/shape";
import { formatDate } from "#core/format/format";
import { nearest } from "#core/problem/near";
import { type Format, type Found, type Sentences, type Spot, visible } from "#core/problem/problem";
import { guessRegion } from "#core/region/near";
import type { PersonalKind } from "#core/sweep/personal";

const q = (found: Found) => (found === null ? "(hidden)" : `“${visible(found)}”`);
/** A number or a date, which needs no quotes. */
const n = (value: Found) => value ?? "(hidden)";
const groupText = (group: readonly Found[]) =>
  group.length > 0 ? `for ${list(group.map(n))} ` : "";
const list = (items: readonly string[]) => items.map((i) => `“${visible(i)}”`).join(", ");
const change = "Correct this line.";

const formats: Readonly<Record<Format, string>> = {
  xlsx: "an Excel workbook (.xlsx)",
  zip: "a ZIP archive",
  xls: "an old Excel workbook (.xls)",
  pdf: "a PDF",
  gzip: "a gzip file",
  parquet: "a Parquet file",
  binary: "binary content, or UTF-16 without a byte order mark",
};
const advice: Readonly<Record<Format, string>> = {
  xlsx: "Open it in Excel or WPS and save it as “CSV UTF-8 (comma delimited)”.",
  zip: "Unpack it and check the CSV inside.",
  xls: "Open it in Excel or WPS and save it as “CSV UTF-8 (comma delimited)”.",
  pdf: "Ask the sender for the table itself and save it as CSV.",
  gzip: "Unpack it with gunzip and check the CSV inside.",
  parquet: "Convert it to CSV.",
  binary: "Open it in a spreadsheet and save it as “CSV UTF-8 (comma delimited)”.",
};

const personal: Readonly<Record<PersonalKind, string>> = {
  identity: "a resident identity number",
  mobile: "a mobile number",
  fixed: "a phone number",
  card: "a bank card number",
  "e-mail": "an e-mail address",
};
function at(spot: Spot): string {
  switch (spot.in) {
    case "line":
      return "";
    case "name":
      return " in the file's name";
    case "byte":
      return ` near byte ${spot.offset}`;
    case "row":
      return ` in row ${spot.row}`;
    case "cell":
      return ` in sheet “${visible(spot.sheet)}”, cell ${spot.cell}`;
  }
}
const remedy = (kind: PersonalKind) =>
  kind === "identity" || kind === "card"
    ? "Nothing is published. Remove it from the source, or drop its column with a privacy rule."
    : "Nothing is published. Remove it from the source or drop its column; if it is an office's and meant to be public, mark the column contact.";

function wanted(expected: Wanted): string {
  if (typeof expected === "object") return `one of ${list(expected.oneOf)}`;
  const said = {
    text: "text",
    number: "a number",
    "true or false": "true or false",
    object: "an object {…}",
    list: "a list […]",
    "plain data": "what JSON can say",
  };
  return said[expected];
}
function meant(found: string, known: readonly string[]): string {
  const near = nearest(found, known);
  if (near.length > 0) return `near which is ${list(near)}`;
  if (known.length === 0) return "and none is declared";
  return `and there are ${list(known.slice(0, mostKnown))}${known.length > mostKnown ? " and others" : ""}`;
}
const mostKnown = 8;

/** Every sentence in English. */
export const en: Sentences = {
  "bad option": ({ found, usage }) => `${q(found)} is not understood. Usage: ${usage}`,
  "no file given": ({ usage }) => `Expected a file, found none. Usage: ${usage}`,
  "no such folder": () => "There is no such folder. Check the path.",
  "no datasets": () => "The folder has no dataset. Expected files such as data/fees/dataset.ts.",
  "no dataset chosen": ({ known }) =>
    `Which dataset should this be? Add --as with one of: ${known.join(", ")}.`,
  "no such dataset": ({ found, known }) =>
    `There is no dataset ${q(found)}. Choose one of: ${known.join(", ")}.`,
  "no declaration": () =>
    "Expected a declaration, dataset.ts; found none. Write one or move this folder away.",
  "bad declaration": ({ reason }) =>
    `The declaration cannot be read: ${visible(reason)}. Correct dataset.ts.`,
  "bad assessment": ({ reason }) =>
    `The declaration of the assessment does not hold together: ${reason}. Correct assessment.ts.`,
  "bad target": ({ found, share }) =>
    `Expected ${share ? "a share such as 95% or 0.95" : "a number such as 12"}; found ${q(found)}. Correct this line.`,
  "wrong id": ({ expected, found }) =>
    `A dataset's id is the name of its folder: expected “${expected}”, found ${q(found)}. Change one of them.`,
  "wrong shape": ({ at, expected, found }) =>
    `${at === "" ? "The default export" : at} should be ${wanted(expected)}; found ${visible(found)}. Correct the declaration.`,
  "unknown name": ({ at, of, found, known }) =>
    `${at} should name a ${of} that is declared; found “${visible(found)}”, ${meant(found, known)}. Correct the declaration.`,
  "wrong kind": ({ at, name, expected, found }) =>
    `${at} should be of kind ${expected.join(" or ")}; “${visible(name)}” is of kind ${found}. Correct the declaration.`,
  "wrong metric": ({ at, metric, agg }) =>
    `${at} should be a metric that rows add up to; “${visible(metric)}” is a ${agg}. Choose another metric.`,
  "unseen metric": ({ at }) =>
    `${at} is for charts only (onlyInCharts), and no chart uses it. Add a chart, or remove it.`,
  "not apart": ({ at, field }) =>
    `${at} should count one code of “${visible(field)}”, by where, since apart says that they are never added up; found none or several. Correct the where.`,
  "apart joined": ({ at, field, of, per }) =>
    `${at} should have one code of “${visible(field)}” above and below; found “${visible(of)}” and “${visible(per)}”. Correct of or per.`,
  "chart twice": ({ at, id }) =>
    `${at} should differ from those of the other charts; “${visible(id)}” is taken. Change the id.`,
  "unknown dataset": ({ at, found, known }) =>
    `${at} names the dataset “${visible(found)}”, which is not there; there are ${list(known)}. Correct the declaration, or add its folder.`,
  "dataset circle": ({ by, ids }) =>
    `${by} lead back to the start: ${list(ids)}. A dataset comes after those it uses and refers to; remove one of these.`,
  "key not in file": ({ at, to, key }) =>
    `${at} should name a dataset whose key is in its file; “${visible(key)}” of “${visible(to)}” is no column of it. Correct the reference, or put the key into that file.`,
  "no lead file": ({ lead }) =>
    `Expected leads/${visible(lead)}.sql; found none. Write this SQL, or remove “${visible(lead)}” from leads.`,
  "no such file": () => "There is no such file. Check the path.",
  "not a file": () => "Expected a file, found a folder or a device. Give the path of the CSV file.",
  "cannot be read": ({ reason }) =>
    `The file cannot be read: ${visible(reason)}. Check its permissions and the disk.`,
  "empty file": () => "The file is empty. Export it again.",
  "only a header": () =>
    "Expected rows below the header, found none. See whether the export is complete.",
  "not text": ({ format }) => `Expected CSV text, found ${formats[format]}. ${advice[format]}`,
  "damaged text": ({ encoding, offset }) =>
    `Expected ${encoding} text, found a damaged character${offset === undefined ? "" : ` at byte ${offset}`}. Export it again from the original; do not convert it in an editor.`,
  "long record": ({ limit }) =>
    `Expected at most ${limit} characters in a row, found more. Check the line ends, and that this is CSV.`,
  "open quote": () =>
    "The quote opened here is never closed, so that what follows cannot be split into rows. Close it.",
  "bad quote": () =>
    "Expected a delimiter or the end of the line after a quote, found something else. Double the quotes inside a cell, or close the quote.",
  "no header": ({ expected, found }) =>
    `Expected a header in the first 10 rows, such as ${list(expected.map((t) => t.en))}; found ${found === null ? q(null) : found.length > 0 ? list(found) : "blank rows"}. Add the header, or choose another dataset with --as.`,
  "missing column": ({ accepted, found }) =>
    `Expected this column, headed ${list(accepted)}; found ${list(found)}. Add the column or rename one.`,
  "unknown unit": ({ found }) =>
    `Expected amounts in 元, 万元 or 亿元; found ${q(found)}. Convert them and change the header or title.`,
  "column twice": ({ first, second }) =>
    `Expected one such column, found two: “${visible(first)}” and “${visible(second)}”. Remove one.`,
  "cell count": ({ expected, found, lines }) =>
    `Expected ${expected} cells, as in the header; found ${found}${lines > 1 ? ` over ${lines} lines` : ""}. ${lines > 1 ? "See whether the quotes are paired." : "Check the delimiters of this line; a cell that contains one is quoted."}`,
  "total differs": ({ sum, found }) =>
    `Expected the sum of the rows, ${q(sum)}; found ${q(found)}. See whether rows are missing or the total is wrong.`,
  "duplicate key": ({ found, first }) =>
    `Expected a key that occurs once; ${q(found)} is already on line ${first}. Remove one line or change the key.`,
  "no such reference": ({ found, to, key, near }) =>
    `Expected a “${visible(key.en)}” that is in “${visible(to.en)}”; found ${q(found)}${near.length > 0 ? `; near it are ${list(near)}` : ""}. Correct this line, or add it to “${visible(to.en)}” first.`,
  "referred row lacks": ({ found, to, row, lacks, articles }) =>
    `${q(found)} is on line ${row} of “${visible(to.en)}” and lacks ${list(lacks.map((l) => l.en))}. Fill that in before this is published${articles.length > 0 ? ` (Article ${articles.join(", ")})` : ""}.`,
  "referred file": ({ to, errors, whole }) =>
    whole
      ? `“${visible(to.en)}”, which this refers to, has ${errors} ${errors === 1 ? "error" : "errors"}, so that references may be compared in part only. Check and correct it first, with npm run check.`
      : `“${visible(to.en)}”, which this refers to, was not read to its end, so that references were not compared. Check and correct it first, with npm run check.`,
  "sum differs": ({ agreement, terms, left, right, difference, tolerance }) =>
    `Expected “${agreement.en}”; found ${n(terms)} = ${n(left)}, and ${n(right)} in this column: ${n(difference)} apart where ${tolerance} is allowed. Compare this line with the original and correct it.`,
  "not at most": ({ agreement, left, right, most, difference }) =>
    `Expected “${agreement.en}”; found ${n(left)} in this column and ${n(right)} in “${visible(most.en)}”${difference === undefined ? "" : `, ${n(difference)} too many`}. Compare this line with the original and correct it.`,
  "does not carry": ({ agreement, group, from, to, first, left, right, difference, tolerance }) =>
    `Expected “${agreement.en}”; ${groupText(group)}${from} (from line ${first}) closes with ${n(left)} in all, ${to} (from this line) opens with ${n(right)}: ${n(difference)} apart where ${tolerance} is allowed. Compare the lines of both periods with the original.`,
  "period missing": ({ agreement, group, missing, periods }) =>
    `“${agreement.en}” can only be compared from one period to the next; ${groupText(group)}no line is of ${missing}${periods > 1 ? `, the first of ${periods} such periods` : ""}. Add them.`,
  "same row twice": ({ first }) =>
    `The same as line ${first} in every column. Remove one if it was entered twice; if both are real, add a column that tells them apart.`,
  "encoding doubtful": ({ encoding, rare, of }) =>
    `Read as ${encoding}, and ${rare} of ${of} Chinese characters are rare ones: perhaps it is encoded otherwise, as Big5. Save it in a spreadsheet as “CSV UTF-8 (comma delimited)” and check again.`,
  "more of these": ({ more }) =>
    `${more} more of these, not listed. Correct those listed above first.`,
  blank: () => "Expected a value, found a blank. Fill it in.",
  "not an amount": ({ found }) =>
    `Expected an amount such as 1234.50; found ${q(found)}. ${change}`,
  "more than fen": ({ found }) =>
    `Expected an amount to the fen, at most two decimals; found ${q(found)}. ${change}`,
  "too large": ({ found }) =>
    `Expected an amount of at most 16 digits before the point; found ${q(found)}. ${change}`,
  "not a date": ({ found }) => `Expected a date such as 2021-03-10; found ${q(found)}. ${change}`,
  "not a full date": ({ found }) =>
    `Expected year, month and day, such as 2021-03-10; found ${q(found)}. ${change}`,
  "not a month": ({ found }) => `Expected a month such as 2026-04; found ${q(found)}. ${change}`,
  "no such day": ({ found }) => `Expected a day of the calendar; found ${q(found)}. ${change}`,
  "not a count": ({ found }) => `Expected a whole number such as 12; found ${q(found)}. ${change}`,
  "out of range": ({ found, min, max }) =>
    `Expected a whole number ${max === undefined ? `of at least ${min}` : `from ${min} to ${max}`}; found ${q(found)}. ${change}`,
  "not a share": ({ found }) =>
    `Expected a share from 0 to 1, such as 0.125 or 12.5%; found ${q(found)}. ${change}`,
  "not a year": ({ found }) =>
    `Expected a year of four digits such as 2021; found ${q(found)}. ${change}`,
  "not a url": ({ found }) =>
    `Expected an address beginning with http:// or https://; found ${q(found)}. ${change}`,
  "wrong length": ({ found }) =>
    `Expected a unified social credit code of 18 characters; found ${q(found)}. ${change}`,
  "wrong alphabet": ({ found }) =>
    `Expected a unified social credit code of digits and capitals other than I, O, S, V, Z; found ${q(found)}. ${change}`,
  "check digit": ({ found }) =>
    `The check digit of the unified social credit code does not fit: ${q(found)}. Codes of the pilot years may be so; compare with the register.`,
  "not a region": ({ found }) => {
    const guess = guessRegion(found);
    if (guess.kind === "no code yet") {
      const { unit, parent } = guess;
      return `Expected a region that has a code; found ${q(found)}: ${unit.name.en} was set up on ${formatDate(unit.validFrom, "en")}, and its code is not confirmed yet. Until it is, write ${parent.code}, the code of ${parent.name.en}.`;
    }
    const near = guess.named.length > 0 ? `, near ${guess.named.join(", ")}` : "";
    return `Expected a six-digit region code of Xinjiang or the full Chinese name, such as 653223 or 皮山县; found ${q(found)}${near}. ${change}`;
  },
  "not a category": ({ found, codes }) =>
    `Expected one of ${list(codes)}; found ${q(found)}. ${change}`,
  "formula error": ({ found }) =>
    `Expected content, found the spreadsheet error ${q(found)}. Correct the formula in the original.`,
  ditto: ({ found }) => `Expected content, found ${q(found)}. Write it out as in the line above.`,
  "damaged character": ({ found }) =>
    `Damaged or invisible characters: ${q(found)}. Copy it again from the original.`,
  "not a build folder": () =>
    "Other files are here and will not be replaced. With --out choose an empty folder, or that of an earlier compile.",
  "prepare failed": ({ reason }) => `DuckDB stopped: ${visible(reason)}. Change this SQL.`,
  "prepare lacks": ({ fields }) =>
    `the table prepared should have every declared field and source_row, and lacks ${list(fields)}. Add them in the SQL.`,
  "prepare loses rows": ({ source, prepared, aside }) =>
    `each row of the source should reach prepared or set_aside; ${source} rows in, ${prepared} + ${aside} out. Put rows that are not published into set_aside, with a reason.`,
  "lead shape": ({ expected, found }) =>
    `should be one SELECT of ${list(expected)}; found ${list(found)}. Change this SQL.`,
  "lead key": ({ found, rows }) =>
    `each key should be that of a published row, or NULL; ${rows} are not, such as ${q(found)}. Select the key of published.`,
  "prepared blank": ({ rows, first }) =>
    `should not be blank; ${rows} rows are, the first from line ${first} of the source. Fill it in the SQL, or declare it optional.`,
  "prepared twice": ({ found, rows, first }) =>
    `should differ in each row; ${rows} rows repeat, such as ${q(found)} from line ${first} of the source. Let the key hold more fields.`,
  "prepared value": ({ found, rows, first }) =>
    `${rows} rows hold what the field does not allow, such as ${q(found)} from line ${first} of the source. Correct it in the SQL.`,
  "prepared code": ({ found, rows, first }) =>
    `should be a declared code; ${rows} rows are not, such as ${q(found)} from line ${first} of the source. Rewrite it in the SQL, or declare the code.`,
  "personal data": ({ kind, excerpt, spot }) =>
    `what looks like ${personal[kind]} stands${at(spot) || " here"}: “${excerpt}”. ${remedy(kind)}`,
  "personal field": () =>
    "is marked personal, would be published, and no privacy rule names it. Add a rule, or leave the column in input.",
  "personal copy": ({ input, rows, first }) =>
    `repeats the personal column “${visible(input.en)}” of the input in ${rows} rows, the first from line ${first} of the source. Leave it out in the SQL, or add a privacy rule that drops this field.`,
  "cannot be swept": ({ reason }) =>
    `cannot be searched for personal data: ${visible(reason)}. Nothing is published. Write the file again, or take it out of the folder.`,
  "rule without field": ({ rule, field }) =>
    `Rule ${rule} names the field “${visible(field)}”, which is not declared. Change the rule, or declare the field.`,
  "rule twice": ({ rule }) => `Expected at most one rule ${rule}, found several. Make them one.`,
  "rule field kind": ({ rule, expected, found }) =>
    `Rule ${rule} expects a field of kind ${expected} here, found ${found}. Change the rule, or the field's declaration.`,
  "rule field twice": ({ rule }) =>
    `Rule ${rule} should name this field once, and names it again. Remove the repetition.`,
  "rule field dropped": ({ rule }) =>
    `Rule ${rule} needs this field to be public, and another rule drops it. Change one of them.`,
  "rule without code": ({ rule, missing }) =>
    `Rule ${rule} uses the code “${visible(missing)}”, which this field does not declare. Add it to codes, or change the rule.`,
  "singles out": () =>
    "With a suppress rule only the key, the fields of within and merge, and counts may be public; this field would single out small cells. Drop it with a rule, or change the rule.",
  "merged in source": ({ rows, first }) =>
    `Only the merging of small cells writes the code “merged”; ${rows} rows of the source have it, the first on line ${first}. Use the figures from before they were merged.`,
  "withdrawn blank": ({ rows }) =>
    `Rows whose status says they were taken down must have this, ${rows} do not. Fill it in, or list them in withdrawn.csv.`,
  "does not add up": ({ source, published, merged, withdrawn, withheld, aside }) =>
    `Every row of the source must be accounted for; ${source} rows in, ${published} published − ${merged.rows} made of small cells + ${merged.cells} merged + ${withdrawn} taken down + ${withheld} withheld + ${aside} set aside. Nothing is published. Check the SQL and the privacy rules.`,
  "no withdraw rule": () =>
    "Only a dataset with a withdraw rule has a list of rows taken down; this one has none. Add the rule, or remove this file.",
  "not a key": ({ found }) =>
    `Expected a key: letters, digits and - _ ~, no dot at the start, at most 80 characters; found ${q(found)}. ${change}`,
  "no dataset to withdraw from": ({ known }) =>
    `From which dataset? Add --dataset with one of: ${known.length > 0 ? known.join(", ") : "(no dataset has a withdraw rule)"}.`,
  "no case": () =>
    "Expected the key of the row to take down, found none. Give it after the command.",
  "no such case": ({ found }) =>
    `Neither the source nor the list of rows taken down has the key ${q(found)}. Write it as on its page; where the source has errors, correct them first.`,
  "no such reason": ({ found, codes }) =>
    `Expected a reason, one of ${list(codes)}; found ${q(found)}. Change --reason.`,
  "counted lacks": ({ fields }) =>
    `the table counted should have every declared column, and lacks ${list(fields)}. Add them in the SQL.`,
  encoding: ({ encoding }) => `Read as ${encoding}.`,
  delimiter: ({ delimiter }) => `Cells are separated by ${q(delimiter)}.`,
  "from title": ({ found }) => `The file lacks this column; “${found}” is taken from the title.`,
  "title rows": () => "Title above the header, not read.",
  "undeclared column": ({ found }) =>
    `Column “${visible(found)}” is not declared; not read, not published.`,
  "unnamed column": ({ position }) =>
    `Column ${position} has content and no header; not read, not published.`,
  "blank rows": () => "Blank row, skipped.",
  "total rows": () =>
    "Row of totals, not data; totals of amounts were compared with the sum of the rows.",
  "note rows": () => "Note below the table, not read.",
  "header again": () => "The header once more, skipped.",
  "extra blank cells": () => "Blank cells beyond the header, ignored.",
  spaces: () => "Space at either end removed.",
  invisible: () => "Invisible characters removed.",
  "full width": () => "Full-width characters made half-width.",
  thousands: () => "Thousands separators removed.",
  "yuan sign": () => "“元” or “¥” removed.",
  "times 10000": () => "Converted from ten thousand yuan (万元) to yuan.",
  "times 100000000": () => "Converted from hundred million yuan (亿元) to yuan.",
  "date rewritten": () => "Date rewritten as in 2021-03-10.",
  "zero decimals": () => "Needless zeros after the decimal point removed.",
  percent: () => "Percentage converted to a share.",
  spelling: () => "Replaced by the declared code.",
  "code letters": () => "Letters made capital, spaces and hyphens removed.",
  "region name": () => "Region name replaced by its code.",
  merged: () => "Blank taken from the row above (merged cell).",
  "missing token": () => "A sign for “none” taken as blank.",
  brackets: () => "Document numbers written alike, as in 〔2021〕10号.",
  "not carried": () =>
    "Not compared with the period before, since lines that belong to the sums have errors.",
};
