import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AuditResult } from '../../src/audit/index.ts';
import { candor, candorJson } from './candor.ts';

const root = join(import.meta.dirname, '../..');
const sample = join(root, 'samples/relationship-survey.csv');
const folder = mkdtempSync(join(tmpdir(), 'candor-cli-'));
const file = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
interface Refusal {
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly details: object;
    readonly remedy: string;
  };
}
const refusal = (...args: string[]) => {
  const { status, stdout } = candor(...args, '--json');
  return { status, ...(JSON.parse(stdout) as Refusal).error };
};

describe('candor audit', () => {
  it('gives the same bytes for the same call, whatever the path', () => {
    const first = candor('audit', sample, '--json');
    const elsewhere = join(folder, 'relationship-survey.csv');
    writeFileSync(elsewhere, readFileSync(sample));
    expect(first.status).toBe(0);
    expect(candor('audit', elsewhere, '--json').stdout).toBe(first.stdout);
  });

  it('has every field of its description, unrounded', () => {
    const result = candorJson<AuditResult>('audit', sample);
    expect(result.run.id).toMatch(/^[0-9a-f]{16}$/);
    expect(result.run.dataHash).toMatch(/^[0-9a-f]{64}$/);
    expect(result.metric).toBe('nps');
    expect(result.rows.read).toBe(result.rows.used + result.rows.rejected);
    expect(result.periods).toHaveLength(12);
    expect(result.changes).toHaveLength(11);
    expect(result.programme.expectedByChance).toBeCloseTo(0.55, 12);
    expect(result.programme.nominallySignificantChanges).toBe(2);
    expect(result.programme.changePoints).toEqual(['2026-06']);
    expect(
      result.changes
        .filter(({ verdict }) => verdict !== 'no evidence of change')
        .map(({ to, verdict }) => [to, verdict]),
    ).toEqual([['2026-06', 'rose']]);
    expect(result.rules).toHaveLength(17);
    for (const { what, value, why } of result.assumed) {
      expect([what, value, why].every((text) => text.length > 0)).toBe(true);
    }
  });

  it('changes the run id with an option and not with the language or the output', () => {
    const id = (...args: string[]) => candorJson<AuditResult>('audit', sample, ...args).run.id;
    const usual = id();
    expect(id('--language', 'fi')).toBe(usual);
    expect(id('--html', join(folder, 'out.html'))).toBe(usual);
    expect(id('--period', 'quarter')).not.toBe(usual);
  });

  it('obeys every flag', () => {
    const quarter = candorJson<AuditResult>('audit', sample, '--period', 'quarter');
    expect(quarter.periods.map(({ period }) => period)).toEqual([
      '2025-Q4',
      '2026-Q1',
      '2026-Q2',
      '2026-Q3',
      '2026-Q4',
    ]);
    const week = candorJson<AuditResult>('audit', sample, '--period', 'week', '--confidence', '0.9');
    expect(week.periods[0]?.period).toMatch(/^2025-W\d\d$/);
    expect(week.periods[0]?.estimate?.confidence).toBe(0.9);
    const satisfaction = candorJson<AuditResult>(
      'audit',
      sample,
      '--score',
      'satisfaction',
      '--metric',
      'mean',
      '--scale',
      '0-10',
    );
    expect(satisfaction.metric).toBe('mean');
    const payers = candorJson<AuditResult>('audit', sample, '--where', 'role=payer');
    expect(payers.rows.used).toBeLessThan(satisfaction.rows.used);
    const census = candorJson<AuditResult>('audit', sample, '--population', '240');
    const plain = candorJson<AuditResult>('audit', sample);
    expect(census.periods[0]!.marginOfError!).toBeLessThan(0.6 * plain.periods[0]!.marginOfError!);
    expect(census.changes[0]!.pValue).toBe(plain.changes[0]!.pValue);
    const apart = candorJson<AuditResult>('audit', sample, '--account', 'none');
    expect(apart.caveats.map(({ code }) => code)).toContain('clusters-unknown');
    expect(apart.periods[0]?.estimate?.method).toBe('tango');
    const helsinki = candorJson<AuditResult>('audit', sample, '--time-zone', 'Europe/Helsinki');
    expect(helsinki.periods.map(({ n }) => n)).not.toEqual(plain.periods.map(({ n }) => n));
  });

  it.each(['en', 'fi', 'sv'])('speaks %s in the terminal', (language) => {
    const { status, stdout } = candor('audit', sample, '--language', language);
    expect(status).toBe(0);
    expect(stdout).toContain({ en: 'rose', fi: 'nousi', sv: 'steg' }[language]);
    expect(stdout).not.toMatch(/NaN|undefined|null|\[object/);
  });

  it('writes one HTML file that asks nothing of anybody', () => {
    const html = join(folder, 'report.html');
    expect(candor('audit', sample, '--html', html, '--language', 'sv').status).toBe(0);
    const text = readFileSync(html, 'utf8');
    expect(text).toContain('<html lang="sv"');
    expect(text).not.toMatch(/<script|<link|src="http|url\(http|NaN|undefined/);
    expect(text.match(/<svg/g)!.length).toBeGreaterThan(2);
  });

  it('refuses in one JSON document with the code, the exit status and the way out', () => {
    expect(refusal('audit', join(folder, 'absent.csv'))).toMatchObject({ status: 2, code: 'CND_FILE_NOT_FOUND' });
    expect(refusal('audit', sample, '--score', 'recomend')).toMatchObject({ status: 2, code: 'CND_COLUMN_UNKNOWN' });
    expect(refusal('audit', sample, '--score', 'recomend').message).toContain('recommend');
    expect(refusal('audit', sample, '--metric', 'nsp')).toMatchObject({ status: 2, code: 'CND_METRIC_UNKNOWN' });
    expect(refusal('audit', sample, '--period', 'year')).toMatchObject({ status: 2, code: 'CND_USAGE' });
    expect(refusal('audit', sample, '--time-zone', 'Europe/Helsingfors')).toMatchObject({
      status: 2,
      code: 'CND_TIME_ZONE',
    });
    expect(refusal('audit', sample, '--periods', 'month')).toMatchObject({ status: 2, code: 'CND_USAGE' });
    expect(refusal('audit', file('empty.csv', ''))).toMatchObject({ status: 1, code: 'CND_FILE_EMPTY' });
    const ambiguous = file('ambiguous.csv', 'nps,date\n9,01/02/2026\n3,03/04/2026\n');
    expect(refusal('audit', ambiguous)).toMatchObject({ status: 1, code: 'CND_DATE_AMBIGUOUS' });
    expect(refusal('audit', ambiguous).remedy).toContain('--date-order');
    expect(candorJson<AuditResult>('audit', ambiguous, '--date-order', 'dmy').periods[0]?.period).toBe('2026-02');
    expect(refusal('audit', sample, '--html', join(folder, 'no/such/folder.html'))).toMatchObject({
      status: 2,
      code: 'CND_OUTPUT',
    });
    const centuries = file('centuries.csv', 'nps,date\n9,1906-01-02\n3,2026-03-04\n');
    expect(refusal('audit', centuries, '--period', 'week')).toMatchObject({ status: 1, code: 'CND_TOO_MANY_PERIODS' });
  });

  it('says it in one line when its own output fails, and is content when nobody reads on', () => {
    const shell = (end: string) =>
      spawnSync('bash', ['-c', `set -o pipefail; ./bin/candor audit '${sample}' --json ${end}`], {
        cwd: root,
        encoding: 'utf8',
      });
    const full = shell('> /dev/full');
    expect(full.status).toBe(2);
    expect(full.stderr.trim().split('\n')).toHaveLength(1);
    const closed = shell('| head -c 0');
    expect(closed.status).toBe(0);
    expect(closed.stderr).toBe('');
  });

  it('says a wrong call in one line on standard error', () => {
    const { status, stdout, stderr } = candor('audit', sample, '--period', 'year');
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(candor('audti', sample).status).toBe(2);
    expect(candor().status).toBe(2);
    expect(candor('audit', '--help').status).toBe(0);
    expect(candor('audit', '--help').stdout).toContain('Example:');
  });
});

describe('candor analyze', () => {
  it('plans by the figures of the books', () => {
    const plan = (...args: string[]) =>
      candorJson<{ answersNeeded: number }>('analyze', 'plan', '--metric', 'nps', ...args).answersNeeded;
    const shares = ['--promoters', '0.5', '--detractors', '0.2'];
    expect(plan(...shares, '--margin', '9')).toBe(290);
    expect(plan(...shares, '--margin', '12')).toBe(163);
    expect(plan(...shares, '--change', '5')).toBe(3831);
    expect(plan(...shares, '--change', '10', '--margin', '3')).toBe(2604);
    // n N / (n + N - 1) with n = 290, N = 500: 183.8.
    expect(plan(...shares, '--margin', '9', '--population', '500')).toBe(184);
    // 289.3 answers times 2, rounded up once.
    expect(plan(...shares, '--margin', '9', '--design-effect', '2')).toBe(579);
    const doubtOf = (...args: string[]) =>
      candorJson<{ caveats: object[] }>('analyze', 'plan', '--metric', 'nps', ...args).caveats;
    expect(doubtOf(...shares, '--change', '5')).toEqual([]);
    expect(doubtOf('--promoters', '0.9', '--detractors', '0.02', '--change', '10')).toMatchObject([
      { code: 'plan-too-hopeful', needed: 229, count: 360 },
    ]);
    expect(refusal('analyze', 'plan', '--metric', 'nps', ...shares)).toMatchObject({ status: 2, code: 'CND_SPEC' });
    expect(
      refusal('analyze', 'plan', '--metric', 'nps', '--promoters', '0.9', '--detractors', '0.2', '--margin', '5')
        .status,
    ).toBe(2);
  });

  it('compares two groups, by account and paired', () => {
    const rows = [...Array(250).keys()].flatMap((i) => [
      `c${i},before,${i < 120 ? 10 : i < 200 ? 8 : 2}`,
      `c${i},after,${i < 135 ? 10 : i < 215 ? 8 : 2}`,
    ]);
    const data = file('compare.csv', `customer,wave,score\n${rows.join('\n')}\n`);
    const call = [
      'analyze',
      'compare',
      '--data',
      data,
      '--score',
      'score',
      '--metric',
      'nps',
      '--group',
      'wave',
      '--before',
      'before',
      '--after',
      'after',
    ];
    const plain = candorJson<{ difference: { value: number; method: string }; pValue: number; verdict: string }>(
      ...call,
    );
    // Two NPS samples of scores_inference.json: +12 points, p 0.0737797.
    expect(plain.difference.value).toBeCloseTo(12, 10);
    expect(plain.pValue).toBeCloseTo(0.0737797243400032, 12);
    expect(plain.verdict).toBe('no evidence of change');
    const paired = candorJson<typeof plain>(...call, '--paired', 'customer');
    expect(paired.difference.method).toBe('paired-t');
    expect(paired.pValue).toBeLessThan(0.001);
    const clustered = candorJson<typeof plain>(...call, '--account', 'customer');
    expect(clustered.difference.method).toBe('linearised-difference');
    expect(clustered.pValue).toBeLessThan(0.001);
    expect(refusal(...call.slice(0, -1), 'affter')).toMatchObject({ status: 2, code: 'CND_GROUP_UNKNOWN' });
    expect(refusal(...call, '--groop', 'x')).toMatchObject({ status: 2, code: 'CND_USAGE' });
  });

  it('reads a specification as JSON and YAML and names the nearest key', () => {
    const yaml = file('plan.yaml', 'metric: nps\npromoters: 0.5\ndetractors: 0.2\nmargin: 9\n');
    expect(candorJson<{ answersNeeded: number }>('analyze', 'plan', '--spec', yaml).answersNeeded).toBe(290);
    const wrong = file('wrong.json', '{"metric":"nps","promotors":0.5,"detractors":0.2,"margin":9}');
    const refused = refusal('analyze', 'plan', '--spec', wrong);
    expect(refused).toMatchObject({ status: 2, code: 'CND_SPEC' });
    expect(refused.message).toContain('promoters');
    expect(refusal('analyze', 'plan', '--spec', file('broken.json', '{"metric":'))).toMatchObject({
      status: 2,
      code: 'CND_SPEC',
    });
    const unknown = refusal('analyze', 'scroe', '--data', 'a.csv');
    expect(unknown).toMatchObject({ status: 2, code: 'CND_USAGE' });
    expect(unknown.message).toContain('did you mean "score"');
    const early = refusal('analyze', 'score', '--spec', file('early.json', '{"scor":"nps","metric":"nps"}'));
    expect(early.message).toContain('does not know "scor"');
    const kind = refusal('analyze', 'score', '--spec', file('kind.json', '{"score":5,"metric":"nps"}'));
    expect(kind.message).toContain('the name of a column, got 5');
    expect(refusal('analyze', 'plan', '--metric', 'nps', '--promoters', '50', '--margin', '3').message).toContain(
      '0 to 1',
    );
  });

  it('finds change points in values and in answers', () => {
    const values = [1, 2, 1, 2, 1, 31, 32, 31, 32, 31];
    const data = file('values.csv', `value,weight\n${values.map((value) => `${value},1`).join('\n')}\n`);
    const call = ['analyze', 'change-points', '--data', data, '--value', 'value'];
    expect(candorJson<{ changePoints: number[] }>(...call, '--weight', 'weight').changePoints).toEqual([5]);
    expect(candorJson<{ changePoints: number[] }>(...call).changePoints).toEqual([5]);
    const answers = [
      'analyze',
      'change-points',
      '--data',
      sample,
      '--score',
      'recommend',
      '--date',
      'submitted_at',
      '--metric',
      'nps',
    ];
    const found = candorJson<{ changePoints: number[]; periods: string[] }>(...answers);
    expect(found.changePoints).toEqual([7]);
    expect(found.periods[7]).toBe('2026-06');
  });
});

it('leaves nothing behind in the project', () => {
  expect(existsSync(join(root, 'report.html'))).toBe(false);
});
