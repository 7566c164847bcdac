import { metricDefinitions } from '../../metrics/index.ts';
import { isRated, type Question } from '../question.ts';
import { type Questionnaire, questionsOf } from '../questionnaire.ts';
import type { LintContext, LintHit } from './finding.ts';

/** The question that the survey exists for: the first of a named metric, else the first on a scale. */
function mainQuestion(questions: readonly Question[]): Question | undefined {
  const rated = questions.filter(isRated);
  return rated.find(({ metric }) => metricDefinitions[metric].family !== 'other') ?? rated[0];
}

/** Details and demographics before the metric lose people; ratings before the recommendation colour it. */
export function orderHits(q: Questionnaire, { level }: LintContext): LintHit[] {
  const questions = questionsOf(q).filter(({ kind }) => kind !== 'consent');
  const main = mainQuestion(questions);
  if (!main) return [];
  const before = questions.slice(0, questions.indexOf(main));
  const details = before.filter((question) => !isRated(question));
  return [
    ...details.map(({ key }): LintHit => ({ rule: 'order', reason: 'details-first', severity: 'warn', question: key })),
    ...(level === 'relationship' ? lateRecommendation(questions) : []),
  ];
}

function lateRecommendation(questions: readonly Question[]): LintHit[] {
  const place = questions.findIndex((question) => question.kind === 'scale' && question.metric === 'nps');
  return questions.slice(0, Math.max(place, 0)).some(isRated)
    ? [{ rule: 'order', reason: 'recommendation-late', severity: 'warn', question: questions[place]!.key }]
    : [];
}

/** A score without the reason in the customer's own words cannot be acted on. */
export function followUpHits(q: Questionnaire): LintHit[] {
  const questions = questionsOf(q);
  const main = mainQuestion(questions);
  if (!main || questions.slice(questions.indexOf(main)).some(({ kind }) => kind === 'text')) return [];
  return [{ rule: 'follow-up', reason: 'no-open-question', severity: 'warn', question: main.key }];
}
