import './collect.css';
import { lazy, type ReactNode, Suspense } from 'react';
import { Link, useParams } from 'wouter';
import { pageOf, useWorkspace } from '../api/workspace.tsx';
import { useWords } from '../language.tsx';
import { type CollectPart, collectParts } from './collect-parts.ts';
import { partWords } from './part-words.ts';

/** Each part comes when it is asked for. */
const parts: Readonly<Record<CollectPart, ReturnType<typeof lazy>>> = {
  surveys: lazy(() => import('./surveys-part.tsx').then(({ SurveysPart: part }) => ({ default: part }))),
  places: lazy(() => import('./places-part.tsx').then(({ PlacesPart: part }) => ({ default: part }))),
};

/** Everything that collects: what is asked, and by which ways. */
export function CollectPage(): ReactNode {
  const { part = 'surveys' } = useParams<{ part?: string }>();
  const shown = collectParts.find((name) => name === part) ?? 'surveys';
  const Part = parts[shown];
  return (
    <>
      {collectParts.length > 1 && <PartLinks shown={shown} />}
      <Suspense>
        <Part />
      </Suspense>
    </>
  );
}

function PartLinks({ shown }: { readonly shown: CollectPart }): ReactNode {
  const words = useWords(partWords);
  const { slug } = useWorkspace();
  return (
    <nav className="part-links screen" aria-label={words.parts}>
      <ul>
        {collectParts.map((name) => (
          <li key={name}>
            <Link
              href={name === 'surveys' ? pageOf(slug, 'collect') : pageOf(slug, `collect/${name}`)}
              aria-current={name === shown ? 'page' : undefined}
            >
              {words[name]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
