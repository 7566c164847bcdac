import { CandorError } from '../errors/index.ts';
import { judgeTrend, type ProgrammePlan, planProgramme } from '../overview/index.ts';
import type { Store } from '../store/index.ts';
import { surveyLevels, type View, viewWindow } from '../view/index.ts';
import { readMetricSeries, readQuestions } from './metric-store.ts';
import { readLevel } from './read-level.ts';
import { readResponseStanding } from './read-response-standing.ts';
import type { Reader } from './reader.ts';
import { filterOf, readDimensionNames } from './view-filter.ts';
import { readWorkspaceFacts } from './workspace-facts.ts';

export interface PlanPageAsk {
  readonly workspaceId: string;
  readonly view: View;
  /** In the unit of the metric. */
  readonly change?: number;
  readonly target?: number;
  readonly ahead?: number;
  readonly reader: Reader;
  readonly now: Date;
}

/**
 * What the programme of one level sees, and when: the relationship where the view names none and it has answers, else the
 * encounters. The response rate is that of the whole level, since whoever did not answer has no touchpoint to filter by.
 */
export async function readPlan(store: Store, ask: PlanPageAsk): Promise<ProgrammePlan> {
  const { workspaceId, view, change, target, ahead, reader, now } = ask;
  const { levels } = await readResponseStanding(store, { workspaceId, view, reader, now });
  return store.inSnapshot(workspaceId, async (transaction) => {
    const facts = await readWorkspaceFacts(transaction, now);
    const series = await readMetricSeries(transaction, view.metric);
    const questions = await readQuestions(transaction);
    const filter = filterOf(view, await readDimensionNames(transaction));
    const window = viewWindow(view, facts.today);
    const floor = reader.smallGroups ? {} : { floor: facts.floor };
    for (const level of surveyLevels.filter((one) => view.level === undefined || view.level === one)) {
      const read = await readLevel(transaction, { level, series, questions, window, filter, ...floor });
      // A plan draws on every answer of the window: one hidden period hides it.
      if (!read || read.counts.periods.some(({ hidden }) => hidden)) continue;
      const response = levels.find((standing) => standing.level === level)?.rate;
      const plan = planProgramme(judgeTrend(read.counts), {
        today: facts.today,
        unit: window.unit,
        ...(change !== undefined && { change }),
        ...(target !== undefined && { target }),
        ...(ahead !== undefined && { ahead }),
        ...(response && { response }),
      });
      if (plan) return plan;
    }
    throw new CandorError('CND_NO_ANSWERS', 'no answers that may be shown and that differ stand behind this view', {
      metric: view.metric,
      ...(view.level && { level: view.level }),
    });
  });
}
