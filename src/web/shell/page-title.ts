import { useEffect } from 'react';

/** The title of the page in the browser: the page first, since tabs are narrow. */
export function usePageTitle(...parts: readonly (string | undefined)[]): void {
  const title = [...parts.filter((part) => part), 'Candor'].join(' – ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
