// Imported before a measured script: says at its end how much memory it held at most, and its seconds of processor.
process.on("exit", () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  process.stderr.write(`peak-kb ${maxRSS} cpu-us ${userCPUTime + systemCPUTime}\n`);
});
