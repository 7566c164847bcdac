import { type ReactNode, useId } from 'react';
import { numberText } from '../../present/index.ts';
import { useLanguage, useWords } from '../language.tsx';
import { editorWords } from './editor-words.ts';
import type { EditedDraft } from './use-draft.ts';

/** The colours of the page that respondents see, with the verdict whether everybody can read them. */
export function ThemeFields({ draft }: { readonly draft: EditedDraft }): ReactNode {
  const words = useWords(editorWords);
  const { language } = useLanguage();
  const id = useId();
  const { content, change, verdict } = draft;
  // Rounded down: 4.49 must not be printed as the 4.5 that is needed.
  const ratioText = (ratio: number) => numberText(Math.floor(ratio * 10) / 10, 1, language);
  return (
    <section className="editor-part" aria-labelledby={id}>
      <h2 id={id}>{words.theme}</h2>
      <p className="subtitle">{words.themeLead}</p>
      <div className="theme-colours">
        {(['accent', 'ground', 'ink'] as const).map((name) => (
          <label key={name}>
            <input
              type="color"
              value={content.theme[name]}
              onChange={(event) =>
                change({ ...content, theme: { ...content.theme, [name]: event.target.value } }, `theme ${name}`)
              }
            />{' '}
            {words.colour[name]}
          </label>
        ))}
      </div>
      <div role="status" className="theme-verdict">
        {verdict.contrast.length === 0 ? (
          <p className="small">✓ {words.readable}</p>
        ) : (
          <ul className="notes">
            {verdict.contrast.map(({ pair, ratio, needed }) => (
              <li key={pair} className="note-refused">
                {words.contrast(words.pair[pair], numberText(needed, 1, language), ratioText(ratio))}
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
