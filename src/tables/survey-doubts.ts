import { isAccountName, isBareIdName, isResponseIdName } from './column-names.ts';
import type { ColumnProfile } from './column-profile.ts';
import { dateKind } from './date-text.ts';
import type { TextColumn } from './kept-columns.ts';
import type { SurveyCaveat } from './survey-file.ts';
import type { Kept, SurveyLayout } from './survey-layout.ts';
import type { SurveyPlatform } from './survey-platform.ts';

const unfinishedWords =
  /^(false|no|0|nein|nej|ei|partial(ly.*)?|incomplete|in progress|kesken.*|keskeneräinen|ofullständig|delvis.*|unvollständig)$/i;
/** Whether a cell of a column such as "Finished" says that the answer was not sent. */
export const isUnfinished = (cell: string): boolean => unfinishedWords.test(cell);

const unfinishedStates = /^(partial(ly.*)?|incomplete|in progress|kesken.*|ofullständig|unvollständig)$/i;

/** How many of the rows that count are unfinished answers. */
export function countPartials(layout: SurveyLayout, rows: Int32Array, platform: SurveyPlatform | undefined): number {
  const tables = [
    ...layout.finished.map((kept) => ({ codes: kept.column.codes, unfinished: unfinishedTable(kept) })),
    ...layout.statuses.map(({ column }) => ({
      codes: column.codes,
      unfinished: column.names.map((name) => unfinishedStates.test(name)),
    })),
  ];
  // LimeSurvey leaves the submit date empty until the last page is sent.
  const submitted =
    platform === 'limesurvey'
      ? layout.dates.find(({ profile }) => /submit/.test(profile.words) && profile.filled > 0)?.column
      : undefined;
  let partials = 0;
  for (const row of rows) {
    const marked = tables.some(({ codes, unfinished }) => unfinished[codes[row] as number] === true);
    if (marked || submitted?.kind(row) === dateKind.empty) partials += 1;
  }
  return partials;
}

function unfinishedTable({ profile, column }: Kept<TextColumn>): boolean[] {
  if (profile.words === 'progress') return column.names.map((name) => Number.parseFloat(name) < 100);
  return column.names.map(isUnfinished);
}

const shortened = /^\d[.,]?\d*E\+\d{1,2}$/i;

/** Long numbers that a spreadsheet shortened ("1,2E+11"): different ids may have become one. */
export function excelDamage(account: Kept<TextColumn> | undefined, profiles: readonly ColumnProfile[]): SurveyCaveat[] {
  const damaged = account?.column.names.filter((name) => shortened.test(name)) ?? [];
  const other = profiles.find(
    ({ words, example }) =>
      (isResponseIdName(words) || isBareIdName(words) || isAccountName(words)) && shortened.test(example),
  );
  const column = damaged.length > 0 ? account?.profile.name : other?.name;
  if (column === undefined) return [];
  const example = damaged[0] ?? other?.example ?? '';
  const message = `Long numbers in "${column}" were shortened by a spreadsheet (${example}): different ids may have become one.`;
  return [{ code: 'excel-damage', message, column, values: Math.max(1, damaged.length), example }];
}
