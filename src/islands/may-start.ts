type Connection = { saveData?: boolean; effectiveType?: string; downlink?: number };

const connection = (): Connection | undefined =>
  (navigator as { connection?: Connection }).connection; // not in every browser

/** True where the reader asked for little to be loaded. */
export const savesData = (): boolean =>
  connection()?.saveData === true || matchMedia("(prefers-reduced-data: reduce)").matches;

/** Whether the engine may be loaded before it is asked for: on a line that is known to be fast, and never to save data. */
export function mayStartEarly(): boolean {
  if (!navigator.onLine || savesData()) return false;
  const { effectiveType, downlink } = connection() ?? {};
  const memory = (navigator as { deviceMemory?: number }).deviceMemory; // gigabytes, not in every browser
  return effectiveType === "4g" && (downlink ?? 0) >= 5 && (memory ?? 8) >= 4;
}
