import { describe, expect, it } from "vitest";
import { countPlaywright, countVitest, sum } from "#scripts/lib/counts";

describe("counts", () => {
  it("counts a test file that does not load as a failure", () => {
    const [passed, failed] = [{ status: "passed" }, { status: "failed" }];
    const report = {
      numPassedTests: 2,
      numFailedTests: 1,
      testResults: [
        { status: "failed", assertionResults: [passed, failed] },
        { status: "failed", assertionResults: [] },
        { status: "passed", assertionResults: [passed] },
      ],
    };
    expect(countVitest(report)).toEqual({ passed: 2, failed: 2 });
  });

  it("counts an error outside any browser test, and a test that passes only sometimes", () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 1 };
    expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 5, failed: 3 });
  });

  it("adds up", () => {
    const counts = [
      { passed: 1, failed: 0 },
      { passed: 0, failed: 2 },
    ];
    expect(sum(counts)).toEqual({ passed: 1, failed: 2 });
    expect(sum([])).toEqual({ passed: 0, failed: 0 });
  });
});
