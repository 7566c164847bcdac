import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import type { AuditResult } from '../../audit/index.ts';
import type { DimensionChoices } from '../../overview/index.ts';
import { auditReport } from '../../present/index.ts';
import { AuditReportView } from '../../report/index.ts';
import { defaultView, printView, type View } from '../../view/index.ts';
import { liveKey } from '../api/live.tsx';
import { ask } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { Failure } from '../failure.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { ChangesPicture, TrendPicture } from '../report-pictures.tsx';
import { ResponseLine, useResponseStanding } from '../response/response-standing.tsx';
import { responseWords } from '../response/response-words.ts';
import { LiveMark } from '../shell/live-mark.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { FilterSentence } from '../view/filter-sentence.tsx';
import { NothingYet } from '../view/nothing-yet.tsx';
import { RefusedView } from '../view/refused-view.tsx';
import { useChoices } from '../view/use-choices.ts';
import { useView } from '../view/use-view.ts';
import { programmeWords } from './programme-words.ts';

/** Was there ever a signal? The programme audit of the workspace: one level, one metric. */
export function ProgrammePage(): ReactNode {
  const words = useWords(programmeWords);
  const { name } = useWorkspace();
  const { view, refused, show } = useView();
  const choices = useChoices();
  usePageTitle(words.title, name);
  if (!view) return <RefusedView error={refused} onUsual={() => show(defaultView)} />;
  if (choices.error) return <Failure error={choices.error} onAgain={() => void choices.refetch()} />;
  if (!choices.data) return <Waiting />;
  if (choices.data.firstDay === undefined) return <NothingYet />;
  const level = view.level ?? choices.data.levels[0];
  return <Audited view={level ? { ...view, level } : view} choices={choices.data} show={show} />;
}

function Audited(props: {
  readonly view: View;
  readonly choices: DimensionChoices;
  readonly show: (view: View, options?: { readonly replace?: boolean }) => void;
}): ReactNode {
  const { view, choices, show } = props;
  const { slug } = useWorkspace();
  const audit = useQuery({
    queryKey: [...liveKey(slug), 'programme', printView(view)],
    queryFn: ({ signal }) => ask<AuditResult>(apiOf(slug, `/programme-audit?${printView(view)}`), { signal }),
    placeholderData: keepPreviousData,
    // Every answer is read for it: it is made anew when the page is opened, not with every new answer.
    staleTime: 300_000,
  });
  return (
    <>
      <div className="bar">
        <FilterSentence view={view} choices={choices} oneLevel show={show} />
        <LiveMark />
      </div>
      {audit.error && !audit.data ? (
        <Failure error={audit.error} onAgain={() => void audit.refetch()} />
      ) : audit.data ? (
        <div className={audit.isPlaceholderData ? 'stale' : undefined} aria-busy={audit.isPlaceholderData}>
          <Report result={audit.data} />
          <Heard view={view} result={audit.data} />
        </div>
      ) : (
        <Waiting />
      )}
    </>
  );
}

function Report({ result }: { readonly result: AuditResult }): ReactNode {
  const words = useWords(programmeWords);
  const { language } = useLanguage();
  const report = useMemo(() => auditReport(result, language), [result, language]);
  return (
    <AuditReportView
      report={report}
      trendChart={<TrendPicture report={report} words={words} />}
      changesChart={<ChangesPicture report={report} words={words} />}
      methodLinks={
        <p className="screen">
          {words.unlikeOverview} <a href="/methods/programme-audit">{words.methods}</a>
        </p>
      }
    />
  );
}

/** What the score of the level owes to who answered. */
function Heard({ view, result }: { readonly view: View; readonly result: AuditResult }): ReactNode {
  const words = useWords(responseWords);
  const standings = useResponseStanding(view);
  const standing = standings?.find(({ level }) => level === view.level);
  if (!standing) return null;
  return (
    <section className="programme-heard screen">
      <h2>{words.title}</h2>
      <ResponseLine standing={standing} definition={{ id: result.metric, scale: result.scale }} />
    </section>
  );
}

function Waiting(): ReactNode {
  const words = useWords(programmeWords);
  return (
    <div className="bones" aria-busy="true">
      <p role="status">{words.loading}</p>
      <i className="half" style={{ height: 40 }} aria-hidden="true" />
      <i aria-hidden="true" />
      <i style={{ height: 348 }} aria-hidden="true" />
    </div>
  );
}
