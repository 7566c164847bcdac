import { isChoice, isRated, type Question } from './question.ts';
import type { Questionnaire } from './questionnaire.ts';
import type { Texts } from './texts.ts';

/** One text of a questionnaire and where it stands, as `pages.0.questions.1.text`. */
export interface PlacedTexts {
  readonly path: string;
  readonly texts: Texts;
  /** The key of the question that it belongs to; absent for title, intro and thanks. */
  readonly question?: string;
}

/**
 * Which texts may a respondent read? Every one with its place, in reading order.
 * @example allTexts(templateFor("delivery", ["en"])).at(-1).path // => "thanks"
 */
export function allTexts(q: Questionnaire): PlacedTexts[] {
  const asked = q.pages.flatMap(({ questions }, page) =>
    questions.flatMap((question, index) => textsOf(question, `pages.${page}.questions.${index}`)),
  );
  return [
    { path: 'title', texts: q.title },
    ...(q.intro ? [{ path: 'intro', texts: q.intro }] : []),
    ...asked,
    ...(q.thanks ? [{ path: 'thanks', texts: q.thanks }] : []),
  ];
}

function textsOf(question: Question, path: string): PlacedTexts[] {
  const placed = (at: string, texts: Texts | undefined): PlacedTexts[] =>
    texts ? [{ path: `${path}.${at}`, texts, question: question.key }] : [];
  const { low, middle, high } = isRated(question) ? question.anchors : {};
  return [
    ...placed('text', question.text),
    ...placed('help', question.help),
    ...(question.kind === 'matrix' ? question.rows.flatMap(({ text }, k) => placed(`rows.${k}.text`, text)) : []),
    ...placed('anchors.low', low),
    ...placed('anchors.middle', middle),
    ...placed('anchors.high', high),
    ...(isChoice(question) ? question.options.flatMap(({ text }, k) => placed(`options.${k}.text`, text)) : []),
  ];
}

export interface MissingTranslation {
  readonly path: string;
  readonly language: string;
}

/**
 * Which texts are still to be translated? Every text of the questionnaire against every language that it names.
 * @example missingTranslations({ ...templateFor("delivery", ["en"]), languages: ["en", "et"] })[0] // => {"path": "title", "language": "et"}
 */
export function missingTranslations(q: Questionnaire): MissingTranslation[] {
  return allTexts(q).flatMap(({ path, texts }) =>
    q.languages.filter((language) => !Object.hasOwn(texts, language)).map((language) => ({ path, language })),
  );
}
