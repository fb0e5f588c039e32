import { execFile, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { catalogParts, type Example, examplesOf } from "#core/publication/examples";
import { ask, openDuck } from "#scripts/lib/duck";
import { type Server, startServer } from "#scripts/serve";
import { built, scratch } from "./scratch.ts";
import { dist } from "./site.ts";

const has = (command: string, ...args: string[]) => spawnSync(command, args).status === 0;
const folder = scratch("api");
const fees = built().datasets.find(({ dataset }) => dataset.id === "fees");
let server: Server;
beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  server = await startServer({ root: dist, port: 0 });
});
afterAll(() => server.close());

/** The example of a tool, for the site that is served. */
function example(tool: Example["tool"]): string {
  const found = fees && examplesOf(fees, server.url).find((one) => one.tool === tool);
  if (!found) throw new Error(`no example for ${tool}`);
  return found.code;
}

describe("an example of the page for programs", () => {
  it.skipIf(!has("curl", "--version"))("reads the catalog with curl", async () => {
    const [command = "", ...args] = example("curl").split(" ");
    const { stdout } = await promisify(execFile)(command, args, { maxBuffer: 1e8 });
    expect(JSON.parse(stdout)).toEqual(built());
  });

  it("counts rows with DuckDB", async () => {
    const sql = example("DuckDB");
    const [, url = ""] = /'(.+)'/.exec(sql) ?? [];
    // Reading over HTTP takes an extension that is not there everywhere; the file is fetched as DuckDB would.
    const file = join(folder, "rows.parquet");
    await writeFile(file, Buffer.from(await (await fetch(url)).arrayBuffer()));
    const duck = await openDuck("node_modules/.cache/spill");
    const [row] = await ask(duck, sql.replace(url, file));
    duck.closeSync();
    expect(Number(row?.["n"])).toBe(fees?.rows.published);
  });

  it.skipIf(!has("python3", "-c", "import pandas"))("reads rows with Python", async () => {
    const code = `${example("Python")}; print(len(rows))`;
    const { stdout } = await promisify(execFile)("python3", ["-c", code]);
    expect(Number(stdout)).toBe(fees?.rows.published);
  });

  it.skipIf(!has("Rscript", "--version"))("reads rows with R", async () => {
    const code = `${example("R")}; cat(nrow(rows))`;
    const { stdout } = await promisify(execFile)("Rscript", ["-e", code]);
    expect(Number(stdout)).toBe(fees?.rows.published);
  });

  it("names a file that is served, whatever the tool", async () => {
    for (const tool of ["curl", "DuckDB", "Python", "R", "Excel"] as const) {
      const [url = ""] = /http:[^'")\s]+/.exec(example(tool)) ?? [];
      expect((await fetch(url, { method: "HEAD" })).status, `${tool} ${url}`).toBe(200);
    }
  });
});

it("explains only parts that the catalog has", () => {
  for (const part of catalogParts) {
    let found: unknown = built();
    for (const step of part.split(".")) {
      const name = step.replace("[]", "");
      found = (found as Record<string, unknown>)[name];
      expect(found, part).toBeDefined();
      // Of a list, the first that has any.
      if (step.endsWith("[]"))
        found = (found as readonly Record<string, unknown>[])[0] ?? expect.anything();
    }
  }
});

describe("what a dataset's page says to machines", () => {
  const described = (page: string): Record<string, unknown>[] =>
    [...readFileSync(join(dist, page), "utf8").matchAll(/ld\+json">(.*?)<\/script>/gs)].map(
      ([, json = ""]) => JSON.parse(json),
    );

  it.each(built().datasets)(
    "has $dataset.id in schema.org and DCAT",
    ({ dataset: d, downloads }) => {
      const [schema, dcat] = described(`en/${d.id}/index.html`);
      expect(schema).toMatchObject({ "@type": "Dataset", name: d.title.en });
      expect(schema?.["distribution"]).toHaveLength(downloads.length);
      expect(schema?.["creativeWorkStatus"] === "DEMONSTRATION").toBe(d.demonstration);
      expect(dcat).toMatchObject({ "@type": "dcat:Dataset", "dct:identifier": d.id });
      const files = dcat?.["dcat:distribution"] as { "dct:title": string }[];
      expect(files.map((f) => f["dct:title"])).toEqual(downloads.map((f) => f.name));
    },
  );

  it("has the catalog on the home page", () =>
    expect(described("zh/index.html")[0]).toMatchObject({
      "@type": "dcat:Catalog",
      "dcat:dataset": built().datasets.map(({ dataset }) => ({ "@id": `/zh/${dataset.id}/` })),
    }));

  it("has no name that may have to leave in what a link to the page shows", () => {
    const id = built().datasets.find(({ dataset }) => dataset.id === "arrears-cases")?.dataset.id;
    const html = readFileSync(join(dist, `zh/${id}/index.html`), "utf8");
    const [, row = ""] =
      /data-until="[^"]+"[^>]*>\s*<a href="(\/zh\/arrears-cases\/[^"]+)"/.exec(html) ?? [];
    expect(row).not.toBe("");
    const page = readFileSync(join(dist, row, "index.html"), "utf8");
    const [, name = ""] = /<h1[^>]*>([^<]+)<\/h1>/.exec(page) ?? [];
    const shown = [...page.matchAll(/<meta property="og:[^>]*content="([^"]*)"/g)].join();
    expect(name.length).toBeGreaterThan(3);
    expect(shown).not.toContain(name);
  });
});
