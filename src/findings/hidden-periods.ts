import { dayOfIsoDate, periodOf } from '../audit/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';
import type { ViewWindow } from '../view/index.ts';
import type { ScoredQuestion } from './metric-series.ts';
import { readRespondentsOfPeriods } from './respondent-store.ts';
import { isNarrow, type ViewFilter } from './view-filter.ts';

const nobody = { touchpoint: [], unit: [], segment: [], role: [], channel: [] };

/**
 * Periods of a narrowed view that a reader bound by the floor may not see: fewer respondents than the floor in the part
 * that the filters keep, or in the part that they leave out, which the whole would give away. Without filters nobody but
 * the counts is asked: a period of fewer answers than the floor.
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
  const few = [...answers].filter(([, n]) => n > 0 && n < floor).map(([ordinal]) => ordinal);
  if (!isNarrow(filter)) return new Set(few);
  const { from, to, unit } = window;
  const days = { questionIds: asked.questions.map(({ id }) => id), from, to, unit };
  const kept = await readRespondentsOfPeriods(transaction, { ...days, filter });
  const whole = await readRespondentsOfPeriods(transaction, { ...days, filter: nobody });
  const hidden = new Set(few);
  for (const [start, { respondents: all }] of whole) {
    const inPart = kept.get(start)?.respondents ?? 0;
    const left = all - inPart;
    if ((inPart > 0 && inPart < floor) || (inPart > 0 && left > 0 && left < floor)) {
      hidden.add(periodOf(dayOfIsoDate(start)!, unit));
    }
  }
  return hidden;
}
