/** The table in which another dataset's published rows can be read. */
export const tableOf = (id: string): string => id.replaceAll("-", "_");
