import { CandorError } from '../errors/index.ts';
import type { TableColumn } from './header.ts';

/** The index of the column a caller named. "Score#2" is the second of that name; case and spaces at the ends are forgiven. */
export function findColumn(columns: readonly TableColumn[], wanted: string, file: string): number {
  const folded = fold(wanted);
  const exact = columns.findIndex(({ name }) => name === wanted);
  const repeated = columns.filter(({ written }) => fold(written) === folded && folded !== '');
  if (repeated.length > 1) throw ambiguous(wanted, repeated, file);
  if (exact >= 0) return exact;
  const first = /^(.*)#1$/.exec(wanted.trim());
  const index = columns.findIndex(({ name }) => fold(name) === (first ? fold(first[1] as string) : folded));
  if (index >= 0) return index;
  const byLabel = columns.findIndex(({ label }) => label !== '' && fold(label) === folded);
  if (byLabel >= 0) return byLabel;
  const names = columns.map(({ name }) => name);
  const nearest = nearestName(folded, names);
  const list = names
    .slice(0, 30)
    .map((name) => `"${name}"`)
    .join(', ');
  const more = names.length > 30 ? ` and ${names.length - 30} more` : '';
  throw new CandorError(
    'CND_COLUMN_UNKNOWN',
    `"${file}" has no column "${wanted}"${nearest ? ` (did you mean "${nearest}"?)` : ''}; it has ${list}${more}`,
    { column: wanted, columns: names.slice(0, 200), ...(nearest ? { nearest } : {}) },
  );
}

function ambiguous(wanted: string, repeated: readonly TableColumn[], file: string): CandorError {
  const names = repeated.map(({ name }, index) => (index === 0 && !/#1$/.test(name) ? `${name}#1` : name));
  return new CandorError(
    'CND_COLUMN_AMBIGUOUS',
    `"${file}" has ${repeated.length} columns called "${wanted}": say which, ${names.map((name) => `"${name}"`).join(' or ')}`,
    { column: wanted, columns: names },
  );
}

function fold(name: string): string {
  return name.replace(/\s+/g, ' ').trim().toLowerCase();
}

function nearestName(wanted: string, names: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Math.max(2, Math.floor(wanted.length / 3)) + 1;
  for (const name of names) {
    if (Math.abs(name.length - wanted.length) >= least) continue;
    const edits = editDistance(wanted, fold(name));
    if (edits < least) {
      least = edits;
      best = name;
    }
  }
  return best ?? names.find((name) => wanted.length >= 3 && fold(name).includes(wanted));
}

/** Insertions, deletions and replacements that turn one text into the other (Levenshtein). */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const replaced = (row[j - 1] as number) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[to.length] as number;
}
