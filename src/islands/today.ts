/** The date where the readers are. */
export const beijingDate = (): string =>
  new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
