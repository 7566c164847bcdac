import type { LintWords } from './finding.ts';
import { en } from './lint-words-en.ts';
import { fi } from './lint-words-fi.ts';
import { sv } from './lint-words-sv.ts';

/** The words of every finding, in the languages of those who build surveys. */
export const lintWords: Readonly<Record<'en' | 'fi' | 'sv', LintWords>> = { en, fi, sv };
