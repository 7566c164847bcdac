import { isRated } from '../question.ts';
import { type Questionnaire, questionsOf } from '../questionnaire.ts';
import type { LintHit } from './finding.ts';

/** Anchors that say nothing: the same words at both ends, or only figures. */
export function anchorHits(q: Questionnaire): LintHit[] {
  return questionsOf(q)
    .filter(isRated)
    .flatMap(({ key, anchors: { low, high } }) =>
      q.languages
        .filter((language) => {
          const [one, other] = [low[language]?.trim(), high[language]?.trim()];
          return one !== undefined && other !== undefined && (one === other || [one, other].every(isFigure));
        })
        .map(
          (language): LintHit => ({
            rule: 'anchors',
            reason: 'same-anchors',
            severity: 'refused',
            question: key,
            language,
          }),
        ),
    );
}

const isFigure = (text: string): boolean => /^[\p{N}\s.,]+$/u.test(text);
