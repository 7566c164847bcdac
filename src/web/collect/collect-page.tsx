import './collect.css';
import { lazy, type ReactNode, Suspense } from 'react';
import { Link, useParams } from 'wouter';
import { useMay } from '../api/permission.ts';
import { pageOf, useWorkspace } from '../api/workspace.tsx';
import { useWords } from '../language.tsx';
import { type CollectPart, collectParts, partNeeds } from './collect-parts.ts';
import { partWords } from './part-words.ts';

/** Each part comes when it is asked for. */
const parts: Readonly<Record<CollectPart, ReturnType<typeof lazy>>> = {
  surveys: lazy(() => import('./surveys-part.tsx').then(({ SurveysPart: part }) => ({ default: part }))),
  waves: lazy(() => import('../waves/waves-part.tsx').then(({ WavesPart: part }) => ({ default: part }))),
  events: lazy(() => import('../events/events-part.tsx').then(({ EventsPart: part }) => ({ default: part }))),
  outbox: lazy(() => import('../outbox/outbox-part.tsx').then(({ OutboxPart: part }) => ({ default: part }))),
  intents: lazy(() => import('../outbox/intents-part.tsx').then(({ IntentsPart: part }) => ({ default: part }))),
  programmes: lazy(() =>
    import('../asking/programmes-part.tsx').then(({ ProgrammesPart: part }) => ({ default: part })),
  ),
  places: lazy(() => import('./places-part.tsx').then(({ PlacesPart: part }) => ({ default: part }))),
};

/** Everything that collects: what is asked, and by which ways. */
export function CollectPage(): ReactNode {
  const words = useWords(partWords);
  const { part = 'surveys' } = useParams<{ part?: string }>();
  const shown = collectParts.find((name) => name === part) ?? 'surveys';
  const Part = parts[shown];
  const needed = partNeeds[shown];
  const may = useMay();
  if (needed && !may(needed)) return <p className="answer">{words.forbidden}</p>;
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
  const may = useMay();
  const shownParts = collectParts.filter((name) => !partNeeds[name] || may(partNeeds[name]));
  return (
    <nav className="part-links screen" aria-label={words.parts}>
      <ul>
        {shownParts.map((name) => (
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
