import { parentPort, workerData } from "node:worker_threads";
import { type Outcome, sweepTask, type Task } from "./task.ts";

// A thread beside others: searches the files it is sent, one after the other.
const contacts: ReadonlySet<string> = workerData;
parentPort?.on("message", async (batch: readonly Task[]) => {
  const outcomes: Outcome[] = [];
  for (const task of batch) outcomes.push(await sweepTask(task, contacts));
  parentPort?.postMessage(outcomes);
});
