import type { Interval } from '../inference/index.ts';
import type { MetricId, Scale } from '../metrics/index.ts';
import type { Language } from './language.ts';
import { joinInterval, numberText, signedText, tie } from './numbers.ts';

/** How one metric is written: its figures, differences, margins and ends of intervals. */
export interface Measure {
  readonly metric: MetricId;
  readonly kind: 'points' | 'share' | 'scale';
  readonly scale: Scale;
  /** The least and the greatest value that the metric can take, in its own unit. */
  readonly bounds: Interval;
  readonly value: (value: number) => string;
  readonly difference: (value: number) => string;
  /** A change without its sign: "21 points", "5 percentage points", "0.12"; `extraDigits` where that hides too much. */
  readonly size: (value: number, extraDigits?: number) => string;
  /** The same without its unit, for tables. */
  readonly bareSize: (value: number) => string;
  /** "±9.4 points"; `extraDigits` as for a size. */
  readonly margin: (value: number, extraDigits?: number) => string;
  /** "±9.4", for tables. */
  readonly marginShort: (value: number) => string;
  readonly range: (interval: Interval) => string;
  readonly differenceRange: (interval: Interval) => string;
  /** A tick of an axis, with the decimals that a step between ticks needs. */
  readonly tick: (value: number, step: number, difference?: boolean) => string;
  /** An end of the answer scale. */
  readonly scaleText: (value: number) => string;
  readonly count: (n: number) => string;
  /** Whether the metric can move so far at all: NPS by 200 points, a share by 100. */
  readonly reachable: (change: number) => boolean;
  /** So many points on 0..100 of the metric's width, in the unit of the metric. */
  readonly fromHundredth: (points: number) => number;
}

const unitWords: Readonly<Record<Language, { points: readonly [string, string]; share: readonly [string, string] }>> = {
  en: { points: ['point', 'points'], share: ['percentage point', 'percentage points'] },
  fi: { points: ['piste', 'pistettä'], share: ['prosenttiyksikkö', 'prosenttiyksikköä'] },
  sv: { points: ['poäng', 'poäng'], share: ['procentenhet', 'procentenheter'] },
};

interface Writing {
  readonly kind: Measure['kind'];
  readonly factor: number;
  readonly digits: number;
  readonly marginDigits: number;
  readonly signed: boolean;
  readonly suffix: string;
  readonly bounds: Interval;
}

function writingOf(metric: MetricId, scale: Scale): Writing {
  const plain = { factor: 1, suffix: '', signed: false };
  if (metric === 'nps') {
    return { ...plain, kind: 'points', digits: 0, marginDigits: 1, signed: true, bounds: { low: -100, high: 100 } };
  }
  if (metric === 'csat-top2') {
    return {
      kind: 'share',
      factor: 100,
      digits: 0,
      marginDigits: 1,
      signed: false,
      suffix: `${tie}%`,
      bounds: { low: 0, high: 1 },
    };
  }
  if (metric === 'index-100') {
    return { ...plain, kind: 'points', digits: 1, marginDigits: 1, bounds: { low: 0, high: 100 } };
  }
  // Two decimals on a 1-5 scale are a 400th of its width, about what a whole NPS point is of its own.
  const digits = scale.max - scale.min > 20 ? 1 : 2;
  return { ...plain, kind: 'scale', digits, marginDigits: digits, bounds: { low: scale.min, high: scale.max } };
}

/**
 * How are the figures of this metric written in this language?
 * NPS and shares as whole points and per cent with margins to one decimal, means with two decimals on scales up to 20
 * wide, an index with one. Differences of shares are percentage points, never per cent.
 * @example measureOf('nps', { min: 0, max: 10 }, 'en').range({ low: 22.1, high: 39.8 }) // => "+22 to +40"
 */
export function measureOf(metric: MetricId, scale: Scale, language: Language): Measure {
  const { kind, factor, digits, marginDigits, signed, suffix, bounds } = writingOf(metric, scale);
  const bare = (value: number) => (signed ? signedText : numberText)(value * factor, digits, language);
  const difference = (value: number) => signedText(value * factor, digits, language);
  const marginShort = (value: number, extraDigits = 0) =>
    `±${numberText(value * factor, marginDigits + extraDigits, language)}`;
  const withUnit = (text: string): string => {
    if (kind === 'scale') return text;
    const [one, many] = unitWords[language][kind];
    return `${text}${tie}${/^±?1$/.test(text) ? one : many}`;
  };
  return {
    metric,
    kind,
    scale,
    bounds,
    value: (value) => `${bare(value)}${suffix}`,
    difference,
    bareSize: (value) => numberText(Math.abs(value) * factor, digits, language),
    size: (value, extraDigits = 0) => withUnit(numberText(Math.abs(value) * factor, digits + extraDigits, language)),
    margin: (value, extraDigits) => withUnit(marginShort(value, extraDigits)),
    marginShort: (value) => marginShort(value),
    range: (interval) => `${joinInterval(bare(interval.low), bare(interval.high), language)}${suffix}`,
    differenceRange: (interval) => joinInterval(difference(interval.low), difference(interval.high), language),
    tick: (value, step, asDifference = false) => {
      const decimals = Math.max(0, Math.ceil(-Math.log10(step * factor) - 1e-9));
      const write = signed || asDifference ? signedText : numberText;
      return `${write(value * factor, decimals, language)}${asDifference ? '' : suffix}`;
    },
    scaleText: (value) => numberText(value, Number.isInteger(value) ? 0 : 1, language),
    count: (n) => numberText(n, 0, language),
    reachable: (change) => change <= bounds.high - bounds.low,
    fromHundredth: (points) => (kind === 'points' ? points : (points / 100) * (bounds.high - bounds.low)),
  };
}
