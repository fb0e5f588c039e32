/** Lets the browser keep the engine and these files for the next page, and forget those of earlier releases. */
export async function keepFiles(files: readonly string[]): Promise<void> {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined; // absent on an insecure page
  if (!workers) return;
  try {
    await workers.register("/sw.js");
    const { active } = await workers.ready;
    active?.postMessage({ files });
  } catch {
    // Where a browser refuses, its own cache keeps them as long as it likes.
  }
}
