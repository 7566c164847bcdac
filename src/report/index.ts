/** The report as React components: the same in the page and in the self-contained file. */
export { renderAuditHtml } from './audit-html.tsx';
export { AuditReportView } from './audit-report-view.tsx';
export { DataTable, HiddenTable } from './data-table.tsx';
export { reportCss } from './report-css.ts';
export { SentenceText, VerdictWord } from './sentence-text.tsx';
export { TrendKey } from './signs.tsx';
