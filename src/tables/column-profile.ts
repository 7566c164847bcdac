import {
  dateRankOf,
  familyOf,
  isAccountName,
  isBareIdName,
  isCommentName,
  isNpsGroupName,
  isOtherNumber,
  isRateName,
  isResponseIdName,
  isRevenueName,
  wordsOf,
} from './column-names.ts';
import { dateKind, readDate } from './date-text.ts';
import type { TableColumn } from './header.ts';
import { isMissingNumber, scoreOf } from './score-text.ts';

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
  /** Cells that are a whole number, and the extremes of all numbers; codes such as -99 and 999 are left out. */
  readonly whole: number;
  readonly min: number;
  readonly max: number;
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
  const tally: Tally = {
    filled: 0,
    numeric: 0,
    onTen: 0,
    whole: 0,
    dates: 0,
    writtenDates: 0,
    min: Infinity,
    max: -Infinity,
  };
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
    whole: share(tally.whole),
    min: tally.min,
    max: tally.max,
    dates: share(tally.dates),
    writtenDates: share(tally.writtenDates),
    example,
  };
}

const date = { kind: dateKind.empty as number, value: 0 } as Parameters<typeof readDate>[1];

type Tally = Record<'filled' | 'numeric' | 'onTen' | 'whole' | 'dates' | 'writtenDates' | 'min' | 'max', number>;

function count(cell: string, tally: Tally): void {
  const score = scoreOf(cell);
  if (score.kind === 'number') {
    tally.numeric += 1;
    if (Number.isInteger(score.value) && score.value >= 0 && score.value <= 10) tally.onTen += 1;
    if (Number.isInteger(score.value)) tally.whole += 1;
    if (!isMissingNumber(score.value)) {
      tally.min = Math.min(tally.min, score.value);
      tally.max = Math.max(tally.max, score.value);
    }
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

/**
 * Whether the column may be a score although nothing tells: numbers under a name of no other thing, whole and within
 * 0 to 100 unless the caller said by metric or scale what to look for. Running numbers and years are not.
 */
export function isPlainNumber(profile: ColumnProfile, isToldWhat: boolean): boolean {
  const { words, allWords, filled, distinct, numeric, whole, min, max } = profile;
  if (isOtherNumber(allWords) || isRevenueName(words) || isRateName(words) || dateRankOf(words) !== undefined)
    return false;
  if (isAccountName(words) || isBareIdName(words) || isResponseIdName(words)) return false;
  if (numeric < 0.9 || distinct < 2 || profile.writtenDates >= 0.5) return false;
  if (filled >= 10 && distinct === filled && max - min + 1 === filled) return false;
  if (min >= 1900 && max <= 2100 && whole > 0.9) return false;
  return isToldWhat || (whole >= 0.8 && min >= 0 && max <= 100);
}
