/** A square of the grid, counted from the north-west corner. */
export type Tile = { column: number; row: number };

// Roughly where each unit lies, north above: neighbours here need not be neighbours on the ground, and no boundary is
// meant, so that the picture is no map.
const picture = `
......  659012  654200  659005  654300  ......  ......
......  652700  659007  650200  ......  ......  ......
659008  654000  659010  659001  652300  659004  659011
......  ......  ......  ......  650100  650400  650500
653000  652900  659002  659006  652800  ......  ......
653100  659003  ......  ......  ......  ......  ......
......  659009  653200  ......  ......  ......  ......
`;

/** The square of each of the 26 units of prefecture level. */
export const tileByCode: Readonly<Record<string, Tile>> = Object.fromEntries(
  picture
    .trim()
    .split("\n")
    .flatMap((line, row) =>
      line
        .split("  ")
        .flatMap((code, column) => (code === "......" ? [] : [[code, { column, row }] as const])),
    ),
);
