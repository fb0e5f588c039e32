// Imported before a measured script: says at its end how much memory it held at most.
process.on("exit", () => process.stderr.write(`peak-kb ${process.resourceUsage().maxRSS}\n`));
