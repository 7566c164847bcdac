import { describe, expect, it } from 'vitest';
import { metricDefinition } from '../metrics/index.ts';
import type { PlannedChange, ProgrammePlan } from '../overview/index.ts';
import { languages } from './language.ts';
import { planCsv, planReport } from './plan-report.ts';

const planned = (change: number, answers: number): PlannedChange => ({
  change,
  answers,
  invitations: { expected: answers * 4, range: { low: answers * 3, high: answers * 5 } },
  test: { days: 27, answersAfter: 35, leastChange: 14.1, on: '2026-07-27' },
  monitor: { foundInYear: 0.7, medianDays: 57.2, medianOn: '2026-08-27' },
});
const plan: ProgrammePlan = {
  level: 'encounter',
  metric: metricDefinition('nps'),
  unit: 'month',
  basis: {
    from: '2026-01-01',
    to: '2026-07-01',
    days: 181,
    answers: 252,
    answersPerDay: 1.392,
    answersPerPeriod: 42.4,
    variance: 6100,
    designEffect: 1,
    clustered: false,
  },
  detectable: 47.5,
  curve: [4.24, 42.4, 424, 4240].map((answers) => ({ answers, change: 309 / Math.sqrt(answers) })),
  changes: [planned(3, 10_640), planned(5, 3831), planned(10, 958)],
  chosen: planned(10, 958),
  response: {
    value: 0.25,
    interval: { low: 0.2, high: 0.33 },
    confidence: 0.95,
    n: 400,
    effectiveN: 400,
    method: 'wilson',
    caveats: [],
  },
};
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('a plan in words', () => {
  it('says what is seen, what is needed and when it would be known', () => {
    const { sees, needs, when, table } = planReport(plan, 'en');
    expect(plain(sees)).toBe('With 42 answers a month you see a change of 48 points.');
    expect(plain(needs)).toBe(
      'A change of 10 points needs 958 answers a month, about 3,800 invitations at your 25 % (2,900 to 4,800).',
    );
    expect(plain(when[0]!)).toContain('on 27 July 2026, in 27 days, in four cases of five');
    expect(plain(when[1]!)).toContain('within 58 days, by 27 August 2026. No alarm does not mean no change.');
    expect(table.rows).toHaveLength(3);
  });
  it('says that nobody was invited, and that no wait is long enough', () => {
    const { response: _response, ...rest } = plan;
    const { invitations: _invitations, ...bare } = planned(5, 3831);
    const chosen = { ...bare, test: { leastChange: 14.1 }, monitor: { foundInYear: 0.04 } };
    const { needs, when, table } = planReport({ ...rest, chosen }, 'en');
    expect(plain(needs)).toMatch(/3,831 answers a month\. Nobody was invited/);
    expect(plain(when[0]!)).toMatch(/^No single test against the 252 answers so far ever shows a change of 5 points/);
    expect(plain(when[1]!)).toMatch(/within a year in 4 % of the cases/);
    expect(table.rows[1]).toEqual(
      ['5 points', '3,831', '–', 'never', 'not in a year', '4 %'].map((t) =>
        expect.toSatisfy((x: string) => plain(x) === t),
      ),
    );
  });
  it.each(languages)('leaves nothing open in %s', (language) => {
    const report = planReport(plan, language);
    expect(JSON.stringify(report)).not.toMatch(/undefined|NaN|null|\[object/);
    expect(report.table.rows.every((row) => row.length === report.table.head.length)).toBe(true);
  });
  it('is a table for a spreadsheet', () => {
    const lines = planCsv(plan).trim().split('\r\n');
    expect(lines[1]).toBe('3,month,10640,42560,31920,53200,27,2026-07-27,14.1,57.2,,0.7');
    expect(lines).toHaveLength(4);
  });
});
