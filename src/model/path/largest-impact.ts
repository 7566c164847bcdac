import type { ImpactDraws } from './model-study.ts';

/**
 * Which construct has the largest impact on the target, and in which share of the resamples is it the largest? Absent
 * where nothing with an index acts on it. The whole order of impacts is less certain than each of them.
 * @example largestImpact([{ from: 'a', to: 'c', values: [1, 2, 3] }, { from: 'b', to: 'c', values: [0, 3, 1] }], 'c').share // => 0.6667
 */
export function largestImpact(
  draws: readonly ImpactDraws[],
  target: string,
): { readonly from: string; readonly share: number } | undefined {
  const onTarget = draws.filter(({ to }) => to === target);
  if (onTarget.length === 0) return undefined;
  const count = onTarget[0]!.values.length;
  const first = onTarget.map(() => 0);
  for (let draw = 0; draw < count; draw++) {
    let best = 0;
    for (const [place, { values }] of onTarget.entries()) {
      if (Math.abs(values[draw]!) > Math.abs(onTarget[best]!.values[draw]!)) best = place;
    }
    first[best]!++;
  }
  const most = first.indexOf(Math.max(...first));
  return { from: onTarget[most]!.from, share: first[most]! / count };
}
