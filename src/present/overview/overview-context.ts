import type { LevelStanding, Missing, Overview } from '../../overview/index.ts';
import type { SurveyLevel, ViewDimension } from '../../view/index.ts';
import { dayText } from '../day-text.ts';
import { type Dictionary, dictionaries } from '../dictionary/dictionary.ts';
import type { MissingFacts } from '../dictionary/overview-words.ts';
import type { Language } from '../language.ts';
import { type Measure, measureOf } from '../measure.ts';
import { percentText } from '../numbers.ts';
import { type PeriodName, periodName } from '../period-names.ts';

/** What every part of the page needs, worked out once. */
export interface OverviewContext extends Dictionary {
  readonly value: Overview;
  readonly language: Language;
  readonly measure: Measure;
  /** "NPS", or the name of an own metric. */
  readonly label: string;
  /** "95 %". */
  readonly confidence: string;
  readonly name: (period: string) => PeriodName;
  /** Levels at hand in their order: relationship, then encounters. */
  readonly standings: readonly LevelStanding[];
  /** The word of a group, where the dimension has words of ours. */
  readonly groupName: (by: ViewDimension, group: { readonly key: string; readonly name: string }) => string;
  /** In a period that has ended nothing more will come. */
  readonly missing: (missing: Missing, running: boolean) => MissingFacts;
}

/** Works out what all parts of the overview share. */
export function overviewContext(value: Overview, language: Language): OverviewContext {
  const dictionary = dictionaries[language];
  const { definition, shipped, name: given } = value.metric;
  const { unit, today } = value.window;
  const standings = [value.levels.relationship, value.levels.encounter].filter((level) => level !== undefined);
  const confidence = standings.find(({ shown }) => shown.estimate)?.shown.estimate?.confidence ?? 0.95;
  return {
    ...dictionary,
    value,
    language,
    measure: measureOf(definition.id, definition.scale, language),
    label: shipped ? dictionary.report.metricLabel[definition.id] : given,
    confidence: percentText(confidence, Number.isInteger(confidence * 100) ? 0 : 1, language),
    // A period of this year needs no year; the year of another would be guessed.
    name: (period) => periodName(period, { unit, language, withYear: period.slice(0, 4) !== today.slice(0, 4) }),
    standings,
    groupName: (by, { key, name }) => groupName(dictionary, by, { key, name }),
    missing: ({ answers, expectedOn }, running) => {
      if (!running) return { answers, over: true };
      return expectedOn === undefined ? { answers } : { answers, on: dayText(expectedOn, language) };
    },
  };
}

/** Roles and channels have words; what a response does not have is said; the rest is named by the workspace. */
function groupName({ overview }: Dictionary, by: ViewDimension, group: { key: string; name: string }): string {
  if (by === 'role') return overview.role[group.key] ?? group.name;
  if (by === 'channel') return overview.channel[group.key] ?? group.name;
  return group.name || group.key || overview.notKnown;
}

/** The label of the metric at a level: NPS has a letter for each, so that the two are not taken for one. */
export function levelLabel({ value, label }: OverviewContext, level: SurveyLevel): string {
  if (!value.metric.shipped || value.metric.definition.id !== 'nps') return label;
  return level === 'relationship' ? `S-${label}` : `O-${label}`;
}
