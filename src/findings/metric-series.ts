import { dayOfIsoDate } from '../audit/index.ts';
import {
  type MetricDefinition,
  type MetricId,
  metricDefinition,
  metricDefinitions,
  metricIds,
  type Scale,
} from '../metrics/index.ts';
import type { SurveyLevel } from '../view/index.ts';

/** A question as it is put in one version of a survey, with the level of the survey. */
export interface ScoredQuestion {
  readonly id: string;
  readonly key: string;
  readonly survey: string;
  readonly surveyVersion: number;
  readonly level: SurveyLevel;
  /** Id of the shipped metric it is bound to. */
  readonly metric: string | null;
  readonly scale: Scale;
  readonly points: number;
}

/** A metric of the workspace over its versions, ascending; a shipped one has one. */
export interface MetricSeries {
  readonly key: string;
  readonly name: string;
  readonly shipped: boolean;
  readonly versions: readonly MetricVersion[];
}

export interface MetricVersion {
  readonly version: number;
  /** The first version also counts for everything before. */
  readonly validFrom: string;
  readonly base: MetricId;
  readonly direction: MetricDefinition['direction'];
  readonly boxes?: number;
  /** Absent: the scale of the questions. */
  readonly scale?: Scale;
  readonly asks: (question: ScoredQuestion) => boolean;
}

export function shippedSeries(key: MetricId): MetricSeries {
  const { version, direction } = metricDefinitions[key];
  const asks = ({ metric }: ScoredQuestion) => metric === key;
  return {
    key,
    name: key,
    shipped: true,
    versions: [{ version, validFrom: '0001-01-01', base: key, direction, asks }],
  };
}

export const isShipped = (key: string): key is MetricId => (metricIds as readonly string[]).includes(key);

/** The version in force on a day: a period belongs to the one in force when it began, so no shown figure is rewritten. */
export function versionOn({ versions }: MetricSeries, day: string): MetricVersion {
  return versions.filter(({ validFrom }) => validFrom <= day).at(-1) ?? versions[0]!;
}

/** The definition of a version for questions on this scale. */
export function definitionOf({ base, direction, boxes, version }: MetricVersion, scale: Scale): MetricDefinition {
  const definition = metricDefinition(base, { scale, direction });
  return { ...definition, version, ...(boxes !== undefined && { boxes }) };
}

/** The scales of the questions on which every version can be computed: NPS and CES have theirs in their name. */
export function usableScales(versions: readonly MetricVersion[], questions: readonly ScoredQuestion[]): Scale[] {
  const scales = new Map(questions.map(({ scale }) => [`${scale.min}-${scale.max}`, scale]));
  return [...scales.values()].filter((scale) =>
    versions.some((version) => {
      if (version.scale) return version.scale.min === scale.min && version.scale.max === scale.max;
      const { id, scale: own } = metricDefinitions[version.base];
      return !scaleInName.has(id) || (own.min === scale.min && own.max === scale.max);
    }),
  );
}

const scaleInName = new Set<MetricId>(['nps', 'ces-5', 'ces-7']);

/** The day of an instant in a time zone, ISO. */
export function dayIn(timeZone: string, instant: Date): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const text = parts.format(instant);
  // Years outside four digits do not come out as ISO dates; no programme lives there.
  return dayOfIsoDate(text) === undefined ? instant.toISOString().slice(0, 10) : text;
}
