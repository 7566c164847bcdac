import { type ReactNode, useCallback, useEffect, useMemo } from 'react';
import type { AuditResult } from '../../audit/index.ts';
import { auditReport, type Language } from '../../present/index.ts';
import { AuditReportView } from '../../report/index.ts';
import { useLanguage } from '../language.tsx';
import { ChangesPicture, TrendPicture } from '../report-pictures.tsx';
import { PlainShell, WorkspaceLink } from '../shell/plain-shell.tsx';
import type { AuditOptions, OptionName } from './audit-request.ts';
import { Corrections } from './corrections.tsx';
import { Downloads, SavePicture } from './downloads.tsx';
import { DropZone } from './drop-zone.tsx';
import { ErrorCard } from './error-card.tsx';
import { type PageWords, pageWords } from './page-words.ts';
import { Progress } from './progress.tsx';
import { Skeleton, SkeletonRows } from './skeleton.tsx';
import { type AuditControls, useAudit } from './use-audit.ts';

/** Drop a file, see what was detected, correct it, read the report, take it away. */
export function AuditPage(): ReactNode {
  const { language } = useLanguage();
  const audit = useAudit();
  const words = pageWords[language];
  return (
    <>
      <PlainShell links={<WorkspaceLink />}>
        <Content audit={audit} language={language} words={words} />
      </PlainShell>
      <Announcement audit={audit} words={words} />
    </>
  );
}

interface ContentProps {
  readonly audit: AuditControls;
  readonly language: Language;
  readonly words: PageWords;
}

function Content(props: ContentProps): ReactNode {
  const { state } = props.audit;
  if (state.response) return <ReadyReport {...props} result={state.response.result} />;
  if (state.phase === 'failed' && (state.error || state.cancelled)) return <Failed {...props} />;
  return <Waiting {...props} />;
}

/** What is said to a reader who hears the page. */
function Announcement({
  audit: { state },
  words,
}: {
  readonly audit: AuditControls;
  readonly words: PageWords;
}): ReactNode {
  const text =
    state.phase === 'ready' && state.cancelled
      ? words.cancelled
      : state.phase === 'ready' && state.file
        ? words.ready(state.file.name)
        : state.phase === 'loading' && state.response
          ? words.rerunning
          : '';
  return (
    <p className="unseen" role="status">
      {text}
    </p>
  );
}

function Drop({ audit, words, language }: ContentProps): ReactNode {
  const { state, start, cancel } = audit;
  const onFile = useCallback(
    (file: File) => {
      start(file, {});
      // The progress stands beside the answer; a file dropped further down must not seem to be ignored.
      window.scrollTo({ top: 0 });
    },
    [start],
  );
  return (
    <DropZone words={words} isSample={!state.file} onFile={onFile} onSample={() => start(undefined, {})}>
      {state.phase === 'loading' && !state.response && (
        <Progress state={state} words={words} language={language} onCancel={cancel} />
      )}
      {state.cancelled && <p className="small read-as">{words.cancelled}</p>}
      {state.response && <ReadAs result={state.response.result} language={language} words={words} />}
    </DropZone>
  );
}

/** What was detected, in one line beside the answer, with the way to correct it. */
function ReadAs({ result, language, words }: { result: AuditResult; language: Language; words: PageWords }): ReactNode {
  const { assumed } = useMemo(() => auditReport(result, language), [result, language]).notes;
  const value = (what: string) => assumed.find((row) => row.what === what)?.value;
  const told = ['metric', 'score', 'date', 'period'].map(value).filter((text) => text !== undefined);
  return (
    <p className="small read-as">
      {words.readAs(told.join(', '))} <a href="#assumed">{words.correct}</a>
    </p>
  );
}

function Waiting(props: ContentProps): ReactNode {
  const { audit, words } = props;
  return (
    <>
      <div className="row hero">
        <Skeleton title={words.introTitle} label={audit.state.file?.name ?? words.loadingSample} />
        <Drop {...props} />
      </div>
      <SkeletonRows />
    </>
  );
}

function Failed(props: ContentProps): ReactNode {
  const { audit, language, words } = props;
  const { state, start, back } = audit;
  const corrected = state.file !== undefined || Object.keys(state.options).length > 0;
  const again = () => start(state.file, state.options);
  const canCorrect =
    state.columns.length > 0 || /DATE_AMBIGUOUS|SEVERAL|SCALE|TIME_ZONE|PERIODS|USAGE/.test(state.error?.code ?? '');
  return (
    <div className="row hero">
      {state.error ? (
        <ErrorCard
          error={state.error}
          fileName={state.file?.name}
          language={language}
          words={words}
          onAgain={again}
          {...(state.before ? { onBack: back } : {})}
        >
          {corrected && canCorrect && (
            <>
              <h2 className="correct">{words.correct}</h2>
              <Corrections
                {...{ words, language, options: state.options, columns: state.columns }}
                first={askedFor[state.error.code]}
                whereChoices={whereChoices(state.error.details)}
                onChange={(options) => start(state.file, options)}
              />
            </>
          )}
        </ErrorCard>
      ) : (
        <h1>{words.introTitle}</h1>
      )}
      <Drop {...props} />
    </div>
  );
}

/** The control that answers a refusal. */
const askedFor: Readonly<Record<string, OptionName>> = {
  CND_DATE_AMBIGUOUS: 'dateOrder',
  CND_SEVERAL_SURVEYS: 'where',
  CND_NO_ROWS_LEFT: 'where',
  CND_NO_SCORE_COLUMN: 'score',
  CND_NO_DATE_COLUMN: 'date',
  CND_METRIC_SCALE: 'metric',
  CND_SCALES_MIXED: 'scale',
  CND_TOO_MANY_PERIODS: 'period',
  CND_TIME_ZONE: 'timeZone',
};

/** A refusal of several surveys names the column and its values; one of them is kept by choosing it. */
function whereChoices(details: Readonly<Record<string, unknown>> | undefined): string[] {
  const { column, values } = details ?? {};
  return typeof column === 'string' && Array.isArray(values) ? values.map((value) => `${column}=${value}`) : [];
}

function ReadyReport({ audit, language, words, result }: ContentProps & { readonly result: AuditResult }): ReactNode {
  const { state, start } = audit;
  const report = useMemo(() => auditReport(result, language), [result, language]);
  const busy = state.phase === 'loading';
  const file = result.source.file.replace(/\.[^.]+$/, '');
  useEffect(() => {
    document.title = report.documentTitle;
  }, [report]);
  useEffect(() => {
    // A mended refusal takes the control that mended it away; the keyboard goes on from the report, not from the top.
    if (state.file && document.activeElement === document.body) document.getElementById('main')?.focus();
  }, [state.file]);
  const change = (options: AuditOptions) => start(state.file, options);
  return (
    <div className={busy ? 'busy' : undefined} aria-busy={busy}>
      {busy && (
        <div className="again screen">
          <p>{words.rerunning}</p>
          <Progress state={state} words={words} language={language} onCancel={audit.cancel} />
        </div>
      )}
      <AuditReportView
        report={report}
        besideAnswer={<Drop audit={audit} language={language} words={words} />}
        trendChart={<TrendPicture report={report} words={words} />}
        changesChart={<ChangesPicture report={report} words={words} />}
        trendActions={<SavePicture of="trend" report={report} file={file} words={words} />}
        changesActions={<SavePicture of="changes" report={report} file={file} words={words} />}
        assumptions={
          <Corrections
            {...{ words, language, options: state.options, columns: state.columns, result }}
            onChange={change}
          />
        }
        downloads={<Downloads result={result} report={report} words={words} />}
        methodLinks={
          <p className="screen">
            <a href="/methods/programme-audit">{words.methods}</a>
          </p>
        }
      />
    </div>
  );
}
