/** Fills the {names} of a sentence; numbers get their digits in groups of three. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = values[key] ?? "";
    return typeof value === "number" ? value.toLocaleString("en-US") : value;
  });
