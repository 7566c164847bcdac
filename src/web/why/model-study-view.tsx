import { type ReactNode, useCallback } from 'react';
import { Link } from 'wouter';
import { type Charts, loadCharts, type ModelReport, modelAppendix, modelCsv } from '../../present/index.ts';
import { DataTable, HiddenTable } from '../../report/index.ts';
import { useMay } from '../api/permission.ts';
import { pageOf, useWorkspace } from '../api/workspace.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { LiveChart } from '../live-chart.tsx';
import { save } from '../save-file.ts';
import { addressOf } from '../view/use-view.ts';
import { ModelGroups } from './model-groups.tsx';
import { modelPartWords } from './model-part-words.ts';
import type { ModelStudyProps } from './model-props.ts';
import { ModelWhatIf } from './model-what-if.tsx';

/** The pictures with the tables behind them, the what-if, the groups, and what can be taken away. */
export function ModelStudyView(props: ModelStudyProps): ReactNode {
  const { page, report } = props;
  const words = useWords(modelPartWords);
  const { words: told, tables } = report;
  return (
    <>
      <Picture
        of="diagram"
        report={report}
        height={560}
        table={<HiddenTable summary={words.asTable} table={tables.paths} />}
      />
      <section className="why-picture">
        <h2>{told.impactsTitle}</h2>
        <p className="subtitle">{tables.impacts.caption}</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
        <section className="scroll" aria-label={told.impactsTitle} tabIndex={0}>
          <DataTable table={tables.impacts} />
        </section>
      </section>
      {report.movable.length > 0 && <ModelWhatIf {...props} />}
      {report.map.dots.length > 0 && (
        <Picture
          of="map"
          report={report}
          height={420}
          table={<HiddenTable summary={words.asTable} table={tables.map} />}
        />
      )}
      <ModelGroups {...props} />
      <section className="why-picture">
        <HiddenTable summary={told.measuresTitle} table={tables.measures} />
      </section>
      {report.doubts.length > 0 && (
        <section className="why-picture">
          <h2>{words.doubtsTitle}</h2>
          <ul className="caveats">
            {report.doubts.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
      <How {...props} />
      {page.study && <TakeAway {...props} />}
    </>
  );
}

function How({ page, report }: ModelStudyProps): ReactNode {
  const words = useWords(modelPartWords);
  const { slug } = useWorkspace();
  const may = useMay();
  const { how } = report.words;
  return (
    <div className="links">
      {may('view-responses') && (
        <Link href={addressOf(pageOf(slug, 'responses'), { ...page.view, level: page.level })}>{words.rows}</Link>
      )}
      <details className="why-how">
        <summary>{how.title}</summary>
        <dl className="how-rows">
          {report.how.map(({ what, value }) => (
            <div key={what}>
              <dt>{what}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <p className="small">
          <a href="/methods/path-model">{how.link}</a>
        </p>
      </details>
    </div>
  );
}

function TakeAway({ page, report }: ModelStudyProps): ReactNode {
  const words = useWords(modelPartWords);
  const { language } = useLanguage();
  const { file } = report.words;
  return (
    <aside className="screen" aria-label={words.takeaway}>
      <div className="buttons">
        <button
          type="button"
          className="button"
          onClick={() => save(`${file}.csv`, 'text/csv', `\ufeff${modelCsv(page)}`)}
        >
          {words.saveCsv}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => save(`${file}.md`, 'text/markdown', modelAppendix(page, language, report.target))}
        >
          {words.saveAppendix}
        </button>
      </div>
    </aside>
  );
}

const chartOf = { diagram: 'pathDiagram', map: 'constructMap' } as const;

function Picture(props: {
  readonly of: 'diagram' | 'map';
  readonly report: ModelReport;
  readonly height: number;
  readonly table: ReactNode;
}): ReactNode {
  const { of, report, height, table } = props;
  const words = useWords(modelPartWords);
  const draw = useCallback(
    (charts: Charts, width: number) => charts[chartOf[of]](report, { document, width }),
    [of, report],
  );
  const { title, subtitle, caption } = report[of];
  const savePicture = async () => {
    const charts = await loadCharts();
    const drawn = charts[chartOf[of]](report, { document, width: 816 });
    const text = charts.standaloneSvg(drawn.outerHTML, { title, subtitle, caption });
    save(`${report.words.file}-${of}.svg`, 'image/svg+xml', text);
  };
  return (
    <section className="why-picture">
      <h2>{title}</h2>
      <p className="subtitle">{subtitle}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="model-picture" aria-label={title} tabIndex={0}>
        <LiveChart draw={draw} height={height} loading={words.chartLoading} failed={words.chartFailed} />
      </section>
      <p className="small">
        {caption}{' '}
        <button type="button" className="link screen" onClick={() => void savePicture()}>
          {words.saveSvg}
        </button>
      </p>
      {table}
    </section>
  );
}
