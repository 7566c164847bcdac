import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useId } from 'react';
import { Link, useLocation } from 'wouter';
import { meKey } from '../api/client.ts';
import { LiveProvider } from '../api/live.tsx';
import { ask } from '../api/request.ts';
import { type CurrentWorkspace, pageOf, WorkspaceProvider } from '../api/workspace.tsx';
import { keep, useWords } from '../language.tsx';
import { LanguageSwitch } from '../language-switch.tsx';
import { shellWords } from './shell-words.ts';

export const workspacePages = ['overview', 'why', 'responses', 'programme', 'collect', 'imports', 'settings'] as const;
export type WorkspacePage = (typeof workspacePages)[number];
export const lastWorkspaceKey = 'candor-workspace';

interface ShellProps {
  readonly workspace: CurrentWorkspace;
  readonly page: WorkspacePage | undefined;
  readonly children: ReactNode;
}

/** What stands around every page of a workspace: the pages there are, which workspace, who reads it. */
export function WorkspaceShell({ workspace, page, children }: ShellProps): ReactNode {
  const words = useWords(shellWords);
  useEffect(() => keep(lastWorkspaceKey, workspace.slug), [workspace.slug]);
  return (
    <WorkspaceProvider workspace={workspace}>
      <LiveProvider workspace={workspace.slug}>
        <a className="skip" href="#main">
          {words.skip}
        </a>
        <div className="app">
          <Side workspace={workspace} page={page} />
          <TopBar workspace={workspace} />
          <main id="main" className="main" tabIndex={-1}>
            <div className="main-inside">{children}</div>
          </main>
          <BottomBar workspace={workspace} page={page} />
        </div>
      </LiveProvider>
    </WorkspaceProvider>
  );
}

type Bar = Omit<ShellProps, 'children'>;

function PageLinks({ workspace, page }: Bar): ReactNode {
  const words = useWords(shellWords);
  return workspacePages.map((name) => (
    <li key={name}>
      <Link href={pageOf(workspace.slug, name)} aria-current={name === page ? 'page' : undefined}>
        {words.pages[name]}
      </Link>
    </li>
  ));
}

function Side({ workspace, page }: Bar): ReactNode {
  const words = useWords(shellWords);
  return (
    <header className="side screen">
      <div className="side-inside">
        <Link className="side-brand" href={pageOf(workspace.slug, 'overview')}>
          Candor
        </Link>
        <WorkspaceSwitch workspace={workspace} />
        <nav aria-label={words.main}>
          <ul>
            <PageLinks workspace={workspace} page={page} />
          </ul>
          <ul>
            <li>
              <Link href="/audit">{words.pages.file}</Link>
            </li>
          </ul>
        </nav>
        <Account workspace={workspace} />
      </div>
    </header>
  );
}

/** Instead of the column, where it has no room: the name, and the rest behind one word. */
function TopBar({ workspace }: { readonly workspace: CurrentWorkspace }): ReactNode {
  const words = useWords(shellWords);
  const [path] = useLocation();
  return (
    <header className="top-bar screen">
      <Link className="brand" href={pageOf(workspace.slug, 'overview')}>
        Candor
      </Link>
      <details key={path}>
        <summary>
          {workspace.name} · {words.more}
        </summary>
        <div className="top-menu">
          <WorkspaceSwitch workspace={workspace} />
          <p>
            <Link href="/audit">{words.pages.file}</Link>
          </p>
          <Account workspace={workspace} />
        </div>
      </details>
    </header>
  );
}

function BottomBar({ workspace, page }: Bar): ReactNode {
  const words = useWords(shellWords);
  return (
    <nav className="tabs screen" aria-label={words.main}>
      <ul>
        <PageLinks workspace={workspace} page={page} />
      </ul>
    </nav>
  );
}

function WorkspaceSwitch({ workspace }: { readonly workspace: CurrentWorkspace }): ReactNode {
  const words = useWords(shellWords);
  const [, navigate] = useLocation();
  const id = useId();
  const { workspaces } = workspace.me;
  if (workspaces.length < 2) return <p className="side-workspace">{workspace.name}</p>;
  return (
    <p className="side-workspace">
      <label className="unseen" htmlFor={id}>
        {words.workspace}
      </label>
      <select id={id} value={workspace.slug} onChange={(event) => navigate(pageOf(event.target.value, 'overview'))}>
        {workspaces.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {name}
          </option>
        ))}
      </select>
    </p>
  );
}

function Account({ workspace }: { readonly workspace: CurrentWorkspace }): ReactNode {
  const words = useWords(shellWords);
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const signOut = useMutation({
    mutationFn: () => ask('/api/sign-out', { method: 'POST' }),
    onSettled: () => {
      // First the page, then the memory of it: a page of a workspace without a reader would ask for one to come back.
      navigate('/sign-in');
      client.clear();
      client.setQueryData(meKey, null);
    },
  });
  const speak = useMutation({
    mutationFn: (language: string) => ask('/api/me', { method: 'PATCH', body: { language } }),
  });
  return (
    <div className="account">
      <p>{words.signedInAs(workspace.me.user.name, words.role[workspace.role])}</p>
      <button type="button" className="link" onClick={() => signOut.mutate()}>
        {words.signOut}
      </button>
      <LanguageSwitch label={words.languageLabel} onChosen={(language) => speak.mutate(language)} />
    </div>
  );
}
