import { dayOfIsoDate, isoDate } from '../audit/index.ts';
import { alarmEvidence, detectability, runMonitor, timeToNotice } from '../inference/index.ts';
import { type MetricDefinition, scoreValue, valueBounds } from '../metrics/index.ts';
import type { SurveyLevel } from '../view/index.ts';

/** Days of the baseline of a monitor of a level. */
export const watchBaselineDays = 90;

/** Answers of one day: how many gave each score. */
export interface DayScores {
  readonly day: string;
  readonly counts: ReadonlyMap<number, number>;
}

export interface WatchAlarm {
  readonly day: string;
  readonly direction: 'up' | 'down';
  readonly changedSince: string;
  /** In the unit of the metric, exaggerated by being found. */
  readonly sizeSoFar: number;
  readonly evidence: number;
  /** First day of the new baseline, once it is complete. */
  readonly watchedAgainFrom?: string;
}

export interface WatchedLevel {
  readonly level: SurveyLevel;
  readonly definition: MetricDefinition;
  readonly baseline: {
    readonly from: string;
    readonly to: string;
    readonly n: number;
    readonly mean: number;
    readonly sd: number;
    readonly answersPerDay: number;
    readonly designEffect: number;
  };
  /** Smallest lasting changes noticed in nine cases of ten, and how soon one of that of 90 days is in half of them. */
  readonly detectability: { readonly days30: number; readonly days90: number; readonly year: number };
  readonly medianDays?: number;
  readonly threshold: number;
  readonly path: readonly {
    readonly day: string;
    readonly n: number;
    readonly evidence: number;
    readonly isLearning?: true;
  }[];
  readonly alarms: readonly WatchAlarm[];
}

/**
 * Has the level of a view changed since its first 90 days, and since when? From the answers of each day alone, lower scores
 * first, so that the same answers give the same run; a change of a past answer changes it with them. Refuses fewer than 30
 * answers in the baseline or equal ones, and a window that ends within it (CND_SAMPLE_TOO_SMALL, CND_NO_VARIANCE).
 * @example watchLevel([{ day: '2026-01-01', counts: new Map([[10, 20], [0, 20]]) }, { day: '2026-05-01', counts: new Map([[9, 4]]) }], { level: 'encounter', definition: metricDefinition('nps'), designEffect: 1, to: '2026-05-02' }).baseline.n // => 40
 */
export function watchLevel(
  days: readonly DayScores[],
  asked: {
    readonly level: SurveyLevel;
    readonly definition: MetricDefinition;
    readonly designEffect: number;
    /** The day after the last one looked at. */
    readonly to: string;
  },
): WatchedLevel {
  const { level, definition, designEffect, to } = asked;
  const inOrder = [...days].sort((a, b) => (a.day < b.day ? -1 : 1));
  const first = dayOfIsoDate(inOrder[0]?.day ?? to)!;
  const values: number[] = [];
  const steps: number[] = [];
  let next = 0;
  for (let day = first; day < dayOfIsoDate(to)!; day += 1) {
    steps.push(values.length);
    const name = isoDate(day);
    if (inOrder[next]?.day !== name) continue;
    for (const [score, count] of [...inOrder[next]!.counts].sort(([a], [b]) => a - b)) {
      const value = scoreValue(definition, score);
      for (let i = 0; i < count; i += 1) values.push(value);
    }
    next += 1;
  }
  const nameOf = (step: number) => isoDate(first + step);
  const stream = { values, steps, daysPerStep: 1, range: valueBounds(definition) };
  const run = runMonitor(stream, { baselineSteps: watchBaselineDays, designEffect: Math.max(1, designEffect) });
  const { spread, ...baseline } = run.baseline;
  const perDay = baseline.answersPerDay / baseline.designEffect;
  const { days30, days90, year } = detectability(perDay, spread);
  const { medianDays } = timeToNotice(days90, { answersPerDay: perDay, spread });
  return {
    level,
    definition,
    baseline: { from: nameOf(0), to: nameOf(watchBaselineDays - 1), ...baseline, sd: spread },
    detectability: { days30, days90, year },
    ...(medianDays !== undefined && { medianDays }),
    threshold: alarmEvidence,
    path: run.path.map(({ step, n, evidence, isLearning }) => ({
      day: nameOf(step),
      n,
      evidence,
      ...(isLearning && { isLearning }),
    })),
    alarms: run.alarms.map(({ step, changedSince, ...alarm }, i) => {
      const again = run.learning[i]?.to;
      return {
        day: nameOf(step),
        changedSince: nameOf(changedSince),
        ...alarm,
        ...(again !== undefined && { watchedAgainFrom: nameOf(again) }),
      };
    }),
  };
}
