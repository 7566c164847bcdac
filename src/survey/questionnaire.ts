import * as z from 'zod';
import { key } from './key.ts';
import { type Question, question } from './question.ts';
import { languageTag, texts } from './texts.ts';
import { defaultTheme, theme } from './theme.ts';

const page = z.strictObject({ key, questions: z.array(question).min(1).max(60) });

/**
 * A questionnaire as one JSON value: what is asked, in which languages, when, and how it looks. Unknown keys are
 * refused. What the form alone cannot tell (references, translations, scales) is told by `checkQuestionnaire`.
 */
export const questionnaire = z.strictObject({
  /** The first is the default. */
  languages: z.array(languageTag).min(1).max(60),
  title: texts,
  intro: texts.optional(),
  thanks: texts.optional(),
  theme: theme.default(defaultTheme),
  /** A draft may still be without a page; that is told by `checkQuestionnaire`. */
  pages: z.array(page).max(60),
});

export type Questionnaire = z.infer<typeof questionnaire>;
export type Page = z.infer<typeof page>;

/** All questions in the order of the questionnaire, whatever page they are on. */
export const questionsOf = ({ pages }: Questionnaire): Question[] => pages.flatMap(({ questions }) => questions);
