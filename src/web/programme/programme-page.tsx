import './programme.css';
import { lazy, type ReactNode, Suspense } from 'react';
import { Link, useParams } from 'wouter';
import { defaultView, type View } from '../../view/index.ts';
import { pageOf, useWorkspace } from '../api/workspace.tsx';
import { Failure } from '../failure.tsx';
import { useWords } from '../language.tsx';
import { LiveMark } from '../shell/live-mark.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { FilterSentence } from '../view/filter-sentence.tsx';
import { NothingYet } from '../view/nothing-yet.tsx';
import { RefusedView } from '../view/refused-view.tsx';
import { useChoices } from '../view/use-choices.ts';
import { addressOf, useView } from '../view/use-view.ts';
import { ProgrammeBones } from './programme-bones.tsx';
import type { ProgrammePartProps } from './programme-part-props.ts';
import { type ProgrammePart, programmeKeys, programmeParts } from './programme-parts.ts';
import { programmeWords } from './programme-words.ts';

/** Each part comes when it is asked for. */
const parts = {
  audit: lazy(() => import('./audit-part.tsx').then(({ AuditPart: part }) => ({ default: part }))),
  planner: lazy(() => import('./planner-part.tsx').then(({ PlannerPart: part }) => ({ default: part }))),
} satisfies Readonly<Record<ProgrammePart, unknown>>;

/** How good the programme is as a measurement: of one level and metric. */
export function ProgrammePage(): ReactNode {
  const words = useWords(programmeWords);
  const { name } = useWorkspace();
  const { part } = useParams<{ part?: string }>();
  const shown = programmeParts.find((one) => one === part) ?? programmeParts[0];
  const { view, refused, own, show } = useView(programmeKeys[shown]);
  const choices = useChoices();
  usePageTitle(shown === 'audit' ? words.title : `${words.parts[shown]}, ${words.title}`, name);
  if (!view) return <RefusedView error={refused} onUsual={() => show(defaultView, { own: new URLSearchParams() })} />;
  if (choices.error) return <Failure error={choices.error} onAgain={() => void choices.refetch()} />;
  if (!choices.data) return <ProgrammeBones />;
  if (choices.data.firstDay === undefined) return <NothingYet />;
  const level = view.level ?? choices.data.levels[0];
  const Part = parts[shown];
  const props: ProgrammePartProps = { view: level ? { ...view, level } : view, choices: choices.data, own, show };
  return (
    <>
      <div className="bar">
        <FilterSentence view={props.view} choices={choices.data} oneLevel show={show} />
        <LiveMark />
      </div>
      <PartLinks shown={shown} view={view} />
      <Suspense fallback={<ProgrammeBones />}>
        <Part {...props} />
      </Suspense>
    </>
  );
}

/** The filters go along from part to part. */
function PartLinks({ shown, view }: { readonly shown: ProgrammePart; readonly view: View }): ReactNode {
  const words = useWords(programmeWords);
  const { slug } = useWorkspace();
  return (
    <nav className="part-links screen" aria-label={words.partsOf}>
      <ul>
        {programmeParts.map((name) => (
          <li key={name}>
            <Link
              href={addressOf(pageOf(slug, name === programmeParts[0] ? 'programme' : `programme/${name}`), view)}
              aria-current={name === shown ? 'page' : undefined}
            >
              {words.parts[name]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
