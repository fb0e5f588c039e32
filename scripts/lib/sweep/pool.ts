import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { type Outcome, sweepTask, type Task } from "./task.ts";

/** Fewer bytes are searched sooner than a thread has started. */
const enough = 32 << 20;

export type Sized = { task: Task; bytes: number };

/** Searches files, many of them in several threads at once; the outcomes are in the order of the files. */
export async function sweepTasks(
  files: readonly Sized[],
  contacts: ReadonlySet<string>,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const threads = Math.min(availableParallelism(), files.length);
  if (bytes < enough || threads < 2) {
    for (const { task } of files) outcomes.push(await sweepTask(task, contacts));
    return outcomes;
  }
  // The largest first, so that no thread is left with one at the end.
  const order = files
    .map((_, i) => i)
    .sort((a, b) => (files[b]?.bytes ?? 0) - (files[a]?.bytes ?? 0));
  const work = async () => {
    const thread = new Worker(new URL("./thread.ts", import.meta.url), { workerData: contacts });
    try {
      for (let i = order.shift(); i !== undefined; i = order.shift()) {
        const file = files[i];
        if (file) outcomes[i] = await ask(thread, file.task);
      }
    } finally {
      await thread.terminate();
    }
  };
  await Promise.all(Array.from({ length: threads }, work));
  return outcomes;
}

function ask(thread: Worker, task: Task): Promise<Outcome> {
  return new Promise((done, fail) => {
    thread.removeAllListeners();
    thread.once("message", done).once("error", fail);
    thread.once("exit", () => fail(new Error(`the search of ${task.name} ended early`)));
    thread.postMessage(task);
  });
}
