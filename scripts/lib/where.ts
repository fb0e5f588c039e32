import { existsSync } from "node:fs";
import { resolve } from "node:path";

/** npm runs scripts in the project's folder; a path is meant from where the command was typed. */
export function whereAsked(file: string): string {
  const typed = resolve(process.env["INIT_CWD"] ?? ".", file);
  return existsSync(file) || !existsSync(typed) ? file : typed;
}
