import { type ReactNode, useId, useState } from 'react';
import { useWorkspace } from '../api/workspace.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { editorWords } from './editor-words.ts';
import { languageName } from './language-name.ts';
import type { EditedDraft } from './use-draft.ts';

const widths = { phone: 390, desktop: 1024 } as const;
type Width = keyof typeof widths;

/** The true page of the draft, on a phone and on a desktop, in each of its languages. It follows every saving. */
export function PreviewPanel({ survey, draft }: { readonly survey: string; readonly draft: EditedDraft }): ReactNode {
  const words = useWords(editorWords);
  const { language: reader } = useLanguage();
  const { slug } = useWorkspace();
  const id = useId();
  const { languages } = draft.content;
  const [isOpen, setIsOpen] = useState(false);
  const [width, setWidth] = useState<Width>('phone');
  const [chosen, setChosen] = useState<string>();
  const [walk, setWalk] = useState(0);
  const language = [chosen, reader, languages[0]].find((tag) => tag !== undefined && languages.includes(tag)) ?? '';
  const address = `/preview/${encodeURIComponent(slug)}/${survey}?lang=${encodeURIComponent(language)}`;
  return (
    <section className="editor-part" aria-labelledby={id}>
      <h2 id={id}>{words.preview}</h2>
      <p className="subtitle">{words.previewLead}</p>
      <div className="preview-bar">
        <button type="button" className="button" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? words.previewClose : words.previewOpen}
        </button>
        {isOpen && (
          <>
            <label>
              {words.previewWidth}{' '}
              <select value={width} onChange={(event) => setWidth(event.target.value as Width)}>
                {(Object.keys(widths) as Width[]).map((name) => (
                  <option key={name} value={name}>
                    {words.width[name]}
                  </option>
                ))}
              </select>
            </label>
            <label>
              {words.previewLanguage}{' '}
              <select value={language} onChange={(event) => setChosen(event.target.value)}>
                {languages.map((tag) => (
                  <option key={tag} value={tag}>
                    {languageName(tag, reader)}
                  </option>
                ))}
              </select>
            </label>
            <button type="button" className="link" onClick={() => setWalk(walk + 1)}>
              {words.previewAgain}
            </button>
            <span className="small" role="status">
              {draft.state === 'saved' ? '' : words.previewUnsaved}
            </span>
          </>
        )}
      </div>
      {isOpen && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
        <section className="preview-window" aria-label={words.previewFrame} tabIndex={0}>
          <iframe
            key={`${draft.revision} ${walk} ${language} ${width}`}
            src={address}
            title={words.previewFrame}
            // Without scripts; of this origin, or the session would not be sent and nobody could look.
            sandbox="allow-forms allow-same-origin"
            style={{ width: widths[width] }}
          />
        </section>
      )}
    </section>
  );
}
