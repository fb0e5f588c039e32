import { existsSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import send from "send";
import { encodingOf } from "#scripts/lib/compress";
import { cacheControl, caching, mediaType, securityHeaders } from "#scripts/lib/headers";

export type Server = { url: string; close: () => Promise<void> };

/** The path a URL names, decoded; null where it is malformed. */
function parsePath(url: string): string | null {
  try {
    const path = decodeURIComponent((url.split(/[?#]/, 1)[0] ?? "").replace(/^\/+/, "/"));
    return path.startsWith("/") && !/[\0\\]|(^|\/)\.\.(\/|$)/.test(path) ? path : null;
  } catch {
    return null;
  }
}

/** The nearest 404 page: /en/404/ for what is missing under /en/. */
function missingPage(root: string, path: string): string | undefined {
  const parts = path.split("/").filter(Boolean);
  const folders = parts.map((_, i) => parts.slice(0, parts.length - i)).concat([[]]);
  return folders
    .flatMap((folder) => ["404.html", "404/index.html"].map((name) => [...folder, name].join("/")))
    .find((name) => existsSync(join(root, name)));
}

/** Sends a file of the folder, compressed where a compressed copy lies beside it and the reader takes it. */
function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  root: string,
  path: string,
  status: 200 | 404,
): void {
  const encoding = encodingOf(request, join(root, path));
  const media = mediaType(path);
  response.statusCode = status;
  send(request, encodeURI(path) + (encoding?.ending ?? ""), { root, cacheControl: false })
    .on("headers", () => {
      response.setHeader("Content-Type", media.type);
      response.setHeader("Cache-Control", status === 200 ? cacheControl(path) : caching.missing);
      if (media.compress) response.setHeader("Vary", "Accept-Encoding");
      if (encoding) response.setHeader("Content-Encoding", encoding.name);
    })
    .on("directory", () => {
      const query = request.url?.split("?").slice(1).join("?");
      const location = `${encodeURI(path)}/${query ? `?${query}` : ""}`;
      response.writeHead(308, { Location: location }).end();
    })
    .on("error", ({ status: code = 500 }: { status?: number }) => {
      const page = code === 404 && status === 200 ? missingPage(root, path) : undefined;
      if (page) sendFile(request, response, root, `/${page}`, 404);
      else response.writeHead(code).end();
    })
    .pipe(response);
}

function answer(root: string, request: IncomingMessage, response: ServerResponse): void {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
  const path = parsePath(request.url ?? "/");
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(405, { Allow: "GET, HEAD" }).end();
  } else if (path === null) response.writeHead(400).end();
  else {
    sendFile(request, response, root, path.endsWith("/") ? `${path}index.html` : path, 200);
  }
}

/** Serves a folder of static files; takes the next free port when the one asked for is taken, any free one for 0. */
export async function startServer(options: {
  root: string;
  port: number;
  host?: string;
}): Promise<Server> {
  const root = resolve(options.root);
  const host = options.host ?? "127.0.0.1";
  const server = createServer((request, response) => answer(root, request, response));
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
