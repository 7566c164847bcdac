import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Window } from 'happy-dom';
import type { AuditResult } from '../audit/index.ts';
import { auditReport, type Language, loadCharts } from '../present/index.ts';
import { renderAuditHtml } from '../report/index.ts';

/**
 * The report as one HTML file that needs nothing else: the pictures are drawn in a document without a browser, the
 * typeface (47 kB, Latin) is put into the file.
 */
export async function auditDocument(result: AuditResult, language: Language): Promise<string> {
  const report = auditReport(result, language);
  const { auditCharts } = await loadCharts();
  const window = new Window();
  try {
    const charts = auditCharts(report, window.document as unknown as Document);
    return await renderAuditHtml(report, charts, { interWoff2: await interBase64() });
  } finally {
    await window.happyDOM.close();
  }
}

async function interBase64(): Promise<string> {
  const path = createRequire(import.meta.url).resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2');
  return (await readFile(path)).toString('base64');
}
