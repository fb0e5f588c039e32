import { describe, expect, it } from "vitest";
import { chartPopulation, populationOf, populations } from "#core/format/population";
import arrears from "../../data/arrears-cases/dataset.ts";
import fees from "../../data/fees/dataset.ts";

describe("populations that are kept apart", () => {
  it("come in the order of the metrics, each figure and chart in one", () => {
    expect(populations(arrears)).toEqual(["53-1", "53-2", "802"]);
    expect(populationOf(arrears, "cleared_802")).toBe("802");
    expect(arrears.charts.map((c) => `${c.id} ${chartPopulation(arrears, c)}`)).toContain(
      "region-53-2 53-2",
    );
  });

  it("are one where the dataset keeps none apart", () => {
    expect(populations(fees)).toEqual([null]);
    expect(populationOf(fees, "documented")).toBeNull();
  });
});
