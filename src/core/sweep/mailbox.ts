export type Mailbox = { address: string; index: number; end: number };

const at = /[@＠﹫]|[[(（【]\s?at\s?[\])）】]/gi;
const bracketed = /[[(（【]\s?at\s?[\])）】]/i;

/** Whether a text begins with the sign, spelled between brackets. */
export const isSpelledAt = (text: string): boolean => bracketed.exec(text)?.index === 0;

const before = /[\p{L}\p{N}](?:[\p{L}\p{N}._%+\-．]|\u2060|[\u200b-\u200d]){0,80}$/u;
const after =
  /^(?:\u2060|[\u200b-\u200d])*((?:[a-z0-9\-．.\u2060\u200b-\u200d]){1,80}?[.．][\u2060\u200b-\u200d]*[a-z\u2060\u200b-\u200d]{2,24})(?![\p{L}\p{N}-])/iu;
const unseen = /[\u2060\u200b-\u200d]/g;

/** Endings of file names such as icon@2x.png, and addresses set aside for examples (RFC 2606). */
const noPerson =
  /\.(?:png|jpe?g|gif|svg|webp|avif|css|[cm]?[jt]s|json|map|html?|md|wasm)$|(?:^|[@.])example\.(?:com|org|net)$|\.(?:example|invalid|test|localhost)$/;

/** Every e-mail address of a text, in one pass from @ to @. */
export function mailboxes(text: string): Mailbox[] {
  const found: Mailbox[] = [];
  const isBare = text.includes("@") || text.includes("＠") || text.includes("﹫");
  if (!isBare && !bracketed.test(text)) return found;
  for (const sign of text.matchAll(at)) {
    const end = sign.index + sign[0].length;
    const name = before.exec(text.slice(Math.max(0, sign.index - 82), sign.index).trimEnd())?.[0];
    const host = after.exec(text.slice(end, end + 120).trimStart())?.[0];
    if (!name || !host) continue;
    const local = name.normalize("NFKC").replace(unseen, "");
    const own = /[A-Za-z0-9._%+-]+$/.exec(local)?.[0].replace(/^[._%+-]+/, "");
    if (!own) continue;
    const domain = host.normalize("NFKC").replace(unseen, "");
    const address = `${own}@${domain}`.toLowerCase();
    if (!noPerson.test(address))
      found.push({ address, index: sign.index - name.length, end: end + host.length });
  }
  return found;
}
