import { type ReactNode, useCallback, useState } from 'react';
import { Link } from 'wouter';
import type { DimensionChoices } from '../../overview/index.ts';
import type {
  BreakDownRow,
  BreakDownSection,
  BreakDownTable,
  Charts,
  OverviewReport,
  ValueAxis,
} from '../../present/index.ts';
import { VerdictWord } from '../../report/index.ts';
import { type View, type ViewDimension, viewDimensions } from '../../view/index.ts';
import { useMay } from '../api/permission.ts';
import { pageOf, useWorkspace } from '../api/workspace.tsx';
import { useWords } from '../language.tsx';
import { LiveChart } from '../live-chart.tsx';
import { FilterWord, OneOf } from '../view/filter-word.tsx';
import { addressOf } from '../view/use-view.ts';
import { Figure } from './figure.tsx';
import { overviewPageWords } from './overview-page-words.ts';

interface BreakDownsProps {
  readonly report: OverviewReport;
  readonly section: BreakDownSection;
  readonly view: View;
  readonly choices: DimensionChoices | undefined;
  readonly show: (view: View, options?: { readonly replace?: boolean }) => void;
}

/** Where it moved: the groups of each level, on one scale. */
export function BreakDowns(props: BreakDownsProps): ReactNode {
  const { report, section } = props;
  const { slug } = useWorkspace();
  const may = useMay();
  return (
    <section className="break-downs" aria-labelledby="break-downs-title">
      <h2 id="break-downs-title">{section.title}</h2>
      <p className="subtitle">
        {section.subtitle} <ByWord {...props} />
      </p>
      {section.tables.map((table) => (
        <Groups key={table.level} table={table} axis={section.axis} />
      ))}
      <div className="links">
        {may('view-responses') && (
          <Link href={addressOf(pageOf(slug, 'responses'), rowsOf(props))}>{report.how.rows}</Link>
        )}
        <details>
          <summary>{report.how.title}</summary>
          <ul className="particulars">
            {section.tables.map((table) => (
              <li key={table.level}>
                {table.head}: {table.tested}
              </li>
            ))}
          </ul>
          <p className="small">
            {report.how.footer[0]}. <a href="/methods/overview">{report.how.methods}</a>
          </p>
        </details>
      </div>
    </section>
  );
}

/** The rows of the period shown, of the levels that the page shows. */
function rowsOf({ report, view }: BreakDownsProps): View {
  const { level: _one, ...rest } = report.cards[0]?.view ?? view;
  return view.level ? { ...rest, level: view.level } : rest;
}

function ByWord({ view, choices, show }: BreakDownsProps): ReactNode {
  const words = useWords(overviewPageWords);
  const offered = viewDimensions.filter((dimension) => sizeOf(choices, dimension) > 0);
  const options = ['usual' as const, ...offered].map((value) => ({ value, text: words.by[value] }));
  const choose = (value: string, replace: boolean) => {
    const { by: _old, ...rest } = view;
    const by = viewDimensions.find((dimension) => dimension === value);
    show(by ? { ...rest, by } : rest, { replace });
  };
  return (
    <span className="by">
      {words.brokenDown}{' '}
      <FilterWord text={words.by[view.by ?? 'usual']} label={words.brokenDown}>
        {({ replace }) => (
          <OneOf
            legend={words.brokenDown}
            options={options}
            value={view.by ?? 'usual'}
            onChoose={(value) => choose(value, replace())}
          />
        )}
      </FilterWord>
    </span>
  );
}

function sizeOf(choices: DimensionChoices | undefined, dimension: ViewDimension): number {
  if (!choices) return 0;
  const { touchpoints, segments, units, roles, channels } = choices;
  return { touchpoint: touchpoints, segment: segments, unit: units, role: roles, channel: channels }[dimension].length;
}

function Groups({ table, axis }: { readonly table: BreakDownTable; readonly axis: ValueAxis }): ReactNode {
  const words = useWords(overviewPageWords);
  const [open, setOpen] = useState(false);
  const scale = useCallback(
    (charts: Charts, width: number) => charts.intervalScale(axis, words.scale, { document, width }),
    [axis, words.scale],
  );
  const { folded, rows } = table;
  const shown = folded && !open ? [...rows.slice(0, folded.from), ...rows.slice(folded.to)] : rows;
  return (
    <>
      <h3 className="groups-title" id={`groups-${table.level}`}>
        {table.head}
      </h3>
      {rows.length > 0 && (
        <table className="groups" aria-labelledby={`groups-${table.level}`}>
          <thead>
            <tr>
              <th scope="col">{table.head}</th>
              <th scope="col" className="number">
                {table.valueHead}
              </th>
              <th scope="col" className="groups-bar">
                <LiveChart draw={scale} height={16} widest={400} loading="" failed="" />
              </th>
              <th scope="col">{table.intervalHead}</th>
              <th scope="col" className="number">
                {table.nHead}
              </th>
              <th scope="col" className="groups-verdict">
                {table.changeHead}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Group key={row.key} row={row} axis={axis} />
            ))}
          </tbody>
        </table>
      )}
      {folded && !open && (
        <button type="button" className="link" onClick={() => setOpen(true)}>
          {folded.label}
        </button>
      )}
      {(table.none ?? table.hidden) && <p className="small groups-hidden">{table.none ?? table.hidden}</p>}
    </>
  );
}

function Group({ row, axis }: { readonly row: BreakDownRow; readonly axis: ValueAxis }): ReactNode {
  const words = useWords(overviewPageWords);
  const { slug } = useWorkspace();
  const may = useMay();
  const { bar } = row;
  const draw = useCallback(
    (charts: Charts, width: number) => charts.intervalBar(bar!, axis, { document, width }),
    [bar, axis],
  );
  return (
    <tr>
      <th scope="row">{row.name}</th>
      <td className="groups-value">
        <Figure text={row.value} />
      </td>
      <td className="groups-bar">{bar && <LiveChart draw={draw} height={28} widest={400} loading="" failed="" />}</td>
      <td className="groups-interval">
        <Figure text={row.interval} />
      </td>
      <td className="groups-n">
        <span className="groups-n-word" aria-hidden="true">
          n{' '}
        </span>
        {may('view-responses') ? (
          <Link href={addressOf(pageOf(slug, 'responses'), row.view)} aria-label={words.rowsOf(row.name, row.n)}>
            <Figure text={row.n} />
          </Link>
        ) : (
          <Figure text={row.n} />
        )}
      </td>
      <td className="groups-verdict">
        {row.verdict && (
          <VerdictWord
            phrase={row.proven ? { ...row.verdict, text: `${row.verdict.text} ${row.beside}` } : row.verdict}
          />
        )}
        {row.beside && !row.proven && <small>{row.beside}</small>}
      </td>
    </tr>
  );
}
