import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { type Language, languageOf } from '../present/index.ts';

interface LanguageChoice {
  readonly language: Language;
  /** Whether the reader chose it here, which outweighs the language of the account. */
  readonly chosen: boolean;
  readonly choose: (language: Language) => void;
  /** Takes the language of the account, unless one was chosen in this browser. */
  readonly suggest: (language: Language) => void;
}

const storageKey = 'candor-language';
/** The language of the account that was last signed in: pages that ask nobody who reads speak it too. */
const accountKey = 'candor-account-language';
const Choice = createContext<LanguageChoice | undefined>(undefined);

/** A browser that keeps nothing refuses to be asked; the page works all the same. */
export function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Remembers a value in this browser, where it allows that. */
export function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Then it is forgotten when the page closes.
  }
}

/** The language of everything a person reads: from the address, from this browser, from the account, from the
 * settings of the browser, in this order. */
export function LanguageProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [language, setLanguage] = useState<Language>(() =>
    languageOf(
      new URLSearchParams(location.search).get('lang'),
      kept(storageKey),
      kept(accountKey),
      ...navigator.languages.slice(0, 1),
    ),
  );
  const [chosen, setChosen] = useState(() => kept(storageKey) !== null);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choose = useCallback((next: Language) => {
    keep(storageKey, next);
    setChosen(true);
    setLanguage(next);
    const address = new URL(location.href);
    // An address with a language goes on to say the language that is shown.
    if (!address.searchParams.has('lang')) return;
    address.searchParams.set('lang', next);
    history.replaceState(history.state, '', address);
  }, []);
  const suggest = useCallback((next: Language) => {
    keep(accountKey, next);
    if (kept(storageKey) === null) setLanguage(languageOf(new URLSearchParams(location.search).get('lang'), next));
  }, []);
  const choice = useMemo(() => ({ language, chosen, choose, suggest }), [language, chosen, choose, suggest]);
  return <Choice value={choice}>{children}</Choice>;
}

export function useLanguage(): LanguageChoice {
  const choice = useContext(Choice);
  if (!choice) throw new Error('a page stands outside the LanguageProvider');
  return choice;
}

/** The words of a page in the reader's language. */
export function useWords<Words>(dictionary: Readonly<Record<Language, Words>>): Words {
  return dictionary[useLanguage().language];
}
