import { caveat, type Estimate, marginOfError } from '../inference/index.ts';
import {
  type CodedColumn,
  estimateDesignedScores,
  estimateScores,
  headlineErrorOf,
  scoreCounts,
  tallyMoments,
} from '../metrics/index.ts';
import type { AuditInput } from './audit-input.ts';
import type { PeriodResult } from './audit-result.ts';
import { columnOf, type PeriodAnswers } from './period-answers.ts';

/** How one period stands, with what the comparisons and the plan need of it. */
export interface PeriodStanding {
  readonly answers: PeriodAnswers;
  readonly result: PeriodResult;
  /** Of one answer, divisor n, in the squared unit of the metric. */
  readonly variance: number;
  /** 1 without accounts. */
  readonly designEffect: number;
  /** Distinct accounts; undefined where there is no account column. */
  readonly accounts?: number;
}

/** Estimates one period: a simple sample, or a sample of accounts, with the finite population where it is known. */
export function standingOf(input: AuditInput, answers: PeriodAnswers): PeriodStanding {
  const { definition, confidence, series, population } = input;
  const counts = scoreCounts(definition, answers.tally);
  const { period, tally } = answers;
  if (tally.n === 0) return { answers, result: { period, n: 0, counts }, variance: 0, designEffect: 1 };
  const { variance } = tallyMoments(definition, tally);
  if (!series.account && population === undefined) {
    const estimate = estimateScores(definition, tally, { confidence });
    const result = {
      period,
      n: tally.n,
      counts,
      ...withMargin(estimate, headlineErrorOf(definition, tally)),
    };
    return { answers, result, variance, designEffect: 1 };
  }
  const clusters = series.account && accountsOf(series.account, answers.rows);
  const designed = estimateDesignedScores(
    definition,
    {
      scores: columnOf(series.scores, answers.rows),
      ...(clusters && { clusters }),
      ...(population !== undefined && { population: [population] }),
    },
    { confidence },
  );
  const standardError = tally.n > 1 && variance > 0 ? designed.standardError : undefined;
  return {
    answers,
    result: { period, n: tally.n, counts, ...withMargin(designed.estimate, standardError) },
    variance,
    designEffect: Math.max(1, designed.designEffect),
    ...(clusters && { accounts: new Set(clusters).size }),
  };
}

function withMargin(
  estimate: Estimate,
  standardError: number | undefined,
): Pick<PeriodResult, 'estimate' | 'marginOfError'> {
  if (standardError !== undefined && standardError > 0)
    return { estimate, marginOfError: marginOfError(standardError) };
  if (estimate.caveats.some(({ code }) => code === 'no-variance')) return { estimate };
  const doubt = caveat('no-variance', 'All answers fall in one group, so the margin of error is unknown.');
  return { estimate: { ...estimate, caveats: [...estimate.caveats, doubt] } };
}

/** Account codes of the rows; an answer without an account is an account of its own. */
export function accountsOf({ codes, names }: CodedColumn, rows: Int32Array): Int32Array {
  const accounts = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const code = codes[rows[i]!]!;
    accounts[i] = code >= 0 ? code : names.length + rows[i]!;
  }
  return accounts;
}
