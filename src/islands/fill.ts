import { formatNumber } from "#core/format/format";

/** A sentence with its `{names}` filled in; numbers in groups of three. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = values[key] ?? "";
    return typeof value === "number" ? formatNumber(value, 0) : value;
  });
