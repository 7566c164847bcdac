import type { ReactNode } from 'react';
import { languageNames, languages } from '../present/index.ts';
import { useLanguage } from './language.tsx';

/** Buttons, not a menu: three languages fit, and each is written in itself. */
export function LanguageSwitch(props: {
  readonly label: string;
  readonly onChosen?: (language: (typeof languages)[number]) => void;
}): ReactNode {
  const { language: current, choose } = useLanguage();
  return (
    <fieldset className="languages screen" aria-label={props.label}>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === current}
          onClick={() => {
            choose(language);
            props.onChosen?.(language);
          }}
        >
          {languageNames[language]}
        </button>
      ))}
    </fieldset>
  );
}
