import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";

/** The script that sets larger type before the first paint, as browsers read it; no comment, no indentation. */
export const typeSizeCode: string = stripTypeScriptTypes(
  readFileSync("src/islands/type-size.ts", "utf8"),
)
  .replace(/\/\*\*[\s\S]*?\*\//g, "")
  .replace(/\s*\n\s*/g, "\n")
  .trim();

const hash = createHash("sha256").update(typeSizeCode).digest("hex").slice(0, 8);

/** Where it lies: the name changes with what is in it, so that it is kept for good. */
export const typeSizeUrl = `/assets/type-size.${hash}.js`;
