/** Stands where a response has no touchpoint, org unit or account: a key of a cell holds no null. */
export const noId = '00000000-0000-0000-0000-000000000000';

/** The dimensions of a response as they were when it came. `day` is cut in the time zone of the workspace. */
export interface ResponseDimensions {
  readonly touchpointId?: string;
  readonly orgUnitId?: string;
  readonly accountId?: string;
  readonly segment?: string;
  readonly respondentRole?: string;
  readonly channel?: string;
  /** ISO date. */
  readonly day: string;
}

/** One of the tallies: which columns make a cell, and whether it counts only answers that belong to an account. */
export interface TallyShape {
  readonly table: 'tally' | 'account_tally' | 'trend_tally' | 'account_trend_tally' | 'month_tally';
  readonly key: readonly string[];
  readonly accountsOnly: boolean;
}

/** All of them, in the order in which they are written. */
export const tallyShapes: readonly TallyShape[] = [
  {
    table: 'tally',
    key: ['question_id', 'day', 'touchpoint_id', 'org_unit_id', 'segment', 'respondent_role', 'channel'],
    accountsOnly: false,
  },
  { table: 'account_tally', key: ['question_id', 'account_id', 'day', 'touchpoint_id'], accountsOnly: true },
  { table: 'trend_tally', key: ['question_id', 'day', 'touchpoint_id'], accountsOnly: false },
  { table: 'account_trend_tally', key: ['question_id', 'month', 'account_id'], accountsOnly: true },
  { table: 'month_tally', key: ['question_id', 'month', 'touchpoint_id'], accountsOnly: false },
];

/** A column of a cell, from the columns of a delta. */
export function cellColumn(column: string): string {
  return column === 'month' ? "date_trunc('month', day::timestamp)::date" : column;
}

/** The counts per point of the scale, of the longest scale in sight cut to the length of each: `counts int[]`. */
export function countsPerPoint(mostPoints: number): string {
  const points = Array.from({ length: mostPoints }, (_, index) => index + 1);
  const sums = points.map((point) => `coalesce(sum(weight) filter (where point = ${point}), 0)::int`);
  return `(array[${sums.join(', ')}])[1:max(points)]`;
}
