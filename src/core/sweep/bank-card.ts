/** UnionPay, and debit cards of ICBC and the Bank of China that are older than it. */
const domestic = /^(?:62|9558|60138)/;
/** Visa, Mastercard, JCB: so much of all numbers of 16 digits that only a label or groups of four make one a card. */
const foreign = /^(?:4|5[1-5]|2[2-7]|35)/;

/** The Luhn check of ISO/IEC 7812. */
function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = digits.length - 1, double = false; i >= 0; i--, double = !double) {
    const d = digits.charCodeAt(i) - 48;
    sum += double ? (d > 4 ? 2 * d - 9 : 2 * d) : d;
  }
  return sum % 10 === 0;
}

/** A bank card's number: known issuer, 16, 17 or 19 digits (18 hardly occur, and are a USCC's length), Luhn. */
export function isCard(digits: string, marked: boolean): boolean {
  if (!/^(?:\d{16,17}|\d{19})$/.test(digits)) return false;
  const issued = domestic.test(digits) || (marked && digits.length === 16 && foreign.test(digits));
  return issued && isLuhn(digits);
}
