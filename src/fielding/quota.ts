import { type CalendarPeriod, isoDay, periodStart, zoneClock } from '../calendar/index.ts';
import type { ProgrammeRules, SamplingDimension } from './programme-rules.ts';

/** A counter of invitations and the most it may reach. Whoever counts adds to every cell of an allowed invitation. */
export interface QuotaCell {
  readonly key: string;
  readonly most: number;
}

export type Strata = Readonly<Partial<Record<SamplingDimension, string>>>;

/**
 * Which quotas does an invitation decided at `now` fall under? One cell per quota that concerns it, with a key such as
 * `month 2026-03-01 segment=gold`. Periods are cut in the workspace's time zone, by when it is decided: the counter can
 * then be kept under a lock. Somebody without a value of `each` is counted under an empty one.
 */
export function quotaCells(
  quotas: ProgrammeRules['quotas'],
  strata: Strata,
  { now, timeZone }: { now: number; timeZone: string },
): QuotaCell[] {
  const today = zoneClock(timeZone).day(now);
  const startOf = (period: CalendarPeriod) => isoDay(periodStart(today, period));
  return quotas.flatMap(({ period, most, each, only }) => {
    if (each === undefined) return [{ key: `${period} ${startOf(period)}`, most }];
    const value = strata[each] ?? '';
    if (only !== undefined && only !== value) return [];
    return [{ key: `${period} ${startOf(period)} ${each}=${value}`, most }];
  });
}

/** The share in which somebody of these strata is asked. */
export function shareOf({ share, by, shares }: ProgrammeRules['sampling'], strata: Strata): number {
  const value = by && strata[by];
  if (value === undefined || shares === undefined || !Object.hasOwn(shares, value)) return share;
  return shares[value]!;
}
