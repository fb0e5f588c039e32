import type { Draws } from "#core/assessment/draw";
import type { Matrix } from "#core/assessment/matrix";
import { type Ranking, rankingOf } from "#core/assessment/ranking";

/** What the page asks, and what it gets back, with the number of the question. */
export type Question = {
  id: number;
  matrices: readonly Matrix[];
  weights: readonly number[];
  draws: Draws;
};
export type Reply = { id: number; rankings: readonly Ranking[] };

addEventListener("message", ({ data }: MessageEvent<Question>) => {
  const rankings = data.matrices.map((m) => rankingOf(m, data.weights, data.draws));
  postMessage({ id: data.id, rankings } satisfies Reply);
});
