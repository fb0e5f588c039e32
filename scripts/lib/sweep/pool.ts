import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { type Outcome, sweepTask, type Task } from "./task.ts";

export type Sized = { task: Task; bytes: number };

/** Fewer bytes are searched sooner than a thread has started. */
const enough = 32 << 20;
/** Small files are sent together, up to so many bytes. */
const batchBytes = 1 << 20;

/** Searches files, many of them in several threads at once; the outcomes are in the order of the files. */
export async function sweepTasks(
  files: readonly Sized[],
  contacts: ReadonlySet<string>,
): Promise<Outcome[]> {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const threads = availableParallelism();
  if (bytes < enough || threads < 2) {
    const outcomes: Outcome[] = [];
    for (const { task } of files) outcomes.push(await sweepTask(task, contacts));
    return outcomes;
  }
  const batches = inBatches(files);
  const byTask = new Map<Task, Outcome>();
  const work = async () => {
    const thread = new Worker(new URL("./thread.ts", import.meta.url), { workerData: contacts });
    try {
      for (let batch = batches.shift(); batch; batch = batches.shift()) {
        const outcomes = await ask(thread, batch);
        batch.forEach((task, i) => {
          const outcome = outcomes[i];
          if (outcome) byTask.set(task, outcome);
        });
      }
    } finally {
      await thread.terminate();
    }
  };
  await Promise.all(Array.from({ length: threads }, work));
  return files.map(({ task }) => {
    const outcome = byTask.get(task);
    if (!outcome) throw new Error(`${task.name} was not searched`);
    return outcome;
  });
}

/** The largest first, so that no thread is left with one at the end. */
function inBatches(files: readonly Sized[]): Task[][] {
  const batches: Task[][] = [];
  let room = 0;
  for (const { task, bytes } of [...files].sort((a, b) => b.bytes - a.bytes)) {
    if (room < bytes) {
      batches.push([]);
      room = batchBytes;
    }
    batches.at(-1)?.push(task);
    room -= bytes;
  }
  return batches;
}

function ask(thread: Worker, batch: readonly Task[]): Promise<Outcome[]> {
  return new Promise((done, fail) => {
    thread.removeAllListeners();
    thread.once("message", done).once("error", fail);
    thread.once("exit", () => fail(new Error("a thread of the sweep ended early")));
    thread.postMessage(batch);
  });
}
