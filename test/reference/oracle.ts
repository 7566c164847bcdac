import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'vitest';

/** Data of other parties that may be read but not committed: a folder beside the checkout, absent on most machines. */
const folder = new URL('../../../shared/oracles/', import.meta.url);
const sharedFolder = new URL('../../../shared/', import.meta.url);

/** The text of a file of the folder of oracles. */
export function oracle(path: string): string {
  return readFileSync(new URL(path, folder), 'utf8');
}

/** The text of a file beside the tests: our own data and plain figures. */
export function reference(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8');
}

/**
 * Tests that need one file of the folder of oracles: reported as skipped where the folder is absent. Where it is
 * present and the file is not, they fail, in continuous integration too: a skipped test must never hide a lost oracle.
 */
export function describeWithOracle(title: string, path: string, body: (text: string) => void): void {
  if (existsSync(new URL(path, folder))) {
    describe(title, () => body(oracle(path)));
  } else if (process.env.CI !== undefined && existsSync(sharedFolder)) {
    test(title, () => {
      throw new Error(`the oracle ${path} is missing although the folder of oracles is there`);
    });
  } else {
    // The body is not run: it would read data that are not here while its tests are listed.
    describe.skip(title, () => {
      test('needs data that are not here', () => undefined);
    });
  }
}

/** Rows of a plain comma-separated file without quoted commas, one record of texts per line. */
export function rowsOf(text: string): Record<string, string>[] {
  const [header = '', ...lines] = text.trim().split('\n');
  const names = header.split(',').map(unquote);
  return lines.map((line) =>
    Object.fromEntries(line.split(',').map((cell, column) => [names[column]!, unquote(cell)])),
  );
}

function unquote(cell: string): string {
  return cell.trim().replace(/^"|"$/g, '');
}
