import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { CommentsSection } from '../../present/index.ts';
import { useMay } from '../api/permission.ts';
import { pageOf, useWorkspace } from '../api/workspace.tsx';
import { addressOf } from '../view/use-view.ts';

/** What people wrote, beside the figures. */
export function Comments({ comments }: { readonly comments: CommentsSection }): ReactNode {
  const { slug } = useWorkspace();
  const may = useMay();
  return (
    <aside className="comments" aria-labelledby="comments-title">
      <h2 id="comments-title">{comments.title}</h2>
      <p className="subtitle">{comments.counts}</p>
      {comments.quotes.map(({ id, text, by }) => (
        <blockquote key={id} className="quote">
          <p>{text}</p>
          <footer>{by}</footer>
        </blockquote>
      ))}
      {may('view-responses') && (
        <p className="links">
          <Link href={addressOf(pageOf(slug, 'responses'), comments.view)}>{comments.readAll}</Link>
        </p>
      )}
    </aside>
  );
}
