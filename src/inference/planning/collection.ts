import { CandorError } from '../../errors/index.ts';
import { requirePositive } from '../preconditions.ts';

/**
 * How many must be asked to get so many answers? answers / response rate, rounded up. The rate is a share; ask with both
 * ends of its interval too, since a plan with the rate alone is short in half of the cases.
 * Assumes that those asked next answer as often as those asked so far. Refuses answers that are not above 0 and a rate
 * outside 0..1 (CND_ARGUMENT). See docs/methods/planning.md.
 * @example invitationsNeeded(958, 0.25) // => 3832
 */
export function invitationsNeeded(answers: number, responseRate: number): number {
  requirePositive('invitationsNeeded', 'answers', answers);
  requirePositive('invitationsNeeded', 'responseRate', responseRate);
  if (responseRate > 1) {
    throw new CandorError('CND_ARGUMENT', `invitationsNeeded needs a response rate of at most 1, got ${responseRate}`, {
      responseRate,
    });
  }
  return Math.ceil(answers / responseRate);
}

/**
 * How many days until so many answers are there? Rounded up to whole days, at an even flow of answers.
 * Refuses what is not above 0 (CND_ARGUMENT). See docs/methods/planning.md.
 * @example daysNeeded(958, 1.4) // => 685
 */
export function daysNeeded(answers: number, answersPerDay: number): number {
  requirePositive('daysNeeded', 'answers', answers);
  requirePositive('daysNeeded', 'answersPerDay', answersPerDay);
  return Math.ceil(answers / answersPerDay);
}

/**
 * How many invitations do people and contact rule allow in so many days? Each person once in `restDays`, spread evenly:
 * people x days / restDays, rounded down. A plan that needs more cannot be carried out.
 * Refuses rest and days that are not above 0 and people below 0 (CND_ARGUMENT). See docs/methods/planning.md.
 * @example invitationsAllowed({ people: 4000, restDays: 90, days: 30 }) // => 1333
 */
export function invitationsAllowed(rule: {
  readonly people: number;
  readonly restDays: number;
  readonly days: number;
}): number {
  const { people, restDays, days } = rule;
  requirePositive('invitationsAllowed', 'restDays', restDays);
  requirePositive('invitationsAllowed', 'days', days);
  if (!(people >= 0 && Number.isFinite(people))) {
    throw new CandorError('CND_ARGUMENT', `invitationsAllowed needs people from 0, got ${people}`, { people });
  }
  return Math.floor((people * days) / restDays);
}
