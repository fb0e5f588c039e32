import { spawn } from "node:child_process";
import { check, compile, inOrder, site } from "#scripts/build";
import { parseAddress, startServer } from "#scripts/serve";

const { port, host, dev } = parseAddress(process.argv.slice(2), process.env);
await inOrder(check, compile);
if (dev) {
  const args = ["node_modules/astro/bin/astro.mjs", "dev", "--port", `${port}`, "--host", host];
  spawn(process.execPath, args, { stdio: "inherit" });
} else {
  await inOrder(site);
  const { url } = await startServer({ root: "dist", port, host });
  console.log(`\n${url}/`);
}
