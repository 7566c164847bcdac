import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect, useMemo } from 'react';
import { Redirect, Route, Switch, useLocation, useParams } from 'wouter';
import { queryClient } from './api/client.ts';
import { type Me, useMe } from './api/me.ts';
import { pageOf } from './api/workspace.tsx';
import { isPartOf } from './collect/collect-parts.ts';
import { Failure } from './failure.tsx';
import { kept, LanguageProvider, useLanguage, useWords } from './language.tsx';
import { ErrorBoundary } from './shell/error-boundary.tsx';
import { NotFound } from './shell/not-found-page.tsx';
import { usePageTitle } from './shell/page-title.ts';
import { PlainShell } from './shell/plain-shell.tsx';
import { RouteFocus } from './shell/route-focus.tsx';
import { shellWords } from './shell/shell-words.ts';
import { lastWorkspaceKey, type WorkspacePage, WorkspaceShell, workspacePages } from './shell/workspace-shell.tsx';

const AuditPage = lazy(() => import('./file-audit/audit-page.tsx').then(({ AuditPage: page }) => ({ default: page })));
const SignInPage = lazy(() => import('./sign-in/sign-in-page.tsx').then(({ SignInPage: page }) => ({ default: page })));
const JoinPage = lazy(() => import('./sign-in/join-page.tsx').then(({ JoinPage: page }) => ({ default: page })));
const SetUpPage = lazy(() => import('./sign-in/set-up-page.tsx').then(({ SetUpPage: page }) => ({ default: page })));

/** Each page comes when it is asked for: the first load carries one of them. */
const pages: Readonly<Record<WorkspacePage, ReturnType<typeof lazy>>> = {
  why: lazy(() => import('./why/why-page.tsx').then(({ WhyPage: page }) => ({ default: page }))),
  responses: lazy(() =>
    import('./responses/responses-page.tsx').then(({ ResponsesPage: page }) => ({ default: page })),
  ),
  programme: lazy(() =>
    import('./programme/programme-page.tsx').then(({ ProgrammePage: page }) => ({ default: page })),
  ),
  collect: lazy(() => import('./collect/collect-page.tsx').then(({ CollectPage: page }) => ({ default: page }))),
  imports: lazy(() => import('./imports/imports-page.tsx').then(({ ImportsPage: page }) => ({ default: page }))),
  settings: lazy(() => import('./settings/settings-page.tsx').then(({ SettingsPage: page }) => ({ default: page }))),
  overview: lazy(() => import('./overview/overview-page.tsx').then(({ OverviewPage: page }) => ({ default: page }))),
};

/** The browser application. */
export function App(): ReactNode {
  const client = useMemo(queryClient, []);
  return (
    <QueryClientProvider client={client}>
      <LanguageProvider>
        <RouteFocus />
        <Switch>
          <Route path="/">
            <Home />
          </Route>
          <Route path="/audit">
            <Suspense>
              <AuditPage />
            </Suspense>
          </Route>
          <Route path="/sign-in">
            <Plain>
              <SignInPage />
            </Plain>
          </Route>
          <Route path="/join/:token">
            <Plain>
              <JoinPage />
            </Plain>
          </Route>
          <Route path="/set-up">
            <Plain>
              <SetUpPage />
            </Plain>
          </Route>
          <Route path="/w/:slug/:page?/:part?">
            <InWorkspace />
          </Route>
          <Route>
            <Plain>
              <NotFound />
            </Plain>
          </Route>
        </Switch>
      </LanguageProvider>
    </QueryClientProvider>
  );
}

function Plain({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <PlainShell>
      <ErrorBoundary>
        <Suspense fallback={<Waiting />}>{children}</Suspense>
      </ErrorBoundary>
    </PlainShell>
  );
}

function Waiting(): ReactNode {
  const words = useWords(shellWords);
  return (
    <p className="unseen" role="status">
      {words.loading}
    </p>
  );
}

/** The last workspace that was read here, or the first one there is. */
function Home(): ReactNode {
  return (
    <SignedIn>
      {(me) => {
        const { workspaces } = me;
        const last = workspaces.find(({ slug }) => slug === kept(lastWorkspaceKey)) ?? workspaces[0];
        return last ? <Redirect to={pageOf(last.slug, 'overview')} replace /> : <NoWorkspace />;
      }}
    </SignedIn>
  );
}

function NoWorkspace(): ReactNode {
  const words = useWords(shellWords);
  usePageTitle(words.noWorkspaceTitle);
  return (
    <PlainShell>
      <section className="narrow-page">
        <h1>{words.noWorkspaceTitle}</h1>
        <p className="answer">{words.noWorkspace}</p>
      </section>
    </PlainShell>
  );
}

/** Asks who reads; nobody is led to the sign-in, which leads back here. */
function SignedIn({ children }: { readonly children: (me: Me) => ReactNode }): ReactNode {
  const me = useMe();
  const { suggest } = useLanguage();
  const [path] = useLocation();
  const wish = me.data?.user.language;
  useEffect(() => {
    if (wish) suggest(wish);
  }, [wish, suggest]);
  if (me.data) return children(me.data);
  if (me.data === null) {
    const here = `${path}${location.search}`;
    return <Redirect to={here === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(here)}`} replace />;
  }
  return (
    <PlainShell>{me.isError ? <Failure error={me.error} onAgain={() => void me.refetch()} /> : <Waiting />}</PlainShell>
  );
}

function InWorkspace(): ReactNode {
  const { slug = '', page, part } = useParams<{ slug: string; page?: string; part?: string }>();
  const known = workspacePages.find((name) => name === page && isPartOf(name, part));
  const Page = known && pages[known];
  return (
    <SignedIn>
      {(me) => {
        const workspace = me.workspaces.find((of) => of.slug === slug);
        if (!workspace) {
          return (
            <Plain>
              <NotFound />
            </Plain>
          );
        }
        if (page === undefined) return <Redirect to={pageOf(slug, 'overview')} replace />;
        return (
          <WorkspaceShell key={slug} workspace={{ ...workspace, me }} page={known}>
            <ErrorBoundary key={`${page} ${part ?? ''}`}>
              <Suspense fallback={<Waiting />}>{Page ? <Page /> : <NotFound />}</Suspense>
            </ErrorBoundary>
          </WorkspaceShell>
        );
      }}
    </SignedIn>
  );
}
