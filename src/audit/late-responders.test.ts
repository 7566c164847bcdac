import { describe, expect, it } from 'vitest';
import { metricDefinition } from '../metrics/index.ts';
import { randomStream } from '../numeric/index.ts';
import { auditProgramme } from './audit-programme.ts';
import { lateAnswers } from './late-responders.ts';
import { dayNumber } from './period.ts';

interface Side {
  readonly wait: number;
  readonly n: number;
  readonly scores: readonly number[];
}

function seriesOf(sides: readonly Side[], perAccount = 1) {
  const each = sides.flatMap(({ wait, n, scores }) =>
    Array.from({ length: n }, (_, i) => ({ wait, score: scores[i % scores.length]! })),
  );
  const account = {
    codes: Int32Array.from(each, (_, i) => Math.floor(i / perAccount)),
    names: each.map((_, i) => `A${i}`),
  };
  return {
    scores: Float64Array.from(each, ({ score }) => score),
    days: Int32Array.from(each, (_, i) => dayNumber(2025, 1 + (i % 3), 5)),
    wait: Int32Array.from(each, ({ wait }) => wait),
    families: ['nps' as const],
    questions: 1,
    ...(perAccount > 1 && { account }),
  };
}

const judge = (series: ReturnType<typeof seriesOf>, metric: 'nps' | 'csat-mean' = 'nps') =>
  lateAnswers({ definition: metricDefinition(metric), series, confidence: 0.95 });
const mixed = [10, 10, 9, 8, 3];
const low = [10, 8, 3, 3, 2];

describe('late answers', () => {
  it('differ where they are proven to, by the median wait', () => {
    const found = judge(
      seriesOf([
        { wait: 0, n: 200, scores: mixed },
        { wait: 2, n: 100, scores: mixed },
        { wait: 6, n: 250, scores: low },
        { wait: -1, n: 400, scores: low },
      ]),
    )!;
    // Of 550 waits 300 are at most 2 days; NPS 60 - 20 = 40 before, 20 - 60 = -40 after.
    expect(found).toMatchObject({ days: 2, early: 300, late: 250, difference: -80, verdict: 'differ' });
    expect(found.high).toBeLessThan(-60);
  });

  it('are alike only where the whole interval lies within five points', () => {
    const sides = (n: number) => [
      { wait: 0, n, scores: mixed },
      { wait: 3, n, scores: mixed },
    ];
    expect(judge(seriesOf(sides(4_000)))!.verdict).toBe('alike');
    expect(judge(seriesOf(sides(400)))!.verdict).toBe('open');
    // Half a hundredth of the scale is no difference that matters, proven or not.
    const means = [
      { wait: 0, n: 20_000, scores: [3, 4, 4, 5] },
      { wait: 3, n: 20_000, scores: [3, 4, 4, 5, 4, 4, 4, 5] },
    ];
    expect(judge(seriesOf(means), 'csat-mean')).toMatchObject({ verdict: 'alike', difference: 0.125 });
  });

  it('keep accounts together', () => {
    const sides = [
      { wait: 0, n: 4_000, scores: [...Array(40).fill(10), ...Array(40).fill(2)] },
      { wait: 3, n: 4_000, scores: [...Array(40).fill(10), ...Array(40).fill(2)] },
    ];
    const width = ({ low: a, high: b }: { low: number; high: number }) => b - a;
    expect(width(judge(seriesOf(sides, 40))!)).toBeGreaterThan(4 * width(judge(seriesOf(sides))!));
  });

  it('are not judged from fewer than ten', () => {
    const few = [
      { wait: 0, n: 50, scores: mixed },
      { wait: 3, n: 9, scores: low },
    ];
    expect(judge(seriesOf(few))).toBeUndefined();
    expect(judge(seriesOf([{ wait: 1, n: 500, scores: mixed }]))).toBeUndefined();
    expect(judge(seriesOf([{ wait: -1, n: 500, scores: mixed }]))).toBeUndefined();
  });

  it('differ falsely in about one programme of twenty', () => {
    const chance = randomStream(41, 1, 1, 0);
    const programmes = 2_000;
    let false5 = 0;
    for (let i = 0; i < programmes; i++) {
      const drawn = () => Array.from({ length: 60 }, () => [10, 10, 9, 8, 7, 5, 2][Math.floor(chance.uniform() * 7)]!);
      const series = seriesOf([
        { wait: 0, n: 60, scores: drawn() },
        { wait: 4, n: 60, scores: drawn() },
      ]);
      if (judge(series)!.verdict === 'differ') false5++;
    }
    // Four standard errors of a share of 5 % of 2,000 are 1.95 %.
    expect(false5 / programmes).toBeGreaterThan(0.03);
    expect(false5 / programmes).toBeLessThan(0.07);
  });

  it('are a rule of the audit, which says what it lacks', () => {
    const definition = metricDefinition('nps');
    const rule = (series: Partial<ReturnType<typeof seriesOf>>) =>
      auditProgramme({
        definition,
        series: series as ReturnType<typeof seriesOf>,
        periodUnit: 'month',
        confidence: 0.95,
        seed: 1,
      }).rules.find(({ id }) => id === 'late-responders')!;
    const { wait, ...unknown } = seriesOf([
      { wait: 0, n: 300, scores: mixed },
      { wait: 5, n: 200, scores: low },
    ]);
    expect(rule({ ...unknown, wait })).toMatchObject({
      status: 'fail',
      figures: { days: 0, early: 300, late: 200, difference: -80 },
    });
    expect(rule(unknown)).toMatchObject({ status: 'not measurable', figures: { needs: 'invitation-date' } });
    const few = seriesOf([{ wait: 3, n: 30, scores: mixed }]);
    expect(rule(few)).toMatchObject({ status: 'not measurable', figures: { needs: 'late-answers' } });
  });
});
