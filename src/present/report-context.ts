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
  /** Coloured by a plain test, largest first, judged, but not proven. */
  readonly unproven: readonly ChangeResult[];
  /** Changes with too few answers on a side to be judged: those that a plain test would colour first, largest first. */
  readonly unjudged: readonly ChangeResult[];
  /** Whether answers of one account are kept together. */
  readonly clustered: boolean;
  /** Whether all answers come from one account, which cannot show how far accounts differ. */
  readonly oneAccount: boolean;
}

export const directionOf = (difference: number): 'rose' | 'fell' => (difference < 0 ? 'fell' : 'rose');

/** Works out, once for a result and a language, what all parts of the report share. */
export function reportContext(result: AuditResult, language: Language): ReportContext {
  const { periods, periodUnit: unit } = result;
  const dictionary = dictionaries[language];
  const withYear = new Set(periods.map((period) => period.period.slice(5))).size < periods.length;
  const filled = periods.filter((period): period is FilledPeriod => period.estimate !== undefined && period.n > 0);
  const provenChanges = result.changes.filter(({ verdict }) => verdict === 'rose' || verdict === 'fell');
  return {
    ...dictionary,
    result,
    language,
    measure: measureOf(result.metric, result.scale, language),
    metric: dictionary.report.metric[result.metric],
    confidence: percentText(result.confidence, Number.isInteger(result.confidence * 100) ? 0 : 1, language),
    name: (period) => periodName(period, { unit, language, withYear }),
    filled,
    provenChanges,
    loneShifts: loneShifts(result.programme.levels, provenChanges),
    unproven: result.changes
      .filter(({ nominallySignificant, verdict }) => nominallySignificant && verdict === 'no evidence of change')
      .sort(bySize),
    unjudged: result.changes
      .filter(({ verdict }) => verdict === 'not enough data')
      .sort((a, b) => Number(b.nominallySignificant) - Number(a.nominallySignificant) || bySize(a, b)),
    clustered: isClustered(result, filled),
    oneAccount: filled.length > 0 && filled.every(({ estimate }) => isOfOneAccount(estimate)),
  };
}

const bySize = (a: ChangeResult, b: ChangeResult) => Math.abs(b.difference.value) - Math.abs(a.difference.value);

/** Whether all answers of an estimate come from one account. */
export const isOfOneAccount = ({ caveats }: Estimate): boolean =>
  caveats.some(({ code, accounts }) => code === 'few-accounts' && accounts === 1);

/** The method tells, and for a mean within its bound the column that was found does. */
function isClustered({ changes, assumed }: AuditResult, filled: readonly FilledPeriod[]): boolean {
  const methods = [...filled.map(({ estimate }) => estimate), ...changes.map(({ difference }) => difference)];
  return methods.some(({ method }) => /effective-n|linearised/.test(method)) || assumed.some(isAccountColumn);
}

const isAccountColumn = ({ what, value }: AuditResult['assumed'][number]) => what === 'account' && value !== 'none';

/** A change may leap over a period of one answer at which the level already moved: that is one event, told once. */
export function loneShifts(levels: readonly LevelResult[], proven: readonly ChangeResult[]): LevelShift[] {
  return levels.slice(1).flatMap((after, index) => {
    const before = levels[index]!;
    const direction = directionOf(after.estimate.value - before.estimate.value);
    const announced = proven.some(
      (change) => change.from < after.from && after.from <= change.to && change.verdict === direction,
    );
    return announced ? [] : [{ period: after.from, before, after, direction }];
  });
}
