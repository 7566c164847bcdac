import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import {
  type AuditReport,
  auditReport,
  auditText,
  type Cell,
  languages,
  loadCharts,
  plainText,
} from '../../src/present/index.ts';
import { renderAuditHtml } from '../../src/report/index.ts';
import { type ProgrammeName, programmes } from './audit-fixtures.ts';

const names = Object.keys(programmes) as ProgrammeName[];
const document = new Window().document as unknown as Document;
const cellText = (cell: Cell) => (typeof cell === 'string' ? cell : cell.text);
const spaces = (text: string) => text.replace(/[\s\u00a0]+/g, ' ');

/** The words of a page without its marks; what is in no text is not told. */
function wordsOf(html: string): string {
  const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'" };
  const body = html.slice(html.indexOf('<body')).replace(/<svg[\s\S]*?<\/svg>/g, '');
  return spaces(body.replace(/<[^>]+>/g, ' ').replace(/&[a-z#0-9]+;/g, (entity) => entities[entity] ?? entity));
}

/** Everything that is told: sentences, tables, rules, notes. */
function statements(report: AuditReport): string[] {
  const { trend, changes, rules, notes } = report;
  const sentences = [...report.answer, ...trend.note, ...changes.note].map(plainText);
  const rows = [trend.table, trend.needed?.table, notes.rejected].flatMap(
    (table) => table?.rows.flatMap(({ cells }) => cells.map(cellText)) ?? [],
  );
  const ruled = rules.rows.flatMap(({ statusWord, name, evidence }) => [statusWord, name, evidence]);
  const assumed = notes.assumed.flatMap(({ label, value, why }) => [label, value, why]);
  const titles = [trend.title, changes.title, rules.title, trend.caption, changes.caption, notes.read];
  return [
    ...titles,
    ...sentences,
    ...rows,
    ...ruled,
    ...assumed,
    ...notes.how,
    ...notes.caveats,
    ...notes.footer,
  ].filter(Boolean);
}

describe.each(names)('one result value: "%s"', (name) => {
  const result = programmes[name]();

  it.each(languages)('tells the same figures in a terminal and in a file (%s)', async (language) => {
    const report = auditReport(result, language);
    const charts = (await loadCharts()).auditCharts(report, document);
    const html = wordsOf(await renderAuditHtml(report, charts)).replaceAll(' ', '');
    const text = auditText(report, { width: 120, colour: false })
      .replace(/[▲▼●○]/g, '')
      .replace(/\s+/g, '');
    const hidden = new Set(
      report.trend.table.rows
        .slice(0, Math.max(0, result.periods.length - 60))
        .flatMap(({ cells }) => cells.map(cellText)),
    );
    for (const statement of statements(report)) {
      const bare = statement.replace(/[\s\u00a0]+/g, '');
      expect(html, statement).toContain(bare);
      // The terminal draws intervals instead of writing them, and shows the newest 60 periods.
      const drawn = report.trend.table.rows.some(({ cells }) => cells.slice(2, 4).includes(statement));
      if (!hidden.has(statement) && !drawn) expect(text, statement).toContain(bare);
    }
  });

  it('tells what the result holds: rounded here, and nowhere else', () => {
    const report = auditReport(result, 'en');
    const rows = report.trend.table.rows.map(({ cells }) => cells.map(cellText));
    const read = (text: string) => Number(text.replace('\u2212', '-').replace(/[^\d.-]/g, ''));
    result.periods.forEach(({ estimate, n }, index) => {
      if (!estimate) return;
      const shown = read(rows[index]![1]!) / (result.metric === 'csat-top2' ? 100 : 1);
      const step =
        result.metric === 'csat-top2' ? 0.01 : result.metric === 'nps' ? 1 : result.metric === 'index-100' ? 0.1 : 0.01;
      expect(Math.abs(shown - estimate.value)).toBeLessThanOrEqual(step / 2 + 1e-9);
      expect(read(rows[index]![4]!)).toBe(n);
    });
    const verdicts = report.changes.table?.rows.map(({ cells }) => (cells.at(-1) as { verdict: string }).verdict) ?? [];
    expect(verdicts).toEqual(result.changes.map(({ verdict }) => verdict));
    expect(report.rules.rows).toHaveLength(result.rules.length);
  });

  it('fits the width of a terminal, with colour and without', () => {
    for (const width of [60, 80, 120]) {
      for (const language of languages) {
        const report = auditReport(result, language);
        const plain = auditText(report, { width, colour: false });
        const tooLong = plain.split('\n').filter((line) => line.length > width);
        expect(tooLong, `${language} at ${width}`).toEqual([]);
        expect(auditText(report, { width, colour: true }).replace(/\u001b\[\d+m/g, '')).toBe(plain);
      }
    }
  });
});

describe('the answer', () => {
  const answer = (name: ProgrammeName) => auditReport(programmes[name](), 'en').answer.map(plainText);

  it('says what noise explains and what the programme could not have seen', () => {
    const [found, unseen] = answer('one proven change');
    expect(found).toMatch(/^NPS rose once, by 24\spoints in June .* no more than noise gives\.$/);
    expect(unseen).toMatch(
      /^With 227 answers a month this programme could not reliably have seen any change under 21\spoints/,
    );
  });

  it('finds no change where there is none', () => {
    expect(answer('all noise')[0]).toMatch(/^There is no evidence of change in CSAT/);
  });

  it('does not pretend that one period, one answer or a handful is a trend', () => {
    for (const name of ['one period', 'one answer', 'few answers'] as const) {
      expect(answer(name)[0]).toContain('not enough data');
    }
  });

  it('tells a proven level where no single change is proven', () => {
    expect(answer('weekly effort')[0]).toMatch(/^The level of CES rose from 4\.9\d to 5\.2\d/);
  });
});
