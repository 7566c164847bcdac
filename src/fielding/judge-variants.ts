import { CandorError } from '../errors/index.ts';
import {
  type Comparison,
  compareProportions,
  type Estimate,
  holm,
  proportionEstimate,
  verdictOf,
} from '../inference/index.ts';

/** What a variant achieved. Opens are not looked at: mail programs open mails on their own. */
export interface VariantResult {
  readonly name: string;
  /** Invitations that went out with it. */
  readonly invited: number;
  /** Valid answers: complete, or partial with enough (AAPOR I + P). */
  readonly validAnswers: number;
}

export interface JudgedVariant {
  readonly name: string;
  /** Valid answers per invitation. */
  readonly estimate: Estimate;
  /** Beside the first variant; absent for the first itself. The verdict is that after correction. */
  readonly comparison?: Comparison & { readonly adjustedPValue: number };
}

/**
 * Which wording or hour brings more valid answers? Each variant against the first (the one in use), as two proportions
 * (Newcombe or z, docs/methods/differences.md), with Holm's correction over all of them. Assumes that the variants were
 * assigned by chance (`variantOf`) and that one looks once, at the end: looking every day finds differences that are
 * none. Refuses fewer than two variants, double names, and counts that cannot be (`CND_ARGUMENT`).
 */
export function judgeVariants(results: readonly VariantResult[], { confidence = 0.95 } = {}): JudgedVariant[] {
  if (results.length < 2 || new Set(results.map(({ name }) => name)).size < results.length) {
    const got = results.map(({ name }) => name);
    throw new CandorError('CND_ARGUMENT', `judgeVariants needs two variants or more, each once, got ${got.join(', ')}`);
  }
  const counts = results.map(({ validAnswers, invited }) => ({ successes: validAnswers, n: invited }));
  const [control, ...others] = counts as [ShareOf, ...ShareOf[]];
  const comparisons = others.map((other) => compareProportions(control, other, { confidence }));
  const adjusted = holm(comparisons.map(({ pValue }) => pValue));
  return results.map(({ name }, i) => {
    const { successes, n } = counts[i]!;
    const estimate = proportionEstimate(successes, n, { confidence });
    if (i === 0) return { name, estimate };
    return { name, estimate, comparison: corrected(comparisons[i - 1]!, adjusted[i - 1]!) };
  });
}

interface ShareOf {
  readonly successes: number;
  readonly n: number;
}

/** A comparison with the verdict that it has among several. */
export function corrected(comparison: Comparison, adjustedPValue: number) {
  const { before, after, difference } = comparison;
  const verdict = verdictOf({
    adjustedPValue,
    difference: difference.value,
    effectiveBefore: before.effectiveN,
    effectiveAfter: after.effectiveN,
  });
  return { ...comparison, adjustedPValue, verdict };
}
