/** Tells how far a file is read, on standard error; quiet where nobody watches. */
export interface Progress {
  readonly onProgress: (bytes: number, total: number | undefined, rows: number) => void;
  /** Wipes the line. */
  readonly done: () => void;
}

const barWidth = 30;
/** A line drawn more often than this is not read, and drawing costs. */
const drawEveryMs = 100;

export function progressOf({ quiet }: { quiet: boolean }): Progress {
  const watched = process.stderr.isTTY === true && !quiet;
  if (!watched) return { onProgress: () => undefined, done: () => undefined };
  const started = Date.now();
  let last = started;
  let drawn = false;
  const onProgress = (bytes: number, total: number | undefined, rows: number) => {
    const now = Date.now();
    if (now - last < drawEveryMs) return;
    last = now;
    drawn = true;
    process.stderr.write(`\r\u001B[2K${progressLine({ bytes, total, rows, seconds: (now - started) / 1000 })}`);
  };
  return { onProgress, done: () => drawn && process.stderr.write('\r\u001B[2K') };
}

/** "██████░░░░ 42 %  420,000 rows  2.1 s" */
export function progressLine(state: {
  bytes: number;
  total: number | undefined;
  rows: number;
  seconds: number;
}): string {
  const { bytes, total, rows, seconds } = state;
  const tail = `${rows.toLocaleString('en')} rows  ${seconds.toFixed(1)} s`;
  if (!total) return `reading  ${tail}`;
  const share = Math.min(1, bytes / total);
  const filled = Math.round(share * barWidth);
  return `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)} ${String(Math.floor(share * 100)).padStart(3)} %  ${tail}`;
}
