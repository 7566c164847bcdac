import { useEffect, useState } from 'react';
import { type Language, languageOf } from '../present/index.ts';

/** The language of page and report, kept in the address so that it can be bookmarked and sent on. */
export function useLanguage(): [Language, (language: Language) => void] {
  const [language, setLanguage] = useState<Language>(() =>
    languageOf(new URLSearchParams(location.search).get('lang'), ...navigator.languages.slice(0, 1)),
  );
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choose = (next: Language) => {
    const address = new URL(location.href);
    address.searchParams.set('lang', next);
    history.replaceState(null, '', address);
    setLanguage(next);
  };
  return [language, choose];
}
