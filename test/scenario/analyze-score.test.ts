import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reference } from '../reference/oracle.ts';
import { candorJson } from './candor.ts';

interface Design {
  readonly [name: string]: {
    readonly nps: number;
    readonly se: number;
    readonly deff: number;
    readonly pop_accounts: Record<string, number>;
    readonly pop: Record<string, number>;
    readonly pop_role: Record<string, number>;
    readonly pop_segment: Record<string, number>;
  };
}

interface Group {
  readonly group: string;
  readonly estimate: { readonly value: number; readonly method: string };
  readonly marginOfError: number;
  readonly designEffect: number;
}

describe('candor analyze score agrees with R survey', () => {
  const design = JSON.parse(reference('inference-design.json')) as Design;
  const folder = mkdtempSync(join(tmpdir(), 'candor-score-'));
  const data = join(folder, 'b2b.csv');
  const lines = reference('b2b-synthetic.csv').trim().split('\n');
  const accountOf = (line: string) => line.split(',')[1]!;
  const revenueOf = (line: string) => Number(line.split(',')[3]);
  const answersOf = new Map<string, number>();
  for (const line of lines.slice(1)) answersOf.set(accountOf(line), (answersOf.get(accountOf(line)) ?? 0) + 1);
  // Weight columns for "every account counts one" or its revenue, and for the strata weights without the population correction.
  const accountsPerSegment = new Map<string, Set<string>>();
  for (const line of lines.slice(1)) {
    const segment = line.split(',')[2]!.replaceAll('"', '');
    accountsPerSegment.set(segment, (accountsPerSegment.get(segment) ?? new Set()).add(accountOf(line)));
  }
  const population: Record<string, number> = design.strat_cluster_fpc!.pop_accounts;
  writeFileSync(
    data,
    [
      `${lines[0]},"equal","stratum_weight","revenue_share"`,
      ...lines.slice(1).map((line) => {
        const segment = line.split(',')[2]!.replaceAll('"', '');
        return `${line},${1 / answersOf.get(accountOf(line))!},${population[segment]! / accountsPerSegment.get(segment)!.size},${revenueOf(line) / answersOf.get(accountOf(line))!}`;
      }),
    ].join('\n'),
  );
  const spec = (keys: object) => {
    const path = join(
      folder,
      `spec-${Math.abs(JSON.stringify(keys).length * 7919)}-${Object.keys(keys).join('-')}.json`,
    );
    writeFileSync(path, JSON.stringify({ score: 'score', metric: 'nps', ...keys }));
    return path;
  };
  const agrees = (group: Group | undefined, wanted: { nps: number; se: number; deff?: number }, tolerance = 1e-9) => {
    expect(group).toBeDefined();
    expect(Math.abs(group!.estimate.value - wanted.nps)).toBeLessThan(tolerance * 100);
    expect(Math.abs(group!.marginOfError / 1.959963984540054 / wanted.se - 1)).toBeLessThan(tolerance);
    if (wanted.deff !== undefined) expect(Math.abs(group!.designEffect / wanted.deff - 1)).toBeLessThan(tolerance);
  };
  const first = (...args: string[]) =>
    candorJson<{ groups: Group[] }>('analyze', 'score', '--data', data, ...args).groups[0];
  const nps = ['--score', 'score', '--metric', 'nps'];

  it('with accounts as clusters, by flags', () => agrees(first(...nps, '--account', 'account'), design.cluster!));

  it('with strata, clusters and finite populations, by a specification', () =>
    agrees(first('--spec', spec({ account: 'account', strata: 'segment', population })), design.strat_cluster_fpc!));

  it('with strata and clusters and weights, without populations', () =>
    agrees(
      first(...nps, '--account', 'account', '--strata', 'segment', '--weight', 'stratum_weight'),
      design.strat_cluster_nofpc!,
    ));

  it('with every account counting one', () =>
    agrees(first(...nps, '--account', 'account', '--weight', 'equal'), design.account_equal!));

  it('weighted by revenue', () =>
    agrees(first(...nps, '--account', 'account', '--weight', 'revenue_share'), design.revenue_weighted!));

  it('post-stratified by role', () =>
    agrees(first('--spec', spec({ margins: { role: design.poststrat_role!.pop } })), design.poststrat_role!));

  it('raked by role and segment', () => {
    const margins = { role: design.rake!.pop_role, segment: design.rake!.pop_segment };
    agrees(first('--spec', spec({ margins })), design.rake!, 1e-7);
    agrees(first('--spec', spec({ margins, account: 'account' })), design.rake_cluster!, 1e-7);
  });

  it('by role as domains of the whole design', () => {
    const byRole = design.by_role as unknown as { est: Record<string, number>; se: number[] };
    const { groups } = candorJson<{ groups: Group[] }>(
      'analyze',
      'score',
      '--data',
      data,
      ...nps,
      '--account',
      'account',
      '--by',
      'role',
    );
    expect(groups.map(({ group }) => group)).toEqual(Object.keys(byRole.est));
    groups.forEach((group, i) => {
      agrees(group, { nps: byRole.est[group.group]!, se: byRole.se[i]! });
    });
  });

  it('with a simple finite population by one number', () => {
    // 135 answers of 500 persons: SE(n-1) times sqrt(1 - 135/500), by hand from the naive figures.
    const wanted = { nps: design.srs!.nps, se: design.srs!.se * Math.sqrt(1 - 135 / 500) };
    agrees(first(...nps, '--population', '500'), wanted);
  });
});
