import { createReadStream, type Stats } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { chooseCoding, compressor } from "#scripts/lib/compress";
import { cacheControl, mediaType, securityHeaders } from "#scripts/lib/headers";

type Found = { path: string; stats: Stats };
export type Server = { url: string; close: () => Promise<void> };

const fileAt = async (path: string): Promise<Stats | null> => stat(path).catch(() => null);

/** The path a URL names, decoded; null where it is malformed or tries to leave the root. */
function parsePath(url: string): string | null {
  try {
    const path = decodeURIComponent((url.split(/[?#]/, 1)[0] ?? "").replace(/^\/+/, "/"));
    const unsafe = /[\0\\]|(^|\/)\.\.(\/|$)/.test(path) || !path.startsWith("/");
    return unsafe ? null : path;
  } catch {
    return null;
  }
}

/** `bytes=a-b`, `bytes=a-` or `bytes=-n`; undefined where the header is to be ignored, null where nothing is left. */
export function parseRange(header: string | undefined, size: number) {
  const [, from = "", to = ""] = /^bytes=(\d*)-(\d*)$/.exec(header ?? "") ?? [];
  if (from === "" && to === "") return undefined;
  const start = from === "" ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === "" || to === "" ? size - 1 : Math.min(Number(to), size - 1);
  return start > end ? null : { start, end };
}

/** A file, a folder's index.html (with the slash it should have), or a page without its extension. */
async function find(root: string, path: string): Promise<Found | { redirect: string } | null> {
  const full = join(root, path);
  const stats = await fileAt(full);
  if (stats?.isFile() && !path.endsWith("/")) return { path: full, stats };
  const [candidate, redirect] = stats?.isDirectory()
    ? [join(full, "index.html"), path.endsWith("/") ? null : `${encodeURI(path)}/`]
    : [`${full.replace(/[/\\]$/, "")}.html`, null];
  const found = await fileAt(candidate);
  if (!found?.isFile()) return null;
  return redirect ? { redirect } : { path: candidate, stats: found };
}

/** The nearest 404 page: /en/404.html for what is missing under /en/. */
async function findMissing(root: string, path: string): Promise<Found | null> {
  const parts = path.split("/").filter(Boolean);
  for (let depth = parts.length; depth >= 0; depth--) {
    for (const name of ["404.html", "404/index.html"]) {
      const candidate = join(root, ...parts.slice(0, depth), name);
      const stats = await fileAt(candidate);
      if (stats?.isFile()) return { path: candidate, stats };
    }
  }
  return null;
}

async function answer(
  root: string,
  compressed: ReturnType<typeof compressor>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
  const end = (status: number, headers: Record<string, string | number> = {}, body = "") =>
    void response.writeHead(status, headers).end(body);
  const { method, headers } = request;
  if (method !== "GET" && method !== "HEAD") return end(405, { Allow: "GET, HEAD" });
  const path = parsePath(request.url ?? "/");
  if (path === null || !join(root, path).startsWith(root)) return end(400);

  const found = await find(root, path);
  if (found && "redirect" in found) {
    const query = request.url?.split("?").slice(1).join("?");
    return end(308, { Location: found.redirect + (query ? `?${query}` : "") });
  }
  const file = found ?? (await findMissing(root, path));
  if (!file) return end(404, { "Content-Type": "text/plain; charset=utf-8" }, "404\n");

  const media = mediaType(file.path);
  const wantsRange = found !== null && headers.range !== undefined;
  const compressible = media.compress && file.stats.size >= 1024;
  const accepted = chooseCoding(String(headers["accept-encoding"] ?? ""));
  const coding = compressible && !wantsRange ? accepted : null;
  const etag = `"${file.stats.size.toString(36)}-${Math.round(file.stats.mtimeMs).toString(36)}${coding ? `-${coding}` : ""}"`;
  response.setHeader("Content-Type", media.type);
  response.setHeader("Cache-Control", found ? cacheControl(path) : "no-store");
  response.setHeader("ETag", etag);
  response.setHeader("Last-Modified", file.stats.mtime.toUTCString());
  if (compressible) response.setHeader("Vary", "Accept-Encoding");
  if (found && headers["if-none-match"]?.split(/\s*,\s*/).includes(etag)) return end(304);

  const status = found ? 200 : 404;
  if (coding) {
    const body = await compressed(file.path, file.stats, coding);
    response.writeHead(status, { "Content-Encoding": coding, "Content-Length": body.length });
    return void response.end(method === "HEAD" ? undefined : body);
  }
  response.setHeader("Accept-Ranges", "bytes");
  const { size } = file.stats;
  const fresh = headers["if-range"] === undefined || headers["if-range"] === etag;
  const range = wantsRange && fresh ? parseRange(headers.range, size) : undefined;
  if (range === null) return end(416, { "Content-Range": `bytes */${size}` });
  const { start, end: last } = range ?? { start: 0, end: size - 1 };
  const part = range ? { "Content-Range": `bytes ${start}-${last}/${size}` } : {};
  response.writeHead(range ? 206 : status, { ...part, "Content-Length": last - start + 1 });
  if (method === "HEAD" || size === 0) return void response.end();
  await pipeline(createReadStream(file.path, { start, end: last }), response);
}

/** Serves a folder of static files; takes the next free port when the one asked for is taken, any free one for 0. */
export async function startServer(options: {
  root: string;
  port: number;
  host?: string;
}): Promise<Server> {
  const root = resolve(options.root) + sep;
  const host = options.host ?? "127.0.0.1";
  const compressed = compressor();
  const server = createServer((request, response) => {
    answer(root, compressed, request, response).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ERR_STREAM_PREMATURE_CLOSE") console.error(request.url, error);
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  });
  const listen = (port: number) =>
    new Promise<void>((done, fail) => {
      server.once("error", fail);
      server.listen(port, host, () => {
        server.off("error", fail);
        done();
      });
    });
  for (let port = options.port; ; port++) {
    try {
      await listen(port);
      break;
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === "EADDRINUSE"; // listen() fails with nothing else
      if (!taken || port >= options.port + 50) throw error;
    }
  }
  const { port } = server.address() as AddressInfo; // a TCP server that listens has one
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** Where to serve: --port and --host, else PORT and HOST, else 4321 on this machine only. */
export function parseAddress(args: readonly string[], env: NodeJS.ProcessEnv) {
  const { values } = parseArgs({
    args: [...args],
    options: { port: { type: "string" }, host: { type: "string" }, dev: { type: "boolean" } },
  });
  const port = Number(values.port ?? env["PORT"] ?? 4321);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new RangeError(`--port: 0–65535, not “${values.port ?? env["PORT"]}”`);
  return {
    port,
    host: values.host ?? env["HOST"] ?? "127.0.0.1",
    dev: values.dev === true,
  };
}

if (import.meta.main) {
  const { url } = await startServer({
    root: "dist",
    ...parseAddress(process.argv.slice(2), process.env),
  });
  console.log(`${url}/`);
}
