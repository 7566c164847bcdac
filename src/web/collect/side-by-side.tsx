import { type ReactNode, useId } from 'react';
import { useLanguage } from '../language.tsx';
import { languageName } from './language-name.ts';

/** One text in every language of the survey, side by side. */
export function SideBySide(props: {
  readonly label: string;
  readonly texts: Readonly<Record<string, string>> | undefined;
  readonly languages: readonly string[];
  /** More than a line. */
  readonly isLong?: boolean;
  readonly onChange: (language: string, words: string) => void;
  readonly children?: ReactNode;
}): ReactNode {
  const { label, texts, languages, isLong, onChange, children } = props;
  const { language: reader } = useLanguage();
  const id = useId();
  return (
    <fieldset className="side-by-side">
      <legend>
        {label} {children}
      </legend>
      <div className="side-columns">
        {languages.map((language) => {
          const name = languageName(language, reader);
          const control = {
            id: `${id}-${language}`,
            lang: language,
            dir: 'auto' as const,
            maxLength: 2000,
            'aria-label': `${label}, ${name}`,
            onChange: (event: { target: { value: string } }) => onChange(language, event.target.value),
            value: texts?.[language] ?? '',
          };
          return (
            <div key={language}>
              <span className="side-language" aria-hidden="true">
                {name}
              </span>
              {isLong ? <textarea rows={3} {...control} /> : <input type="text" {...control} />}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
