import type { DrawOptions, TrendChart } from './chart-input.ts';

/** From so many pixels the last level and the next period have a margin of their own at the right. */
const wideFrom = 700;
const narrowCard = 400;
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
  readonly card: boolean;
  /** Periods that have a place: in a card the next one has none. */
  readonly places: number;
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
}

/** Lays out a trend of this width. */
export function trendFrame(chart: TrendChart, { width, card = false }: Omit<DrawOptions, 'document'>): TrendFrame {
  const wide = width >= wideFrom && !card;
  const height = card ? (width < narrowCard ? 220 : 236) : wide ? 348 : 320;
  const [left, right, top, bottom] = [card ? 38 : 44, width - (card ? 8 : wide ? 180 : 4), 12, height - 40];
  const { low, high } = chart.axis.domain;
  const places = chart.points.length + (card ? 0 : 1);
  return {
    width,
    height,
    left,
    right,
    top,
    bottom,
    wide,
    dense: chart.points.length > whiskersUpTo,
    card,
    places,
    x: (index) => left + ((index + 0.5) / places) * (right - left),
    y: (value) => bottom - ((value - low) / (high - low)) * (bottom - top),
  };
}
