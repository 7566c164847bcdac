import { type ReactNode, useId } from 'react';
import { metricNames, visibleText } from '../../present/index.ts';
import type { Question } from '../../survey/index.ts';
import { useLanguage, useWords } from '../language.tsx';
import { ConditionField } from './condition-field.tsx';
import { type PlacedQuestion, replaceQuestion } from './edit-draft.ts';
import { editorWords } from './editor-words.ts';
import { NoteList, notesOf } from './note-list.tsx';
import { QuestionTexts } from './question-texts.tsx';
import { ScaleFields } from './scale-fields.tsx';
import { shownText } from './shown-text.ts';
import type { EditedDraft } from './use-draft.ts';

interface CardProps {
  readonly place: number;
  readonly placed: PlacedQuestion;
  readonly draft: EditedDraft;
  readonly earlier: readonly Question[];
  readonly isLast: boolean;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onMove: (step: -1 | 1) => void;
  readonly onRemove: () => void;
  readonly onPage: () => void;
}

/** One question: what it asks and what is said against it; open, everything of it that can be changed. */
export function QuestionCard(props: CardProps): ReactNode {
  const { place, placed, draft, isOpen } = props;
  const { question, begins } = placed;
  const words = useWords(editorWords);
  const { language } = useLanguage();
  const id = useId();
  const text = visibleText(shownText(question.text, language)) || question.key;
  const notes = notesOf(draft.verdict, question.key);
  return (
    <>
      {begins && <li className="page-begins">{words.page(begins)}</li>}
      <li className="question-card" aria-labelledby={id}>
        <div className="question-head">
          <div>
            <h3 id={id}>
              {place + 1}. {text}
            </h3>
            <p className="small">{factsOf(question, words, language)}</p>
          </div>
          <Moves {...props} text={text} />
        </div>
        <NoteList notes={notes} />
        {isOpen && <OpenQuestion {...props} />}
      </li>
    </>
  );
}

function Moves(props: CardProps & { readonly text: string }): ReactNode {
  const { text, place, isLast, isOpen, placed, onMove, onOpen, onRemove } = props;
  const words = useWords(editorWords);
  const { key } = placed.question;
  return (
    <div className="moves">
      <button
        type="button"
        className="button"
        data-control={`${key}:-1`}
        aria-label={words.up(text)}
        aria-disabled={place === 0}
        onClick={() => place > 0 && onMove(-1)}
      >
        ↑
      </button>
      <button
        type="button"
        className="button"
        data-control={`${key}:1`}
        aria-label={words.down(text)}
        aria-disabled={isLast}
        onClick={() => !isLast && onMove(1)}
      >
        ↓
      </button>
      <button
        type="button"
        className="button"
        data-control={`${key}:edit`}
        aria-expanded={isOpen}
        aria-label={`${isOpen ? words.close : words.edit}: ${text}`}
        onClick={onOpen}
      >
        {isOpen ? words.close : words.edit}
      </button>
      <button type="button" className="button" aria-label={words.remove(text)} onClick={onRemove}>
        ×
      </button>
    </div>
  );
}

function OpenQuestion({ placed, draft, earlier, place, onPage }: CardProps): ReactNode {
  const { question, begins } = placed;
  const words = useWords(editorWords);
  const change = (next: Question, mark?: string) =>
    draft.change(replaceQuestion(draft.content, question.key, next), mark && `${question.key} ${mark}`);
  return (
    <div className="question-open">
      <QuestionTexts question={question} languages={draft.content.languages} onChange={change} />
      {(question.kind === 'scale' || question.kind === 'matrix') && (
        <ScaleFields question={question} onChange={change} />
      )}
      <p className="check">
        <label>
          <input
            type="checkbox"
            checked={question.required ?? false}
            onChange={(event) => change({ ...question, required: event.target.checked })}
          />{' '}
          {words.required}
        </label>
      </p>
      <ConditionField question={question} earlier={earlier} onChange={change} />
      {place > 0 && (
        <p>
          <button type="button" className="link" onClick={onPage}>
            {begins ? words.joinPage : words.newPage}
          </button>
        </p>
      )}
    </div>
  );
}

function factsOf(question: Question, words: (typeof editorWords)['en'], language: keyof typeof editorWords): string {
  const facts = [words.kind[question.kind]];
  if (question.kind === 'scale' || question.kind === 'matrix') {
    const { minimum, points } = question.scale;
    facts.push(`${minimum}–${minimum + points - 1}`, metricNames[language][question.metric]);
  }
  if (question.required) facts.push(words.required);
  return [...facts, question.key].join(' · ');
}
