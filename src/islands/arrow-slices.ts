/**
 * The batches of an Arrow stream without dictionaries, each as a stream of its own, so that what is made of one is gone
 * before the next is read.
 */
export function* arrowSlices(stream: Uint8Array): Generator<Uint8Array<ArrayBuffer>> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const schema = stream.subarray(0, messageEnd(view, 0));
  for (let at = schema.length; metadataLength(view, at) > 0; at = messageEnd(view, at)) {
    const batch = stream.subarray(at, messageEnd(view, at));
    const slice = new Uint8Array(schema.length + batch.length + 8);
    slice.set(schema);
    slice.set(batch, schema.length);
    slice.set([255, 255, 255, 255, 0, 0, 0, 0], schema.length + batch.length);
    yield slice;
  }
}

/** A message begins with four bytes that are set and the length of its metadata; 0 ends the stream. */
const metadataLength = (view: DataView, at: number): number =>
  at + 8 <= view.byteLength ? view.getInt32(at + 4, true) : 0;

/** Metadata is a FlatBuffer, whose fourth field is the length of the body that follows. */
function messageEnd(view: DataView, at: number): number {
  const metadata = at + 8;
  const root = metadata + view.getInt32(metadata, true);
  const fields = root - view.getInt32(root, true);
  const isThere = view.getUint16(fields, true) > 10;
  const offset = isThere ? view.getUint16(fields + 10, true) : 0;
  const body = offset === 0 ? 0 : Number(view.getBigInt64(root + offset, true));
  return metadata + metadataLength(view, at) + body;
}
