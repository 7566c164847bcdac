import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import type { AuditResult } from '../../audit/index.ts';
import { auditReport } from '../../present/index.ts';
import { AuditReportView } from '../../report/index.ts';
import { printView, type View } from '../../view/index.ts';
import { liveKey } from '../api/live.tsx';
import { ask } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { Failure } from '../failure.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { ChangesPicture, TrendPicture } from '../report-pictures.tsx';
import { ResponseLine, useResponseStanding } from '../response/response-standing.tsx';
import { responseWords } from '../response/response-words.ts';
import { ProgrammeBones } from './programme-bones.tsx';
import type { ProgrammePartProps } from './programme-part-props.ts';
import { programmeWords } from './programme-words.ts';

/** Was there ever a signal? The programme audit of the workspace: one level, one metric. */
export function AuditPart({ view }: ProgrammePartProps): ReactNode {
  const { slug } = useWorkspace();
  const audit = useQuery({
    queryKey: [...liveKey(slug), 'programme', printView(view)],
    queryFn: ({ signal }) => ask<AuditResult>(apiOf(slug, `/programme-audit?${printView(view)}`), { signal }),
    placeholderData: keepPreviousData,
    // Every answer is read for it: it is made anew when the page is opened, not with every new answer.
    staleTime: 300_000,
  });
  if (audit.error && !audit.data) return <Failure error={audit.error} onAgain={() => void audit.refetch()} />;
  if (!audit.data) return <ProgrammeBones />;
  return (
    <div className={audit.isPlaceholderData ? 'stale' : undefined} aria-busy={audit.isPlaceholderData}>
      <Report result={audit.data} />
      <Heard view={view} result={audit.data} />
    </div>
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
