import { type ReactNode, useId } from 'react';
import { useLanguage, useWords } from '../language.tsx';
import { withOptionalText, withText } from './edit-draft.ts';
import { editorWords } from './editor-words.ts';
import { languageName } from './language-name.ts';
import { SideBySide } from './side-by-side.tsx';
import { pageLanguages } from './survey-api.ts';
import type { EditedDraft } from './use-draft.ts';

/** Title, introduction and thanks, and the languages in which everything stands. */
export function WordsAround({ draft }: { readonly draft: EditedDraft }): ReactNode {
  const words = useWords(editorWords);
  const id = useId();
  const { content, change } = draft;
  const { languages } = content;
  return (
    <section className="editor-part" aria-labelledby={id}>
      <h2 id={id}>{words.around}</h2>
      <SideBySide
        label={words.title}
        texts={content.title}
        languages={languages}
        onChange={(language, text) =>
          change({ ...content, title: withText(content.title, language, text) }, `title ${language}`)
        }
      />
      {(['intro', 'thanks'] as const).map((name) => (
        <SideBySide
          key={name}
          label={words[name]}
          texts={content[name]}
          languages={languages}
          isLong
          onChange={(language, text) => {
            const { [name]: before, ...others } = content;
            const next = withOptionalText(name, before, [language, text]);
            change({ ...others, ...(next[name] ? { [name]: next[name] } : {}) }, `${name} ${language}`);
          }}
        />
      ))}
      <Languages draft={draft} />
    </section>
  );
}

function Languages({ draft }: { readonly draft: EditedDraft }): ReactNode {
  const words = useWords(editorWords);
  const { language: reader } = useLanguage();
  const id = useId();
  const { content, change } = draft;
  const { languages } = content;
  const others = pageLanguages.filter((tag) => !languages.includes(tag));
  return (
    <div className="survey-languages">
      <h3 id={id}>{words.languages}</h3>
      <ul aria-labelledby={id}>
        {languages.map((tag, index) => {
          const name = languageName(tag, reader);
          return (
            <li key={tag}>
              {name}{' '}
              {index === 0 ? (
                <span className="small">{words.defaultLanguage}</span>
              ) : (
                <button
                  type="button"
                  className="link"
                  aria-label={words.removeLanguage(name)}
                  onClick={() => change({ ...content, languages: languages.filter((one) => one !== tag) })}
                >
                  ×
                </button>
              )}
            </li>
          );
        })}
        {others.map((tag) => (
          <li key={tag}>
            <button
              type="button"
              className="link"
              aria-label={`${words.addLanguage}: ${languageName(tag, reader)}`}
              onClick={() => change({ ...content, languages: [...languages, tag] })}
            >
              + {languageName(tag, reader)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
