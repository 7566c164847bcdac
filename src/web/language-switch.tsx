import type { ReactNode } from 'react';
import { type Language, languageNames, languages } from '../present/index.ts';

/** Links, not a menu: three languages fit, and each is written in itself. */
export function LanguageSwitch(props: {
  readonly language: Language;
  readonly label: string;
  readonly onChoose: (language: Language) => void;
}): ReactNode {
  return (
    <nav className="languages screen" aria-label={props.label}>
      {languages.map((language) => (
        <a
          key={language}
          href={`?lang=${language}`}
          lang={language}
          aria-current={language === props.language ? 'true' : undefined}
          onClick={(event) => {
            // A new page would ask for the file again.
            event.preventDefault();
            props.onChoose(language);
          }}
        >
          {languageNames[language]}
        </a>
      ))}
    </nav>
  );
}
