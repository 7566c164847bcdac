import type { TrendChart } from './chart-input.ts';

/** From so many pixels the last level and the next period have a margin of their own at the right. */
const wideFrom = 700;
/** Up to so many periods are separate samples with whiskers; more are a series with a band. */
export const whiskersUpTo = 24;

/** Where the values of a trend fall on the drawing. */
export interface TrendFrame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly wide: boolean;
  readonly dense: boolean;
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
}

/** Lays out a trend of this width. */
export function trendFrame(chart: TrendChart, width: number): TrendFrame {
  const wide = width >= wideFrom;
  const height = wide ? 348 : 320;
  const [left, right, top, bottom] = [44, width - (wide ? 180 : 4), 12, height - 40];
  const { low, high } = chart.axis.domain;
  const places = chart.points.length + 1;
  return {
    width,
    height,
    left,
    right,
    top,
    bottom,
    wide,
    dense: chart.points.length > whiskersUpTo,
    x: (index) => left + ((index + 0.5) / places) * (right - left),
    y: (value) => bottom - ((value - low) / (high - low)) * (bottom - top),
  };
}
