import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { compressFolder } from "#scripts/lib/compress";
import { securityHeaders } from "#scripts/lib/headers";
import { documentedConf, nginxConf } from "#scripts/lib/nginx";
import { type Server, startServer } from "#scripts/serve";
import { scratch } from "./scratch.ts";

describe("docs/nginx.conf", () => {
  it("says what scripts/lib/headers.ts says", () => {
    if (process.env["UPDATE"]) writeFileSync("docs/nginx.conf", documentedConf());
    expect(readFileSync("docs/nginx.conf", "utf8")).toBe(documentedConf());
  });

  it("allows no inline script or style", () => {
    expect(documentedConf()).toMatch(/Content-Security-Policy "default-src 'self'/);
    expect(documentedConf()).not.toContain("unsafe-inline");
  });
});

const found = spawnSync("nginx", ["-v"], { encoding: "utf8" });
const isThere = found.status === 0;
const brotliModule = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
const brotli = existsSync(brotliModule);
const folder = scratch("nginx");
const root = resolve(folder, "dist");
const long = "长".repeat(2000);
const files = {
  "index.html": "home",
  "404.html": "没有",
  "zh/index.html": long,
  "zh/404/index.html": "没有这个页面",
  "en/index.html": "home",
  "en/404/index.html": "missing",
  "data/fees/fees.parquet": "PAR1....PAR1",
  "data/fees/fees.zh.csv": long,
  "data/catalog.json": `"${long}"`,
  "assets/a.abc.js": `// ${long}`,
  "assets/duckdb.abc.wasm": long,
  "pagefind/fragment/zh.pf_fragment": "x",
};

const freePort = () =>
  new Promise<number>((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });

describe.skipIf(!isThere)(
  isThere ? "a real nginx" : "a real nginx (not installed here: skipped; apt-get install nginx)",
  () => {
    let [ours, url, child]: [Server | undefined, string, ChildProcess | undefined] = [
      undefined,
      "",
      undefined,
    ];
    beforeAll(async () => {
      for (const [name, text] of Object.entries(files)) {
        await mkdir(join(root, name, ".."), { recursive: true });
        await writeFile(join(root, name), text);
      }
      await compressFolder(root);
      ours = await startServer({ root, port: 0 });
      const port = await freePort();
      url = `http://127.0.0.1:${port}`;
      const own = (name: string) => resolve(folder, name);
      const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
        (name) => `${name}_temp_path ${own(name)};`,
      );
      const conf = own("nginx.conf");
      await writeFile(
        conf,
        [
          brotli ? `load_module ${brotliModule};` : "",
          `daemon off; master_process off; pid ${own("pid")}; error_log ${own("error.log")};`,
          "events {}",
          `http { access_log off; ${temporary.join(" ")}`,
          nginxConf({ root, listen: `127.0.0.1:${port}`, brotli }),
          "}",
        ].join("\n"),
      );
      child = spawn("nginx", ["-e", own("error.log"), "-c", conf], { stdio: "ignore" });
      await vi.waitFor(() => fetch(url), { timeout: 20_000, interval: 100 });
    });
    afterAll(async () => {
      child?.kill();
      await ours?.close();
    });

    const get = (origin: string, path: string, headers: Record<string, string> = {}) =>
      fetch(origin + path, {
        headers: { "Accept-Encoding": "identity", ...headers },
        redirect: "manual",
      });
    const told = (response: Response, names: readonly string[]) =>
      Object.fromEntries(names.map((name) => [name, response.headers.get(name)]));
    const alike = ["content-type", "cache-control", ...Object.keys(securityHeaders)];

    it.each([
      ...Object.keys(files)
        .filter((name) => !/404/.test(name))
        .map((name) => `/${name.replace(/index\.html$/, "")}`),
      "/none/",
      "/en/none",
      "/zh/none/none",
      "/assets/none.js",
    ])("answers %s as our server does", async (path) => {
      const [theirs, own] = await Promise.all([get(url, path), get(ours?.url ?? "", path)]);
      expect(theirs.status).toBe(own.status);
      expect(told(theirs, alike)).toEqual(told(own, alike));
      expect(await theirs.text()).toBe(await own.text());
    });

    it.each(brotli ? ["gzip", "br"] : ["gzip"])("sends the copy in %s", async (coding) => {
      for (const path of ["/zh/", "/data/catalog.json", "/assets/a.abc.js"]) {
        const response = await get(url, path, { "Accept-Encoding": coding });
        expect(response.headers.get("content-encoding"), path).toBe(coding);
        expect(response.headers.get("vary")).toMatch(/accept-encoding/i);
        const name = path.endsWith("/") ? `${path.slice(1)}index.html` : path.slice(1);
        expect(await response.text()).toBe(files[name as keyof typeof files]);
      }
    });

    it("sends parts of a file", async () => {
      const part = await get(url, "/data/fees/fees.parquet", { Range: "bytes=8-11" });
      expect([part.status, await part.text()]).toEqual([206, "PAR1"]);
      expect(part.headers.get("content-range")).toBe("bytes 8-11/12");
    });

    it("adds the slash that relative links need", async () => {
      const { status, headers } = await get(url, "/zh?a=1");
      expect([Math.floor(status / 100), headers.get("location")]).toEqual([3, "/zh/?a=1"]);
    });
  },
);
