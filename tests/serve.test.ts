import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compressFolder } from "#scripts/lib/compress";
import { parseAddress, type Server, startServer } from "#scripts/serve";

const root = mkdtempSync(join(tmpdir(), "serve-"));
const long = "长".repeat(2000);
const files = {
  "index.html": "home",
  "404.html": "没有",
  "zh/index.html": long,
  "en/index.html": "home",
  "en/404/index.html": "missing",
  "地 区.csv": "a,b\n",
  "fees.parquet": "PAR1....PAR1",
  "fees.arrow": long,
  "assets/duckdb.abc.wasm": long,
};
let server: Server;
beforeAll(async () => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(root, name, ".."), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  await compressFolder(root);
  server = await startServer({ root, port: 0 });
});
afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true });
});

/** Asks for exactly this path; fetch would tidy it first. */
const get = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((done, fail) => {
    const { hostname, port } = new URL(server.url);
    request({ hostname, port, path, headers, method }, async (response) => {
      const body = Buffer.concat(await response.toArray());
      done({ status: response.statusCode ?? 0, headers: response.headers, body });
    })
      .on("error", fail)
      .end();
  });

describe("the server", () => {
  it.each([
    ["/", "text/html; charset=utf-8", "no-cache"],
    ["/%E5%9C%B0%20%E5%8C%BA.csv", "text/csv; charset=utf-8", "no-cache"],
    ["/fees.parquet", "application/vnd.apache.parquet", "no-cache"],
    ["/fees.arrow", "application/vnd.apache.arrow.stream", "no-cache"],
    ["/assets/duckdb.abc.wasm", "application/wasm", "public, max-age=31536000, immutable"],
  ])("serves %s as %s", async (path, type, caching) => {
    const { status, headers } = await get(path);
    expect([status, headers["content-type"], headers["cache-control"]]).toEqual([
      200,
      type,
      caching,
    ]);
  });

  it.each(["/", "/none", "/..%2f", "/zh"])(
    "answers %s with the content security policy",
    async (path) => {
      const { headers } = await get(path);
      expect(headers["content-security-policy"]).toContain("script-src 'self' 'wasm-unsafe-eval';");
      expect(headers["x-content-type-options"]).toBe("nosniff");
    },
  );

  it("adds the slash that relative links need, and keeps the query", async () => {
    const { status, headers } = await get("//zh?a=1");
    expect([status, headers["location"]]).toEqual([308, "/zh/?a=1"]);
  });

  it.each([
    ["/none/", "没有"],
    ["/en/none/none", "missing"],
    ["/assets/none.js", "没有"],
  ])("answers %s with the nearest page that says so", async (path, text) => {
    const { status, body } = await get(path);
    expect([status, body.toString()]).toEqual([404, text]);
  });

  it.each(["/../package.json", "/..%2f..%2fetc/passwd", "/%00", "/%ff", "/..%5c..%5cx"])(
    "refuses %s",
    async (path) => expect((await get(path)).status).toBe(400),
  );

  it("refuses to change anything", async () =>
    expect((await get("/", {}, "POST")).status).toBe(405));

  it.each([
    ["br", brotliDecompressSync],
    ["gzip", gunzipSync],
  ])("compresses with %s, each with its own ETag", async (coding, decompress) => {
    const { headers, body } = await get("/zh/", { "Accept-Encoding": coding });
    expect(headers).toMatchObject({ "content-encoding": coding, vary: "Accept-Encoding" });
    expect(decompress(body).toString()).toBe(long);
    const etag = String(headers["etag"]);
    expect((await get("/zh/", { "Accept-Encoding": coding, "If-None-Match": etag })).status).toBe(
      304,
    );
    expect((await get("/zh/", { "If-None-Match": etag })).status).toBe(200);
  });

  it("does not compress Parquet, which is compressed, or a range", async () => {
    const all = { "Accept-Encoding": "br, gzip" };
    expect((await get("/fees.parquet", all)).headers["content-encoding"]).toBeUndefined();
    const range = await get("/fees.arrow", { ...all, Range: "bytes=0-2" });
    expect([range.status, range.headers["content-encoding"], range.body.toString()]).toEqual([
      206,
      undefined,
      "长",
    ]);
  });

  it.each([
    ["bytes=-4", 206, "PAR1", "bytes 8-11/12"],
    ["bytes=8-", 206, "PAR1", "bytes 8-11/12"],
    ["bytes=4-99", 206, "....PAR1", "bytes 4-11/12"],
    ["bytes=12-", 416, "", "bytes */12"],
    ["bytes=0-1,3-4", 200, "PAR1....PAR1", undefined],
  ])("answers the range %s with %d", async (range, status, text, place) => {
    const { headers, body, status: found } = await get("/fees.parquet", { Range: range });
    expect([found, body.toString(), headers["content-range"]]).toEqual([status, text, place]);
  });

  it("sends no body to HEAD, but its length", async () => {
    const { headers, body } = await get("/fees.parquet", {}, "HEAD");
    expect([headers["content-length"], body.length]).toEqual(["12", 0]);
  });

  it("takes the next free port", async () => {
    const port = Number(new URL(server.url).port);
    const other = await startServer({ root, port });
    expect(Number(new URL(other.url).port)).toBeGreaterThan(port);
    await other.close();
  });
});

it("sends a coding only to who accepts it", async () => {
  const coding = async (accept: string) =>
    (await get("/zh/", { "Accept-Encoding": accept })).headers["content-encoding"];
  expect(await coding("gzip, deflate, br")).toBe("br");
  expect(await coding("gzip;q=0.5, br;q=0")).toBe("gzip");
  expect(await coding("identity")).toBeUndefined();
  expect(await coding("")).toBeUndefined();
});

it("reads where to serve", () => {
  expect(parseAddress([], {})).toEqual({ port: 4321, host: "127.0.0.1", dev: false });
  expect(parseAddress(["--port", "80"], { PORT: "81", HOST: "::" })).toMatchObject({
    port: 80,
    host: "::",
  });
  expect(parseAddress([], { PORT: "81" })).toMatchObject({ port: 81 });
  expect(() => parseAddress(["--port=x"], {})).toThrow("--port");
});
