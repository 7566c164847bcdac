import { CandorError } from '../errors/index.ts';
import { metricIds } from '../metrics/index.ts';
import type { OwnMetricDefinition } from '../overview/index.ts';
import { newId, type WorkspaceTransaction } from '../store/index.ts';
import type { SurveyLevel } from '../view/index.ts';
import {
  isShipped,
  type MetricSeries,
  type MetricVersion,
  type ScoredQuestion,
  shippedSeries,
} from './metric-series.ts';

/** Every question of the workspace that has a scale. */
export async function readQuestions({ workspaceId, query }: WorkspaceTransaction): Promise<readonly ScoredQuestion[]> {
  const rows = await query<{
    id: string;
    key: string;
    metric: string | null;
    minimum: number;
    points: number;
    survey: string;
    version: number;
    level: SurveyLevel;
  }>(
    `select q.id, q.key, q.metric, q.scale_minimum as minimum, q.scale_points as points, s.key as survey,
       v.number as version, s.level
     from question q
     join survey_version v on v.workspace_id = q.workspace_id and v.id = q.survey_version_id
     join survey s on s.workspace_id = v.workspace_id and s.id = v.survey_id
     where q.workspace_id = $1 and v.workspace_id = $1 and s.workspace_id = $1
       and q.scale_minimum is not null and q.scale_points is not null
     order by s.key, v.number, q.position, q.key`,
    [workspaceId],
  );
  return rows.map(({ id, key, metric, minimum, points, survey, version, level }) => ({
    id,
    key,
    survey,
    surveyVersion: version,
    level,
    metric,
    scale: { min: minimum, max: minimum + points - 1 },
    points,
  }));
}

/** One stored version of an own metric. */
export interface StoredMetricVersion {
  readonly id: string;
  readonly key: string;
  readonly version: number;
  readonly definition: OwnMetricDefinition;
  /** Day in the zone of the workspace. */
  readonly validFrom: string;
}

/** The own metrics of the workspace, or one of them, all versions. */
export async function readMetricVersions(
  { workspaceId, query }: WorkspaceTransaction,
  key?: string,
): Promise<readonly StoredMetricVersion[]> {
  const rows = await query<{ id: string; key: string; version: number; definition: OwnMetricDefinition; day: string }>(
    `select d.id, d.key, d.version, d.definition, (d.valid_from at time zone w.time_zone)::date as day
     from metric_definition d join workspace w on w.workspace_id = d.workspace_id
     where d.workspace_id = $1 and w.workspace_id = $1 and ($2::text is null or d.key = $2)
     order by d.key, d.version`,
    [workspaceId, key ?? null],
  );
  return rows.map(({ id, key: name, version, definition, day }) => ({
    id,
    key: name,
    version,
    definition,
    validFrom: day,
  }));
}

/** The metric of a view; an unknown key is refused with those there are. */
export async function readMetricSeries(transaction: WorkspaceTransaction, key: string): Promise<MetricSeries> {
  if (isShipped(key)) return shippedSeries(key);
  const stored = await readMetricVersions(transaction);
  const own = stored.filter((row) => row.key === key);
  if (own.length > 0) return ownSeries(own);
  const known = [...metricIds, ...new Set(stored.map((row) => row.key))];
  throw new CandorError('CND_METRIC_UNKNOWN', `there is no metric "${key}"; there are ${known.join(', ')}`, {
    metric: key,
    known,
  });
}

/** The versions of one own metric as a series. */
export function ownSeries(stored: readonly StoredMetricVersion[]): MetricSeries {
  return {
    key: stored[0]!.key,
    name: stored.at(-1)!.definition.name,
    shipped: false,
    versions: stored.map(versionOf),
  };
}

function versionOf({ version, definition, validFrom }: StoredMetricVersion): MetricVersion {
  const { metric, scale, boxes, direction, questions } = definition;
  const asked = new Set(questions.map(({ survey, question }) => JSON.stringify([survey, question])));
  return {
    version,
    validFrom,
    base: metric,
    direction,
    ...(boxes !== undefined && { boxes }),
    scale,
    asks: ({ survey, key }) => asked.has(JSON.stringify([survey, key])),
  };
}

/** Adds a version; a number that stands already is refused, so that of two at once one learns of the other. */
export async function insertMetricVersion(
  { workspaceId, query }: WorkspaceTransaction,
  { key, version, definition, validFrom, now }: Omit<StoredMetricVersion, 'id'> & { now: Date },
): Promise<string> {
  const id = newId();
  const rows = await query<{ id: string }>(
    `insert into metric_definition (workspace_id, id, key, version, definition, valid_from, created_at)
     select w.workspace_id, $2::uuid, $3::text, $4::int, $5::jsonb, ($6::date)::timestamp at time zone w.time_zone, $7::timestamptz
     from workspace w where w.workspace_id = $1
     on conflict (workspace_id, key, version) do nothing returning id`,
    [workspaceId, id, key, version, JSON.stringify(definition), validFrom, now],
  );
  if (rows.length === 1) return id;
  throw new CandorError('CND_METRIC_DEFINITION', `version ${version} of "${key}" was made a moment ago`, {
    field: 'key',
  });
}
