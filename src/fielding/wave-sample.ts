import { chanceOf } from './chance.ts';
import type { RespondentRole } from './facts.ts';
import type { WaveRules } from './programme-rules.ts';
import { inclusionProbabilities, systematicSample } from './unequal-sample.ts';
import { asksFor, type ChosenPerson, choosePersons, type WavePerson } from './wave-persons.ts';

export interface WaveAccount {
  readonly id: string;
  /** Yearly revenue; absent where it is not known. It then counts in the coverage of accounts only. */
  readonly revenue?: number;
  /** Whether a payer or decision maker answered within `freshMonths`. */
  readonly hasFreshVoice: boolean;
  readonly persons: readonly WavePerson[];
}

export interface WaveGoal {
  readonly waves: WaveRules;
  /** Roles that the programme asks, the one that counts first; absent: anybody. */
  readonly roles?: readonly RespondentRole[] | undefined;
  /** Expected share of those asked who answer, by experience; 0.3 where nothing is known yet. */
  readonly responseShare?: number;
}

export interface WaveMember extends ChosenPerson {
  readonly accountId: string;
  /** Of the account times that of the person within it: his answer weighs 1 / probability. */
  readonly probability: number;
}

/** Why an account or a person is not in the wave. */
export const waveReasons = [
  'no-one-to-ask',
  'no-deciding-person',
  'account-not-sampled',
  'enough-of-account',
  'role-not-asked',
  'not-reachable',
] as const;
export type WaveReason = (typeof waveReasons)[number];

export interface LeftOut {
  readonly accountId: string;
  /** Absent where the whole account is meant. */
  readonly contactId?: string;
  readonly reason: WaveReason;
}

export interface ExpectedCoverage {
  /** Shares 0..1 of revenue and of accounts with a voice of a payer or decision maker when the wave has ended. */
  readonly revenue: number;
  readonly accounts: number;
  /** The highest that asking everybody would lead to, in the unit of the goal. */
  readonly reachable: number;
  readonly isReached: boolean;
}

export interface WaveSample {
  readonly members: readonly WaveMember[];
  readonly leftOut: readonly LeftOut[];
  readonly expected: ExpectedCoverage;
}

const usualResponseShare = 0.3;

/**
 * Whom does a wave ask so that the coverage goal is met with as few persons as will do? Accounts without a recent voice
 * of a payer or decision maker come first: each with a probability in proportion to its revenue (or alike), just so high
 * that the expected coverage meets the goal, and never below `leastProbability`, so that every account that can be asked
 * may be and the answers can be weighted back. Drawn systematically along the list of falling revenue. Within an account
 * `perAccount` persons are drawn, `decidingPerAccount` of them payers or decision makers. The order of the lists does
 * not matter. Coverage is an expectation: it holds if people answer as often as `responseShare` says, one by one.
 */
export function waveSample(accounts: readonly WaveAccount[], goal: WaveGoal, seed: string): WaveSample {
  const ordered = [...accounts].sort((a, b) => (b.revenue ?? 0) - (a.revenue ?? 0) || (a.id < b.id ? -1 : 1));
  const { responseShare = usualResponseShare } = goal;
  const candidates = ordered.map((account) => candidateOf(account, goal, { responseShare, seed }));
  const sizes = candidates.map(({ account }) => (goal.waves.goal.by === 'revenue' ? (account.revenue ?? 0) : 1));
  const probabilities = inclusionProbabilities(
    candidates.map(({ persons, voice, account }, i) => ({
      canBeAsked: persons.length > 0,
      size: account.hasFreshVoice ? 0 : sizes[i]!,
      gain: account.hasFreshVoice ? 0 : sizes[i]! * voice,
    })),
    { needed: neededGain(candidates, sizes, goal), least: goal.waves.leastProbability },
  );
  const drawn = systematicSample(probabilities, chanceOf(seed, 'wave-start'));
  return {
    members: candidates.flatMap((candidate, i) => (drawn[i] ? membersOf(candidate, probabilities[i]!) : [])),
    leftOut: candidates.flatMap((candidate, i) => leftOutOf(candidate, goal, drawn[i]!)),
    expected: expectedOf({ candidates, sizes, drawn }, goal),
  };
}

interface Candidate {
  readonly account: WaveAccount;
  readonly persons: readonly ChosenPerson[];
  /** Probability that at least one payer or decision maker of those chosen answers. */
  readonly voice: number;
}

function candidateOf(
  account: WaveAccount,
  goal: WaveGoal,
  { responseShare, seed }: { responseShare: number; seed: string },
) {
  const persons = choosePersons(account, goal, seed);
  const deciding = persons.filter(({ isDeciding }) => isDeciding).length;
  return { account, persons, voice: 1 - (1 - responseShare) ** deciding };
}

/** How much coverage is still missing, in the unit of the goal. */
function neededGain(candidates: readonly Candidate[], sizes: readonly number[], { waves }: WaveGoal): number {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const fresh = sizes.reduce((sum, size, i) => sum + (candidates[i]!.account.hasFreshVoice ? size : 0), 0);
  return waves.goal.coverage * total - fresh;
}

function membersOf({ account, persons }: Candidate, probability: number): WaveMember[] {
  return persons.map((person) => ({
    ...person,
    accountId: account.id,
    probability: person.probability * probability,
  }));
}

function leftOutOf({ account, persons }: Candidate, goal: WaveGoal, isDrawn: boolean): LeftOut[] {
  const accountId = account.id;
  if (persons.length === 0) return [{ accountId, reason: 'no-one-to-ask' }, ...personsLeft(account, goal, [])];
  if (!isDrawn) return [{ accountId, reason: 'account-not-sampled' }];
  const isSilent = !persons.some(({ isDeciding }) => isDeciding) && !account.hasFreshVoice;
  const whole: LeftOut[] = isSilent ? [{ accountId, reason: 'no-deciding-person' }] : [];
  return [...whole, ...personsLeft(account, goal, persons)];
}

function personsLeft(
  { id: accountId, persons }: WaveAccount,
  goal: WaveGoal,
  chosen: readonly ChosenPerson[],
): LeftOut[] {
  const taken = new Set(chosen.map(({ contactId }) => contactId));
  return [...persons]
    .filter(({ contactId }) => !taken.has(contactId))
    .sort((a, b) => (a.contactId < b.contactId ? -1 : 1))
    .map((person) => ({
      accountId,
      contactId: person.contactId,
      reason: !asksFor(person, goal) ? 'role-not-asked' : person.canBeAsked ? 'enough-of-account' : 'not-reachable',
    }));
}

interface Drawn {
  readonly candidates: readonly Candidate[];
  readonly sizes: readonly number[];
  readonly drawn: readonly boolean[];
}

/** What may be expected of the accounts that were drawn, and of asking all of them. */
function expectedOf({ candidates, sizes, drawn }: Drawn, { waves }: WaveGoal): ExpectedCoverage {
  const covered = (weights: readonly number[], isAsked: (i: number) => boolean) => {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const voices = candidates.map(({ account, voice }, i) => (account.hasFreshVoice ? 1 : isAsked(i) ? voice : 0));
    return total > 0 ? voices.reduce((sum, voice, i) => sum + voice * weights[i]!, 0) / total : 0;
  };
  const isDrawn = (i: number) => drawn[i]!;
  const revenue = covered(
    candidates.map(({ account }) => account.revenue ?? 0),
    isDrawn,
  );
  const accounts = covered(
    candidates.map(() => 1),
    isDrawn,
  );
  const reachable = covered(sizes, () => true);
  // The draw lands on whole accounts, so the figure may fall short of the goal by a part of one.
  const met = waves.goal.by === 'revenue' ? revenue : accounts;
  return { revenue, accounts, reachable, isReached: met >= waves.goal.coverage };
}
