import type { Interval } from '../inference/index.ts';
import type { ValueAxis } from './charts/chart-input.ts';
import type { Measure } from './measure.ts';

/**
 * Which ticks suit a value axis?
 * The multiples of the smallest step of 1, 2 or 5 times a power of ten that gives at most `most` ticks inside.
 * @example niceTicks({ low: -18, high: 62 }, 6) // => [0, 20, 40, 60]
 */
export function niceTicks(interval: Interval, most: number): number[] {
  const span = interval.high - interval.low;
  const power = 10 ** Math.floor(Math.log10(span / most));
  for (const factor of [1, 2, 5, 10, 20]) {
    const step = factor * power;
    const first = Math.ceil(interval.low / step - 1e-9);
    const count = Math.floor(interval.high / step + 1e-9) - first + 1;
    if (count <= most) {
      return Array.from({ length: count }, (_, index) => Number(((first + index) * step).toPrecision(12)) || 0);
    }
  }
  return [interval.low, interval.high];
}

/** The value axis that holds these values: padded, with room above for words, inside what the metric can be. */
export function valueAxis(
  values: readonly number[],
  measure: Measure,
  options: {
    readonly headroom: number;
    readonly footroom?: number;
    readonly bounds?: Interval;
    readonly difference?: boolean;
    /** At most so many ticks; 6 where nothing is said. */
    readonly most?: number;
  },
): ValueAxis {
  let low = Math.min(...values);
  let high = Math.max(...values);
  // All equal: a tenth of what the metric can be, so that one answer does not fill the picture.
  const least = (measure.bounds.high - measure.bounds.low) / 20;
  if (high - low < least) [low, high] = [(low + high - least) / 2, (low + high + least) / 2];
  const span = high - low;
  const domain = { low: low - span * (options.footroom ?? 0.08), high: high + span * Math.max(0.06, options.headroom) };
  const { bounds } = options;
  const visible = bounds ? { low: Math.max(domain.low, bounds.low - span * 0.04), high: domain.high } : domain;
  const ticks = niceTicks(visible, options.most ?? 6).filter(
    (value) => !bounds || (value >= bounds.low && value <= bounds.high),
  );
  const step = ticks.length > 1 ? ticks[1]! - ticks[0]! : span;
  return {
    domain: visible,
    ticks: ticks.map((value) => ({ value, text: measure.tick(value, step, options.difference) })),
  };
}
