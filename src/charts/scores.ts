import type * as Plot from "@observablehq/plot";
import { pictureOptions } from "#charts/options";
import type { Bar } from "#charts/parts";
import { tilePicture } from "#charts/tiles";
import type { Scale } from "#core/format/format";
import type { Lang } from "#core/language";

/** Scores from 0 to 100 with one decimal. */
export const formatScore = (n: number): string => n.toFixed(1);

const scale: Scale = {
  unit: "",
  number: (n, places = 1) => n.toFixed(Math.min(places, 1)),
  text: formatScore,
};

/** A tile for each unit of prefecture level with its score; one without is hatched. */
export function scoreTileOptions(
  scores: ReadonlyMap<string, number>,
  { metric, lang, width }: { metric: string; lang: Lang; width: number },
): Plot.PlotOptions {
  const bars = [...scores].map(([code, value]): Bar => {
    const text = formatScore(value);
    const words = { text, exact: text, parts: "", exactParts: "" };
    return { x: code, label: code, value, ...words, interval: null, measure: { value } };
  });
  const parts = { bars, rest: [], blank: null, scale };
  return pictureOptions(tilePicture(parts, { metric, lang, width }));
}
