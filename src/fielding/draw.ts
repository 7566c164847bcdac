import { CandorError } from '../errors/index.ts';
import { hexOf, sha256 } from './sha256.ts';

/** What is published before a draw: who takes part, as one hash that gives nobody away and cannot be changed after. */
export interface DrawCommitment {
  readonly listHash: string;
  readonly entrants: number;
}

/**
 * Who takes part in the draw? The hash of all entries, one per line in code unit order. Publish it before the public
 * seed (the closing figure of an exchange, a lottery draw of a later day) is known. Entries are opaque names that no
 * answer refers to. Refuses an empty list, an entry with a line break and a double one (`CND_ARGUMENT`).
 */
export function commitDraw(entrants: readonly string[]): DrawCommitment {
  const ordered = [...entrants].sort();
  const wrong = ordered.find((entrant, i) => /[\r\n]/.test(entrant) || entrant === '' || entrant === ordered[i - 1]);
  if (ordered.length === 0 || wrong !== undefined) {
    const got = wrong === undefined ? 'none' : JSON.stringify(wrong);
    throw new CandorError('CND_ARGUMENT', `a draw needs entries of one line, each once, got ${got}`);
  }
  return { listHash: hexOf(sha256(ordered.join('\n'))), entrants: ordered.length };
}

/**
 * Who wins? The entries with the lowest SHA-256 of `SEED:LISTHASH:ENTRY`, in that order: anybody with the list and the
 * public seed gets the same winners, every entry has the same chance, and no answer or score is an argument. Refuses a
 * list that is not the one committed to, and more winners than entries (`CND_ARGUMENT`).
 */
export function drawWinners(listHash: string, publicSeed: string, entrants: readonly string[], winners = 1): string[] {
  const commitment = commitDraw(entrants);
  if (commitment.listHash !== listHash) {
    throw new CandorError('CND_ARGUMENT', 'drawWinners needs the list that was committed to, got another one', {
      committed: listHash,
      got: commitment.listHash,
    });
  }
  if (!(Number.isInteger(winners) && winners >= 1 && winners <= entrants.length) || publicSeed === '') {
    throw new CandorError(
      'CND_ARGUMENT',
      `drawWinners needs a seed and 1 to ${entrants.length} winners, got ${winners}`,
    );
  }
  return entrants
    .map((entrant) => ({ entrant, order: hexOf(sha256(`${publicSeed}:${listHash}:${entrant}`)) }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .slice(0, winners)
    .map(({ entrant }) => entrant);
}
