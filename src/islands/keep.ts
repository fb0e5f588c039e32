const workersHere = (): ServiceWorkerContainer | undefined => navigator.serviceWorker; // absent on an insecure page

/**
 * Starts the service worker that keeps what the engine loads for the next page. Nothing waits for it: what was loaded before
 * it came, `keepFiles` takes from the browser's own cache. Where there is none, that cache keeps what it likes.
 */
export function startKeeping(): void {
  workersHere()
    ?.register("/sw.js")
    .catch(() => {});
}

/** Keeps these files where they were loaded past the service worker, and forgets those of earlier releases. */
export async function keepFiles(files: readonly string[]): Promise<void> {
  const registration = await workersHere()?.getRegistration();
  registration?.active?.postMessage({ files });
}
