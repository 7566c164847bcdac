import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { overviews } from '../../../test/charts/overview-fixtures.ts';
import { languages } from '../language.ts';
import { loadCharts } from '../load-charts.ts';
import { plainText } from '../sentence.ts';
import { overviewReport } from './overview-report.ts';

const document = new Window().document as unknown as Document;
const texts = (value: unknown, key = ''): string[] => {
  if (key === 'view') return [];
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap((inner) => texts(inner));
  if (value && typeof value === 'object') return Object.entries(value).flatMap(([name, inner]) => texts(inner, name));
  return [];
};

describe('the overview as drawn', () => {
  const answer = (language: (typeof languages)[number]) =>
    overviewReport(overviews['as drawn']!(), language).answer.map(plainText).join(' ').replaceAll('\u00a0', ' ');

  it('tells what is proven first, with its groups, and then what is not', () => {
    expect(answer('en')).toBe(
      'Encounters fell by 8 points in October (−12 to −4). Among touchpoints Invoice fell by 37 points; at no other touchpoint is a change proven. For the relationship there is no evidence of change since September: −4 lies within the noise (−17 to +9).',
    );
    expect(answer('fi')).toContain('Asiakassuhteessa on ei näyttöä muutoksesta syyskuusta');
    expect(answer('sv')).toContain('Kundmötena sjönk med 8 poäng i oktober');
  });

  it('keeps the levels apart, on one scale', () => {
    const { cards, key } = overviewReport(overviews['as drawn']!(), 'en');
    expect(cards.map(({ name, is }) => `${name}: ${is}`)).toEqual([
      'Relationship: strategic level, S-NPS',
      'Encounters: operative level, O-NPS',
    ]);
    expect(cards[0]!.chart.axis).toEqual(cards[1]!.chart.axis);
    expect(key.neverAdded).toMatch(/never added/);
    expect(cards[0]!.figure).toEqual({ value: '+31', interval: '(+22\u00a0to\u00a0+40)', n: 'n\u00a0225' });
  });

  it('puts the lowest group on top, hides none in silence, and says what is missing', () => {
    const { breakDowns } = overviewReport(overviews['as drawn']!(), 'en');
    const [, touchpoints] = breakDowns!.tables;
    expect(touchpoints!.rows.map(({ name }) => name)).toEqual([
      'Invoice',
      'Self-service',
      'Renewal talk',
      'Support call',
      'Installation',
      'Delivery',
    ]);
    expect(touchpoints!.hidden).toMatch(/2 groups are not shown/);
    expect(touchpoints!.rows.find(({ key }) => key === 'renewal')).toMatchObject({
      value: '–',
      beside: '2 more',
    });
    expect(breakDowns!.title).toBe(
      'Invoice fell by 37\u00a0points; Decision makers 43\u00a0points below Contact persons',
    );
  });

  it('promises no more answers to a level whose period has ended, though the other runs', () => {
    const running = overviews['too few answers']!();
    const { encounter } = running.levels;
    const ended = { ...running, levels: { encounter: { ...encounter!, running: false } } };
    expect(plainText(overviewReport(ended, 'en').cards[0]!.verdict)).not.toContain('6 November');
  });

  it('says when what is missing will be there, while the period runs', () => {
    const { cards, answer: told } = overviewReport(overviews['too few answers']!(), 'en');
    expect(plainText(cards[0]!.verdict)).toBe('not enough data: 2 more answers, about 6\u00a0November');
    expect(told.map(plainText).join(' ')).toContain('At today’s pace they are here about 6\u00a0November.');
  });

  it('folds a long table between its ends', () => {
    const [table] = overviewReport(overviews['forty units']!(), 'en').breakDowns!.tables;
    expect(table!.folded).toMatchObject({ from: 6, to: 34 });
    expect(table!.folded!.label).toContain('28');
  });
});

describe.each(Object.keys(overviews))('%s', (kind) => {
  it.each(languages)('is told whole in %s', async (language) => {
    const report = overviewReport(overviews[kind]!(), language);
    const told = texts(report);
    expect(told.filter((text) => /undefined|NaN|null|\[object|\[[rfnd]:/.test(text))).toEqual([]);
    expect(told.filter((text) => /[\u202a-\u202e\n]/.test(text))).toEqual([]);
    if (language !== 'en') {
      const ours = texts({ ...report, comments: { ...report.comments, quotes: [] } });
      expect(ours.filter((text) => /\b(the|since|with|answers?|respondents?)\b/i.test(text))).toEqual([]);
    }
    const { trendChart, intervalBar, intervalScale } = await loadCharts();
    for (const { chart } of report.cards) {
      const drawn = trendChart(chart, { document, width: 496, card: true });
      expect(drawn.outerHTML).not.toMatch(/NaN|undefined/);
      expect(drawn.getAttribute('height')).toBe('236');
    }
    if (!report.breakDowns) return;
    expect(intervalScale(report.breakDowns.axis, 'scale', { document, width: 248 }).outerHTML).not.toMatch(/NaN/);
    for (const { bar } of report.breakDowns.tables.flatMap(({ rows }) => rows)) {
      if (bar) expect(intervalBar(bar, report.breakDowns.axis, { document, width: 248 }).outerHTML).not.toMatch(/NaN/);
    }
  });
});
