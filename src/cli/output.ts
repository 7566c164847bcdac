import { CandorError } from '../errors/index.ts';

/** Writes to standard output and waits until it has gone: a large document must not be cut by the end of the process. */
export function writeOut(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      const cause = (error as NodeJS.ErrnoException | null | undefined)?.code;
      // A reader that stops reading (head, less) is content.
      if (!error || cause === 'EPIPE') return resolve();
      reject(new CandorError('CND_OUTPUT', `standard output cannot be written (${cause ?? error.message})`, {}));
    });
  });
}

/** Colour where a person reads: a terminal, and no wish against it (https://no-color.org). */
export function wantsColour(environment: Readonly<Record<string, string | undefined>>): boolean {
  return process.stdout.isTTY === true && !environment.NO_COLOR && environment.TERM !== 'dumb';
}

/** Columns of the terminal; 100 where the output goes to a file or another program. */
export function outputWidth(): number {
  return Math.max(60, Math.min(process.stdout.columns ?? 100, 120));
}
