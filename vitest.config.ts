import { defineConfig } from "vitest/config";

// Far from here and from the site's readers, so that a local date, number or upper case shows.
// Set before the workers start: Node reads its locale only once.
Object.assign(process.env, {
  TZ: "Pacific/Kiritimati",
  LANG: "tr_TR.UTF-8",
  LC_ALL: "tr_TR.UTF-8",
});

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/browser/**"],
    pool: "forks",
    allowOnly: false,
  },
});
