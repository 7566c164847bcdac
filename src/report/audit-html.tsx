import type { ReactNode } from 'react';
import type { AuditCharts, AuditReport, Drawing } from '../present/index.ts';
import { AuditReportView } from './audit-report-view.tsx';
import { reportCss } from './report-css.ts';

export interface AuditHtmlOptions {
  /** Inter as base64 of a woff2 file; without it the reader's own system font is used. */
  readonly interWoff2?: string;
}

/** Both drawings of a picture; the style shows the one that fits. */
function StaticChart({ drawing }: { readonly drawing: Drawing }): ReactNode {
  return (
    <>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own drawing; its texts are escaped by the document */}
      <div className="wide" dangerouslySetInnerHTML={{ __html: drawing.wide }} />
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: as above */}
      <div className="narrow" dangerouslySetInnerHTML={{ __html: drawing.narrow }} />
    </>
  );
}

/**
 * How does a report leave the machine?
 * As one HTML file: no script, no request to anywhere, light and dark, for a screen of any width and for paper.
 * The pictures come from `auditCharts` of `present`; all words from the report.
 */
export async function renderAuditHtml(
  report: AuditReport,
  charts: AuditCharts,
  options: AuditHtmlOptions = {},
): Promise<string> {
  // On demand: a page that shows the report does not need the part of React that writes files.
  const { renderToStaticMarkup } = await import('react-dom/server');
  const font = options.interWoff2
    ? `@font-face{font-family:"Inter Variable";font-weight:100 900;font-display:swap;src:url(data:font/woff2;base64,${options.interWoff2}) format("woff2")}`
    : '';
  const page = renderToStaticMarkup(
    <html lang={report.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="generator" content="Candor" />
        <title>{report.documentTitle}</title>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the style of the house, no input in it */}
        <style dangerouslySetInnerHTML={{ __html: font + reportCss }} />
      </head>
      <body>
        <header className="top">
          <span className="brand">Candor</span>
        </header>
        <main className="page">
          <AuditReportView
            report={report}
            trendChart={<StaticChart drawing={charts.trend} />}
            changesChart={charts.changes && <StaticChart drawing={charts.changes} />}
          />
        </main>
      </body>
    </html>,
  );
  return `<!doctype html>\n${page}\n`;
}
