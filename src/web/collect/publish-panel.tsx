import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import { ask } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { FormError, useFault } from '../form/form-errors.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { placedQuestions } from './edit-draft.ts';
import { editorWords } from './editor-words.ts';
import { languageName } from './language-name.ts';
import { NoteList, notesOf, problemTexts } from './note-list.tsx';
import { blockersOf, type EditedSurvey } from './survey-api.ts';
import type { EditedDraft } from './use-draft.ts';

/** Whether the draft can go into the field, what stands in the way, and the button that puts it there. */
export function PublishPanel(props: {
  readonly survey: EditedSurvey;
  readonly draft: EditedDraft;
  readonly onPublished: () => void;
}): ReactNode {
  const { survey, draft, onPublished } = props;
  const words = useWords(editorWords);
  const { slug } = useWorkspace();
  const id = useId();
  const [acceptsBreak, setAcceptsBreak] = useState(false);
  const publish = useMutation({
    mutationFn: () =>
      ask(apiOf(slug, `/surveys/${survey.id}/publish`), {
        method: 'POST',
        body: { revision: draft.revision, acceptsBreak },
      }),
    onSuccess: onPublished,
  });
  const fault = useFault(publish.error);
  const blockers = blockersOf(draft.verdict, acceptsBreak);
  const isBreak = draft.verdict.lint.some(({ rule }) => rule === 'presentation-changed');
  const isUpToDate = draft.revision === 0 && draft.state === 'saved';
  const isReady = blockers === 0 && draft.state === 'saved' && !isUpToDate && !publish.isPending;
  return (
    <aside className="publish-panel" aria-labelledby={id}>
      <h2 id={id}>{words.publishTitle}</h2>
      {isUpToDate && survey.inField && <p className="small">{words.upToDate(survey.inField.number)}</p>}
      {!isUpToDate && blockers === 0 && <p className="small">{words.ready}</p>}
      {blockers > 0 && <p className="small">{words.blocked(blockers)}</p>}
      {blockers > 0 && <Blockers draft={draft} />}
      <NoteList notes={{ problems: [], lint: notesOf(draft.verdict).lint }} />
      {isBreak && (
        <p className="check">
          <label>
            <input type="checkbox" checked={acceptsBreak} onChange={(event) => setAcceptsBreak(event.target.checked)} />{' '}
            {words.acceptsBreak}
          </label>
        </p>
      )}
      <FormError fault={fault} />
      <div className="buttons">
        <button type="button" className="button button-strong" disabled={!isReady} onClick={() => publish.mutate()}>
          {words.publish}
        </button>
      </div>
    </aside>
  );
}

/** What stands in the way, by question. */
function Blockers({ draft }: { readonly draft: EditedDraft }): ReactNode {
  const words = useWords(editorWords);
  const { language } = useLanguage();
  const { verdict, content } = draft;
  const nameOf = (tag: string) => languageName(tag, language);
  const places: { place: string; key?: string }[] = [
    { place: words.whole },
    ...placedQuestions(content).map(({ question }, index) => ({ place: String(index + 1), key: question.key })),
  ];
  return (
    <ul className="blockers">
      {places.flatMap(({ place, key }) => {
        const { problems, lint } = notesOf(verdict, key);
        const refused = key === undefined ? [] : lint.filter(({ severity }) => severity === 'refused');
        return [...problemTexts(problems, words, nameOf), ...refused.map(({ why }) => why)].map((text) => (
          <li key={`${place} ${text}`}>
            <b>{place}.</b> {text}
          </li>
        ));
      })}
    </ul>
  );
}
