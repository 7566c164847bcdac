/** The report as React components: the same in the page and in the self-contained file. */
export { renderAuditHtml } from './audit-html.tsx';
export { AuditReportView } from './audit-report-view.tsx';
export { reportCss } from './report-css.ts';
