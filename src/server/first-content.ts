import { CandorError } from '../errors/index.ts';
import {
  parseQuestionnaire,
  type Questionnaire,
  questionFromLibrary,
  type RespondentLanguage,
  type TouchpointType,
  templateFor,
} from '../survey/index.ts';

/**
 * With what a new survey begins: the ready one of a touchpoint, these questions of the library, or its title alone. A
 * question of the library that is not there is refused (`CND_NOT_FOUND`), one that is named twice too (`CND_REQUEST`).
 */
export function firstContent(from: {
  readonly name: string;
  readonly languages: readonly RespondentLanguage[];
  readonly touchpoint?: TouchpointType;
  readonly questions?: readonly string[];
}): Questionnaire {
  const { name, languages, touchpoint, questions = [] } = from;
  if (new Set(languages).size < languages.length || new Set(questions).size < questions.length) {
    throw new CandorError('CND_REQUEST', 'a language or a question is named twice', { field: 'languages' });
  }
  if (touchpoint !== undefined) return templateFor(touchpoint, languages);
  const asked = questions.map(questionFromLibrary);
  return parseQuestionnaire({
    languages,
    title: Object.fromEntries(languages.map((language) => [language, name])),
    pages: asked.length > 0 ? [{ key: 'questions', questions: asked }] : [],
  });
}
