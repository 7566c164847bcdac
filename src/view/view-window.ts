import {
  dayOfIsoDate,
  isoDate,
  type PeriodOrdinal,
  type PeriodUnit,
  parsePeriodName,
  periodName,
  periodOf,
  periodStart,
} from '../audit/index.ts';
import { CandorError } from '../errors/index.ts';
import type { View } from './view.ts';

/** The days that a page covers, half-open, and the periods they fall into. */
export interface ViewWindow {
  readonly from: string;
  readonly to: string;
  readonly unit: PeriodUnit;
  readonly first: PeriodOrdinal;
  readonly last: PeriodOrdinal;
}

/** The running period and the twelve before it: a year to look back on, and the same period of last year. */
const usualPeriods = 13;
/** Ten years of weeks. */
const mostPeriods = 522;

/**
 * Which days does the view cover on this day? From and to as the view says, else the last 13 periods with the running
 * one. `today` is the day in the zone of the workspace.
 *
 * Refuses a window that ends before it starts or holds more than 522 periods (`CND_VIEW`).
 *
 * @example viewWindow({ ...defaultView }, '2026-11-22').from // => "2025-11-01"
 */
export function viewWindow({ from, to, period: unit }: View, today: string): ViewWindow {
  const running = periodOf(dayOfIsoDate(today)!, unit);
  const end = to === undefined ? periodStart(running + 1, unit) : dayOfIsoDate(to)!;
  const last = periodOf(end - 1, unit);
  const start = from === undefined ? periodStart(last - usualPeriods + 1, unit) : dayOfIsoDate(from)!;
  const first = periodOf(start, unit);
  const window = { from: isoDate(start), to: isoDate(end), unit, first, last };
  if (start >= end) {
    throw new CandorError('CND_VIEW', `"from" needs a day before ${window.to}, got "${window.from}"`, {
      field: 'from',
      value: window.from,
    });
  }
  if (last - first >= mostPeriods) {
    throw new CandorError('CND_VIEW', `"from" needs at most ${mostPeriods} periods, got ${last - first + 1}`, {
      field: 'from',
      value: window.from,
      periods: last - first + 1,
    });
  }
  return window;
}

/**
 * The days of one period of the window, cut at its ends: what a figure of that period counts. A name that is none, or a
 * period outside the window, is refused (`CND_VIEW`).
 *
 * @example periodDays(viewWindow(defaultView, '2026-11-22'), '2026-11') // => {"from":"2026-11-01","to":"2026-12-01"}
 */
export function periodDays(window: ViewWindow, period: string): { readonly from: string; readonly to: string } {
  const ordinal = parsePeriodName(period, window.unit);
  if (ordinal === undefined || ordinal < window.first || ordinal > window.last) {
    const names = `${periodName(window.first, window.unit)} to ${periodName(window.last, window.unit)}`;
    throw new CandorError('CND_VIEW', `"at" needs a period of ${names}, got "${period}"`, {
      field: 'at',
      value: period,
    });
  }
  const from = isoDate(periodStart(ordinal, window.unit));
  const to = isoDate(periodStart(ordinal + 1, window.unit));
  return { from: from < window.from ? window.from : from, to: to > window.to ? window.to : to };
}
