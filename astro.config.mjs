import { defineConfig } from "astro/config";
import { moduleLinks } from "./scripts/lib/module-links.ts";

// The content security policy allows scripts, styles and workers from the site's own files only.
export default defineConfig({
  site: process.env.SITE_ORIGIN || undefined,
  output: "static",
  trailingSlash: "always",
  build: { format: "directory", inlineStylesheets: "never", assets: "assets", concurrency: 4 },
  integrations: [moduleLinks()],
  vite: { build: { assetsInlineLimit: 0 } },
  devToolbar: { enabled: false },
});
