/** The report as React components: the same in the page and in the self-contained file. */
export { type AuditHtmlOptions, renderAuditHtml } from './audit-html.tsx';
export { AuditReportView, type AuditReportViewProps } from './audit-report-view.tsx';
export { reportCss } from './report-css.ts';
