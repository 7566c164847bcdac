import { describe, expect, it } from 'vitest';
import { metricDefinition, tallyScores } from '../metrics/index.ts';
import { judgeTrend, shownPeriod } from './index.ts';

const names = ['2026-09', '2026-10', '2026-11'];
const running = '2026-11';

/** A level with so many answers in each month. */
function trend(answers: readonly number[]) {
  const periods = names.map((period, i) => ({
    ordinal: i,
    period,
    from: `${period}-01`,
    to: `${names[i + 1] ?? '2026-12'}-01`,
    definition: metricDefinition('nps'),
    version: 1,
    tally: tallyScores(Array.from({ length: answers[i]! }, (_, n) => n % 11)),
  }));
  return judgeTrend({ level: 'encounter', periods, breaks: [] });
}

describe('the period that a level shows', () => {
  it('is the running one from ten effective answers on, whatever the other level has', () => {
    expect(shownPeriod(trend([40, 40, 10]), { names, running })).toBe('2026-11');
    expect(shownPeriod(trend([40, 40, 9]), { names, running })).toBe('2026-10');
    expect(shownPeriod(trend([40, 0, 0]), { names, running })).toBe('2026-09');
  });

  it('is the running one where nothing else was answered, and the last of the window where nothing was', () => {
    expect(shownPeriod(trend([0, 0, 3]), { names, running })).toBe('2026-11');
    expect(shownPeriod(trend([0, 0, 0]), { names, running })).toBe('2026-11');
    expect(shownPeriod(trend([0, 0, 0]), { names })).toBe('2026-11');
  });

  it('is the one asked for', () => {
    expect(shownPeriod(trend([40, 40, 40]), { at: '2026-09', names, running })).toBe('2026-09');
  });
});
