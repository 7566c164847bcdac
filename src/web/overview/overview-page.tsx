import './overview.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import type { DimensionChoices, Overview } from '../../overview/index.ts';
import { hatchPattern, overviewReport } from '../../present/index.ts';
import { SentenceText } from '../../report/index.ts';
import { defaultView, printView, type View } from '../../view/index.ts';
import { liveKey } from '../api/live.tsx';
import { ask } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { Failure } from '../failure.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { LiveMark } from '../shell/live-mark.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { FilterSentence, type ShownPeriods } from '../view/filter-sentence.tsx';
import { NothingYet } from '../view/nothing-yet.tsx';
import { RefusedView } from '../view/refused-view.tsx';
import { useChoices } from '../view/use-choices.ts';
import { useView } from '../view/use-view.ts';
import { BreakDowns } from './break-downs.tsx';
import { Comments } from './comments.tsx';
import { CoverageBar } from './coverage-bar.tsx';
import { LevelCards } from './level-cards.tsx';
import { overviewPageWords } from './overview-page-words.ts';
import { OverviewSkeleton } from './overview-skeleton.tsx';

/** Where the programme stands at this moment. */
export function OverviewPage(): ReactNode {
  const { view, refused, show } = useView();
  if (!view) return <RefusedView error={refused} onUsual={() => show(defaultView)} />;
  return <OverviewOf view={view} show={show} />;
}

interface ViewProps {
  readonly view: View;
  readonly show: (view: View, options?: { readonly replace?: boolean }) => void;
}

function OverviewOf({ view, show }: ViewProps): ReactNode {
  const { slug, name } = useWorkspace();
  const words = useWords(overviewPageWords);
  const choices = useChoices();
  const overview = useQuery({
    queryKey: [...liveKey(slug), 'overview', printView(view)],
    queryFn: ({ signal }) => ask<Overview>(apiOf(slug, `/overview?${printView(view)}`), { signal }),
    placeholderData: keepPreviousData,
  });
  usePageTitle(words.title, name);
  const nothingYet = choices.data !== undefined && choices.data.firstDay === undefined;
  return (
    <>
      <div className="bar">
        {choices.data && !nothingYet && (
          <FilterSentence view={view} choices={choices.data} shown={shownIn(overview.data)} show={show} />
        )}
        <LiveMark />
      </div>
      {nothingYet ? (
        <NothingYet />
      ) : overview.error && !overview.data ? (
        <Failure error={overview.error} onAgain={() => void overview.refetch()} />
      ) : overview.data ? (
        <div className={overview.isPlaceholderData ? 'stale' : undefined} aria-busy={overview.isPlaceholderData}>
          {overview.error && <Failure heading="h2" error={overview.error} onAgain={() => void overview.refetch()} />}
          <Standing overview={overview.data} choices={choices.data} view={view} show={show} />
        </div>
      ) : (
        <OverviewSkeleton />
      )}
    </>
  );
}

/** What the filter sentence says of the periods on the page. */
function shownIn(overview: Overview | undefined): ShownPeriods | undefined {
  if (!overview) return undefined;
  const { periods, shown, running } = overview.window;
  const { relationship, encounter } = overview.levels;
  const newest = [relationship, encounter].filter((standing) => standing?.period === shown);
  const against = newest.map((standing) => standing?.shown.change?.from).find((from) => from !== undefined);
  return { periods, shown, running, against };
}

function Standing(
  props: ViewProps & { readonly overview: Overview; readonly choices: DimensionChoices | undefined },
): ReactNode {
  const { overview, choices, view, show } = props;
  const { language } = useLanguage();
  const words = useWords(overviewPageWords);
  const report = useMemo(() => overviewReport(overview, language), [overview, language]);
  return (
    <>
      <svg width="0" height="0" className="hatch" aria-hidden="true" focusable="false">
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of the house */}
        <defs dangerouslySetInnerHTML={{ __html: hatchPattern }} />
      </svg>
      <h1>{report.question}</h1>
      <p className="answer">
        {report.answer.map((sentence, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the sentences keep their order
          <span key={index}>
            {index > 0 && ' '}
            <SentenceText sentence={sentence} />
          </span>
        ))}
      </p>
      {report.empty ? (
        <p className="buttons">
          <button type="button" className="button" onClick={() => show({ ...defaultView, metric: view.metric })}>
            {words.windowAll}
          </button>
        </p>
      ) : (
        <>
          <LevelCards report={report} view={view} definition={overview.metric.definition} />
          <div className={report.comments ? 'split' : 'split split-alone'}>
            {report.breakDowns && (
              <BreakDowns report={report} section={report.breakDowns} view={view} choices={choices} show={show} />
            )}
            {report.comments && <Comments comments={report.comments} />}
          </div>
          {report.coverage && <CoverageBar coverage={report.coverage} />}
          {report.how.caveats.length > 0 && (
            <ul className="caveats overview-caveats">
              {report.how.caveats.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
          <footer className="foot">
            {report.how.footer.map((line) => (
              <span key={line}>{line}</span>
            ))}
            <a href="/methods/overview">{report.how.methods}</a>
          </footer>
        </>
      )}
    </>
  );
}
