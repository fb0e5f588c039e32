import { apartFrom, orderOf, type Ranking } from "#core/assessment/ranking";

/** What is said of two units, in words with `{name}`, `{share}` and `{leader}` to fill in. */
export type NeighbourWords = Readonly<
  Record<"ahead" | "behind" | "alike" | "first" | "last", string>
>;

/** Whether a unit can be told apart from the one before it and the one after it: a sentence each. */
export function neighbours(
  ranking: Ranking,
  own: number,
  names: readonly string[],
  words: NeighbourWords,
): readonly [string, string] {
  const order = orderOf(ranking);
  const place = order.indexOf(own);
  const say = (other: number | undefined, edge: string): string => {
    if (other === undefined) return edge;
    const ahead = ranking.ahead[own * names.length + other] ?? 0.5;
    const most = Math.max(ahead, 1 - ahead);
    const word = most < apartFrom ? words.alike : ahead > 0.5 ? words.ahead : words.behind;
    const values: Readonly<Record<string, string | undefined>> = {
      name: names[other],
      leader: names[ahead >= 0.5 ? own : other],
      // Never rounded up to what it is short of.
      share: `${Math.floor(most * 100)}%`,
    };
    return word.replace(/\{(\w+)\}/g, (all, key: string) => values[key] ?? all);
  };
  return [
    say(place > 0 ? order[place - 1] : undefined, words.first),
    say(order[place + 1], words.last),
  ];
}
