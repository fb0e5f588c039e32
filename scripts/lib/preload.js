// Loaded before every script (node --import), in plain JavaScript so that an old Node can still say what is wrong.
if (import.meta.main === undefined) {
  console.error(
    `明账需要 Node 24.2 或更新的版本，当前为 ${process.version}。
Linux（x64、arm64）和 Windows（x64）上 npm ci 会带来 Node 24：请不要加 --omit=optional，并通过 npm run 运行。
Mingzhang needs Node 24.2 or newer; this is ${process.version}.
On Linux (x64, arm64) and Windows (x64) npm ci brings Node 24: do not omit optional packages, and start through npm run.
Elsewhere install Node 24 first.`,
  );
  process.exit(1);
}
process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
