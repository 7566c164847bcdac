import type { AnswerForm } from '../../answering/index.ts';
import {
  type AnswerProblem,
  answerTexts,
  nextPage,
  otherField,
  type Page,
  pipe,
  type RespondentWords,
  respondentLanguage,
  respondentWords,
  storedKeys,
  type Texts,
  takeAnswers,
  textIn,
  visible,
} from '../../survey/index.ts';
import { type Markup, markup } from './markup.ts';
import type { AnswerPage } from './page-frame.ts';
import { ownName } from './page-language.ts';
import type { GivenFields } from './posted-form.ts';
import { controlId, questionMarkup } from './question-markup.ts';

/** Where a respondent is in a form, and what he has given. */
export interface FormState {
  readonly form: AnswerForm;
  readonly language: string;
  /** Key of the page that is shown. */
  readonly page: string;
  readonly given: GivenFields;
  readonly problems?: readonly AnswerProblem[];
  /** The score of a link in a mail that this page was opened by. */
  readonly preselected?: string | undefined;
  /** Fields that the page itself needs back: its holder or visit, and when it was made. */
  readonly control: Readonly<Record<string, string>>;
  readonly saved?: boolean;
  /** Said at the top: nothing of it is kept, and a page of ours may frame it. */
  readonly isPreview?: boolean | undefined;
  /** Said above the form: it could not be stored just now. */
  readonly failed?: boolean;
}

/** The form of one page: what is asked now, with everything given on the other pages carried along unseen. */
export function formPage(state: FormState): AnswerPage {
  const { form, language, given, problems = [] } = state;
  const { questionnaire } = form.version;
  const words = respondentWords[respondentLanguage(language)];
  const fallback = questionnaire.languages[0]!;
  const values = {
    ...form.values,
    answer: answerTexts(questionnaire, takeAnswers(questionnaire, given).answers, language),
  };
  const say = (texts: Texts) => pipe(textIn(texts, language, fallback), values);
  const pages = visible(questionnaire, given);
  const number = Math.max(
    0,
    pages.findIndex(({ key }) => key === state.page),
  );
  const page = pages[number] ?? questionnaire.pages[0]!;
  const title = say(questionnaire.title);
  const isLast = nextPage(questionnaire, given, page.key) === undefined;
  const questions = page.questions.map((question) =>
    questionMarkup(question, {
      words,
      say,
      valuesOf: (field) => given[field] ?? [],
      problemOf: (field) => problems.find((problem) => problem.question === field),
      seed: form.seed,
    }),
  );
  // Enter presses the first button that belongs to the form, wherever it stands: not a language, but this one.
  const body = markup`<button form="f" class="hide" name="_go" value="next" tabindex="-1" aria-hidden="true">${
    isLast ? words.send : words.next
  }</button>${
    state.isPreview && markup`<aside class="preview">${words.preview.note}</aside>`
  }<header><p>${form.workspaceName}</p>${languageSwitch(questionnaire.languages, language, words)}</header>
<main><h1>${title}</h1>${number === 0 && questionnaire.intro && markup`<p>${say(questionnaire.intro)}</p>`}${
    pages.length > 1 && markup`<p class="note">${words.pageOf(number + 1, pages.length)}</p>`
  }${notesAbove(
    state,
    words,
    problems.map(({ question, code }) => ({ question, code, asked: say(askedOf(questionnaire, question)) })),
  )}<form id="f" method="post" novalidate>
${carried(state, page)}${questions}<div class="go"><button class="main" name="_go" value="next">${
    isLast ? words.send : words.next
  }</button>${number > 0 && markup`<button name="_go" value="back">${words.back}</button>`}</div></form></main>${footer(
    state,
    words,
  )}`;
  return {
    language,
    title: problems.length > 0 ? `${words.problems(problems.length)} – ${title}` : title,
    body,
    theme: questionnaire.theme,
    ...(problems.length > 0 && { status: 422 }),
    ...(state.failed && { status: 503 }),
    ...(state.isPreview && { isFramed: true }),
  };
}

function footer({ form, language }: FormState, words: RespondentWords): Markup {
  const privacy =
    form.privacyPath !== undefined && markup`<a href="${form.privacyPath}?lang=${language}">${words.privacy}</a>`;
  return markup`<footer>${privacy}${form.stopPath && markup` <a href="${form.stopPath}">${words.unsubscribeLink}</a>`}</footer>`;
}

/** Buttons and not links: what was given comes along. */
function languageSwitch(languages: readonly string[], current: string, words: RespondentWords): Markup | false {
  if (languages.length < 2) return false;
  const buttons = languages.map(
    (language) =>
      markup`<button form="f" name="_lang" value="${language}" lang="${language}"${
        language === current && markup` aria-current="true"`
      }>${ownName(language)}</button>`,
  );
  return markup`<div class="lang" role="group" aria-label="${words.chooseLanguage}">${buttons}</div>`;
}

function notesAbove(
  { failed, preselected, saved }: FormState,
  words: RespondentWords,
  problems: readonly (AnswerProblem & { readonly asked: string })[],
): Markup | false {
  if (failed)
    return markup`<div class="problems" role="alert"><h2>${words.failed.title}</h2>${words.failed.text}</div>`;
  if (problems.length > 0) {
    const lines = problems.map(({ question, code, asked }) => {
      const said = words.problem[code as keyof RespondentWords['problem']];
      return markup`<li><a href="#${controlId(question)}">${asked} ${said}</a></li>`;
    });
    return markup`<div class="problems" role="alert"><h2>${words.problems(problems.length)}</h2><ul>${lines}</ul></div>`;
  }
  if (preselected !== undefined) return markup`<p class="said">${words.preselected(Number(preselected))}</p>`;
  return saved === true && markup`<p class="said">${words.saved}</p>`;
}

/** The words of the question that a field belongs to. */
function askedOf({ pages }: AnswerForm['version']['questionnaire'], field: string): Texts {
  const questions = pages.flatMap(({ questions }) => questions);
  const question = questions.find((one) => storedKeys(one).includes(field));
  const row = question?.kind === 'matrix' && question.rows.find(({ key }) => `${question.key}.${key}` === field);
  return (row || question)?.text ?? {};
}

/** What the page needs back, and what was given elsewhere: also in a branch that was left, so that going back finds it. */
function carried({ form, language, given, control, preselected }: FormState, page: Page): Markup {
  const fieldsOf = (questions: Page['questions']) =>
    questions.flatMap((question) => [...storedKeys(question), ...[otherField(question) ?? []].flat()]);
  const here = new Set(fieldsOf(page.questions));
  const elsewhere = fieldsOf(form.version.questionnaire.pages.flatMap(({ questions }) => questions)).filter(
    (field) => !here.has(field),
  );
  const hidden = (name: string, value: string) => markup`<input type="hidden" name="${name}" value="${value}">`;
  return markup`${Object.entries({
    _page: page.key,
    _language: language,
    _asked: page.questions.map(({ key }) => key).join(' '),
    ...control,
    ...(preselected !== undefined && { _preselected: preselected }),
  }).map(([name, value]) => hidden(name, value))}${elsewhere.flatMap((field) =>
    (given[field] ?? []).map((value) => hidden(field, value)),
  )}
`;
}
