import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeSurvey } from '../../src/collect/index.ts';
import { isCandorError } from '../../src/errors/index.ts';
import { askedQuestions, library, parseQuestionnaire, takeAnswers, templateFor } from '../../src/survey/index.ts';
import { anything, mutated } from './mutation.ts';

/** Mutations of a survey; CANDOR_TEST_FUZZ=10000 asks for as many as one has time for. */
const runs = Number(process.env.CANDOR_TEST_FUZZ ?? 1_000);

const whole = () => ({
  ...templateFor('delivery', ['en', 'fi']),
  pages: [
    ...templateFor('delivery', ['en', 'fi']).pages,
    { key: 'more', questions: library.slice(0, 8).map(({ question }) => structuredClone(question)) },
  ],
});

const words = fc.oneof(
  { weight: 3, arbitrary: anything('{{answer.x|', 'delivery-satisfaction', 'delivery-on-time', 'en', 'nps', 'scale') },
  {
    weight: 1,
    arbitrary: fc.record({
      question: fc.constantFrom('delivery-satisfaction', 'none'),
      is: fc.constantFrom('atMost', 'answered'),
      value: fc.integer(),
    }),
  },
);

describe('JSON that may be a survey', () => {
  it('is refused by its code and field, or judged: never a fault', () => {
    const outcomes = { refused: 0, judged: 0 };
    fc.assert(
      fc.property(mutated(whole, words), (given) => {
        try {
          const survey = parseQuestionnaire(given);
          const verdict = judgeSurvey(survey, {
            level: 'encounter',
            inField: parseQuestionnaire(whole()),
            words: 'fi',
          });
          expect(Number.isFinite(verdict.length.longest.seconds)).toBe(true);
          askedQuestions(survey);
          takeAnswers(survey, { 'delivery-satisfaction': '3' });
          outcomes.judged++;
        } catch (error) {
          if (!isCandorError(error)) throw error;
          expect(error.code).toBe('CND_SURVEY');
          outcomes.refused++;
        }
      }),
      { numRuns: runs },
    );
    // Both happen often, or this would prove little.
    expect(outcomes.refused).toBeGreaterThan(runs / 20);
    expect(outcomes.judged).toBeGreaterThan(runs / 20);
  });
});
