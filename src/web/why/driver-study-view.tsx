import { type ReactNode, useCallback } from 'react';
import { Link } from 'wouter';
import type { DriversPage } from '../../overview/index.ts';
import { type Charts, type DriverReport, driversAppendix, driversCsv, loadCharts } from '../../present/index.ts';
import { useMay } from '../api/permission.ts';
import { pageOf, useWorkspace } from '../api/workspace.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { LiveChart } from '../live-chart.tsx';
import { save } from '../save-file.ts';
import { addressOf } from '../view/use-view.ts';
import { driversPartWords } from './drivers-words.ts';

interface StudyProps {
  readonly page: DriversPage;
  readonly report: DriverReport;
}

/** The pictures, the table behind them, and what can be taken away. */
export function DriverStudyView({ page, report }: StudyProps): ReactNode {
  const { language } = useLanguage();
  const words = useWords(driversPartWords);
  const { words: told } = report;
  const { slug } = useWorkspace();
  const may = useMay();
  return (
    <>
      <Picture of="shares" report={report} height={report.rows.length * 44} />
      {report.rows.length > 1 && <Picture of="map" report={report} height={300} />}
      <DriverTable report={report} />
      {report.doubts.length > 0 && (
        <ul className="caveats">
          {report.doubts.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <div className="links">
        {may('view-responses') && (
          <Link href={addressOf(pageOf(slug, 'responses'), { ...page.view, level: page.level })}>{words.rows}</Link>
        )}
        <details>
          <summary>{told.how.title}</summary>
          <dl className="how-rows">
            {report.how.map(({ what, value }) => (
              <div key={what}>
                <dt>{what}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <p className="small">
            <a href="/methods/drivers">{told.how.link}</a>
          </p>
        </details>
      </div>
      <aside className="screen" aria-label={words.takeaway}>
        <div className="buttons">
          <button
            type="button"
            className="button"
            onClick={() => save(`${told.file}.csv`, 'text/csv', `\ufeff${driversCsv(page, language)}`)}
          >
            {words.saveCsv}
          </button>
          <button
            type="button"
            className="button"
            onClick={() => save(`${told.file}.md`, 'text/markdown', driversAppendix(page, language))}
          >
            {words.saveAppendix}
          </button>
        </div>
      </aside>
    </>
  );
}

const chartOf = { shares: 'driverSharesChart', map: 'priorityMap' } as const;

function Picture(props: {
  readonly of: 'shares' | 'map';
  readonly report: DriverReport;
  readonly height: number;
}): ReactNode {
  const { of, report, height } = props;
  const words = useWords(driversPartWords);
  const draw = useCallback(
    (charts: Charts, width: number) => charts[chartOf[of]](report, { document, width }),
    [of, report],
  );
  const { title, subtitle, caption } = report[of];
  // Away from the page a picture needs its finding.
  const finding = of === 'shares' ? (report.answer[0] ?? title) : title;
  const savePicture = async () => {
    const charts = await loadCharts();
    const drawn = charts[chartOf[of]](report, { document, width: 816 });
    const text = charts.standaloneSvg(drawn.outerHTML, { title: finding, subtitle, caption });
    save(`${report.words.file}-${of}.svg`, 'image/svg+xml', text);
  };
  return (
    <section className="why-picture">
      <h2>{title}</h2>
      <p className="subtitle">{subtitle}</p>
      <LiveChart draw={draw} height={height} loading={words.chartLoading} failed={words.chartFailed} />
      <p className="small">
        {caption}{' '}
        <button type="button" className="link screen" onClick={() => void savePicture()}>
          {words.saveSvg}
        </button>
      </p>
    </section>
  );
}

function DriverTable({ report }: { readonly report: DriverReport }): ReactNode {
  const words = useWords(driversPartWords);
  const { words: told, rows, contrastLead } = report;
  const hasContrasts = rows.some(({ kindText }) => kindText !== undefined);
  return (
    <section className="why-picture">
      <h2>{words.tableTitle}</h2>
      {contrastLead && <p className="subtitle">{contrastLead}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="why-table" aria-label={words.tableTitle} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{told.driver}</th>
              <th scope="col">{told.share}</th>
              <th scope="col">{told.firstIn}</th>
              <th scope="col">{told.direction}</th>
              <th scope="col">{words.points}</th>
              {hasContrasts && (
                <>
                  <th scope="col">{told.penalty}</th>
                  <th scope="col">{told.reward}</th>
                </>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">
                  {row.rank}. {row.name}
                </th>
                <td>
                  {row.shareText} ({row.rangeText})
                </td>
                <td>{row.firstText}</td>
                <td>{row.mark ?? row.directionText}</td>
                <td>
                  {row.indexText} ({row.indexRangeText})
                </td>
                {hasContrasts && (
                  <>
                    <td>{row.penaltyText ?? '–'}</td>
                    <td>
                      {row.rewardText ?? '–'}
                      {row.kindText && <small>{row.kindText}</small>}
                    </td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
