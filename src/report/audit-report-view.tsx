import type { ReactNode } from 'react';
import { type AuditReport, hatchPattern } from '../present/index.ts';
import { DataTable, HiddenTable } from './data-table.tsx';
import { RulesTable } from './rules-table.tsx';
import { SentenceText } from './sentence-text.tsx';
import { TrendKey } from './signs.tsx';

/** From so many periods the trend is drawn with a band; the key must show the mark that is used. */
const denseFrom = 25;

export interface AuditReportViewProps {
  readonly report: AuditReport;
  /** The pictures: drawn live by a page, or as markup in a file. */
  readonly trendChart: ReactNode;
  readonly changesChart: ReactNode;
  /** Beside the answer: where a page takes another file. */
  readonly besideAnswer?: ReactNode;
  /** Instead of the list of assumptions, in a row of its own: where a page corrects them. */
  readonly assumptions?: ReactNode;
  /** Beside the corrections: where a page gives the report away. */
  readonly downloads?: ReactNode;
  /** What follows the method in words: on the page, the way to formulas and sources. */
  readonly methodLinks?: ReactNode;
  /** Beside "Show the table", for each picture. */
  readonly trendActions?: ReactNode;
  readonly changesActions?: ReactNode;
}

/** The whole report. Readable without scripts; what a page adds comes in through the slots. */
export function AuditReportView(props: AuditReportViewProps): ReactNode {
  const { report, besideAnswer } = props;
  return (
    <>
      <svg width="0" height="0" style={{ position: 'absolute' }} aria-hidden="true" focusable="false">
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of the house */}
        <defs dangerouslySetInnerHTML={{ __html: hatchPattern }} />
      </svg>
      <div className="row hero">
        <div>
          <p className="file">{report.fileLine}</p>
          <h1>{report.question}</h1>
          <p className="answer">
            {report.answer.map((sentence, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the two sentences keep their order
              <span key={index}>
                {index > 0 && ' '}
                <SentenceText sentence={sentence} />
              </span>
            ))}
          </p>
        </div>
        {besideAnswer}
      </div>
      <TrendRow {...props} />
      <ChangesRow {...props} />
      <RulesRow {...props} />
      {props.assumptions && <AssumedRow {...props} />}
      <HowRow {...props} />
      <footer className="foot">
        {report.notes.footer.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </footer>
    </>
  );
}

function Notes({ sentences }: { readonly sentences: AuditReport['trend']['note'] }): ReactNode {
  return sentences.map((sentence, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the notes keep their order
    <p key={index}>
      <SentenceText sentence={sentence} />
    </p>
  ));
}

function TrendRow({ report, trendChart, trendActions }: AuditReportViewProps): ReactNode {
  const { trend } = report;
  const dense = trend.chart.points.length >= denseFrom;
  return (
    <section className="row" aria-labelledby="trend">
      <figure>
        <h2 id="trend">{trend.title}</h2>
        <p className="subtitle">
          {trend.subtitle}{' '}
          <span className="key">
            <TrendKey of={dense ? 'band' : 'interval'} />
            {trend.intervalKey}
          </span>{' '}
          {trend.chart.levels.length > 0 && (
            <span className="key">
              <TrendKey of={dense ? 'edges' : 'noise'} />
              {trend.noiseKey}
            </span>
          )}
          {trend.breakSigns.length > 0 && <span className="narrow">{trend.breakSigns.join(' ')}</span>}
        </p>
        <div className="chart">{trendChart}</div>
        <figcaption className="caption">{[...trend.signs, trend.caption].join(' ')}</figcaption>
        <div className="links">
          <HiddenTable summary={report.showTable} table={trend.table} />
          <a href="#how">{report.howLink}</a>
          {trendActions}
        </div>
      </figure>
      <aside aria-label={trend.noteTitle}>
        <h3>{trend.noteTitle}</h3>
        <Notes sentences={trend.note} />
        {trend.needed && (
          <>
            <p>{trend.needed.lead}</p>
            <DataTable table={trend.needed.table} />
          </>
        )}
      </aside>
    </section>
  );
}

function ChangesRow({ report, changesChart, changesActions }: AuditReportViewProps): ReactNode {
  const { changes } = report;
  return (
    <section className="row" aria-labelledby="changes">
      <figure>
        <h2 id="changes">{changes.title}</h2>
        <p className="subtitle">{changes.subtitle}</p>
        {changes.chart && <div className="chart">{changesChart}</div>}
        {changes.caption && <figcaption className="caption">{changes.caption}</figcaption>}
        {changes.table && (
          <div className="links">
            <HiddenTable summary={report.showTable} table={changes.table} />
            {changesActions}
          </div>
        )}
      </figure>
      {changes.note.length > 0 && (
        <aside aria-label={changes.noteTitle}>
          <h3>{changes.noteTitle}</h3>
          <Notes sentences={changes.note} />
        </aside>
      )}
    </section>
  );
}

function RulesRow({ report, assumptions }: AuditReportViewProps): ReactNode {
  const { rules, notes } = report;
  return (
    <section className="row" aria-labelledby="rules">
      <div>
        <h2 id="rules">{rules.title}</h2>
        <p className="subtitle">{rules.subtitle}</p>
        <RulesTable rules={rules} />
      </div>
      <aside aria-label={notes.readTitle}>
        <h3>{notes.readTitle}</h3>
        <p>{notes.read}</p>
        {notes.rejected && <DataTable table={notes.rejected} />}
        {!assumptions && notes.assumed.length > 0 && (
          <>
            <h3>{notes.assumedTitle}</h3>
            <AssumedList notes={notes} />
          </>
        )}
      </aside>
    </section>
  );
}

/** Where the page corrects what was assumed, it takes a row of its own. */
function AssumedRow({ report, assumptions, downloads }: AuditReportViewProps): ReactNode {
  return (
    <section className="row screen" id="assumed" aria-labelledby="assumed-title">
      <div>
        <h2 id="assumed-title">{report.notes.assumedTitle}</h2>
        {assumptions}
      </div>
      {downloads}
    </section>
  );
}

function AssumedList({ notes }: { readonly notes: AuditReport['notes'] }): ReactNode {
  return (
    <dl className="pairs">
      {notes.assumed.map(({ what, label, value, why }) => (
        <div key={what}>
          <dt>{label}</dt>
          <dd>
            {value}
            {why && <span className="why">{why}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function HowRow({ report, methodLinks }: AuditReportViewProps): ReactNode {
  const { notes } = report;
  return (
    <section className="row" id="how" aria-labelledby="how-title">
      <div className="how">
        <h2 id="how-title">{notes.howTitle}</h2>
        {notes.how.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        {methodLinks}
      </div>
      <aside aria-label={notes.caveatsTitle}>
        <h3>{notes.caveatsTitle}</h3>
        <ul className="caveats">
          {notes.caveats.map((caveat) => (
            <li key={caveat}>{caveat}</li>
          ))}
        </ul>
      </aside>
    </section>
  );
}
