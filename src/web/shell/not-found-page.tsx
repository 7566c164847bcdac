import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useWords } from '../language.tsx';
import { usePageTitle } from './page-title.ts';
import { shellWords } from './shell-words.ts';

/** What an address that leads nowhere, or to what is not for the reader, shows: the same for both. */
export function NotFound(): ReactNode {
  const words = useWords(shellWords);
  usePageTitle(words.notFoundTitle);
  return (
    <section className="narrow-page">
      <h1>{words.notFoundTitle}</h1>
      <p className="answer">{words.notFound}</p>
      <p className="links">
        <Link href="/">{words.notFoundLink}</Link>
        <Link href="/audit">{words.pages.file}</Link>
      </p>
    </section>
  );
}
