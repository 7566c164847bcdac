import type { Question, Questionnaire } from '../../survey/index.ts';

type Texts = Readonly<Record<string, string>>;

/** A question with where it stands; `begins` is the number of the page that begins with it. */
export interface PlacedQuestion {
  readonly question: Question;
  readonly begins?: number;
}

const mostOnPage = 60;
const longestKey = 64;

/** The questions in order, across pages. */
export function placedQuestions({ pages }: Questionnaire): PlacedQuestion[] {
  return pages.flatMap(({ questions }, page) =>
    questions.map((question, index) => (index === 0 && page > 0 ? { question, begins: page + 1 } : { question })),
  );
}

/** One place earlier (-1) or later (1): past the edge of a page it joins the next one, and an empty page goes. */
export function moveQuestion(draft: Questionnaire, key: string, step: -1 | 1): Questionnaire {
  const pages = draft.pages.map((page) => ({ ...page, questions: [...page.questions] }));
  const at = pages.findIndex(({ questions }) => questions.some((one) => one.key === key));
  const questions = pages[at]?.questions;
  if (!questions) return draft;
  const index = questions.findIndex((one) => one.key === key);
  const [question] = questions.splice(index, 1);
  const inside = index + step >= 0 && index + step <= questions.length;
  const next = pages[at + step];
  if (inside) questions.splice(index + step, 0, question!);
  else if (!next || next.questions.length >= mostOnPage) return draft;
  else if (step < 0) next.questions.push(question!);
  else next.questions.unshift(question!);
  return { ...draft, pages: pages.filter((page) => page.questions.length > 0) };
}

export function removeQuestion(draft: Questionnaire, key: string): Questionnaire {
  const pages = draft.pages.map((page) => ({ ...page, questions: page.questions.filter((one) => one.key !== key) }));
  return { ...draft, pages: pages.filter(({ questions }) => questions.length > 0) };
}

export function replaceQuestion(draft: Questionnaire, key: string, question: Question): Questionnaire {
  const pages = draft.pages.map((page) => ({
    ...page,
    questions: page.questions.map((one) => (one.key === key ? question : one)),
  }));
  return { ...draft, pages };
}

/** At the end; a key that is there already gets a number, since answers are stored by it. */
export function addQuestion(draft: Questionnaire, question: Question): Questionnaire {
  const asked = {
    ...question,
    key: freeKey(
      question.key,
      draft.pages.flatMap(({ questions }) => questions),
    ),
  };
  const last = draft.pages.at(-1);
  if (!last || last.questions.length >= mostOnPage) {
    return { ...draft, pages: [...draft.pages, { key: freeKey('page', draft.pages), questions: [asked] }] };
  }
  return { ...draft, pages: [...draft.pages.slice(0, -1), { ...last, questions: [...last.questions, asked] }] };
}

/** Lets a page begin with this question, or joins it to the page before. */
export function togglePage(draft: Questionnaire, key: string): Questionnaire {
  const pages = draft.pages.flatMap((page) => {
    const index = page.questions.findIndex((one) => one.key === key);
    if (index < 1) return [page];
    const rest = { key: freeKey('page', draft.pages), questions: page.questions.slice(index) };
    return [{ ...page, questions: page.questions.slice(0, index) }, rest];
  });
  if (pages.length > draft.pages.length) return { ...draft, pages };
  const at = draft.pages.findIndex(({ questions }) => questions[0]?.key === key);
  const [before, page] = [draft.pages[at - 1], draft.pages[at]];
  if (!before || !page || before.questions.length + page.questions.length > mostOnPage) return draft;
  const joined = { ...before, questions: [...before.questions, ...page.questions] };
  return {
    ...draft,
    pages: draft.pages.flatMap((one, index) => (index === at - 1 ? [joined] : index === at ? [] : [one])),
  };
}

/** A text with other words in one language. A blank one is taken out: it is then told as missing. */
export function withText(texts: Texts | undefined, language: string, words: string): Record<string, string> {
  const { [language]: _before, ...others } = texts ?? {};
  return words.trim() === '' ? others : { ...others, [language]: words };
}

/** The same where a text may be absent as a whole: without a word in any language it is. */
export function withOptionalText<Field extends string>(
  name: Field,
  texts: Texts | undefined,
  [language, words]: readonly [string, string],
): { readonly [Name in Field]?: Record<string, string> | undefined } {
  const next = withText(texts, language, words);
  return { [name]: Object.keys(next).length > 0 ? next : undefined } as { [Name in Field]?: Record<string, string> };
}

export function freeKey(wish: string, taken: readonly { readonly key: string }[]): string {
  const keys = new Set(taken.map(({ key }) => key));
  let key = wish;
  for (let next = 2; keys.has(key); next++) key = `${wish.slice(0, longestKey - 4)}-${next}`;
  return key;
}
