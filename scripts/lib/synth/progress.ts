/** Says on stderr how far a long file is: on one line of a terminal, every five seconds elsewhere. */
export function startProgress(path: string) {
  const start = performance.now();
  const terminal = process.stderr.isTTY;
  const every = terminal ? 200 : 5000;
  let last = start + 1000 - every; // nothing within the first second
  let shown = false;
  return {
    tell(rows: number) {
      const now = performance.now();
      if (now - last < every) return;
      last = now;
      shown = true;
      const text = `${path}：${rows} 行`;
      process.stderr.write(terminal ? `\r\x1b[K${text}` : `${text}\n`);
    },
    done() {
      if (shown && terminal) process.stderr.write("\r\x1b[K");
    },
  };
}
