import { dayOfIsoDate, type PeriodUnit, periodOf, periodStart } from '../audit/index.ts';
import type { RespondentCell } from './respondent-store.ts';

/** What may not be told of a period, by its first day: groups, or null for the filtered view itself. */
export type Untold = ReadonlyMap<string, ReadonlySet<string | null>>;

export interface InsideAsked {
  /** Answers of each period and group; and of the longer periods around them. */
  readonly parts: readonly RespondentCell[];
  readonly wholes: readonly RespondentCell[];
  readonly unit: PeriodUnit;
  readonly around: PeriodUnit;
  readonly floor: number;
  readonly untold: Untold;
}

/**
 * Periods that may not be told because the longer one around them is: what is left of it after the told ones are taken
 * away would be fewer answers than the floor. The smallest told ones go first.
 */
export function untoldInside(asked: InsideAsked): readonly RespondentCell[] {
  const { parts, wholes, unit, around, floor, untold } = asked;
  return wholes.flatMap((whole) => {
    const [first, end] = [dayOfIsoDate(whole.start)!, endOf(whole.start, around)];
    const told = parts
      .filter(
        ({ start, group }) =>
          group === whole.group &&
          dayOfIsoDate(start)! >= first &&
          endOf(start, unit) <= end &&
          !untold.get(start)?.has(group),
      )
      .sort((a, b) => a.answers - b.answers || (a.start < b.start ? -1 : 1));
    let left = whole.answers - told.reduce((sum, { answers }) => sum + answers, 0);
    return told.filter(({ answers }) => {
      if (left === 0 || left >= floor) return false;
      left += answers;
      return true;
    });
  });
}

const endOf = (start: string, unit: PeriodUnit): number => periodStart(periodOf(dayOfIsoDate(start)!, unit) + 1, unit);
