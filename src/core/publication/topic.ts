/** Datasets that answer one question together; a page at the topic's own address opens to each of them. */
export const topics = {
  subsidies: ["subsidy-programmes", "subsidy-awards"],
  arrears: ["arrears-cases", "arrears-balances"],
} as const;
export type Topic = keyof typeof topics;

/** The topics that a dataset belongs to. */
export const topicsOf = (id: string): readonly Topic[] =>
  (Object.keys(topics) as Topic[]).filter(
    (
      t, // the table's own keys
    ) => (topics[t] as readonly string[]).includes(id),
  );
