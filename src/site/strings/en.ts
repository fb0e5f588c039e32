import { api } from "#site/strings/api-en";
import { assess } from "#site/strings/assessment-en";
import { components } from "#site/strings/components-en";
import { exploring } from "#site/strings/explore-en";
import { facts } from "#site/strings/facts-en";
import { guide } from "#site/strings/guide-en";
import { front } from "#site/strings/home-en";
import { late } from "#site/strings/late-en";
import { law } from "#site/strings/law-en";
import { look } from "#site/strings/look-en";
import { rowTools } from "#site/strings/rows-en";
import { search } from "#site/strings/search-en";
import { topic } from "#site/strings/topic-en";
import type { Strings } from "#site/strings/zh";

/** Every sentence of the pages in English. */
export const en: Strings = {
  siteLine: "What must be public for businesses, set out line by line",
  aboutSite: "About this site",
  skip: "Skip to content",
  navLabel: "Site",
  crumbsLabel: "You are here",
  contents: "On this page",
  language: "中文",
  languageHint: "用中文看这一页",
  home: "Home",
  explore: "Filter and query",
  draftTag: "Draft",
  draft: (measures) => `The ${measures} cited here are not in force.`,
  demonstrationTag: "Demonstration",
  demonstration:
    "Demonstration data: the rows on this page are made up to show how the site works.",
  footerAbout:
    "This site sets out public information. It makes no finding in place of an authority and gives no legal advice.",
  footerPrivacy: "No analytics, no cookies, no request to any third party.",
  builtOn: (date) => `Page made on ${date}`,
  operator: (name) => `Operated by ${name}`,
  siteCode: (code) => `Site code: ${code}`,
  // The explorer; {n} and the like are filled in by the browser.
  exploreLead:
    "Choose from the lists, click on the charts or drag across months and amounts: charts, counts and table follow; the address remembers your choice and can be shared.",
  exploreNoScript:
    "Scripts are off, so filters do not work; the charts and the table below are complete: use “find in page” (Ctrl+F).",
  exploreNoScriptFirst:
    "Scripts are off, so filters do not work; the charts below are complete, the table has the first rows only; the downloads have all.",
  filters: "Filters",
  searchLabel: "Contains",
  searchHint: (fields) => `Looks in ${fields}. Separate words by spaces; all must occur.`,
  moreChoices: (n) => `${n} more`,
  apply: "Apply",
  reset: "Clear all",
  exploring,
  notFoundTitle: "There is no such page",
  notFoundText: "The address may be wrong, or the entry is no longer on the list.",
  backHome: "Back to the home page",

  checkLabel: "Name of the charge",
  checkHint: "e.g. 污水处理费",
  amountLabel: "Amount in yuan (optional)",
  amountHint: "e.g. 100",
  checkButton: "Check the list",
  newestSource: "Newest source",
  oldestSource: "Oldest source",
  received: "File received",
  version: "Version",
  rowsUnit: (n) => `${n} rows`,
  article: (n) => `Article ${n}`,

  gapTitle: "This list is incomplete",
  gapText: (oldest, newest) =>
    `A charge that is not here may still be allowed, and one that is here may have been stopped. Sources date from ${oldest} to ${newest}; each entry states its own.`,
  checkBoxTitle: "Check a charge",
  figures: "Key figures",
  apart: "The groups below are defined differently; their figures are never added up.",
  filledIn: (filled, rows) => `named in ${filled} of ${rows}`,
  ofSource: (source) => `from ${source} rows in the source file`,
  charts: "At a glance",
  chartTable: "The same numbers as a table",
  allRows: (n) => `All ${n} rows`,
  firstRows: (n, of) =>
    `The first ${n} of ${of} rows; “Filter and query” finds the others, and the downloads have all.`,
  tableHint:
    "A name leads to its legal basis, its source and whom to tell. Names stay as the source writes them.",
  rowHint: "A name leads to everything about its row. Names stay as the source writes them.",
  filterLink: (fields) => `Filter by ${fields.join(", ").toLowerCase()}`,
  basis: "Why this must be public",
  basisText: "Our own one-line summaries; the articles themselves are not reprinted.",
  downloads: "Download",
  downloadsText: "The same rows in several formats.",
  file: "File",
  size: "Size",
  rows: "Rows",
  rowList: "Row by row",
  format: {
    csv: "CSV for people (opens in Excel)",
    "machine-csv": "CSV for programs (codes)",
    json: "JSON",
    parquet: "Parquet",
    datapackage: "Description for programs (Frictionless Data Package)",
    xlsx: "Excel workbook",
  },
  fileLang: { zh: "Chinese headings", en: "English headings" },
  dictionary: "Fields",
  dictionaryText: (n) => `${n} fields. “Filled” counts the rows in which a field is not blank.`,
  field: "Field",
  meaning: "Meaning",
  kind: "Kind",
  filled: "Filled",
  codes: (n) => `${n} values`,
  source: "Source and gaps",
  publisher: "Publisher",
  sourceRows: "Rows in the source",
  publishedRows: "Published",
  setAsideLines: (lines) => ` (lines ${lines} of the source file)`,
  sourcePages: "Source pages",
  setAsideRows: "Not published as entries",
  mergedRows: (rows) => `Of too few people, published as ${rows} merged rows`,
  withheldRows: "Withheld by law",
  rowsAdd: (source) => `The source file has ${source} rows. Where they went:`,
  cite: "How to cite",
  citeText: "Citation (add the date on which you read it)",
  verify: (name, sha) =>
    `To verify the version: download ${name} and compute its SHA-256; the first 12 digits are ${sha}, the version itself.`,
  licence: "Licence",
  licenceText: (licence) => `${licence}. When you reuse it, name the source page and our version.`,

  standard: "Standard",
  notWritten: "The source gives no standard",
  upTo: (min, max) => (min === max ? max : `${min} to ${max}`),
  unit: "Unit as written: ",
  details: "Everything about this entry",
  asWritten: "as the source writes it",
  sameDocument: "Other entries that cite the same document",
  sameDocumentMore: (n) => `All ${n} of them`,
  citedBy: (n) => `cited by ${n}`,
  seeSource: "Open the source page",
  sourceLine: (row, file) => `line ${row} of ${file}`,
  previous: "Previous",
  next: "Next",
  rowNav: "Neighbouring entries",
  updatedSource: (date) => `Source of ${date}`,
  citeRow: "Cite this entry",
  rowDescription: (title, standard) => `${title}: ${standard || "the source gives no standard"}`,

  tellTitle: "Not on the list, or charged more? Whom to tell",
  tellNote:
    "This rests on the draft for comment. We do not have the departments’ telephone numbers and mailboxes yet; use those on their official sites.",

  checkTitle: "Is this charge on the list?",
  checkLead:
    "Type the name on your receipt, in Chinese as the list has it. An amount is optional; it is compared with the listed standard.",
  checkNoScript:
    "Scripts are off: use your browser’s “find in page” (Ctrl+F) on the complete list below.",
  checkList: (n) => `The complete list, ${n} entries`,
  checkResult: "Result",
  checkFound: "On the list: {n} matching “{q}”",
  checkFoundText:
    "Being listed means only that the source says so. Compare the charging body, the region and the legal basis.",
  checkSomeAbove: "; {amount} yuan is above the listed standard of {n} of them",
  checkNone: "“{q}” was not found on the list",
  checkNoneText: (date) =>
    `The list received on ${date} has no such name. It is incomplete, so this proves nothing; try another word, or ask for the legal basis at one of the places below.`,
  checkSimilar: "Similar names",
  checkPayee: "Charges listed for this body",
  standing: {
    above: "The {amount} yuan you gave is above the listed {most}",
    within: "The {amount} yuan you gave is not above the listed {most}",
    relief:
      "The source states relief: {relief}. The listed standard is {most}; you gave {amount} yuan",
    "not plain":
      "The listed standard is not a plain amount; it cannot be compared with {amount} yuan",
  },
  checkBadAmount: "This amount cannot be read. Write 1200, 1,200.50 or 1.2万.",
  checkEmpty: "Type the name of a charge first, for example 污水处理费.",
  checkQuery: "Name looked up",
  checkAmount: "Amount given",
  checkDate: "Checked on",
  listVersion: "List version",
  address: "Address",
  print: "Print this result",
  allFields: "Full entry",
  unitCaution:
    "The comparison is for one unit; if you paid for several, divide first. Units are as the source writes them; where it writes none, see the standard.",
  blankCell: "blank in the source",
  api,
  facts,
  front,
  guide,
  assess,
  components,
  late,
  look,
  rowTools,
  law,
  search,
  topic,
};
