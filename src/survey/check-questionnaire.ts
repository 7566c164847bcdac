import { CandorError } from '../errors/index.ts';
import { missingTranslations } from './all-texts.ts';
import { conditionProblems } from './check-conditions.ts';
import { keyProblems } from './check-keys.ts';
import { scaleProblems } from './check-scales.ts';
import { slotProblems } from './check-slots.ts';
import { type Questionnaire, questionnaire } from './questionnaire.ts';
import type { SurveyProblem } from './survey-problem.ts';
import { themeProblems } from './theme.ts';

/**
 * Can this questionnaire be asked? Answers everything that its form alone cannot tell: keys that stand twice,
 * conditions and slots that look ahead or at nothing, metrics on a scale that is not theirs, pairs without their other
 * half, missing translations, colours that not everybody can read. Empty: it can be published.
 * @example checkQuestionnaire(templateFor("delivery", ["en", "fi"])).length // => 0
 */
export function checkQuestionnaire(q: Questionnaire): SurveyProblem[] {
  const nothing: SurveyProblem = { path: 'pages', code: 'no-questions', message: 'no question is asked yet' };
  return [
    ...(q.pages.length === 0 ? [nothing] : []),
    ...keyProblems(q),
    ...conditionProblems(q),
    ...scaleProblems(q),
    ...slotProblems(q),
    ...missingTranslations(q).map(
      ({ path, language }): SurveyProblem => ({
        path,
        code: 'missing-translation',
        message: `the text in "${language}" is missing`,
        language,
      }),
    ),
    ...themeProblems(q.theme).map(({ message }): SurveyProblem => ({ path: 'theme', code: 'contrast', message })),
  ];
}

/**
 * Reads a questionnaire from JSON of any origin. Refuses what does not have its form, with the field
 * (`CND_SURVEY`); whether it can be asked is told by `checkQuestionnaire`, so that a draft can be kept.
 * @example parseQuestionnaire({ "languages": ["en"], "title": { "en": "Delivery" }, "pages": [{ "key": "one", "questions": [{ "kind": "text", "key": "why", "text": { "en": "Why?" }, "longest": 500 }] }] }).pages.length // => 1
 */
export function parseQuestionnaire(given: unknown): Questionnaire {
  const parsed = questionnaire.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue!.path.join('.');
  const place = field === '' ? 'the survey' : `"${field.slice(0, 200)}" of the survey`;
  throw new CandorError('CND_SURVEY', `${place}: ${issue!.message.slice(0, 300)}`, { field: field.slice(0, 200) });
}
