import { dayOfIsoDate, type PeriodOrdinal, periodOf, periodStart } from '../audit/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';
import type { ViewWindow } from '../view/index.ts';
import type { ScoredQuestion } from './metric-series.ts';
import { readUntold } from './untold-parts.ts';
import { isNarrow, type ViewFilter } from './view-filter.ts';

/**
 * Periods of a view that a reader bound by the floor may not see: of a narrowed view those from which a small group could
 * be worked out, and those that the window cuts, since two cuts a day apart would tell of that day. Without filters
 * nobody but the counts is asked: a period of fewer answers than the floor.
 */
export async function hiddenPeriods(
  transaction: WorkspaceTransaction,
  asked: {
    readonly questions: readonly ScoredQuestion[];
    readonly window: ViewWindow;
    readonly filter: ViewFilter;
    readonly floor?: number;
    /** Answers by the ordinal of the period. */
    readonly answers: ReadonlyMap<number, number>;
  },
): Promise<ReadonlySet<number>> {
  const { floor, filter, window, answers } = asked;
  if (floor === undefined) return new Set();
  const filled = [...answers].filter(([, n]) => n > 0).map(([ordinal]) => ordinal);
  const few = filled.filter((ordinal) => answers.get(ordinal)! < floor);
  if (!isNarrow(filter)) return new Set(few);
  const { from, to, unit } = window;
  const questionIds = asked.questions.map(({ id }) => id);
  const untold = await readUntold(transaction, { questionIds, from, to, unit, filter, floor });
  const starts = new Set([...untold.keys()].map((start) => periodOf(dayOfIsoDate(start)!, unit)));
  return new Set([...few, ...filled.filter((ordinal) => starts.has(ordinal) || isCut(window, ordinal))]);
}

/** Whether the window holds only some days of a period. */
export function isCut({ from, to, unit }: ViewWindow, ordinal: PeriodOrdinal): boolean {
  return dayOfIsoDate(from)! > periodStart(ordinal, unit) || dayOfIsoDate(to)! < periodStart(ordinal + 1, unit);
}
