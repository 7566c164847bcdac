import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useMay } from '../api/permission.ts';
import { pageOf, useWorkspace } from '../api/workspace.tsx';
import { useWords } from '../language.tsx';
import { filterWords } from './filter-words.ts';

/** Before the first answer: what would be here, and the one step that gets there. */
export function NothingYet(): ReactNode {
  const words = useWords(filterWords);
  const { slug } = useWorkspace();
  const may = useMay();
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
