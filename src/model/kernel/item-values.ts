/** Columns of answers in the form that sums are made from. Bytes may be given as such, 255 for a gap. */
export interface ItemValues {
  readonly rows: number;
  /** Whole numbers from 0 to 254, `gap` where there is no answer; or real numbers about 0, NaN where there is none. */
  readonly columns: readonly (Uint8Array | Float64Array)[];
  /** What was taken from each column: the least answer of whole numbers, the mean of others. */
  readonly origins: Float64Array;
  readonly isWhole: boolean;
  readonly hasGaps: boolean;
  /** Largest value of all columns, where they are whole. */
  readonly largest: number;
}

export const gap = 255;

/**
 * Whole answers are kept as bytes, a million times 24 in 24 MB: sums of their products are exact, so that no order,
 * block or thread changes a digit. Others keep their fractions, moved to mean 0 so that squares lose no digits.
 */
export function itemValues(columns: readonly ArrayLike<number>[]): ItemValues {
  const bytes = columns.filter((column) => column instanceof Uint8Array);
  if (bytes.length === columns.length) return ofBytes(bytes);
  const ranges = columns.map(rangeOf);
  const rows = columns[0]?.length ?? 0;
  const hasGaps = ranges.some(({ answered }) => answered < rows);
  const isWhole = ranges.every(({ whole, min, max }) => whole && max - min < gap);
  if (!isWhole) {
    const origins = Float64Array.from(ranges, ({ sum, answered }) => sum / answered);
    const moved = columns.map((column, item) => Float64Array.from(column, (value) => value - origins[item]!));
    return { rows, columns: moved, origins, isWhole, hasGaps, largest: 0 };
  }
  const origins = Float64Array.from(ranges, ({ min }) => min);
  const moved = columns.map((column, item) => {
    const own = new Uint8Array(rows);
    const origin = origins[item]!;
    for (let row = 0; row < rows; row++) own[row] = Number.isNaN(column[row]!) ? gap : column[row]! - origin;
    return own;
  });
  return { rows, columns: moved, origins, isWhole, hasGaps, largest: Math.max(...ranges.map((r) => r.max - r.min)) };
}

/** Bytes are taken as they are: very many answers are not copied. */
function ofBytes(columns: readonly Uint8Array[]): ItemValues {
  let largest = 0;
  let hasGaps = false;
  for (const column of columns) {
    for (let row = 0; row < column.length; row++) {
      const value = column[row]!;
      if (value === gap) hasGaps = true;
      else if (value > largest) largest = value;
    }
  }
  const rows = columns[0]?.length ?? 0;
  return { rows, columns, origins: new Float64Array(columns.length), isWhole: true, hasGaps, largest };
}

function rangeOf(column: ArrayLike<number>) {
  let [min, max, sum, answered, whole] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 0, true];
  for (let row = 0; row < column.length; row++) {
    const value = column[row]!;
    if (Number.isNaN(value)) continue;
    answered++;
    sum += value;
    if (value < min) min = value;
    if (value > max) max = value;
    if (!Number.isInteger(value)) whole = false;
  }
  return { min, max, sum, answered, whole };
}
