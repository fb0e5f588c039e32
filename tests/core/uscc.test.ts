import { expect, it } from "vitest";
import { checkUscc } from "#core/check/uscc";

it.each([
  "914403001922038216",
  "91330100799655058B",
  "9144030071526726XG",
  "91650000299937622W",
  "91350100M000100Y43",
  "91650100MA00000159",
  "91659001MA00000A9P",
  "92650105MA00000B7Y",
])("accepts %s", (code) => {
  expect(checkUscc(code)).toBe("ok");
});

it.each([
  ["91350100M0001TGQXM", "check digit"],
  ["91350211M0000XUF46", "check digit"],
  ["91650100MA0000015", "wrong length"],
  ["9165O100MA00000159", "wrong alphabet"],
  ["91650100ma00000159", "wrong alphabet"],
  ["９1650100MA00000159", "wrong alphabet"],
])("finds the fault of %s", (code, fault) => {
  expect(checkUscc(code)).toBe(fault);
});
