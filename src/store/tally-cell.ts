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

/** The columns of a cell, in the order of the keys of `tally` and `account_tally`. */
export const tallyKey = ['question_id', 'day', 'touchpoint_id', 'org_unit_id', 'segment', 'respondent_role', 'channel'];
export const accountTallyKey = ['question_id', 'account_id', 'day', 'touchpoint_id'];

/** The counts per point of the scale, of the longest scale in sight cut to the length of each: `counts int[]`. */
export function countsPerPoint(mostPoints: number): string {
  const points = Array.from({ length: mostPoints }, (_, index) => index + 1);
  const sums = points.map((point) => `coalesce(sum(weight) filter (where point = ${point}), 0)::int`);
  return `(array[${sums.join(', ')}])[1:max(points)]`;
}
