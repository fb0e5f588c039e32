import { expect, it } from "vitest";
import { documentNumbers } from "#core/check/document-number";

it.each([
  ["unifies brackets", "新发改收费[2011]3656号", ["新发改收费〔2011〕3656号"]],
  [
    "takes unpaired and full-width brackets",
    "财税〔2020]92号，财综【2012)７１号；财税﹝2014﹞1号",
    ["财税〔2020〕92号", "财综〔2012〕71号", "财税〔2014〕1号"],
  ],
  ["adds a missing 号", "新计价费[2004]1032", ["新计价费〔2004〕1032号"]],
  [
    "splits numbers run together",
    "新价非字[1999]34号沙发改字[2010]158号",
    ["新价非字〔1999〕34号", "沙发改字〔2010〕158号"],
  ],
  [
    "takes 和 right after a number as a conjunction, and elsewhere as part of a name (和 is Hotan)",
    "新发改收费〔2014〕1461号、和发改物价〔2014〕65号和财税〔2014〕1号",
    ["新发改收费〔2014〕1461号", "和发改物价〔2014〕65号", "财税〔2014〕1号"],
  ],
  [
    "passes over titles",
    "《规定》(新国动规〔2023〕2号/新疆维吾尔自治区收费办法》(新发改规〔2021〕10号",
    ["新国动规〔2023〕2号", "新发改规〔2021〕10号"],
  ],
  ["passes over words that lead in", "根据《办法》的通知财综〔2006〕68号", ["财综〔2006〕68号"]],
  [
    "keeps an announcement by its year",
    "财政部等六部委2019年第76号公告",
    ["财政部等六部委2019年第76号公告"],
  ],
  ["drops 第 and repetitions", "新政发〔2020〕第14号、新政发〔2020〕14号", ["新政发〔2020〕14号"]],
  ["finds none in a law's name", "《中华人民共和国森林法》", []],
  ["finds none in what is not a year", "型号[9999]12号", []],
])("%s", (_, text, numbers) => {
  expect(documentNumbers(text)).toEqual(numbers);
});
