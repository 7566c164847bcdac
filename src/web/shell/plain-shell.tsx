import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useMe } from '../api/me.ts';
import { useWords } from '../language.tsx';
import { LanguageSwitch } from '../language-switch.tsx';
import { shellWords } from './shell-words.ts';

/** Pages that stand outside a workspace: a head with the name of the house and the language. */
export function PlainShell({
  children,
  links,
}: {
  readonly children: ReactNode;
  readonly links?: ReactNode;
}): ReactNode {
  const words = useWords(shellWords);
  return (
    <>
      <a className="skip" href="#main">
        {words.skip}
      </a>
      <header className="top">
        <Link className="brand" href="/">
          Candor
        </Link>
        <div className="top-links screen">
          {links}
          <LanguageSwitch label={words.languageLabel} />
        </div>
      </header>
      <main id="main" className="page" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

/** From a page that needs no sign-in to the workspaces, or to the sign-in. */
export function WorkspaceLink(): ReactNode {
  const words = useWords(shellWords);
  const me = useMe();
  if (me.data === undefined) return null;
  return me.data ? <Link href="/">{words.pages.overview}</Link> : <Link href="/sign-in">{words.signIn}</Link>;
}
