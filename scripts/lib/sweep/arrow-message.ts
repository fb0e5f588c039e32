import { Window } from "./window.ts";

/** A message of an Arrow stream, valid until the next is asked for. */
export type Message = { bytes: Buffer; isRows: boolean };

const magic = "ARROW1\0\0"; // before the stream in a file of the other format
const rowsHeader = 3;

/** What the table at the start of a FlatBuffer has in a field: where it is, 0 if it is not there. */
function fieldAt(head: Buffer, field: number): number {
  const table = head.readInt32LE(0);
  const layout = table - head.readInt32LE(table);
  const slot = 4 + 2 * field;
  const offset = slot < head.readUInt16LE(layout) ? head.readUInt16LE(layout + slot) : 0;
  return offset && table + offset;
}

/** The length of the message that bytes begin with, as far as they tell; 0 ends the stream. */
function measure(bytes: Buffer): { length: number; isRows: boolean } | undefined {
  if (bytes.length < 8) return undefined;
  const isMarked = bytes.readInt32LE(0) === -1;
  const from = isMarked ? 8 : 4;
  const size = bytes.readInt32LE(from - 4);
  if (size === 0) return { length: 0, isRows: false };
  if (bytes.length < from + size) return undefined;
  const head = bytes.subarray(from, from + size);
  const [type, body] = [fieldAt(head, 1), fieldAt(head, 3)];
  return {
    length: from + size + (body && Number(head.readBigInt64LE(body))),
    isRows: type > 0 && head[type] === rowsHeader,
  };
}

/** The messages of an Arrow file or stream, one at a time in memory. */
export async function* messagesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Message> {
  const window = new Window();
  let isStart = true;
  let isOver = false;
  for await (const chunk of chunks) {
    if (isOver) continue;
    window.add(chunk);
    if (isStart && window.bytes.length >= magic.length) {
      if (window.bytes.toString("latin1", 0, magic.length) === magic) window.drop(magic.length);
      isStart = false;
    }
    for (;;) {
      const next = measure(window.bytes);
      if (next?.length === 0) isOver = true;
      if (!next || isOver || next.length > window.bytes.length) break;
      yield { bytes: window.bytes.subarray(0, next.length), isRows: next.isRows };
      window.drop(next.length);
    }
  }
  if (!isOver && window.bytes.length > 0) throw new Error("an Arrow message is cut off");
}
