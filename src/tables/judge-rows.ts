import type { Scale } from '../metrics/index.ts';
import type { SettledDates } from './date-order.ts';
import { dateKind, unpackTriple } from './date-text.ts';
import type { FingerprintColumn } from './fingerprint-column.ts';
import type { DateColumn, NumberList, TextColumn } from './kept-columns.ts';
import { isMissingNumber, scoreOf } from './score-text.ts';
import { type RejectedRowCount, type RejectionReason, rejectionReasons } from './survey-file.ts';
import type { Kept } from './survey-layout.ts';

/** The rows that count, as positions among the rows read, with their scores and days. */
export interface JudgedRows {
  readonly rows: Int32Array;
  readonly scores: Float64Array;
  readonly days: Int32Array;
  readonly reasons: readonly RejectedRowCount[];
  readonly rejected: number;
  readonly outside: OutsideRows;
}

/** The rejected rows whose score is a number outside the scale and whose date can be read. */
export interface OutsideRows {
  readonly rows: readonly number[];
  readonly scores: readonly number[];
  readonly days: readonly number[];
}

export interface RowsToJudge {
  readonly lines: NumberList;
  readonly score: TextColumn;
  readonly scale: Scale;
  /** Whether only whole answers lie on the scale. */
  readonly wholeAnswers: boolean;
  readonly date: DateColumn;
  readonly dates: SettledDates;
  /** Whether times without a zone are UTC because the header says so. */
  readonly utc: boolean;
  readonly localDay: (instant: number) => number;
  readonly statuses: readonly Kept<TextColumn>[];
  readonly numericStatus: boolean;
  readonly responseId: FingerprintColumn | undefined;
}

const noDay = -2_147_483_648;
const anonymousDay = Date.UTC(1980, 0, 1) / 86_400_000;

/** Judges every row once, in the order of the file. */
export function judgeRows(input: RowsToJudge): JudgedRows {
  const { lines } = input;
  const scores = scoreTable(input.score, input.scale, input.wholeAnswers);
  const previews = input.statuses.map(({ column }) => ({
    codes: column.codes,
    preview: previewTable(column, input.numericStatus),
  }));
  const scoreCodes = input.score.codes;
  const repeats = input.responseId?.repeats();
  const dayOf = dayReader(input);
  const rows = new Int32Array(lines.length);
  const values = new Float64Array(lines.length);
  const days = new Int32Array(lines.length);
  const counts = rejectionReasons.map((reason) => ({ reason, count: 0, firstLine: 0 }));
  const outside = { rows: [] as number[], scores: [] as number[], days: [] as number[] };
  let used = 0;
  const keepOutside = (row: number, score: number): void => {
    const day = dayOf(row);
    if (day === noDay) return;
    outside.rows.push(row);
    outside.scores.push(score);
    outside.days.push(day);
  };
  const reasonOf = (row: number): RejectionReason | undefined => {
    if (previews.some(({ codes, preview }) => preview[codes[row] as number])) return 'preview';
    const code = scoreCodes[row] as number;
    if (code < 0) return 'empty-score';
    const reason = scores.reasons[code];
    if (reason === 'outside-scale') keepOutside(row, scores.values[code] as number);
    if (reason) return reason;
    const day = dayOf(row);
    if (day === noDay) return 'unreadable-date';
    if (repeats?.(row)) return 'duplicate';
    rows[used] = row;
    values[used] = scores.values[code] as number;
    days[used] = day;
    used += 1;
    return undefined;
  };
  for (let row = 0; row < lines.length; row += 1) {
    const reason = reasonOf(row);
    if (reason === undefined) continue;
    const tally = counts[rejectionReasons.indexOf(reason)]!;
    if (tally.count === 0) tally.firstLine = lines.at(row);
    tally.count += 1;
  }
  return {
    rows: rows.slice(0, used),
    scores: values.slice(0, used),
    days: days.slice(0, used),
    reasons: counts.filter(({ count }) => count > 0),
    rejected: lines.length - used,
    outside,
  };
}

/** Of each distinct cell the score, or why it is none. */
function scoreTable(column: TextColumn, scale: Scale, wholeAnswers: boolean) {
  const values = new Float64Array(column.names.length);
  const reasons: (RejectionReason | undefined)[] = [];
  for (const [code, name] of column.names.entries()) {
    const cell = scoreOf(name);
    if (cell.kind === 'number') {
      values[code] = cell.value;
      const inside = cell.value >= scale.min && cell.value <= scale.max;
      const countable = !wholeAnswers || Number.isInteger(cell.value);
      const outside = isMissingNumber(cell.value) ? 'missing-code' : 'outside-scale';
      // An 8.5 lies on the scale of NPS but in none of its groups.
      reasons.push(!inside ? outside : countable ? undefined : 'unreadable-score');
    } else {
      reasons.push(
        cell.kind === 'missing' ? 'missing-code' : cell.kind === 'empty' ? 'empty-score' : 'unreadable-score',
      );
    }
  }
  return { values, reasons };
}

const previewWords =
  /\b(preview|spam)\b|^survey test$|^test( response)?$|esikatselu|roskaposti|förhandsgransk|vorschau/i;

/** Whether the status of a row says that nobody answered: a preview, a test, spam. */
export const isPreviewStatus = (status: string): boolean => previewWords.test(status);

/** Qualtrics' codes: 1 preview, 2 test, 8 spam, 9 spam preview, 12 imported spam, 17 offline preview. */
export const qualtricsPreviewCodes: readonly string[] = ['1', '2', '8', '9', '12', '17'];

function previewTable(column: TextColumn, numericStatus: boolean): boolean[] {
  return column.names.map((name) => isPreviewStatus(name) || (numericStatus && qualtricsPreviewCodes.includes(name)));
}

function dayReader({ date, dates, localDay, utc }: RowsToJudge): (row: number) => number {
  return (row) => {
    const kind = date.kind(row);
    if (kind === dateKind.empty || kind === dateKind.unreadable) return noDay;
    const packed = kind === dateKind.triple || kind === dateKind.instantTriple;
    const value = packed ? unpackTriple(date.value(row), dates.order) : date.value(row);
    if (!Number.isFinite(value)) return noDay;
    const instant = utc || kind === dateKind.instant || kind === dateKind.instantTriple;
    const day = instant ? localDay(value) : Math.floor(value / 86_400_000);
    return Math.floor(value / 86_400_000) === anonymousDay ? noDay : day;
  };
}
