import { usccCheck } from "#core/check/uscc";

const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const weights = [3, 7, 9, 10, 5, 8, 4, 2] as const;

/** First two characters: who registered the organisation, and as what. */
export type Registrar = "11" | "12" | "51" | "52" | "91" | "92" | "93";

/** Numbers below this are those of debtors; recipients come after them. */
export const firstRecipient = 1000;

/**
 * A USCC valid by both check characters, of an organisation that does not exist: codes that start MA00 were
 * given out in Beijing, never with a region code of Xinjiang. Each serial has its own organisation code.
 */
export function usccOf(registrar: Registrar, region: string, serial: number): string {
  let rest = serial;
  let digits = "";
  for (let i = 0; i < 6; i++) {
    digits = `${alphabet[rest % 31]}${digits}`;
    rest = Math.floor(rest / 31);
  }
  const body = `MA${digits}`;
  let sum = 0;
  for (let i = 0; i < 8; i++) {
    const c = body.charCodeAt(i);
    sum += (c < 58 ? c - 48 : c - 55) * (weights[i] ?? 0); // GB 11714: A is 10, Z is 35
  }
  const head = `${registrar}${region}${body}${"0X987654321"[sum % 11]}`;
  return head + usccCheck(head);
}
