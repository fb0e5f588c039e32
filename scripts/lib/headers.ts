import { extname } from "node:path";

/** What a page may load: its own files, and WebAssembly for DuckDB. */
const policy = {
  "default-src": "'self'",
  "script-src": "'self' 'wasm-unsafe-eval'",
  "style-src": "'self'",
  "worker-src": "'self'",
  "connect-src": "'self'",
  "img-src": "'self' data:",
  "object-src": "'none'",
  "base-uri": "'self'",
  "form-action": "'self'",
  "frame-ancestors": "'none'",
} as const;

/** Sent with every answer, errors included. */
export const securityHeaders = {
  "Content-Security-Policy": Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join("; "),
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "Cross-Origin-Opener-Policy": "same-origin",
} as const;

const text = (type: string) => ({ type: `${type}; charset=utf-8`, compress: true });
const binary = (type: string, compress = false) => ({ type, compress });

/** By extension; what is compressed already is sent as it is. */
export const mediaTypes: Readonly<Record<string, { type: string; compress: boolean }>> = {
  ".arrow": binary("application/vnd.apache.arrow.stream", true),
  ".duckdb": binary("application/octet-stream", true),
  ".css": text("text/css"),
  ".csv": text("text/csv"),
  ".html": text("text/html"),
  ".ico": binary("image/x-icon"),
  ".jpg": binary("image/jpeg"),
  ".js": text("text/javascript"),
  ".json": text("application/json"),
  ".map": text("application/json"),
  ".md": text("text/markdown"),
  ".mjs": text("text/javascript"),
  ".parquet": binary("application/vnd.apache.parquet"),
  ".pdf": binary("application/pdf"),
  ".png": binary("image/png"),
  ".sql": text("application/sql"),
  ".svg": text("image/svg+xml"),
  ".txt": text("text/plain"),
  ".wasm": binary("application/wasm", true),
  ".webmanifest": text("application/manifest+json"),
  ".webp": binary("image/webp"),
  ".woff2": binary("font/woff2"),
  ".xlsx": binary("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  ".xml": text("application/xml"),
  ".zip": binary("application/zip"),
};

export const mediaType = (path: string) =>
  mediaTypes[extname(path).toLowerCase()] ?? binary("application/octet-stream");

/** Files under /assets/ have a hash of their content in the name; everything else is asked for again each time. */
export const cacheControl = (urlPath: string): string =>
  urlPath.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
