import { CandorError } from '../errors/index.ts';
import { type Comparison, type Estimate, holm } from '../inference/index.ts';
import {
  compareDesignedScores,
  compareScores,
  estimateDesignedScores,
  estimateScores,
  type MetricDefinition,
  tallyScores,
} from '../metrics/index.ts';
import { median } from '../numeric/index.ts';
import { corrected } from './judge-variants.ts';

/** An answer with how much it took to get it. */
export interface PersuadedAnswer {
  readonly score: number;
  /** Days from the invitation to the answer. */
  readonly days: number;
  /** Reminders sent before it came. */
  readonly reminders: number;
  /** Code of its account from 0; answers of one account are alike. All have one, or none. */
  readonly account?: number;
}

export const persuasionGroups = ['early', 'late', 'reminded'] as const;
export type PersuasionGroup = (typeof persuasionGroups)[number];

export interface PersuasionEffect {
  /** Without a reminder, `early` is up to this many days: the median of those who needed none. */
  readonly earlyDays: number;
  readonly groups: readonly { readonly group: PersuasionGroup; readonly estimate: Estimate }[];
  /** Late and reminded each beside early, corrected by Holm. */
  readonly comparisons: readonly ({
    readonly group: Exclude<PersuasionGroup, 'early'>;
    readonly adjustedPValue: number;
  } & Comparison)[];
  /** What the score is, and what it would have been without the answers that reminders brought. */
  readonly all: Estimate;
  readonly unreminded?: Estimate;
}

/**
 * Does persuading people change the score itself? The metric of those who answered early, late and after a reminder,
 * beside each other. Those who had to be asked again are the nearest there are to those who never answered: where they
 * differ, non-response bends the figure; it does not say that the reminder changed anybody's mind. Refuses an empty
 * list, days or reminders below 0, and accounts of some answers only (`CND_ARGUMENT`); scores off the scale as
 * `estimateScores`. A group without answers is absent.
 */
export function persuasionEffect(
  definition: MetricDefinition,
  answers: readonly PersuadedAnswer[],
  options: { readonly confidence?: number } = {},
): PersuasionEffect {
  requireAnswers(answers);
  const quick = answers.filter(({ reminders }) => reminders === 0);
  const earlyDays = quick.length > 0 ? median(quick.map(({ days }) => days)) : 0;
  const groupOf = ({ reminders, days }: PersuadedAnswer): PersuasionGroup =>
    reminders > 0 ? 'reminded' : days <= earlyDays ? 'early' : 'late';
  const inGroup = (group: PersuasionGroup) => answers.filter((answer) => groupOf(answer) === group);
  const filled = persuasionGroups.filter((group) => inGroup(group).length > 0);
  const beside = filled.filter((group) => group !== 'early' && filled.includes('early')) as ('late' | 'reminded')[];
  const compared = beside.map((group) => compare(definition, inGroup('early'), inGroup(group), options));
  const adjusted = holm(compared.map(({ pValue }) => pValue));
  return {
    earlyDays,
    groups: filled.map((group) => ({ group, estimate: estimate(definition, inGroup(group), options) })),
    comparisons: beside.map((group, i) => ({ group, ...corrected(compared[i]!, adjusted[i]!) })),
    all: estimate(definition, answers, options),
    ...(quick.length > 0 && { unreminded: estimate(definition, quick, options) }),
  };
}

/** An answer of one of several groups that are looked at beside each other. */
export type GroupedAnswer = Pick<PersuadedAnswer, 'score' | 'account'> & { readonly group: string };

export interface ScoredGroup {
  readonly group: string;
  readonly estimate: Estimate;
  /** Beside the first group that anybody answered in; absent for that one. The verdict is that after correction. */
  readonly comparison?: Comparison & { readonly adjustedPValue: number };
}

/**
 * How does the score stand in each of these groups (after no, one or two reminders; by channel), and does any differ from
 * the first? The groups in the order given, each against the first that has answers, with Holm's correction over all of
 * them. People chose their group themselves, so a difference says who answers there and not what the reminder or the channel
 * did. A group without answers is absent. Refuses accounts of some answers only (`CND_ARGUMENT`).
 */
export function compareGroups(
  definition: MetricDefinition,
  answers: readonly GroupedAnswer[],
  { order, confidence }: { readonly order: readonly string[]; readonly confidence?: number },
): ScoredGroup[] {
  if (answers.length === 0) return [];
  requireAnswers(answers.map((answer) => ({ ...answer, days: 0, reminders: 0 })));
  const options = confidence === undefined ? {} : { confidence };
  const filled = order
    .map((group) => ({ group, own: answers.filter((answer) => answer.group === group) }))
    .filter(({ own }) => own.length > 0);
  const [first, ...others] = filled;
  if (!first) return [];
  const compared = others.map(({ own }) => compare(definition, first.own, own, options));
  const adjusted = holm(compared.map(({ pValue }) => pValue));
  return filled.map(({ group, own }, i) => ({
    group,
    estimate: estimate(definition, own, options),
    ...(i > 0 && { comparison: corrected(compared[i - 1]!, adjusted[i - 1]!) }),
  }));
}

type Answers = readonly Pick<PersuadedAnswer, 'score' | 'account'>[];
type Options = { readonly confidence?: number };

function estimate(definition: MetricDefinition, answers: Answers, options: Options): Estimate {
  const scores = answers.map(({ score }) => score);
  if (answers[0]!.account === undefined) return estimateScores(definition, tallyScores(scores), options);
  return estimateDesignedScores(definition, { scores, clusters: codesOf(answers) }, options).estimate;
}

function compare(definition: MetricDefinition, early: Answers, others: Answers, options: Options): Comparison {
  const scoresOf = (group: Answers) => group.map(({ score }) => score);
  if (early[0]!.account === undefined) {
    const tallies = { before: tallyScores(scoresOf(early)), after: tallyScores(scoresOf(others)) };
    return compareScores(definition, tallies, options);
  }
  const both = [...early, ...others];
  const marks = (isEarly: boolean) => both.map((_, i) => (i < early.length === isEarly ? 1 : 0));
  return compareDesignedScores(
    definition,
    { scores: scoresOf(both), clusters: codesOf(both) },
    { before: marks(true), after: marks(false) },
    options,
  );
}

/** Codes from 0 without gaps, as a sample design wants them. */
function codesOf(answers: Answers): number[] {
  const codes = new Map<number, number>();
  return answers.map(({ account }) => {
    const code = codes.get(account!) ?? codes.size;
    codes.set(account!, code);
    return code;
  });
}

function requireAnswers(answers: readonly PersuadedAnswer[]): void {
  const withAccount = answers.filter(({ account }) => account !== undefined).length;
  const wrong = answers.some(({ days, reminders }) => !(days >= 0 && reminders >= 0));
  if (answers.length === 0 || wrong || (withAccount > 0 && withAccount < answers.length)) {
    throw new CandorError(
      'CND_ARGUMENT',
      'persuasionEffect needs answers with days and reminders from 0, all of them with an account or none',
    );
  }
}
