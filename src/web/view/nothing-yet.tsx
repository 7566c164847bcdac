import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { numberText } from '../../present/index.ts';
import { useMay } from '../api/permission.ts';
import { ask } from '../api/request.ts';
import { apiOf, pageOf, useWorkspace } from '../api/workspace.tsx';
import type { ImportSummary } from '../imports/import-api.ts';
import { useLanguage, useWords } from '../language.tsx';
import { filterWords } from './filter-words.ts';

/** Before the first answer: what would be here, and the one step that gets there; or how far an import has come. */
export function NothingYet(): ReactNode {
  const words = useWords(filterWords);
  const { slug } = useWorkspace();
  const may = useMay();
  const running = useRunningImport(slug);
  if (running) return <Reading of={running} />;
  return (
    <section className="empty">
      <h1>{words.emptyTitle}</h1>
      <p className="answer">{words.emptyText}</p>
      {may('import') ? (
        <p className="buttons">
          <Link className="button button-strong" href={pageOf(slug, 'imports')}>
            {words.emptyAction}
          </Link>
        </p>
      ) : (
        <p className="lead">{words.emptyOthers}</p>
      )}
    </section>
  );
}

/** The import that runs now; its end is told by the live page. */
function useRunningImport(slug: string): ImportSummary | undefined {
  const imports = useQuery({
    queryKey: ['imports', slug],
    queryFn: ({ signal }) => ask<{ imports: ImportSummary[] }>(apiOf(slug, '/imports'), { signal }),
    refetchInterval: 1_000,
  });
  return imports.data?.imports.find(({ state }) => state === 'running');
}

function Reading({ of: { progress } }: { readonly of: ImportSummary }): ReactNode {
  const words = useWords(filterWords);
  const { slug } = useWorkspace();
  const { language } = useLanguage();
  const { rows = 0, share } = progress;
  const told = share === undefined ? undefined : `${numberText(share * 100, 0, language)}\u00a0%`;
  return (
    <section className="empty">
      <h1>{words.readingTitle}</h1>
      <p className="answer">{words.readingText(numberText(rows, 0, language), told)}</p>
      <progress aria-label={words.readingTitle} max={1} {...(share === undefined ? {} : { value: share })} />
      <p className="buttons">
        <Link className="button" href={pageOf(slug, 'imports')}>
          {words.readingAction}
        </Link>
      </p>
    </section>
  );
}
