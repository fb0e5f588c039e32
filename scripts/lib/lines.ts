import { DuckDBBlobValue, type DuckDBConnection } from "@duckdb/node-api";

const blockRows = 2048;
const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * The rows of a query in its order, a block of them at a time, each a list of texts without line ends. A block crosses
 * into JavaScript as one text: alone, each text in it would take as long as a thousand characters.
 */
export async function* linesOf(
  duck: DuckDBConnection,
  columns: readonly string[],
  from: string,
): AsyncGenerator<readonly (readonly string[])[]> {
  const names = columns.map((_, i) => `c${i}`);
  const numbered = `SELECT ${columns.map((c, i) => `${c} AS c${i}`).join(", ")}, row_number() OVER () AS nth FROM (${from})`;
  const blocks = names.map((c) => `encode(string_agg(${c}, chr(10) ORDER BY nth))`);
  const result = await duck.stream(
    `SELECT ${blocks.join(", ")} FROM (${numbered}) GROUP BY (nth - 1) // ${blockRows} ORDER BY min(nth)`,
  );
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) return;
    for (const block of chunk.getRows()) {
      const texts = block.map((v) =>
        v instanceof DuckDBBlobValue ? utf8.decode(v.bytes).split("\n") : [],
      );
      const [first = []] = texts;
      yield first.map((_, i) => texts.map((column) => column[i] ?? ""));
    }
  }
}
