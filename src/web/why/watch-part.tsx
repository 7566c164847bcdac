import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useCallback, useMemo } from 'react';
import type { WatchedLevel } from '../../overview/index.ts';
import { type Charts, loadCharts, type WatchReport, watchCsv, watchReport } from '../../present/index.ts';
import { printView } from '../../view/index.ts';
import { liveKey } from '../api/live.tsx';
import { ask } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { Failure } from '../failure.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { LiveChart } from '../live-chart.tsx';
import { save } from '../save-file.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { driversPartWords } from './drivers-words.ts';
import { WhyBones } from './why-bones.tsx';
import type { WhyPartProps } from './why-part-props.ts';
import { whyWords } from './why-words.ts';

type Watched = WatchedLevel & { readonly beginsAfterBreak?: string; readonly run: { readonly id: string } };

/** Whether the level of the view is still that of its first 90 days, and since when it is not. */
export function WatchPart({ view }: WhyPartProps): ReactNode {
  const words = useWords(whyWords);
  const { slug, name } = useWorkspace();
  usePageTitle(words.watch, name);
  const query = printView(view);
  const watch = useQuery({
    queryKey: [...liveKey(slug), 'watch', query],
    queryFn: ({ signal }) => ask<Watched>(apiOf(slug, `/watch?${query}`), { signal }),
    placeholderData: keepPreviousData,
  });
  if (watch.error) return <Failure error={watch.error} onAgain={() => void watch.refetch()} />;
  if (!watch.data) return <WhyBones />;
  return (
    <div className={watch.isPlaceholderData ? 'stale' : undefined} aria-busy={watch.isPlaceholderData}>
      <WatchView watched={watch.data} />
    </div>
  );
}

function WatchView({ watched }: { readonly watched: Watched }): ReactNode {
  const { language } = useLanguage();
  const words = useWords(driversPartWords);
  const report = useMemo(() => watchReport(watched, language), [watched, language]);
  const { words: told } = report;
  return (
    <>
      <h1>{told.question}</h1>
      <p className="answer">{report.answer.join(' ')}</p>
      <section className="why-picture" aria-labelledby="watch-chart">
        <h2 id="watch-chart">{told.chart}</h2>
        <Picture report={report} run={watched.run.id} />
      </section>
      <ul className="caveats">
        {report.grounds.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div className="links">
        <details>
          <summary>{told.table.title}</summary>
          <MonthTable report={report} />
        </details>
        <a href="/methods/monitoring">{told.how}</a>
      </div>
      <aside className="screen" aria-label={words.takeaway}>
        <div className="buttons">
          <button
            type="button"
            className="button"
            onClick={() => save(`${told.file}.csv`, 'text/csv', `\ufeff${watchCsv(watched)}`)}
          >
            {words.saveCsv}
          </button>
        </div>
      </aside>
    </>
  );
}

function MonthTable({ report }: { readonly report: WatchReport }): ReactNode {
  const { table } = report.words;
  return (
    <table>
      <caption className="unseen">{table.title}</caption>
      <thead>
        <tr>
          <th scope="col">{table.month}</th>
          <th scope="col" className="number">
            {table.highest}
          </th>
          <th scope="col" className="number">
            {table.last}
          </th>
        </tr>
      </thead>
      <tbody>
        {report.months.map(({ month, highest, last }) => (
          <tr key={month}>
            <th scope="row">{month}</th>
            <td className="number">{highest}</td>
            <td className="number">{last}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Picture({ report, run }: { readonly report: WatchReport; readonly run: string }): ReactNode {
  const words = useWords(driversPartWords);
  const draw = useCallback(
    (charts: Charts, width: number) => charts.watchEvidenceChart(report, { document, width }),
    [report],
  );
  const { file, chart, axis } = report.words;
  const savePicture = async () => {
    const charts = await loadCharts();
    const drawn = charts.watchEvidenceChart(report, { document, width: 816 });
    const text = charts.standaloneSvg(drawn.outerHTML, {
      title: report.answer[0] ?? chart,
      subtitle: `${chart} (${axis})`,
      caption: `Run ${run}`,
    });
    save(`${file}.svg`, 'image/svg+xml', text);
  };
  return (
    <>
      <LiveChart draw={draw} height={260} loading={words.chartLoading} failed={words.chartFailed} />
      <p className="small">
        Run {run}.{' '}
        <button type="button" className="link screen" onClick={() => void savePicture()}>
          {words.saveSvg}
        </button>
      </p>
    </>
  );
}
