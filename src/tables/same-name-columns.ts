import { CandorError } from '../errors/index.ts';
import type { TextColumn } from './kept-columns.ts';
import type { Kept } from './survey-layout.ts';

/**
 * The first of several filled columns that have the name of the chosen one and hold the same answers; undefined where
 * it is the only one. Columns that differ are refused: nobody can tell which holds the answers.
 */
export function firstOfOneName(
  chosen: Kept<TextColumn>,
  candidates: readonly Kept<TextColumn>[],
): Kept<TextColumn> | undefined {
  const twins = candidates.filter((kept) => nameOf(kept) === nameOf(chosen));
  const [first, ...others] = twins.filter(({ column }) => column.gaveUp || column.names.length > 0);
  if (!first || others.length === 0) return undefined;
  if (others.every((other) => isSame(first.column, other.column))) return first;
  throw severalOfOneName([first, ...others]);
}

/** "nps#2" is the second column called "nps". */
function nameOf({ profile }: Kept<TextColumn>): string {
  return profile.name.replace(/#\d+$/, '').toLowerCase();
}

function isSame(one: TextColumn, other: TextColumn): boolean {
  if (one.gaveUp || other.gaveUp) return false;
  const { codes } = other;
  return one.codes.every((code, row) => one.names[code] === other.names[codes[row] as number]);
}

function severalOfOneName(twins: readonly Kept<TextColumn>[]): CandorError {
  const candidates = twins.map(({ profile }) => (/#\d+$/.test(profile.name) ? profile.name : `${profile.name}#1`));
  const list = candidates.map((name) => `"${name}"`).join(', ');
  const message = `${candidates.length} columns have one name and hold different answers: ${list}`;
  return new CandorError('CND_NO_SCORE_COLUMN', message, { candidates });
}
