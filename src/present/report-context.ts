import type { AuditResult, ChangeResult, LevelResult, PeriodResult } from '../audit/index.ts';
import type { Estimate } from '../inference/index.ts';
import { type Dictionary, dictionaries } from './dictionary/dictionary.ts';
import type { Language } from './language.ts';
import { type Measure, measureOf } from './measure.ts';
import { percentText } from './numbers.ts';
import { type PeriodName, periodName } from './period-names.ts';

export type FilledPeriod = PeriodResult & { readonly estimate: Estimate };

/** A new level that no single proven change announces. */
export interface LevelShift {
  readonly period: string;
  readonly before: LevelResult;
  readonly after: LevelResult;
  readonly direction: 'rose' | 'fell';
}

/** What every part of a report needs: the result, the language, and what was found, worked out once. */
export interface ReportContext extends Dictionary {
  readonly result: AuditResult;
  readonly language: Language;
  readonly measure: Measure;
  /** The name of the metric as the subject of a sentence. */
  readonly metric: string;
  /** "95 %". */
  readonly confidence: string;
  readonly name: (period: string) => PeriodName;
  readonly filled: readonly FilledPeriod[];
  readonly provenChanges: readonly ChangeResult[];
  readonly loneShifts: readonly LevelShift[];
  /** Coloured by a plain test, largest first, but not proven. */
  readonly unproven: readonly ChangeResult[];
}

export const directionOf = (difference: number): 'rose' | 'fell' => (difference < 0 ? 'fell' : 'rose');

/** Works out, once for a result and a language, what all parts of the report share. */
export function reportContext(result: AuditResult, language: Language): ReportContext {
  const { periods, periodUnit: unit } = result;
  const dictionary = dictionaries[language];
  const withYear = new Set(periods.map((period) => period.period.slice(5))).size < periods.length;
  const provenChanges = result.changes.filter(({ verdict }) => verdict === 'rose' || verdict === 'fell');
  return {
    ...dictionary,
    result,
    language,
    measure: measureOf(result.metric, result.scale, language),
    metric: dictionary.report.metric[result.metric],
    confidence: percentText(result.confidence, Number.isInteger(result.confidence * 100) ? 0 : 1, language),
    name: (period) => periodName(period, { unit, language, withYear }),
    filled: periods.filter((period): period is FilledPeriod => period.estimate !== undefined && period.n > 0),
    provenChanges,
    loneShifts: loneShifts(result, provenChanges),
    unproven: result.changes
      .filter((change) => change.nominallySignificant && !provenChanges.includes(change))
      .sort((a, b) => Math.abs(b.difference.value) - Math.abs(a.difference.value)),
  };
}

function loneShifts(result: AuditResult, proven: readonly ChangeResult[]): LevelShift[] {
  const { levels } = result.programme;
  return levels.slice(1).flatMap((after, index) => {
    const before = levels[index]!;
    const direction = directionOf(after.estimate.value - before.estimate.value);
    const announced = proven.some((change) => change.to === after.from && change.verdict === direction);
    return announced ? [] : [{ period: after.from, before, after, direction }];
  });
}
