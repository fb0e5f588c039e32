import { barPicture } from "#charts/bars";
import { columnPicture } from "#charts/columns";
import { histogramPicture } from "#charts/histogram";
import { linePicture } from "#charts/line";
import type { Picture } from "#charts/mark";
import type { Parts } from "#charts/parts";
import { type Shape, text } from "#charts/shape";
import { ink } from "#charts/style";
import { tilePicture } from "#charts/tiles";
import type { Subject } from "#core/catalog";
import { type Chart, type Dataset, needField, needMetric } from "#core/dataset";
import { measureKind } from "#core/format/format";
import type { Lang, Text } from "#core/language";

/** What a chart looks like; build and browser draw the same. */
export function chartPicture(
  { dataset }: Subject,
  chart: Chart,
  parts: Parts,
  lang: Lang,
  width: number,
): Picture {
  const picture = ofMark(dataset, chart, parts, lang, width);
  if (!dataset.demonstration) return picture;
  return { ...picture, front: [...picture.front, watermark(picture.width, picture.height, lang)] };
}

function ofMark(d: Dataset, chart: Chart, parts: Parts, lang: Lang, width: number): Picture {
  switch (chart.mark) {
    case "bar":
    case "steps":
      return barPicture(parts.bars, width);
    case "column":
      return columnPicture(parts, width);
    case "histogram":
      return histogramPicture(parts, { field: needField(d, chart.x), lang, width });
    case "line": {
      const isShare = measureKind(d, needMetric(d, chart.y)) === "share";
      return linePicture(parts, { isShare, lang, width });
    }
    case "tiles":
      return tilePicture(parts, { metric: needMetric(d, chart.y).label[lang], lang, width });
  }
}

/** In the picture itself, so that it stays when the picture is copied. */
function watermark(width: number, height: number, lang: Lang): Shape {
  const [x, y] = [Math.round(width / 2), Math.round(height / 2)];
  return text(watermarkText[lang], x, y, {
    "fill-opacity": 0.18,
    "font-size": Math.min(40, width / 11),
    "font-weight": 700,
    fill: ink,
    transform: `rotate(-12 ${x} ${y})`,
  });
}

export const watermarkText: Text = { zh: "演示数据", en: "DEMONSTRATION" };
