import { expect, it } from "vitest";

it("runs far away, in a language that is neither Chinese nor English", () => {
  const { timeZone, locale } = new Intl.DateTimeFormat().resolvedOptions();
  expect({ timeZone, locale }).toEqual({ timeZone: "Pacific/Kiritimati", locale: "tr-TR" });
});
