import type { LaneRunner } from '../lane-fit.ts';
import type { LaneProgram } from '../lane-program.ts';
import type { Plan } from '../plan.ts';
import { routinesOn } from './routines.ts';

const numberBytes = 8;

/** The programs of a plan two lanes to a vector: the same sums in the same order, so the same digits. */
export function simdRunner({ length, programs }: Plan): LaneRunner | undefined {
  const words = Object.values(programs).reduce((sum, { dest, left }) => sum + 2 * (dest.length + left.length), 0);
  const found = routinesOn(length * numberBytes + words * 4);
  if (!found) return undefined;
  const { routines, memory } = found;
  let next = length * numberBytes;
  const write = ({ dest, start, left, right }: LaneProgram) => {
    const begin = next;
    const stream = new Int32Array(memory, begin, 2 * (dest.length + left.length));
    let at = 0;
    for (const [output, place] of dest.entries()) {
      stream[at++] = (start[output + 1]! - start[output]!) * 8;
      stream[at++] = place * numberBytes;
      for (let term = start[output]!; term < start[output + 1]!; term++) {
        stream[at++] = left[term]! * numberBytes;
        stream[at++] = right[term]! * numberBytes;
      }
    }
    next += stream.byteLength;
    return () => routines.sumProducts(begin, begin + stream.byteLength);
  };
  return { values: new Float64Array(memory, 0, length), prepare: write };
}
