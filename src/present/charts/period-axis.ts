import type { PeriodUnit } from '../../audit/index.ts';
import type { PeriodPlace } from './chart-input.ts';
import { textWidth } from './place-labels.ts';

/** Distances that people count periods in: months by halves and quarters of a year, weeks by four and thirteen. */
const naturalSteps: Readonly<Record<PeriodUnit, readonly number[]>> = {
  week: [1, 2, 4, 13, 26, 52],
  month: [1, 2, 3, 6, 12],
  quarter: [1, 2, 4],
};

/**
 * Which periods get their name on the axis?
 * The smallest natural step whose names do not touch; the year stands under the first name and under the first name of
 * each further year.
 */
export function periodTicks(
  places: readonly PeriodPlace[],
  options: { readonly unit: PeriodUnit; readonly pitch: number },
): { readonly index: number; readonly text: string }[] {
  const widest = Math.max(...places.map(({ axis }) => textWidth(axis, 12)), textWidth('2026', 12));
  const steps = naturalSteps[options.unit];
  const step = steps.find((candidate) => candidate * options.pitch >= widest + 8) ?? steps.at(-1)!;
  const chosen = places.flatMap(({ part }, index) => ((part - 1) % step === 0 ? [index] : []));
  // A window shorter than one step still gets its first period.
  const indices = chosen.length > 0 ? chosen : [0];
  let year = '';
  return indices.map((index) => {
    const place = places[index]!;
    const isNew = place.year !== year;
    year = place.year;
    return { index, text: isNew ? `${place.axis}\n${place.year}` : place.axis };
  });
}
