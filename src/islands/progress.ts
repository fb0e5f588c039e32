import { EngineError } from "./engine-error.ts";

/** How far the start is: bytes before compression. `slow`: it takes so long that the reader should be told. */
export type Progress = { what: "engine" | "names"; read: number; of: number; slow: boolean };

/** Milliseconds without a byte after which a file is asked after, the reader is told, and the start has failed. */
const [doubtful, slowAfter, patience] = [2000, 8000, 30_000];

export type Watch = {
  /** What one of the files tells its bytes to. */
  part(): (bytes: number) => void;
  done(): void;
};

/**
 * Adds up what arrives of several files and looks after silence: `doubt` is called once, early in one, and `giveUp` when it
 * has lasted too long.
 */
export function watchProgress(
  what: Progress["what"],
  of: number,
  onProgress: (p: Progress) => void,
  on: { doubt: () => void; giveUp: (error: EngineError) => void },
): Watch {
  const started = performance.now();
  const parts: number[] = [];
  let heard = started;
  let doubted = false;
  const tell = () => {
    const now = performance.now();
    const read = parts.reduce((sum, n) => sum + n, 0);
    const left = read > 0 ? ((now - started) / read) * (of - read) : 0;
    const isLong = now - started > doubtful && left > slowAfter;
    onProgress({ what, read: Math.min(read, of), of, slow: isLong || now - heard >= slowAfter });
  };
  const timer = setInterval(() => {
    const silence = performance.now() - heard;
    if (silence >= doubtful && !doubted) {
      doubted = true;
      on.doubt();
    }
    if (silence >= slowAfter) tell();
    if (silence < patience) return;
    clearInterval(timer);
    on.giveUp(new EngineError("timeout", `nothing arrived for ${patience / 1000} s`));
  }, 500);
  tell();
  return {
    part() {
      const i = parts.push(0) - 1;
      return (bytes) => {
        parts[i] = bytes;
        heard = performance.now();
        tell();
      };
    },
    done: () => clearInterval(timer),
  };
}
