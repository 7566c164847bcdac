import { Window } from 'happy-dom';
import { beforeAll, describe, expect, it } from 'vitest';
import { programmes } from '../../test/charts/audit-fixtures.ts';
import { auditReport, loadCharts } from '../present/index.ts';
import { renderAuditHtml } from './index.ts';

describe('the report as one file', () => {
  let html = '';
  let page: Document;

  beforeAll(async () => {
    const window = new Window();
    const document = window.document as unknown as Document;
    const report = auditReport(programmes['one proven change'](), 'sv');
    html = await renderAuditHtml(report, (await loadCharts()).auditCharts(report, document), { interWoff2: 'AAAA' });
    page = new window.DOMParser().parseFromString(html as never, 'text/html') as unknown as Document;
  });

  it('asks nothing of anyone: no script, no address of another place', () => {
    expect(html).not.toMatch(/<script|<link|<iframe|\son[a-z]+=|javascript:/i);
    const addresses = [...html.matchAll(/(?:src|href|url)\s*[=(]\s*["']?([^"')\s>]+)/g)].map(([, address]) => address!);
    expect(addresses.filter((address) => !/^(#|data:font)/.test(address))).toEqual([]);
  });

  it('says its language and its title', () => {
    expect(page.documentElement.getAttribute('lang')).toBe('sv');
    expect(page.title).toContain('relationship-survey.csv');
  });

  it('has one first heading, named sections, and tables with heads', () => {
    expect(page.querySelectorAll('h1')).toHaveLength(1);
    for (const section of page.querySelectorAll('section[aria-labelledby]')) {
      expect(page.getElementById(section.getAttribute('aria-labelledby')!)?.textContent).toBeTruthy();
    }
    for (const table of page.querySelectorAll('table'))
      expect(table.querySelectorAll('th[scope]').length).toBeGreaterThan(1);
  });

  it('never shows a verdict by colour alone', () => {
    const verdicts = [...page.querySelectorAll('.verdict')];
    expect(verdicts.length).toBeGreaterThan(10);
    for (const verdict of verdicts) {
      expect(verdict.querySelector('svg')).not.toBeNull();
      expect(verdict.textContent).toMatch(/steg|sjönk|inga belägg|för få svar/);
    }
  });

  it('does not let the name of a file or a column become markup', async () => {
    const result = programmes['one period']();
    const nasty = { ...result, source: { ...result.source, file: '<img src=x onerror=alert(1)>.csv' } };
    const report = auditReport(nasty, 'en');
    const document = new Window().document as unknown as Document;
    const told = await renderAuditHtml(report, (await loadCharts()).auditCharts(report, document));
    expect(told).not.toContain('<img');
    expect(told).toContain('&lt;img');
  });
});
