import { ems, wrap } from "#charts/label";
import type { Mark, Picture } from "#charts/mark";
import type { Bar } from "#charts/parts";
import { rect, text } from "#charts/shape";
import { bold, digits, fill, narrow, room, size } from "#charts/style";

/** Bars from the left, one a line, the value at the end; the axis would say nothing more. */
export function barPicture(bars: readonly Bar[], width: number): Picture {
  const above = width < narrow;
  const lineWidth = above ? width / room - 1 : (width * 0.42) / size;
  const labels = bars.map((b) => wrap(b.label, lineWidth));
  const lines = Math.max(1, ...labels.map((l) => l.length));
  const widest = Math.max(0, ...labels.flat().map(ems));
  const values = Math.max(0, ...bars.map((b) => ems(b.text)));
  const top = above ? lines * size * 1.3 + 6 : 0;
  const thick = above ? 14 : Math.max(22, lines * size * 1.25);
  const step = Math.round(top + thick + (above ? 10 : 8));
  const left = above ? 1 : Math.ceil(widest * size) + 12;
  const longest = width - left - Math.ceil(values * room) - 10;
  const most = Math.max(1e-9, ...bars.map((b) => b.value));
  const marks = bars.map((bar, i): Mark => {
    const y = i * step + top + (above ? 5 : 4);
    const height = (i + 1) * step - (above ? 5 : 4) - y;
    const [middle, length] = [y + height / 2, (Math.max(0, bar.value) / most) * longest];
    const label = labels[i] ?? [];
    return {
      bar,
      area: { x: 0, y: i * step, width, height: step },
      point: { x: left + length, y: i * step },
      shapes: [
        rect({ x: left, y, width: length, height }, { class: "body", fill }),
        above
          ? text(label, left, i * step + 5 + top / 2 - 1, { "text-anchor": "start" })
          : text(label, left - 10, middle, { "text-anchor": "end" }),
        text(bar.text, left + length + 6, middle, { "text-anchor": "start", ...digits, ...bold }),
      ],
    };
  });
  const height = Math.max(1, bars.length) * step;
  return { width, height, back: [], marks, front: [], axis: null };
}
