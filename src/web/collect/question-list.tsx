import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useWords } from '../language.tsx';
import { moveQuestion, placedQuestions, removeQuestion, togglePage } from './edit-draft.ts';
import { editorWords } from './editor-words.ts';
import { QuestionCard } from './question-card.tsx';
import type { EditedDraft } from './use-draft.ts';

/** The questions in the order of asking; one is open at a time, so that sixty are still a list. */
export function QuestionList({ draft }: { readonly draft: EditedDraft }): ReactNode {
  const words = useWords(editorWords);
  const id = useId();
  const list = useRef<HTMLOListElement>(null);
  const [open, setOpen] = useState<string>();
  const [said, setSaid] = useState('');
  // A row that moves loses the keyboard in some browsers: it is given back to the button that moved it.
  const [held, setHeld] = useState<{ readonly control: string }>();
  useEffect(() => {
    if (held) list.current?.querySelector<HTMLElement>(`[data-control="${held.control}"]`)?.focus();
  }, [held]);
  const { content } = draft;
  const placed = placedQuestions(content);
  const move = (key: string, step: -1 | 1) => {
    const next = moveQuestion(content, key, step);
    const place = placedQuestions(next).findIndex(({ question }) => question.key === key) + 1;
    draft.change(next);
    setSaid(words.moved(place, placed.length));
    setHeld({ control: `${key}:${step}` });
  };
  const remove = (key: string) => {
    const index = placed.findIndex(({ question }) => question.key === key);
    const neighbour = (placed[index + 1] ?? placed[index - 1])?.question.key;
    draft.change(removeQuestion(content, key));
    if (neighbour) setHeld({ control: `${neighbour}:edit` });
  };
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{words.questions}</h2>
      <p className="unseen" role="status">
        {said}
      </p>
      {placed.length === 0 && <p className="subtitle">{words.noQuestions}</p>}
      <ol className="question-list" ref={list}>
        {placed.map((one, index) => {
          const { key } = one.question;
          return (
            <QuestionCard
              key={key}
              place={index}
              placed={one}
              draft={draft}
              earlier={placed.slice(0, index).map(({ question }) => question)}
              isLast={index === placed.length - 1}
              isOpen={open === key}
              onOpen={() => setOpen(open === key ? undefined : key)}
              onMove={(step) => move(key, step)}
              onRemove={() => remove(key)}
              onPage={() => draft.change(togglePage(content, key))}
            />
          );
        })}
      </ol>
    </section>
  );
}
