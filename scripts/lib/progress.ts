import { spawn } from "node:child_process";
import { stripVTControlCharacters } from "node:util";

/** A command that failed, with everything it printed. */
export class CommandError extends Error {
  readonly output: string;
  constructor(step: string, reason: string, output: string) {
    super(`${step}: ${reason}`);
    this.output = output;
  }
}

/** Whether a step has the line, and what others beside it have to say once it is done. */
const line = { isTaken: false, after: [] as string[] };

/**
 * Does one step of a longer job and prints one line for it: its name, signs of life after the first second,
 * and its duration. `say` names what the step is at, shown on a terminal only. Of steps beside each other the first is shown as
 * it goes on, the others when they are done.
 */
export async function step<T>(
  name: string,
  work: (say: (now: string) => void) => Promise<T>,
): Promise<T> {
  const { stdout } = process;
  const started = performance.now();
  const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  const label = name.padEnd(8);
  let now = "";
  const isShown = !line.isTaken;
  if (isShown) {
    line.isTaken = true;
    stdout.write(label);
  }
  const timer = setInterval(() => {
    if (!isShown) return;
    if (!stdout.isTTY) return void stdout.write(".");
    const text = `${label} ${seconds()}  ${now}`;
    stdout.write(`\r\x1b[K${text.slice(0, stdout.columns - 1)}`);
  }, 1000);
  const finish = (result: string) => {
    clearInterval(timer);
    if (!isShown) line.after.push(`${label} ${result}\n`);
    else {
      stdout.write(`${stdout.isTTY ? `\r\x1b[K${label}` : ""} ${result}\n`);
      line.isTaken = false;
    }
    if (!line.isTaken) stdout.write(line.after.splice(0).join(""));
  };
  try {
    const result = await work((line) => {
      now = line;
    });
    finish(seconds());
    return result;
  } catch (error) {
    finish(`failed after ${seconds()}`);
    throw error;
  }
}

/** Without colours, unless a terminal shows them. */
const plain = (text: string) => (process.stdout.isTTY ? text : stripVTControlCharacters(text));

const lastLine = (text: string) =>
  stripVTControlCharacters(text)
    .trimEnd()
    .split(/[\r\n]/)
    .at(-1) ?? "";

/** Runs Node with these arguments as a step; keeps what it prints and throws it with a CommandError. */
export const run = (
  name: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<string> =>
  step(
    name,
    (say) =>
      new Promise((done, fail) => {
        const child = spawn(process.execPath, args, {
          env: { ...process.env, ...env },
          stdio: ["ignore", "pipe", "pipe"],
        });
        let output = "";
        const keep = (chunk: string) => {
          output += chunk;
          say(lastLine(chunk));
        };
        child.stdout.setEncoding("utf8").on("data", keep);
        child.stderr.setEncoding("utf8").on("data", keep);
        const stop = () => {
          child.kill();
          process.exit(1);
        };
        process.once("SIGTERM", stop).once("SIGINT", stop);
        child.once("error", fail);
        child.once("close", (code, signal) => {
          process.off("SIGTERM", stop).off("SIGINT", stop);
          if (code === 0) done(output);
          else fail(new CommandError(name, signal ?? `exit code ${code}`, plain(output)));
        });
      }),
  );
