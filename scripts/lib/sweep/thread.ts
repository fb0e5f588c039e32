import { parentPort, workerData } from "node:worker_threads";
import { sweepTask, type Task } from "./task.ts";

// A thread beside others: searches the files it is sent, one after the other.
const contacts: ReadonlySet<string> = workerData;
parentPort?.on("message", async (task: Task) => {
  parentPort?.postMessage(await sweepTask(task, contacts));
});
