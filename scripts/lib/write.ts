import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/**
 * Lets `fill` write into an empty folder, then puts it in the place of `out`. If `fill` throws or the
 * process dies, `out` is as it was; `mend` repairs a run that died between the two renames.
 */
export async function replaceFolder<T>(
  out: string,
  fill: (folder: string) => Promise<T>,
): Promise<T> {
  const old = join(dirname(out), `${basename(out)}.old`);
  const next = join(dirname(out), `${basename(out)}.next`);
  await rm(next, { recursive: true, force: true });
  await mkdir(next, { recursive: true });
  try {
    const result = await fill(next);
    if (await exists(out)) await rename(out, old);
    await rename(next, out);
    await rm(old, { recursive: true, force: true });
    return result;
  } catch (error) {
    await rm(next, { recursive: true, force: true });
    throw error;
  }
}

/** Puts the last good output back where a killed run had moved it away. */
export async function mend(out: string): Promise<void> {
  const old = join(dirname(out), `${basename(out)}.old`);
  if ((await exists(old)) && !(await exists(out))) await rename(old, out);
  await rm(old, { recursive: true, force: true });
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Size in bytes and SHA-256 of a file. */
export type Measured = { bytes: number; sha256: string };

/** Measures a file in flat memory. */
export async function measureFile(path: string): Promise<Measured> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return { bytes: (await stat(path)).size, sha256: hash.digest("hex") };
}
