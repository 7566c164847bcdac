import type { Language } from '../../present/index.ts';
import { askingEn } from './asking-words-en.ts';
import { askingFi } from './asking-words-fi.ts';
import type { AskingWords } from './asking-words-shape.ts';
import { askingSv } from './asking-words-sv.ts';

export const askingWords: Readonly<Record<Language, AskingWords>> = { en: askingEn, fi: askingFi, sv: askingSv };
