const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/** Value of a character code in the alphabet of GB 32100-2015 (no I, O, S, V, Z); -1 outside. */
const values = new Int8Array(128).fill(-1);
for (let i = 0; i < alphabet.length; i++) values[alphabet.charCodeAt(i)] = i;

/** Checks a unified social credit code (GB 32100-2015): the check character is (31 − Σ cᵢ·3ⁱ) mod 31. */
export function checkUscc(code: string): "ok" | "wrong length" | "wrong alphabet" | "check digit" {
  if (code.length !== 18) return "wrong length";
  let sum = 0;
  let last = 0;
  for (let i = 0; i < 18; i++) {
    last = values[code.charCodeAt(i)] ?? -1;
    if (last < 0) return "wrong alphabet";
    sum += last * (weights[i] ?? 0);
  }
  return (31 - (sum % 31)) % 31 === last ? "ok" : "check digit";
}

/** The check character that makes a code of these seventeen. */
export function usccCheck(head: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += (values[head.charCodeAt(i)] ?? 0) * (weights[i] ?? 0);
  return alphabet[(31 - (sum % 31)) % 31] ?? "";
}
