import type { RandomStream } from '../numeric/index.ts';
import { logistic } from './draws.ts';
import { law } from './law.ts';
import type { NonResponse } from './world.ts';

/** What decides whether a person answers. */
export interface ResponseSituation {
  readonly nonResponse: NonResponse;
  readonly experience: number;
  readonly decides: boolean;
  readonly relationship: boolean;
  readonly invitedLately: boolean;
  readonly large: boolean;
  readonly recentComplaint: boolean;
}

/** The answer that this experience leads to on the scale 0..10. */
export function answers(experience: number, chance: RandomStream): number {
  const value = Math.round(law.scoreBase + law.scoreSlope * experience + law.scoreNoise * chance.normal());
  return Math.max(0, Math.min(10, value));
}

/** The probability of an answer. */
export function responseChance(base: number, situation: ResponseSituation): number {
  const { response } = law;
  const { nonResponse, experience } = situation;
  let logit = base;
  if (nonResponse === 'experience') {
    logit += response.experience * experience + response.experienceSquared * experience * experience;
  }
  if (nonResponse === 'known') {
    logit += (situation.large ? response.large : 0) + (situation.recentComplaint ? response.recentComplaint : 0);
  }
  logit += situation.decides ? response.decisionMaker : 0;
  logit += situation.relationship ? response.relationship : 0;
  logit += situation.invitedLately ? response.invitedLately : 0;
  return logistic(logit);
}
