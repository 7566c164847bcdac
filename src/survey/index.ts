/**
 * A questionnaire as a value: its form, what is shown to whom, what an answer is, what it costs the one who answers,
 * what would spoil it, and questions to begin with. Pure: the same JSON on the server, in the editor and in a test.
 */
export { allTexts, type MissingTranslation, missingTranslations, type PlacedTexts } from './all-texts.ts';
export { answerTexts } from './answer-texts.ts';
export { type AskedQuestion, askedQuestions } from './asked-questions.ts';
export { checkQuestionnaire, parseQuestionnaire } from './check-questionnaire.ts';
export type { Condition } from './condition.ts';
export { type LengthCost, lengthCost, type PathCost } from './length-cost.ts';
export {
  type AskedRole,
  type LibraryEntry,
  respondentRoles,
  type SurveyChannel,
  surveyChannels,
  type TouchpointType,
  touchpointTypes,
} from './library/entry.ts';
export {
  type FoundQuestion,
  type LibrarySearch,
  library,
  questionFromLibrary,
  searchLibrary,
} from './library/search-library.ts';
export { type LintContext, type LintFinding, type LintRule, type LintSeverity, lintRules } from './lint/finding.ts';
export { lint } from './lint/lint.ts';
export { type PipeValues, pipe } from './pipe.ts';
export {
  type ChoiceQuestion,
  type MatrixQuestion,
  type Option,
  otherField,
  type Question,
  type ScaleQuestion,
  storedKeys,
} from './question.ts';
export { lengthModel, questionSeconds } from './question-seconds.ts';
export { type Page, type Questionnaire, questionnaire } from './questionnaire.ts';
export { longestOther } from './read-value.ts';
export {
  type RespondentLanguage,
  respondentLanguage,
  respondentLanguages,
  respondentWords,
} from './respondent-words/respondent-words.ts';
export type { Confirmation, Notice, RespondentWords } from './respondent-words/words.ts';
export { shownOrder } from './shown-order.ts';
export type { SurveyProblem, SurveyProblemCode } from './survey-problem.ts';
export { type TakenAnswers, takeAnswers } from './take-answers.ts';
export type { AnswerProblem, AnswerProblemCode, TakenAnswer } from './taken-answer.ts';
export { templateFor } from './template.ts';
export { directionOf, languageFor, type Texts, textIn } from './texts.ts';
export { contrastRatio, defaultTheme, labelColour, type Theme, type ThemeProblem, themeProblems } from './theme.ts';
export { nextPage, visible } from './visible.ts';
