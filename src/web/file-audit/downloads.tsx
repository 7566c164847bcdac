import type { ReactNode } from 'react';
import type { AuditResult } from '../../audit/index.ts';
import { type AuditReport, changesCsv, loadCharts, periodsCsv } from '../../present/index.ts';
import { renderAuditHtml } from '../../report/index.ts';
import { save } from '../save-file.ts';
import type { PageWords } from './page-words.ts';

const wide = 816;

/** Everything is made in the browser from the result at hand: what is saved is what is seen. */
export function Downloads(props: {
  readonly result: AuditResult;
  readonly report: AuditReport;
  readonly words: PageWords;
}): ReactNode {
  const { result, report, words } = props;
  const stem = result.source.file.replace(/^.*[\\/]/, '').replace(/\.[^.]+$/, '');
  const name = (part: string, ending: string) => `${stem}-${part}.${ending}`;
  const { fileNames } = words;
  const saveReport = async () => {
    const { auditCharts } = await loadCharts();
    save(name(fileNames.report, 'html'), 'text/html', await renderAuditHtml(report, auditCharts(report, document)));
  };
  return (
    <aside aria-label={words.takeaway}>
      <h3>{words.takeaway}</h3>
      <div className="buttons">
        <SaveButton label={words.reportFile} onSave={saveReport} />
        <SaveButton
          label={words.periodsFile}
          onSave={() => save(name(fileNames.periods, 'csv'), 'text/csv', `\ufeff${periodsCsv(result)}`)}
        />
        {result.changes.length > 0 && (
          <SaveButton
            label={words.changesFile}
            onSave={() => save(name(fileNames.changes, 'csv'), 'text/csv', `\ufeff${changesCsv(result)}`)}
          />
        )}
        <SaveButton
          label={words.resultFile}
          onSave={() =>
            save(name(fileNames.report, 'json'), 'application/json', `${JSON.stringify(result, null, 2)}\n`)
          }
        />
      </div>
    </aside>
  );
}

function SaveButton({
  label,
  onSave,
}: {
  readonly label: string;
  readonly onSave: () => void | Promise<void>;
}): ReactNode {
  return (
    <button type="button" className="button" onClick={() => void onSave()}>
      {label}
    </button>
  );
}

/** Saves one picture with its title and caption, at the width of a desk. */
export function SavePicture(props: {
  readonly of: 'trend' | 'changes';
  readonly report: AuditReport;
  readonly file: string;
  readonly words: PageWords;
}): ReactNode {
  const { of, report, words, file } = props;
  const savePicture = async () => {
    const { trendChart, changesChart, standaloneSvg } = await loadCharts();
    const options = { document, width: wide };
    const section = report[of];
    const drawn =
      of === 'trend'
        ? trendChart(report.trend.chart, options)
        : report.changes.chart && changesChart(report.changes.chart, options);
    if (!drawn) return;
    const { title, subtitle, caption } = section;
    save(
      `${file}-${words.fileNames[of]}.svg`,
      'image/svg+xml',
      standaloneSvg(drawn.outerHTML, { title, subtitle, caption }),
    );
  };
  return (
    <button type="button" className="link" onClick={() => void savePicture()}>
      {words.svgFile}
    </button>
  );
}
