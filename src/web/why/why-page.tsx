import './why.css';
import { lazy, type ReactNode, Suspense } from 'react';
import { Link, useParams } from 'wouter';
import { defaultView, type View } from '../../view/index.ts';
import { pageOf, useWorkspace } from '../api/workspace.tsx';
import { Failure } from '../failure.tsx';
import { useWords } from '../language.tsx';
import { LiveMark } from '../shell/live-mark.tsx';
import { FilterSentence } from '../view/filter-sentence.tsx';
import { NothingYet } from '../view/nothing-yet.tsx';
import { RefusedView } from '../view/refused-view.tsx';
import { useChoices } from '../view/use-choices.ts';
import { addressOf, useView } from '../view/use-view.ts';
import { WhyBones } from './why-bones.tsx';
import type { WhyPartProps } from './why-part-props.ts';
import { type WhyPart, whyKeys, whyParts } from './why-parts.ts';
import { whyWords } from './why-words.ts';

/** Each part comes when it is asked for. */
const parts = {
  drivers: lazy(() => import('./drivers-part.tsx').then(({ DriversPart: part }) => ({ default: part }))),
  model: lazy(() => import('./model-part.tsx').then(({ ModelPart: part }) => ({ default: part }))),
  watch: lazy(() => import('./watch-part.tsx').then(({ WatchPart: part }) => ({ default: part }))),
} satisfies Readonly<Record<WhyPart, unknown>>;

/** Why the figures are what they are: what goes with them, on one level. */
export function WhyPage(): ReactNode {
  const { part } = useParams<{ part?: string }>();
  const shown = whyParts.find((name) => name === part) ?? whyParts[0];
  const { view, refused, own, show } = useView(whyKeys[shown]);
  const choices = useChoices();
  if (!view) return <RefusedView error={refused} onUsual={() => show(defaultView, { own: new URLSearchParams() })} />;
  if (choices.error) return <Failure error={choices.error} onAgain={() => void choices.refetch()} />;
  if (!choices.data) return <WhyBones />;
  if (choices.data.firstDay === undefined) return <NothingYet />;
  const level = view.level ?? choices.data.levels.find((name) => name === 'relationship') ?? choices.data.levels[0];
  if (level === undefined) return <NothingYet />;
  const Part = parts[shown];
  const props: WhyPartProps = {
    view: { ...view, level },
    isLevelChosen: view.level !== undefined,
    choices: choices.data,
    own,
    show,
  };
  return (
    <>
      <div className="bar">
        <FilterSentence view={props.view} choices={choices.data} oneLevel show={show} />
        <LiveMark />
      </div>
      {whyParts.length > 1 && <PartLinks shown={shown} view={view} />}
      <Suspense fallback={<WhyBones />}>
        <Part {...props} />
      </Suspense>
    </>
  );
}

/** The filters go along from part to part. */
function PartLinks({ shown, view }: { readonly shown: WhyPart; readonly view: View }): ReactNode {
  const words = useWords(whyWords);
  const { slug } = useWorkspace();
  return (
    <nav className="part-links screen" aria-label={words.parts}>
      <ul>
        {whyParts.map((name) => (
          <li key={name}>
            <Link
              href={addressOf(pageOf(slug, name === whyParts[0] ? 'why' : `why/${name}`), view)}
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
