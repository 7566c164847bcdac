import { CandorError } from '../../errors/index.ts';
import { randomStream } from '../../numeric/index.ts';

/** How often every unit stands in resample number `index`. */
export interface Resampling {
  readonly resamples: number;
  counts(index: number, into: Int32Array): void;
}

/** Streams of this module: kind 71 is the draw of units, 72 the grouping of very many units. */
const kindOfDraw = 71;
const kindOfGroup = 72;

/**
 * Units drawn with replacement, as many as there are. Resample r has a stream of its own, named by (seed, 71, r): it is
 * the same whichever thread draws it and however many there are.
 */
export function seededResampling(seed: number, units: number, resamples: number): Resampling {
  return {
    resamples,
    counts: (index, into) => {
      const chance = randomStream(seed, kindOfDraw, index);
      into.fill(0);
      for (let draw = 0; draw < units; draw++) {
        const unit = chance.integer(units);
        into[unit] = into[unit]! + 1;
      }
    },
  };
}

/** Resamples that somebody else drew and recorded: each lists the rows drawn, counted from 0. */
export function recordedResampling(recorded: readonly ArrayLike<number>[], units: number): Resampling {
  return {
    resamples: recorded.length,
    counts: (index, into) => {
      const rows = recorded[index]!;
      into.fill(0);
      for (let i = 0; i < rows.length; i++) {
        const row = rows[i]!;
        if (!(Number.isInteger(row) && row >= 0 && row < units)) {
          throw new CandorError('CND_ARGUMENT', `a recorded resample needs rows from 0 to ${units - 1}, got ${row}`);
        }
        into[row] = into[row]! + 1;
      }
    },
  };
}

/** Very many units are put into groups by chance, never by file order, in which neighbours may be alike. */
export function groupUnits(units: number, groups: number, seed: number): Int32Array {
  const order = randomStream(seed, kindOfGroup, 0).shuffle([...new Int32Array(units).keys()]);
  const groupOf = new Int32Array(units);
  order.forEach((unit, at) => {
    groupOf[unit] = at % groups;
  });
  return groupOf;
}
