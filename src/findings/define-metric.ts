import { CandorError } from '../errors/index.ts';
import type { OwnMetricDefinition, OwnMetrics } from '../overview/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';
import { insertMetricVersion, readMetricVersions, readQuestions } from './metric-store.ts';
import { refuseEarly, refuseKey, refuseUnfit } from './own-metric.ts';
import { readWorkspaceFacts } from './workspace-facts.ts';

/** A first version counts from the beginning: before it the metric had no other definition. */
const beginning = '1970-01-01';

export interface MetricMade {
  readonly id: string;
  readonly key: string;
  readonly version: number;
  readonly validFrom: string;
}

/** Defines a metric; refuses a key that is taken and a definition that could not be computed. */
export async function createMetric(
  transaction: WorkspaceTransaction,
  { key, definition, now }: { key: string; definition: OwnMetricDefinition; now: Date },
): Promise<MetricMade> {
  const known = await readMetricVersions(transaction);
  refuseKey(
    key,
    known.map((row) => row.key),
  );
  refuseUnfit(definition, await readQuestions(transaction));
  const made = { key, version: 1, validFrom: beginning };
  return { ...made, id: await insertMetricVersion(transaction, { ...made, definition, now }) };
}

/**
 * Defines a metric anew from a day on, today at the earliest. Periods that begin before that day keep the version they
 * had, so no figure that was shown is written anew; the trend shows a break there and compares nothing across it.
 */
export async function addMetricVersion(
  transaction: WorkspaceTransaction,
  asked: { key: string; definition: OwnMetricDefinition; validFrom?: string; now: Date },
): Promise<MetricMade> {
  const { key, definition, now } = asked;
  const last = (await readMetricVersions(transaction, key)).at(-1);
  if (!last) throw new CandorError('CND_NOT_FOUND', `there is no own metric "${key}"`, { kind: 'metric' });
  const { today } = await readWorkspaceFacts(transaction, now);
  const validFrom = asked.validFrom ?? today;
  refuseEarly(validFrom, { today, after: last.validFrom });
  refuseUnfit(definition, await readQuestions(transaction));
  const made = { key, version: last.version + 1, validFrom };
  return { ...made, id: await insertMetricVersion(transaction, { ...made, definition, now }) };
}

/** The own metrics with all their versions, and the questions that a metric can be made of, each once. */
export async function readOwnMetrics(transaction: WorkspaceTransaction): Promise<OwnMetrics> {
  const stored = await readMetricVersions(transaction);
  const keys = [...new Set(stored.map(({ key }) => key))];
  const questions = new Map(
    (await readQuestions(transaction)).map(({ survey, key, level, scale, metric }) => [
      JSON.stringify([survey, key, scale]),
      { survey, question: key, level, scale, ...(metric !== null && { metric }) },
    ]),
  );
  return {
    metrics: keys.map((key) => ({
      key,
      versions: stored
        .filter((row) => row.key === key)
        .map(({ version, validFrom, definition }) => ({ version, validFrom, definition })),
    })),
    questions: [...questions.values()],
  };
}
