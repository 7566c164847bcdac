import { dayOfIsoDate, isoDate } from '../audit/index.ts';
import { CandorError } from '../errors/index.ts';
import { type DayScores, judgeTrend, type WatchedLevel, watchLevel } from '../overview/index.ts';
import type { Store } from '../store/index.ts';
import { surveyLevels, type View, viewWindow } from '../view/index.ts';
import { readDayCounts } from './count-store.ts';
import type { ScoredQuestion } from './metric-series.ts';
import { readMetricSeries, readQuestions } from './metric-store.ts';
import { readLevel } from './read-level.ts';
import type { Reader } from './reader.ts';
import { canonical, hashOfText, type Run, runOf } from './run.ts';
import { filterOf, readDimensionNames } from './view-filter.ts';
import { readWorkspaceFacts } from './workspace-facts.ts';

export interface WatchAsk {
  readonly workspaceId: string;
  readonly view: View;
  readonly reader: Reader;
  readonly now: Date;
}

/** A watched view with its run and what its monitor begins after. */
export interface Watch extends WatchedLevel {
  readonly run: Run;
  readonly view: View;
  /** The day on which the metric or the questionnaire changed last: answers before it are another question. */
  readonly beginsAfterBreak?: string;
}

/**
 * Is the level of a view still that of its first 90 days? The relationship where the view names no level and it has answers,
 * else the encounters. From the last change of the definition or the questionnaire on: a monitor that looked across it would
 * find the new wording. A reader who may not see small groups is shown no view of which a period is hidden from him.
 */
export function readWatch(store: Store, { workspaceId, view, reader, now }: WatchAsk): Promise<Watch> {
  return store.inSnapshot(workspaceId, async (transaction) => {
    const facts = await readWorkspaceFacts(transaction, now);
    const series = await readMetricSeries(transaction, view.metric);
    const questions = await readQuestions(transaction);
    const filter = filterOf(view, await readDimensionNames(transaction));
    const window = viewWindow(view, facts.today);
    const floor = reader.smallGroups ? {} : { floor: facts.floor };
    for (const level of surveyLevels.filter((one) => view.level === undefined || view.level === one)) {
      const read = await readLevel(transaction, { level, series, questions, window, filter, ...floor });
      if (!read || read.counts.periods.some(({ hidden }) => hidden)) continue;
      const trend = judgeTrend(read.counts);
      const filled = read.counts.periods.filter(({ tally }) => tally.n > 0);
      const last = filled.at(-1);
      if (!last) continue;
      const begins = lastBreak([
        ...trend.breaks.map(({ date }) => date),
        ...filled
          .filter(({ version }) => version === last.version)
          .map(({ from }) => from)
          .slice(0, 1),
      ]);
      const to = tomorrow(facts.today < window.to ? facts.today : isoDate(dayOfIsoDate(window.to)! - 1));
      const from = begins !== undefined && begins > window.from ? begins : window.from;
      const rows = await readDayCounts(transaction, { questions: read.questions, from, to, filter });
      const days = daysOf(rows, read.questions);
      const watched = watchLevel(days, {
        level,
        definition: last.definition,
        designEffect: trend.design.designEffect,
        to,
      });
      return {
        ...watched,
        run: runOf({
          dataHash: hashOfText(canonical(rows)),
          definition: `monitor ${series.key}@${last.version}`,
          specification: { view, level, from, to },
        }),
        view,
        ...(from !== window.from && { beginsAfterBreak: from }),
      };
    }
    throw new CandorError('CND_NO_ANSWERS', 'no answers that may be shown stand behind this view', {
      metric: view.metric,
      ...(view.level && { level: view.level }),
    });
  });
}

const tomorrow = (day: string) => isoDate(dayOfIsoDate(day)! + 1);
const lastBreak = (days: readonly string[]) => [...days].sort().at(-1);

function daysOf(
  rows: Awaited<ReturnType<typeof readDayCounts>>,
  questions: readonly Pick<ScoredQuestion, 'id' | 'scale'>[],
): DayScores[] {
  const lowest = new Map(questions.map(({ id, scale }) => [id, scale.min]));
  const days = new Map<string, Map<number, number>>();
  for (const { questionId, part, counts } of rows) {
    const day = days.get(part) ?? new Map<number, number>();
    days.set(part, day);
    counts.forEach((count, i) => {
      const score = lowest.get(questionId)! + i;
      if (count > 0) day.set(score, (day.get(score) ?? 0) + count);
    });
  }
  return [...days].map(([day, counts]) => ({ day, counts }));
}
