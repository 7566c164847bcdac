import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { baselineDays, changedYear } from '../monitoring/streams.ts';
import { reference } from '../reference/oracle.ts';
import { candor, candorJson } from './candor.ts';

const folder = mkdtempSync(join(tmpdir(), 'candor-monitor-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const day = 86_400_000;
const first = Date.UTC(2025, 0, 1);
const dateOf = (monitored: number) => new Date(first + (baselineDays + monitored) * day).toISOString().slice(0, 10);
const scoreOf = { '-100': 3, '0': 8, '100': 10 } as const;

function fileOf(seed: number, delta: number): string {
  const { values, steps } = changedYear({ seed, perDay: 8, promoters: 0.5, detractors: 0.2, delta });
  const rows = steps.flatMap((start, i) =>
    values
      .slice(start, steps[i + 1])
      .map((value) => `${new Date(first + i * day).toISOString().slice(0, 10)},${scoreOf[String(value) as '0']}`),
  );
  const path = join(folder, `s${seed}.csv`);
  writeFileSync(path, `date,score\n${rows.join('\n')}\n`);
  return path;
}

interface Monitor {
  readonly n: number;
  readonly baseline: { readonly n: number; readonly from: string; readonly to: string };
  readonly detectability: { readonly days30: number; readonly days90: number; readonly year: number };
  readonly path: readonly {
    readonly at: string | number;
    readonly evidence: number;
    readonly low: number;
    readonly high: number;
  }[];
  readonly alarms: readonly {
    readonly at: string | number;
    readonly direction: string;
    readonly changedSince: string;
    readonly sizeSoFar: number;
  }[];
  readonly caveats: readonly { readonly code: string }[];
}

const monitor = (path: string, ...more: string[]) =>
  candorJson<Monitor>('analyze', 'monitor', '--data', path, '--score', 'score', '--metric', 'nps', ...more);

describe('candor analyze monitor', () => {
  it('gives the written evidence, alarm and date of the first stream', () => {
    const { path, alarms, baseline, detectability, n } = monitor(fileOf(1, -10), '--date', 'date');
    expect([n, baseline.n, baseline.from, baseline.to]).toEqual([3685, 735, '2025-01-01', '2025-03-31']);
    const evidenceAt = (monitored: number) => path.find(({ at }) => at === dateOf(monitored - 1))!.evidence;
    for (const [monitored, written] of [
      [1, 0.23137261],
      [60, 0.58993648],
      [90, 0.51859335],
      [120, 3.0255326],
    ] as const) {
      expect(Math.abs(evidenceAt(monitored) / written - 1)).toBeLessThan(1e-7);
    }
    expect(path).toHaveLength(365);
    expect(alarms).toMatchObject([{ at: dateOf(132), direction: 'down', changedSince: dateOf(103) }]);
    expect(alarms[0]!.sizeSoFar).toBeLessThan(-10);
    expect(detectability.days30).toBeGreaterThan(detectability.days90);
  });

  it('gives the confidence sequences of the references, answer by answer', () => {
    const rows = reference('nps-stream.csv').trim().split('\n').slice(1);
    const path = join(folder, 'stream.csv');
    writeFileSync(path, `score\n${rows.map((row) => scoreOf[row.split(',')[1] as '0']).join('\n')}\n`);
    const oracle = JSON.parse(reference('confidence-sequences.json'));
    const clock = ['--baseline-answers', '90', '--answers-per-year', '2920'];
    for (const [method, written, more] of [
      ['asymptotic', oracle.asymptotic.rows, []],
      ['empirical-bernstein', oracle.bernstein, []],
      ['without-replacement', oracle.withoutReplacementOf500, ['--population', '500']],
      ['betting', oracle.bettingGrid2000, []],
    ] as const) {
      const found = monitor(path, '--method', method, ...clock, ...more);
      for (const { t, lo, hi } of written as { t: number; lo: number; hi: number }[]) {
        const { low, high } = found.path.find(({ at }) => at === t)!;
        expect(Math.abs(low - Math.max(-100, lo)), `${method} at ${t}`).toBeLessThan(1e-9);
        expect(Math.abs(high - Math.min(100, hi)), `${method} at ${t}`).toBeLessThan(1e-9);
      }
    }
  });

  it('counts accounts that answer together for less, and says where it had to assume how alike they are', () => {
    const path = join(folder, 's3.csv');
    const [head, ...rows] = readFileSync(fileOf(3, -20), 'utf8').trim().split('\n');
    writeFileSync(path, `${head},account\n${rows.map((row, i) => `${row},a${i % 40}`).join('\n')}\n`);
    for (const method of [[], ['--method', 'target', '--target', '30']]) {
      const alone = monitor(path, '--date', 'date', ...method);
      const together = monitor(path, '--date', 'date', '--account', 'account', ...method);
      expect(together.baseline).toMatchObject({ accounts: 40 });
      expect(together.caveats.map(({ code }) => code)).toContain('monitor-few-accounts');
      expect(String(together.alarms[0]?.at ?? '9')).toSatisfy((at: string) => at > String(alone.alarms[0]!.at));
    }
  });

  it('promises more against a known target', () => {
    const path = fileOf(4, 0);
    const [baseline, target] = [[], ['--method', 'target', '--target', '30']].map(
      (method) => monitor(path, '--date', 'date', ...method).detectability,
    );
    expect(target!.days30).toBeLessThan(baseline!.days30);
    expect(target!.year / baseline!.year).toBeCloseTo(Math.sqrt(0.07 / 0.21), 9);
  });

  it('says in a terminal what it found and what it could have found', () => {
    const path = fileOf(3, -20);
    const { stdout } = candor(
      'analyze',
      'monitor',
      '--data',
      path,
      '--score',
      'score',
      '--date',
      'date',
      '--metric',
      'nps',
    );
    expect(stdout).toContain(`${dateOf(72)}: fell by about −36 so far, since ${dateOf(61)}`);
    expect(stdout).toContain('of 20 steady programmes like this one at most one raises a false alarm within a year');
    expect(stdout).toContain('No alarm does not mean no change.');
  });

  it.each([
    [['--method', 'target'], 'CND_SPEC', 'needs "target"'],
    [['--method', 'target', '--target', '100'], 'CND_ARGUMENT', 'between -100 and 100'],
    [['--method', 'without-replacement'], 'CND_SPEC', 'population'],
    [['--account', 'date', '--design-effect', '2'], 'CND_SPEC', 'not both'],
    [['--baseline-days', '4000'], 'CND_SPEC', 'baselineDays'],
    [['--baseline-days', '500'], 'CND_SAMPLE_TOO_SMALL', 'within the baseline'],
    [['--method', 'cusum'], 'CND_SPEC', 'e-detector'],
    [['--threshold', '0.5'], 'CND_SPEC', 'above 1'],
  ])('refuses %j', (more, code, words) => {
    const path = join(folder, 's1.csv');
    const { status, stdout } = candor(
      'analyze',
      'monitor',
      '--data',
      path,
      '--score',
      'score',
      '--date',
      'date',
      '--metric',
      'nps',
      '--json',
      ...more,
    );
    const { error } = JSON.parse(stdout) as { error: { code: string; message: string } };
    expect([status === 0, error.code]).toEqual([false, code]);
    expect(error.message).toContain(words);
  });

  it('refuses a baseline without a spread, and a clock that it was not told', () => {
    const path = join(folder, 'equal.csv');
    writeFileSync(path, `score\n${'9\n'.repeat(300)}`);
    const call = (...more: string[]) => {
      const { stdout } = candor(
        'analyze',
        'monitor',
        '--data',
        path,
        '--score',
        'score',
        '--metric',
        'nps',
        '--json',
        ...more,
      );
      return (JSON.parse(stdout) as { error: { code: string; message: string } }).error;
    };
    expect(call('--baseline-answers', '90', '--answers-per-year', '1000').code).toBe('CND_NO_VARIANCE');
    expect(call('--baseline-answers', '20', '--answers-per-year', '1000').code).toBe('CND_SAMPLE_TOO_SMALL');
    expect(call().message).toContain('baselineAnswers');
  });
});
