import { langs } from "#core/language";
import {
  caching,
  hashedData,
  hashedFolder,
  mediaTypes,
  securityHeaders,
} from "#scripts/lib/headers";

/** Where the site lies and is served. */
export type Place = {
  root: string;
  /** `listen` of nginx, without TLS; undefined for 443 with TLS and a redirect from 80. */
  listen?: string;
  /** nginx has the brotli_static module. */
  brotli: boolean;
};

const tls = [
  "    listen 443 ssl;",
  "    listen [::]:443 ssl;",
  "    http2 on; # before nginx 1.25.1: listen 443 ssl http2;",
  "    server_name example.org;",
  "    ssl_certificate /etc/ssl/example.org.pem;",
  "    ssl_certificate_key /etc/ssl/example.org.key;",
  "    ssl_protocols TLSv1.2 TLSv1.3;",
];

const redirect = [
  "server {",
  "    listen 80;",
  "    listen [::]:80;",
  "    server_name example.org;",
  "    return 308 https://$host$request_uri;",
  "}",
  "",
];

/** Types by extension, as scripts/lib/headers.ts has them. */
const types = () =>
  [...Map.groupBy(Object.entries(mediaTypes), ([, { type }]) => type)].map(
    ([type, all]) => `        "${type}" ${all.map(([extension]) => extension.slice(1)).join(" ")};`,
  );

/** What goes into nginx's http block to send the site as `npm start` does. */
export function nginxConf({ root, listen, brotli }: Place): string {
  const lines = [
    "map $uri $mingzhang_kept {",
    `    ~^${hashedFolder} "${caching.hashed}";`,
    `    "~${hashedData.source.replaceAll("\\/", "/")}" "${caching.hashed}";`,
    `    default "${caching.other}";`,
    "}",
    "",
    "map $status $mingzhang_cache {",
    `    404 "${caching.missing}";`,
    "    default $mingzhang_kept;",
    "}",
    "",
    ...(listen ? [] : redirect),
    "server {",
    ...(listen ? [`    listen ${listen};`] : tls),
    `    root ${root};`,
    "    index index.html;",
    "    server_tokens off;",
    "    absolute_redirect off;",
    "",
    "    types {",
    ...types(),
    "    }",
    "    default_type application/octet-stream;",
    "",
    "    # The copies that the build wrote beside the files; nothing is compressed anew.",
    "    gzip_static on;",
    "    gzip_vary on;",
    brotli
      ? "    brotli_static on;"
      : "    # brotli_static on; # where nginx has the brotli_static module",
    "",
    ...Object.entries(securityHeaders).map(
      ([name, value]) => `    add_header ${name} "${value}" always;`,
    ),
    "    add_header Cache-Control $mingzhang_cache always;",
    "",
    "    error_page 404 /404.html;",
    ...langs.flatMap((lang) => [
      `    location /${lang}/ {`,
      `        error_page 404 /${lang}/404/index.html;`,
      "    }",
    ]),
    "}",
    "",
  ];
  return lines.join("\n");
}

const heading = `# Serves dist/ as \`npm start\` does: the same headers, types, caching and compressed copies.
# Goes into the http block (for Debian: /etc/nginx/conf.d/mingzhang.conf). Change root, server_name and certificates.
# A test keeps it equal to scripts/lib/headers.ts: UPDATE=1 npm run unit -- nginx

`;

/** docs/nginx.conf, byte for byte. */
export const documentedConf = (): string =>
  heading + nginxConf({ root: "/srv/mingzhang/dist", brotli: false });
