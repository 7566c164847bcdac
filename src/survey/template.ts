import { CandorError } from '../errors/index.ts';
import type { QuestionPart, TouchpointType } from './library/entry.ts';
import { library } from './library/search-library.ts';
import type { Question } from './question.ts';
import type { Questionnaire } from './questionnaire.ts';
import { type RespondentLanguage, respondentLanguages } from './respondent-words/respondent-words.ts';
import { templateIntro, templateThanks, templateTitles } from './template-words.ts';
import type { Texts } from './texts.ts';
import { defaultTheme } from './theme.ts';

const parts: readonly QuestionPart[] = ['metric', 'driver', 'open'];

/**
 * A short survey that can be asked as it is: the metric of the touchpoint, the driver most worth knowing, one open
 * question, and thanks. It passes `checkQuestionnaire` and `lint`. In any of the five languages of the answer pages,
 * the first is the default; none, one twice or another is refused (`CND_ARGUMENT`).
 * @example templateFor("relationship", ["fi", "ar"]).pages[0].questions[0].key // => "relationship-recommend"
 */
export function templateFor(touchpoint: TouchpointType, languages: readonly RespondentLanguage[]): Questionnaire {
  const known = languages.filter((language) => respondentLanguages.includes(language));
  if (known.length === 0 || known.length < languages.length || new Set(known).size < known.length) {
    throw new CandorError(
      'CND_ARGUMENT',
      `templateFor needs one or more of ${respondentLanguages.join(', ')}, got "${languages.join(', ')}"`,
      { languages: [...languages], known: respondentLanguages },
    );
  }
  const ofTouchpoint = library.filter((entry) => entry.touchpoint === touchpoint);
  const questions = parts.map((part) => ofTouchpoint.find((entry) => entry.part === part)!.question);
  return {
    languages: [...languages],
    title: only(templateTitles[touchpoint], languages),
    intro: only(templateIntro, languages),
    thanks: only(templateThanks, languages),
    theme: { ...defaultTheme },
    pages: [{ key: 'questions', questions: questions.map((question) => inLanguages(question, languages)) }],
  };
}

const only = (texts: Readonly<Texts>, languages: readonly string[]): Texts =>
  Object.fromEntries(languages.map((language) => [language, texts[language]!]));

/** The question with its texts in these languages alone, so that what is edited is all that is there. */
function inLanguages(question: Question, languages: readonly string[]): Question {
  const text = only(question.text, languages);
  if (question.kind !== 'scale') return { ...structuredClone(question), text };
  const { low, high } = question.anchors;
  return { ...structuredClone(question), text, anchors: { low: only(low, languages), high: only(high, languages) } };
}
