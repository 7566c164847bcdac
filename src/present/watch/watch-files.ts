import type { WatchedLevel } from '../../overview/index.ts';
import { writeCsv } from '../csv-text.ts';

/** The evidence of each day as CSV, unrounded. */
export function watchCsv({ path, alarms, threshold }: WatchedLevel): string {
  const alarmed = new Map(alarms.map((alarm) => [alarm.day, alarm]));
  return writeCsv([
    ['day', 'answers', 'evidence', 'threshold', 'learning', 'alarm', 'changed_since', 'size_so_far'],
    ...path.map(({ day, n, evidence, isLearning }) => {
      const alarm = alarmed.get(day);
      return [
        day,
        n,
        evidence,
        threshold,
        isLearning === true,
        alarm?.direction,
        alarm?.changedSince,
        alarm?.sizeSoFar,
      ];
    }),
  ]);
}
