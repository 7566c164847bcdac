import type { Language } from '../../present/index.ts';
import type { Condition, Question, SurveyProblemCode, ThemeProblem } from '../../survey/index.ts';
import { editorWordsEn } from './editor-words-en.ts';
import { editorWordsFi } from './editor-words-fi.ts';
import { editorWordsSv } from './editor-words-sv.ts';
import type { channels, roles } from './survey-api.ts';
import type { SaveState } from './use-draft.ts';

export type ConditionTest = Extract<Condition, { is: string }>['is'];

/** The words of the editor of a survey. */
export interface EditorWords {
  back: string;
  state: Readonly<Record<SaveState, string>>;
  again: string;
  reload: string;
  conflict: string;
  undo: string;
  cost: (longest: string, questions: number, typical: string | undefined) => string;
  costHint: string;
  questions: string;
  noQuestions: string;
  page: (number: number) => string;
  kind: Readonly<Record<Question['kind'], string>>;
  edit: string;
  close: string;
  up: (question: string) => string;
  down: (question: string) => string;
  remove: (question: string) => string;
  moved: (place: number, of: number) => string;
  newPage: string;
  joinPage: string;
  text: string;
  help: string;
  low: string;
  middle: string;
  high: string;
  option: (number: number) => string;
  row: (number: number) => string;
  addOption: string;
  removeOption: (option: string) => string;
  required: string;
  shown: string;
  always: string;
  onlyIf: string;
  tests: Readonly<Record<ConditionTest, string>>;
  conditionQuestion: string;
  conditionTest: string;
  conditionValue: string;
  sentence: (parts: { question: string; test: ConditionTest; value: string }) => string;
  join: Readonly<Record<'all' | 'any' | 'not', string>>;
  composed: (sentence: string) => string;
  dropCondition: string;
  notes: string;
  refuses: string;
  advises: string;
  better: string;
  problem: Readonly<Record<SurveyProblemCode, string>>;
  missing: (language: string) => string;
  library: string;
  libraryLead: string;
  libraryNone: string;
  filters: Readonly<Record<'touchpoint' | 'channel' | 'role' | 'metric' | 'language', string>>;
  anyOf: string;
  channel: Readonly<Record<(typeof channels)[number], string>>;
  role: Readonly<Record<(typeof roles)[number], string>>;
  seconds: (seconds: string) => string;
  add: string;
  addName: (question: string) => string;
  added: (question: string) => string;
  showAll: (count: number) => string;
  own: string;
  ownText: string;
  ownChoice: string;
  around: string;
  title: string;
  intro: string;
  thanks: string;
  languages: string;
  addLanguage: string;
  removeLanguage: (language: string) => string;
  defaultLanguage: string;
  theme: string;
  themeLead: string;
  colour: Readonly<Record<'accent' | 'ground' | 'ink', string>>;
  readable: string;
  pair: Readonly<Record<ThemeProblem['pair'], string>>;
  contrast: (pair: string, needed: string, ratio: string) => string;
  publishTitle: string;
  publish: string;
  ready: string;
  upToDate: (version: number) => string;
  blocked: (count: number) => string;
  acceptsBreak: string;
  whole: string;
}

export const editorWords: Readonly<Record<Language, EditorWords>> = {
  en: editorWordsEn,
  fi: editorWordsFi,
  sv: editorWordsSv,
};
