import type { MetricId, Scale } from '../metrics/index.ts';
import { chooseDate } from './choose-date.ts';
import { chooseScore } from './choose-score.ts';
import { type CollectedAnswers, collectAnswers } from './collect-answers.ts';
import { familyOf, isNpsGroupName } from './column-names.ts';
import { type ColumnProfile, isFamilyScore } from './column-profile.ts';
import type { DateOrder } from './date-text.ts';
import type { TextColumn } from './kept-columns.ts';
import { metricOfAnswers } from './metric-of-answers.ts';
import { openTable, type TableFormat } from './open-table.ts';
import { scoreOf } from './score-text.ts';
import { surveyTypeOf } from './several-surveys.ts';
import type { SurveyOptions } from './survey-file.ts';
import type { Kept } from './survey-layout.ts';
import { platformOf, type SurveyPlatform } from './survey-platform.ts';
import type { TableSource } from './table-source.ts';

/** A column of scores, the metric it measures and why. */
export interface ExaminedScore {
  readonly column: string;
  /** The words of the question, where the file has them. */
  readonly text: string;
  readonly metric: MetricId;
  readonly scale: Scale;
  readonly because: string;
}

/** What a look at every row of a file of answers tells about its columns. */
export interface ExaminedAnswers {
  readonly format: TableFormat;
  readonly dataHash: string;
  readonly rows: number;
  readonly platform?: SurveyPlatform;
  readonly columns: readonly ColumnProfile[];
  readonly scores: readonly ExaminedScore[];
  /** Why there are none. */
  readonly noScore?: unknown;
  readonly date?: { readonly column: string; readonly order: DateOrder; readonly utc: boolean };
  readonly noDate?: unknown;
  readonly fields: Readonly<Partial<Record<ExaminedField, string>>>;
}

export type ExaminedField = 'responseId' | 'account' | 'role' | 'touchpoint' | 'level' | 'status' | 'finished';

/** Reads a file of answers once and says which column is what. It refuses no doubtful column: the caller may know better. */
export async function examineAnswers(source: TableSource, options: SurveyOptions = {}): Promise<ExaminedAnswers> {
  const table = await openTable(source, options);
  const platform = platformOf(table.header);
  const { file } = table.format();
  const collected = await collectAnswers(table, file, options).finally(() => table.close());
  const { layout, profiles } = collected;
  const labels = new Map(table.header.columns.map(({ name, label }) => [name, label]));
  const chosen = outcomeOf(() => examineScores(collected, file, { options, labels }));
  const dated = outcomeOf(() =>
    chooseDate(layout.dates, { given: options.date !== undefined, order: options.dateOrder }, platform),
  );
  const { account, ...groups } = {
    account: layout.accounts[0],
    responseId: layout.responseId,
    role: layout.role,
    touchpoint: layout.touchpoint,
    level: layout.level,
    status: layout.statuses[0],
    finished: layout.finished[0],
  };
  const fields: Partial<Record<ExaminedField, string>> = {};
  for (const [field, kept] of Object.entries({ account, ...groups })) {
    if (kept && !('gaveUp' in kept.column && kept.column.gaveUp)) fields[field as ExaminedField] = kept.profile.name;
  }
  return {
    format: table.format(),
    dataHash: table.dataHash(),
    rows: collected.lines.length,
    ...(platform ? { platform } : {}),
    columns: profiles,
    scores: chosen.value ?? [],
    ...(chosen.value ? {} : { noScore: chosen.trouble }),
    ...(dated.value
      ? {
          date: {
            column: dated.value.kept.profile.name,
            order: dated.value.dates.order,
            utc: /\butc\b/.test(dated.value.kept.profile.words),
          },
        }
      : { noDate: dated.trouble }),
    fields,
  };
}

function outcomeOf<T>(work: () => T): { readonly value?: T; readonly trouble?: unknown } {
  try {
    return { value: work() };
  } catch (trouble) {
    return { trouble };
  }
}

/** Every column that asks a question of a metric family; where none does, the one score that the audit would take. */
function examineScores(
  { layout, profiles }: CollectedAnswers,
  file: string,
  given: { readonly options: SurveyOptions; readonly labels: ReadonlyMap<string, string> },
): ExaminedScore[] {
  const { options, labels } = given;
  const surveyType = surveyTypeOf(layout.surveyType, layout.scores, file);
  const first = chooseScore(layout.scores, profiles, {
    flag: options.score !== undefined,
    family: undefined,
    surveyType,
  });
  const of = (kept: Kept<TextColumn>, family: typeof first.family): ExaminedScore => {
    const { id, scale, because } = metricOfAnswers(countsOf(kept.column), family, options);
    const { name } = kept.profile;
    return { column: name, text: labels.get(name) || name, metric: id, scale, because };
  };
  const others = layout.scores.filter(
    ({ profile, column }) =>
      profile !== first.kept.profile &&
      !column.gaveUp &&
      column.names.length > 0 &&
      isFamilyScore(profile) &&
      !isNpsGroupName(profile.allWords),
  );
  return [
    of(first.kept, first.family),
    ...others.map((kept) => {
      const name = familyOf(kept.profile.allWords);
      return of(kept, name && { name, because: 'column-name' });
    }),
  ];
}

function countsOf(column: TextColumn): Map<number, number> {
  const counts = new Map<number, number>();
  for (const [code, name] of column.names.entries()) {
    const cell = scoreOf(name);
    if (cell.kind === 'number') counts.set(cell.value, (counts.get(cell.value) ?? 0) + (column.counts[code] ?? 0));
  }
  return counts;
}
