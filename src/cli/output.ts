/** Writes to standard output and waits until it has gone: a large document must not be cut by the end of the process. */
export function writeOut(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

/** Colour where a person reads: a terminal, and no wish against it (https://no-color.org). */
export function wantsColour(): boolean {
  return process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined && process.env['TERM'] !== 'dumb';
}

/** Columns of the terminal; 100 where the output goes to a file or another program. */
export function outputWidth(): number {
  return Math.max(60, Math.min(process.stdout.columns ?? 100, 120));
}
