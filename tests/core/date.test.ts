import { expect, it } from "vitest";
import { readDate } from "#core/check/date";

const value = (text: string, partial: boolean) => {
  const reading = readDate(text, partial);
  return typeof reading === "string" ? reading : (reading.value ?? reading.refusal?.code);
};

it.each([
  "2021-03-10",
  "2021/3/10",
  "2021.3.10",
  "2021年3月10日",
  "20210310",
  "２０２１年３月１０日",
  "2021/3/10 0:00:00",
])("reads %s as a day", (text) => {
  expect(value(text, false)).toBe("2021-03-10");
});

it.each([
  ["2023-10", "2023-10"],
  ["2023年10月", "2023-10"],
  ["2023.1", "2023-01"],
  ["2006", "2006"],
  ["2006年", "2006"],
])("reads %s only where part of a date is enough", (text, date) => {
  expect(value(text, true)).toBe(date);
  expect(value(text, false)).toBe("not a full date");
});

it.each(["2021-02-29", "2100-02-29", "2021-04-31", "2021-13-01", "20211301", "0021-01-01"])(
  "refuses %s, which no calendar has",
  (text) => {
    expect(value(text, true)).toBe("no such day");
  },
);

it("knows leap years", () => {
  expect([value("2020-02-29", false), value("2000-02-29", false)]).toEqual([
    "2020-02-29",
    "2000-02-29",
  ]);
});

it.each(["3/10/2021", "44265", "昨天", "21.3.10", "2021-03/10", "2021/3/10 8:30"])(
  "refuses %s, which may be anything",
  (text) => {
    expect(value(text, true)).toBe("not a date");
  },
);
