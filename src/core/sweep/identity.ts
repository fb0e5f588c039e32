import { checkUscc } from "#core/check/uscc";

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checkCharacters = "10X98765432";

/** GB/T 2260 code of a province, with which an identity number and a region code begin. */
const province = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)/;

/** Check character of 17 digits (GB 11643-1999). */
export function identityCheck(digits: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += (digits.charCodeAt(i) - 48) * (weights[i] ?? 0);
  return checkCharacters[sum % 11] ?? "";
}

/** Whether YYYYMMDD can be the birthday of someone who lives, or lately did. */
function isBirthday(text: string): boolean {
  const [year, month, day] = [text.slice(0, 4), text.slice(4, 6), text.slice(6)].map(Number);
  if (!year || !month || !day || year < 1900 || year > 2099 || month > 12) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/**
 * Whether 18 digits in ASCII have the year and month of a birth, as most codes of organisations have not: told without
 * making a text of them.
 */
export function mayBeIdentity(ascii: Uint8Array): boolean {
  const at = (i: number) => (ascii[i] ?? 0) - 48;
  const [century, month] = [10 * at(6) + at(7), 10 * at(10) + at(11)];
  return (century === 19 || century === 20) && month > 0 && month < 13;
}

/** Resident identity number of 18 characters: province, plausible birthday, check character, and no USCC. */
export function isIdentity(text: string): boolean {
  return (
    text.length === 18 &&
    province.test(text) &&
    isBirthday(text.slice(6, 14)) &&
    identityCheck(text) === text[17] &&
    !isOrganisation(text)
  );
}

/** The form of 15 digits used before 1999. It has no check digit, so that only a label makes it one. */
export const isOldIdentity = (text: string): boolean =>
  text.length === 15 && province.test(text) && isBirthday(`19${text.slice(6, 12)}`);

const registrar = /^(?:1[1239]|2[19]|3[1-59]|4[19]|5[1-59]|6[129]|7[129]|8[19]|9[123])/;
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2] as const;

/** Whether 18 digits that could be an identity number are a unified social credit code by all its own signs. */
function isOrganisation(text: string): boolean {
  if (!registrar.test(text) || !province.test(text.slice(2))) return false;
  let sum = 0;
  for (let i = 0; i < 8; i++) sum += (text.charCodeAt(i + 8) - 48) * (organisationWeights[i] ?? 0);
  const check = "0X987654321"[sum % 11]; // GB 11714: 11 − Σ mod 11
  return text[16] === check && checkUscc(text) === "ok";
}
