import { lengthCost } from '../length-cost.ts';
import { isChoice } from '../question.ts';
import { type Questionnaire, questionsOf } from '../questionnaire.ts';
import type { LintContext, LintHit } from './finding.ts';

/** After one encounter few questions are fair; a relationship survey that feeds the path model needs more. */
const fairLength = 7;
const longestLength = 12;

/** Six options are looked through, more are skipped over (docs/guides/survey-lint.md). */
const fairOptions = 6;

/** Counts the items of the longest path. */
export function lengthHits(q: Questionnaire, { level }: LintContext): LintHit[] {
  const count = lengthCost(q).longest.questions;
  if (count > longestLength) return [{ rule: 'length', reason: 'too-long', severity: 'warn', count }];
  const isLong = count > fairLength && level !== 'relationship';
  return isLong ? [{ rule: 'length', reason: 'long', severity: 'warn', count }] : [];
}

export function optionHits(q: Questionnaire): LintHit[] {
  return questionsOf(q)
    .filter(isChoice)
    .filter(({ options }) => options.length > fairOptions)
    .map(({ key, options }) => ({
      rule: 'options',
      reason: 'many-options',
      severity: 'warn',
      question: key,
      count: options.length,
    }));
}
