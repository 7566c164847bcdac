import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeSurvey } from '../../src/collect/index.ts';
import { isCandorError } from '../../src/errors/index.ts';
import { askedQuestions, library, parseQuestionnaire, takeAnswers, templateFor } from '../../src/survey/index.ts';

/** Mutations of a survey; CANDOR_TEST_FUZZ=10000 asks for as many as one has time for. */
const runs = Number(process.env.CANDOR_TEST_FUZZ ?? 1_000);

const whole = () => ({
  ...templateFor('delivery', ['en', 'fi']),
  pages: [
    ...templateFor('delivery', ['en', 'fi']).pages,
    { key: 'more', questions: library.slice(0, 8).map(({ question }) => structuredClone(question)) },
  ],
});

type Path = readonly (string | number)[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))];
}

/** The survey with something else at one place of it. */
function changed(of: unknown, path: Path, to: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return to;
  const copy = (Array.isArray(of) ? [...of] : { ...(of as object) }) as Record<string | number, unknown>;
  copy[first] = changed(copy[first], rest, to);
  return copy;
}

const places = pathsOf(whole());
const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    '\u0000',
    '{{',
    '{{answer.x|',
    '__proto__',
    'a'.repeat(5_000),
    -1,
    1e9,
    1.5,
    [],
    {},
  ),
  fc.constantFrom('delivery-satisfaction', 'delivery-on-time', 'en', 'nps', 'scale').map((word): unknown => word),
  fc.record({
    question: fc.constantFrom('delivery-satisfaction', 'none'),
    is: fc.constantFrom('atMost', 'answered'),
    value: fc.integer(),
  }),
);

describe('JSON that may be a survey', () => {
  it('is refused by its code and field, or judged: never a fault', () => {
    const outcomes = { refused: 0, judged: 0 };
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(places.length - 1), anything), { minLength: 1, maxLength: 3 }),
        (changes) => {
          let given: unknown = whole();
          for (const [place, to] of changes) {
            try {
              given = changed(given, places[place]!, to);
            } catch {
              // A former change took the place away.
            }
          }
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
        },
      ),
      { numRuns: runs },
    );
    // Both happen often, or this would prove little.
    expect(outcomes.refused).toBeGreaterThan(runs / 20);
    expect(outcomes.judged).toBeGreaterThan(runs / 20);
  });
});
