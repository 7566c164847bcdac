import { type ReactNode, useCallback } from 'react';
import { Link } from 'wouter';
import type { MetricDefinition } from '../../metrics/index.ts';
import type { Charts, LevelCard, OverviewReport } from '../../present/index.ts';
import { DataTable, SentenceText, TrendKey } from '../../report/index.ts';
import type { View } from '../../view/index.ts';
import { useMay } from '../api/permission.ts';
import { pageOf, useWorkspace } from '../api/workspace.tsx';
import { useWords } from '../language.tsx';
import { LiveChart } from '../live-chart.tsx';
import { ResponseLine, type ShownStanding, useResponseStanding } from '../response/response-standing.tsx';
import { addressOf } from '../view/use-view.ts';
import { Figure } from './figure.tsx';
import { HowComputed } from './how-computed.tsx';
import { overviewPageWords } from './overview-page-words.ts';

/** The two levels beside each other, on one scale, never added. */
export function LevelCards(props: {
  readonly report: OverviewReport;
  readonly view: View;
  readonly definition: MetricDefinition;
}): ReactNode {
  const { report, view, definition } = props;
  const { key } = report;
  const standings = useResponseStanding(view);
  return (
    <>
      <div className={report.cards.length > 1 ? 'cards' : 'cards cards-one'}>
        {report.cards.map((card) => (
          <Card
            key={card.level}
            card={card}
            report={report}
            definition={definition}
            standing={standings?.find(({ level }) => level === card.level)}
          />
        ))}
      </div>
      <p className="caption">
        {key.neverAdded}{' '}
        <span className="key">
          <TrendKey of={key.dense ? 'band' : 'interval'} />
          {key.interval}
        </span>{' '}
        {key.noise && (
          <span className="key">
            <TrendKey of={key.dense ? 'edges' : 'noise'} />
            {key.noise}.
          </span>
        )}{' '}
        {key.signs.join(' ')}
      </p>
    </>
  );
}

function Card(props: {
  readonly card: LevelCard;
  readonly report: OverviewReport;
  readonly definition: MetricDefinition;
  readonly standing: ShownStanding | undefined;
}): ReactNode {
  const { card, report, definition, standing } = props;
  const words = useWords(overviewPageWords);
  const { slug } = useWorkspace();
  const may = useMay();
  const { chart } = card;
  const draw = useCallback(
    (charts: Charts, width: number) => charts.trendChart(chart, { document, width, card: true }),
    [chart],
  );
  const title = `card-${card.level}`;
  return (
    <section className="card" aria-labelledby={title}>
      <h2 id={title}>
        {card.name} <span>· {card.is}</span>
      </h2>
      {card.figure && (
        <p className="big">
          <b>
            <Figure text={card.figure.value} />
          </b>
          <span className="big-interval">
            <Figure text={card.figure.interval} />
          </span>
          <span className="big-n">
            <Figure text={card.figure.n} />
          </span>
          {card.running && <span className="big-n">{card.running}</span>}
        </p>
      )}
      <p className="card-verdict">
        <SentenceText sentence={card.verdict} />
      </p>
      {!card.empty && (
        <>
          {standing && <ResponseLine standing={standing} definition={definition} />}
          <LiveChart draw={draw} height={236} widest={1200} loading={words.chartLoading} failed={words.chartFailed} />
          <div className="links">
            {may('view-responses') && (
              <Link href={addressOf(pageOf(slug, 'responses'), card.view)}>{report.how.rows}</Link>
            )}
            <details>
              <summary>{report.showTable}</summary>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
              <section className="scroll" aria-label={card.table.caption} tabIndex={0}>
                <DataTable table={card.table} />
              </section>
            </details>
            <HowComputed rows={card.how} how={report.how} />
          </div>
        </>
      )}
    </section>
  );
}
