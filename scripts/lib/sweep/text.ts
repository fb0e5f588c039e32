import { findPersonal } from "#core/sweep/personal";
import { heading, type Job } from "./reader.ts";

type Bytes = AsyncIterable<Buffer>;

/** How much is kept on either side of a cut, so that nothing across it is missed or seen without what is around it. */
const margin = 1024;

/** The bytes as text: by its mark UTF-8 or UTF-16; a binary file one character a byte. */
export async function* decode(chunks: Bytes, isText: boolean): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  for await (const chunk of chunks) {
    const mark = chunk.subarray(0, 2).toString("hex");
    const wide = mark === "fffe" ? "utf-16le" : mark === "feff" ? "utf-16be" : undefined;
    decoder ??= new TextDecoder(wide ?? (isText ? "utf-8" : "latin1"));
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder?.decode() ?? "";
}

function countLines(text: string, to: number): number {
  let lines = 0;
  for (let i = text.indexOf("\n"); i >= 0 && i < to; i = text.indexOf("\n", i + 1)) lines += 1;
  return lines;
}

/** The key of a JSON value that stands at `index`, where one line is one record. */
const keyAt = (text: string, index: number): string | undefined =>
  [...text.slice(Math.max(0, index - margin), index).matchAll(/"([^"\\]{1,100})"\s*:/g)].at(
    -1,
  )?.[1];

/** Whether a JSON number, not a string, stands there. */
const isBare = (text: string, index: number) => /[:[,\s-]$/.test(text.slice(index - 1, index));

/** Searches text of any kind, line by line as far as places go, in flat memory. */
export async function sweepText(chunks: Bytes, job: Job, isText: boolean): Promise<void> {
  const isJson = job.path.endsWith(".json");
  const isMeasured = /(?:^|\/)catalog\.json$|\/points\/[^/]+\.json$/.test(job.path);
  const isIndex = /\/(?:groups|organisations)\/[^/]+\.json$/.test(job.path);
  let [text, done, line, offset] = ["", 0, 1, 0];
  const look = (last: boolean) => {
    const until = last ? text.length : text.length - margin;
    for (const found of findPersonal(text, job)) {
      if (found.index < done || found.index >= until) continue;
      const key = isJson ? keyAt(text, found.index) : undefined;
      const isFigure = isIndex && /^(?:value|of|per)$/.test(key ?? "");
      const isAmount = isMeasured || isFigure || (key !== undefined && job.amounts.has(key));
      if (isAmount && isBare(text, found.index) && found.kind !== "identity") continue;
      const at = line + countLines(text, found.index);
      job.tell(
        found,
        isText
          ? { line: at, ...(key && { column: heading(key) }), spot: { in: "line" } }
          : { spot: { in: "byte", offset: offset + found.index } },
      );
    }
    const cut = Math.max(0, until - margin);
    done = until - cut;
    line += countLines(text, cut);
    offset += cut;
    text = text.slice(cut);
  };
  for await (const chunk of decode(chunks, isText)) {
    text += chunk;
    if (text.length > 64 * margin) look(false);
  }
  look(true);
}
