import { defineConfig } from "vitest/config";
import { farAway } from "./scripts/lib/far-away.ts";

Object.assign(process.env, farAway); // the workers start with it

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/browser/**"],
    pool: "forks",
    maxWorkers: "100%", // the usual one less leaves half of two cores idle
  },
});
