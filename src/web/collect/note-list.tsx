import type { ReactNode } from 'react';
import { useLanguage, useWords } from '../language.tsx';
import { type EditorWords, editorWords } from './editor-words.ts';
import { languageName } from './language-name.ts';
import type { Verdict } from './survey-api.ts';

interface Notes {
  readonly problems: Verdict['problems'];
  readonly lint: Verdict['lint'];
}

/** What is said of one question; without a key, of the survey as a whole. */
export function notesOf(verdict: Verdict, question?: string): Notes {
  return {
    problems: verdict.problems.filter((one) => one.question === question),
    lint: verdict.lint.filter((one) => one.question === question),
  };
}

/** One line for each kind of problem: ten missing texts are one thing to know. */
export function problemTexts(problems: Verdict['problems'], words: EditorWords, nameOf: (tag: string) => string) {
  return [
    ...new Set(
      problems.map(({ code, language }) => (language ? words.missing(nameOf(language)) : words.problem[code])),
    ),
  ];
}

/** Problems and findings beside their question: what, why, and what is better. */
export function NoteList({ notes }: { readonly notes: Notes }): ReactNode {
  const words = useWords(editorWords);
  const { language } = useLanguage();
  const problems = problemTexts(notes.problems, words, (tag) => languageName(tag, language));
  if (problems.length + notes.lint.length === 0) return null;
  return (
    <ul className="notes" aria-label={words.notes}>
      {problems.map((text) => (
        <li key={text} className="note-refused">
          <b>{words.refuses}.</b> {text}
        </li>
      ))}
      {notes.lint.map(({ rule, severity, language: of, why, better }) => (
        <li key={`${rule} ${of} ${why}`} className={severity === 'refused' ? 'note-refused' : 'note-warn'}>
          <b>{severity === 'refused' ? words.refuses : words.advises}.</b> {why}{' '}
          <span className="note-better">
            {words.better} {better}
          </span>
        </li>
      ))}
    </ul>
  );
}
