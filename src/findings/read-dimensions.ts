import { metricDefinitions, metricIds } from '../metrics/index.ts';
import type { DimensionChoice, DimensionChoices, MetricChoice } from '../overview/index.ts';
import type { Store, WorkspaceTransaction } from '../store/index.ts';
import { surveyLevels } from '../view/index.ts';
import { definitionOf, type MetricSeries, type ScoredQuestion, shippedSeries, usableScales } from './metric-series.ts';
import { ownSeries, readMetricVersions, readQuestions } from './metric-store.ts';
import { readWorkspaceFacts } from './workspace-facts.ts';

/** What every filter can be set to. Values of answers come from the tallies, not from the answers. */
export function readDimensions(store: Store, ask: { workspaceId: string; now: Date }): Promise<DimensionChoices> {
  const { workspaceId, now } = ask;
  return store.inSnapshot(workspaceId, async (transaction) => {
    const { today } = await readWorkspaceFacts(transaction, now);
    const questions = await readQuestions(transaction);
    const { query } = transaction;
    const touchpoints = await query<DimensionChoice>(
      'select key, name from touchpoint where workspace_id = $1 order by position nulls last, name, key',
      [workspaceId],
    );
    const units = await query<DimensionChoice & { parent: string | null }>(
      `select u.code as key, u.name, p.code as parent from org_unit u
       left join org_unit p on p.workspace_id = u.workspace_id and p.id = u.parent_id and p.workspace_id = $1
       where u.workspace_id = $1 order by u.name, u.code`,
      [workspaceId],
    );
    return {
      levels: surveyLevels.filter((level) => questions.some((question) => question.level === level)),
      metrics: metricsOf(questions, await ownMetrics(transaction)),
      touchpoints: [...touchpoints],
      segments: await usedValues(transaction, 'segment'),
      units: units.map(({ parent, ...unit }) => (parent === null ? unit : { ...unit, parent })),
      roles: await usedValues(transaction, 'respondent_role'),
      channels: await usedValues(transaction, 'channel'),
      ...(await usedDays(transaction)),
      today,
    };
  });
}

/**
 * The values a dimension has, one step along the tally per value where it can: a recursive walk over distinct values is
 * not indexed here, and the tally is small, so it is read once.
 */
async function usedValues(
  { workspaceId, query }: WorkspaceTransaction,
  column: 'segment' | 'respondent_role' | 'channel',
): Promise<DimensionChoice[]> {
  const rows = await query<{ value: string }>(
    `select ${column} as value from tally where workspace_id = $1 group by 1
     union select ${column} from tally_delta where workspace_id = $1 group by 1 order by 1`,
    [workspaceId],
  );
  return rows.flatMap(({ value }) => (value === '' ? [] : [{ key: value, name: value }]));
}

async function usedDays({
  workspaceId,
  query,
}: WorkspaceTransaction): Promise<{ firstDay?: string; lastDay?: string }> {
  const [row] = await query<{ first: string | null; last: string | null }>(
    `select min(day) as first, max(day) as last from (
       select day from trend_tally where workspace_id = $1 union all select day from tally_delta where workspace_id = $1
     ) as days`,
    [workspaceId],
  );
  return row?.first && row.last ? { firstDay: row.first, lastDay: row.last } : {};
}

async function ownMetrics(transaction: WorkspaceTransaction): Promise<MetricSeries[]> {
  const stored = await readMetricVersions(transaction);
  return [...new Set(stored.map(({ key }) => key))].map((key) => ownSeries(stored.filter((row) => row.key === key)));
}

/** Shipped metrics that some question is bound to, and all own ones. */
function metricsOf(questions: readonly ScoredQuestion[], own: readonly MetricSeries[]): MetricChoice[] {
  const shipped = metricIds.map(shippedSeries).filter(({ key }) => questions.some(({ metric }) => metric === key));
  return [...shipped, ...own].map((series) => {
    const last = series.versions.at(-1)!;
    const asked = questions.filter(last.asks);
    const scale = last.scale ?? usableScales([last], asked)[0] ?? metricDefinitions[last.base].scale;
    return {
      key: series.key,
      name: series.name,
      shipped: series.shipped,
      base: last.base,
      definition: definitionOf(last, scale),
      levels: surveyLevels.filter((level) => asked.some((question) => question.level === level)),
    };
  });
}
