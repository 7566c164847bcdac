import type { Language } from '../language.ts';
import { enModelWords } from './en-model-words.ts';
import { fiModelWords } from './fi-model-words.ts';
import type { ModelWords } from './model-words-shape.ts';
import { svModelWords } from './sv-model-words.ts';

export type { ModelWords } from './model-words-shape.ts';

/** What is said of a cause-and-effect model, by language. */
export const modelWords: Readonly<Record<Language, ModelWords>> = {
  en: enModelWords,
  fi: fiModelWords,
  sv: svModelWords,
};
