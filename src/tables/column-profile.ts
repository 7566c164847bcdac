import { familyOf, isCommentName, isNpsGroupName, isOtherNumber, isRateName, wordsOf } from './column-names.ts';
import { dateKind, readDate } from './date-text.ts';
import type { TableColumn } from './header.ts';
import { scoreOf } from './score-text.ts';

/** What the first rows tell about a column. Shares are 0..1 of the filled cells. */
export interface ColumnProfile {
  readonly index: number;
  readonly name: string;
  /** The words of the name, and of the name with the question text. */
  readonly words: string;
  readonly allWords: string;
  readonly filled: number;
  readonly distinct: number;
  /** Cells that read as a number. */
  readonly numeric: number;
  /** Cells that are a whole number 0 to 10. */
  readonly onTen: number;
  /** Cells that are dates, Unix time included, and those that show it by their form. */
  readonly dates: number;
  readonly writtenDates: number;
  readonly example: string;
}

export function profileColumns(columns: readonly TableColumn[], rows: readonly (readonly string[])[]): ColumnProfile[] {
  return columns.map((column, index) => profileOf(column, index, rows));
}

function profileOf(column: TableColumn, index: number, rows: readonly (readonly string[])[]): ColumnProfile {
  const distinct = new Set<string>();
  const tally = { filled: 0, numeric: 0, onTen: 0, dates: 0, writtenDates: 0 };
  let example = '';
  for (const row of rows) {
    const cell = (row[index] ?? '').trim();
    if (cell === '') continue;
    tally.filled += 1;
    distinct.add(cell);
    if (example === '') example = Buffer.from(cell.slice(0, 60)).toString();
    count(cell, tally);
  }
  const share = (number: number) => (tally.filled === 0 ? 0 : number / tally.filled);
  return {
    index,
    name: column.name,
    words: wordsOf(column.name),
    allWords: wordsOf(`${column.name} ${column.label}`),
    filled: tally.filled,
    distinct: distinct.size,
    numeric: share(tally.numeric),
    onTen: share(tally.onTen),
    dates: share(tally.dates),
    writtenDates: share(tally.writtenDates),
    example,
  };
}

const date = { kind: dateKind.empty as number, value: 0 } as Parameters<typeof readDate>[1];

function count(cell: string, tally: { numeric: number; onTen: number; dates: number; writtenDates: number }): void {
  const score = scoreOf(cell);
  if (score.kind === 'number') {
    tally.numeric += 1;
    if (Number.isInteger(score.value) && score.value >= 0 && score.value <= 10) tally.onTen += 1;
  }
  readDate(cell, date, true);
  if (date.kind === dateKind.unreadable) return;
  tally.dates += 1;
  if (!/^\d+$/.test(cell)) tally.writtenDates += 1;
}

/** Whether the answers to a question of one of the metric families stand in this column. */
export function isFamilyScore(profile: ColumnProfile): boolean {
  const { allWords } = profile;
  if (familyOf(allWords) === undefined || isNpsGroupName(allWords) || isRateName(profile.words)) return false;
  return profile.filled === 0 || (profile.numeric >= 0.5 && profile.onTen >= 0.4);
}

/** Whether the column is called by a metric although its cells are no scores: the rows are then rejected, with reasons. */
export function isFamilyName(profile: ColumnProfile): boolean {
  const { allWords, words, numeric } = profile;
  if (familyOf(allWords) === undefined || isNpsGroupName(allWords) || isRateName(words) || isCommentName(words))
    return false;
  return numeric >= 0.3 || words.split(' ').length <= 3;
}

/** Whether the values are those of a rating: whole numbers 0 to 10, at least two of them, under no other name. */
export function isRatingShape(profile: ColumnProfile): boolean {
  if (isOtherNumber(profile.allWords) || isNpsGroupName(profile.allWords)) return false;
  return profile.filled > 0 && profile.onTen >= 0.8 && profile.distinct >= 2;
}
