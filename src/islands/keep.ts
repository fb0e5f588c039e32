/** Longer than this, in milliseconds, the start does not wait for the service worker. */
const patience = 500;

const workersHere = (): ServiceWorkerContainer | undefined => navigator.serviceWorker; // absent on an insecure page

/**
 * Lets a service worker see what the engine loads from then on, so that the next page has it without the network. Where there
 * is none, the browser's own cache keeps what it likes.
 */
export async function startKeeping(): Promise<void> {
  const workers = workersHere();
  if (!workers || workers.controller) return;
  const controlled = new Promise((done) => {
    workers.addEventListener("controllerchange", done, { once: true });
  });
  const tooLong = new Promise((done) => {
    setTimeout(done, patience);
  });
  const refused = workers.register("/sw.js").then(
    () => controlled,
    () => {},
  );
  await Promise.race([refused, tooLong]);
}

/** Keeps these files where they were loaded past the service worker, and forgets those of earlier releases. */
export async function keepFiles(files: readonly string[]): Promise<void> {
  const registration = await workersHere()?.getRegistration();
  registration?.active?.postMessage({ files });
}
