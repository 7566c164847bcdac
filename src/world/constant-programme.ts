import { CandorError } from '../errors/index.ts';
import { type NpsGroup, scoreGroup } from '../metrics/index.ts';
import { randomStream } from '../numeric/index.ts';
import { streams } from './streams.ts';

/** A plain programme: one question, the same number of answers every month, and at most one true change. */
export interface ProgrammeSettings {
  readonly seed: number;
  readonly months: number;
  readonly answersPerMonth: number;
  /** Shares of 9-10 and of 0-6 before any change. */
  readonly positive: number;
  readonly negative: number;
  /** From this month on (1 the first) the score is higher by so many points, half from each end. */
  readonly change?: { readonly month: number; readonly points: number };
}

/** How often each score 0..10 was given in a month. */
export interface ProgrammeMonth {
  readonly month: number;
  readonly counts: readonly number[];
}

/**
 * The demo of a programme that shows one significant month of twelve: 230 answers a month, +20 points from month 8 on, and
 * the first seed for which a plain test finds just that month. With no change at all, one or more of the eleven is found
 * in 39 of 100 such years.
 */
export const oneMonthOfTwelve: ProgrammeSettings = {
  seed: 1,
  months: 12,
  answersPerMonth: 230,
  positive: 0.45,
  negative: 0.25,
  change: { month: 8, points: 20 },
};

/** How often each score 0..10 is given within its group of the three; low ones are the rarer the lower. */
const withinGroup = [0.04, 0.02, 0.05, 0.09, 0.12, 0.28, 0.4, 0.4, 0.6, 0.55, 0.45] as const;

/**
 * What does a programme look like whose score is known? Counts of each score by month, drawn as a simple sample around true
 * shares that change once or never. The control for every claim that a score moved.
 *
 * Not for accounts with several answers: those are not independent (`accountHistories`). Refuses shares that leave no room
 * for the change, and counts that are not whole (`CND_ARGUMENT`).
 * @example programmeMonths({ ...oneMonthOfTwelve, answersPerMonth: 230 }).length // => 12
 */
export function programmeMonths(settings: ProgrammeSettings): ProgrammeMonth[] {
  const { seed, months, answersPerMonth } = settings;
  if (!(Number.isInteger(months) && months >= 1 && months <= 1200)) refuse('months 1..1200', months);
  if (!(Number.isInteger(answersPerMonth) && answersPerMonth >= 0)) refuse('whole answers a month', answersPerMonth);
  return Array.from({ length: months }, (_, i) => {
    const chance = randomStream(seed, streams.scoreMonth, i + 1);
    return { month: i + 1, counts: chance.multinomial(answersPerMonth, scoreShares(settings, i + 1)) };
  });
}

function scoreShares(settings: ProgrammeSettings, month: number): number[] {
  return withinGroup.map((part, score) => {
    const share = groupShare(scoreGroup(score), settings, month);
    if (!(share >= 0 && share <= 1)) refuse('shares from 0 to 1', share);
    return share * part;
  });
}

function groupShare(group: NpsGroup, { positive, negative, change }: ProgrammeSettings, month: number): number {
  const moved = change !== undefined && month >= change.month ? change.points / 200 : 0;
  if (group === 'promoter') return positive + moved;
  return group === 'detractor' ? negative - moved : 1 - positive - negative;
}

function refuse(need: string, got: number): never {
  throw new CandorError('CND_ARGUMENT', `programmeMonths needs ${need}, got ${got}`, { got: String(got) });
}
