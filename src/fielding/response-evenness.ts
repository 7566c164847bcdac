import { CandorError } from '../errors/index.ts';
import { type Comparison, compareProportions, type Estimate, holm, proportionEstimate } from '../inference/index.ts';
import { corrected } from './judge-variants.ts';

/** How many of a group (a role, a channel, a segment) were asked and were heard. */
export interface AskedGroup {
  readonly key: string;
  readonly asked: number;
  /** Complete answers: AAPOR RR1 counts no other. */
  readonly heard: number;
}

export interface RespondingGroup extends AskedGroup {
  readonly rate: Estimate;
  /** Beside all the others together; absent where there are none. The verdict is that after correction. */
  readonly beside?: Comparison & { readonly adjustedPValue: number };
}

export interface ResponseEvenness {
  readonly groups: readonly RespondingGroup[];
  /** `uneven`: a group answers provably more or less often; `even`: none by more than ten points; `open`: cannot be told. */
  readonly verdict: 'even' | 'uneven' | 'open';
}

/** Points of a hundred within which two rates count as alike. */
const alike = 0.1;

/**
 * Do all groups answer about as often, or does the score rest on some of them? Each group beside all others together, as two
 * proportions (docs/methods/differences.md), with Holm's correction over the groups. Groups of which nobody was asked are
 * left out. Refuses counts that cannot be (`CND_ARGUMENT`).
 */
export function responseEvenness(given: readonly AskedGroup[], { confidence = 0.95 } = {}): ResponseEvenness {
  const groups = given.filter(({ asked }) => asked > 0);
  const wrong = given.find(({ asked, heard }) => !(heard >= 0 && asked >= heard));
  if (wrong) throw new CandorError('CND_ARGUMENT', `more were heard than asked: ${wrong.heard} of ${wrong.asked}`);
  const asked = groups.reduce((sum, group) => sum + group.asked, 0);
  const heard = groups.reduce((sum, group) => sum + group.heard, 0);
  const rest = (group: AskedGroup) => ({ successes: heard - group.heard, n: asked - group.asked });
  const compared = groups.map((group) =>
    groups.length < 2
      ? undefined
      : compareProportions(rest(group), { successes: group.heard, n: group.asked }, { confidence }),
  );
  const adjusted = holm(compared.flatMap((one) => (one ? [one.pValue] : [])));
  const judged = groups.map((group, i): RespondingGroup => {
    const one = compared[i];
    const rate = proportionEstimate(group.heard, group.asked, { confidence });
    return { ...group, rate, ...(one && { beside: corrected(one, adjusted[i]!) }) };
  });
  return { groups: judged, verdict: verdictOn(judged) };
}

function verdictOn(groups: readonly RespondingGroup[]): ResponseEvenness['verdict'] {
  const compared = groups.flatMap(({ beside }) => beside ?? []);
  if (compared.some(({ verdict }) => verdict === 'rose' || verdict === 'fell')) return 'uneven';
  const isAlike = compared.every(
    ({ verdict, difference: { interval } }) =>
      verdict !== 'not enough data' && interval.low >= -alike && interval.high <= alike,
  );
  return compared.length > 0 && isAlike ? 'even' : 'open';
}
