import type { Language } from '../../present/index.ts';
import { editorWordsEn } from './editor-words-en.ts';
import { editorWordsFi } from './editor-words-fi.ts';
import type { EditorWords } from './editor-words-shape.ts';
import { editorWordsSv } from './editor-words-sv.ts';

export type { ConditionTest, EditorWords } from './editor-words-shape.ts';

export const editorWords: Readonly<Record<Language, EditorWords>> = {
  en: editorWordsEn,
  fi: editorWordsFi,
  sv: editorWordsSv,
};
