import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Catalog } from "#core/catalog";
import { literal, name } from "#core/query/sql";
import { contactsIn } from "#core/sweep/personal";
import { ask } from "#scripts/lib/duck";
import { withDuck } from "./duck.ts";
import type { Options } from "./folder.ts";

/** Phones and mailboxes on the site's own pages: those of offices only. 12345 and 12315 are too short to be taken for any. */
const own: readonly string[] = [];

/** What the compiled datasets of a folder declare public: values of contact fields, and which columns are amounts. */
export async function publicIn(build: string): Promise<Options> {
  const text = await readFile(join(build, "catalog.json"), "utf8").catch(() => '{"datasets":[]}');
  const { datasets }: Catalog = JSON.parse(text);
  const contacts = new Set(own);
  const amounts = new Map<string, ReadonlySet<string>>();
  for (const { dataset: d, downloads } of datasets) {
    const fields = Object.entries(d.fields);
    const money = fields.filter(([, f]) => f.kind === "money");
    const headings = money.flatMap(([id, { label: l }]) => [id, l.zh, l.en, `${l.zh} ${l.en}`]);
    amounts.set(d.id, new Set(headings));
    amounts.set("assessment", new Set(["numerator", "denominator", "of", "per"]));
    const file = downloads.find(({ format }) => format === "parquet")?.name;
    if (!file) continue;
    const from = literal(join(build, d.id, file));
    const office = fields.filter(([, f]) => f.contact);
    if (office.length > 0)
      await withDuck(async (duck) => {
        for (const [id] of office) {
          const rows = await ask(
            duck,
            `SELECT DISTINCT ${name(id)} AS v FROM read_parquet(${from})`,
          );
          for (const { v } of rows) for (const c of contactsIn(String(v ?? ""))) contacts.add(c);
        }
      });
  }
  const none: ReadonlySet<string> = new Set();
  // The dataset is in the file's name, or in that of a folder it is in: subsidy-awards/organisations/00.json
  const idIn = (path: string) => path.split(/[/.]/).findLast((part) => amounts.has(part)) ?? "";
  return { contacts, amounts: (path) => amounts.get(idIn(path)) ?? none };
}
