import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AuditResult } from '../../src/audit/index.ts';
import { isCandorError } from '../../src/errors/index.ts';
import { auditFile, auditOptions } from '../../src/findings/index.ts';

const fixtures = join(import.meta.dirname, '../fixtures');

/** The truth that the generators of the fixtures wrote beside them, from their own rows. */
interface Expected {
  readonly file: string;
  readonly about: string;
  readonly refused?: { readonly code: string; readonly exitCode: number };
  readonly options?: Readonly<Record<string, string>>;
  readonly metric: string;
  readonly scale: { readonly min: number; readonly max: number };
  readonly columns: Readonly<Record<string, { readonly name: string }>>;
  readonly rows: AuditResult['rows'];
  readonly periods: readonly { period: string; n: number; counts: Record<string, number>; value?: number }[];
  readonly caveats: readonly string[];
}

const expectations = ['exports', 'plain', 'sample'].flatMap((folder) =>
  readdirSync(join(fixtures, folder))
    .filter((name) => name.endsWith('.expected.json'))
    .map((name) => ({ folder, expected: JSON.parse(readFileSync(join(fixtures, folder, name), 'utf8')) as Expected })),
);

const pathOf = (folder: string, file: string) => {
  const beside = join(fixtures, folder, file);
  return existsSync(beside) ? beside : join(fixtures, '../../samples', file);
};

describe.each(expectations)('$expected.file', ({ folder, expected }) => {
  const audit = () =>
    auditFile({ name: expected.file, path: pathOf(folder, expected.file) }, auditOptions(expected.options ?? {}));

  const { refused } = expected;
  if (refused) {
    it(`is refused with ${refused.code}: ${expected.about}`, async () => {
      const error = await audit().then(
        () => undefined,
        (reason: unknown) => reason,
      );
      expect(isCandorError(error) && { code: error.code, exitCode: error.exitCode }).toEqual(refused);
      expect(isCandorError(error) && error.remedy.length).toBeGreaterThan(10);
    });
    return;
  }

  it(`gives the figures of its truth: ${expected.about}`, async () => {
    const { result } = await audit();
    expect(result.metric).toBe(expected.metric);
    expect(result.scale).toEqual(expected.scale);
    const { reasons, ...counts } = result.rows;
    expect(counts).toEqual({ read: expected.rows.read, used: expected.rows.used, rejected: expected.rows.rejected });
    const byReason = (rows: AuditResult['rows']['reasons']) => [...rows].sort((a, b) => (a.reason < b.reason ? -1 : 1));
    expect(byReason(reasons)).toEqual(byReason(expected.rows.reasons));
    expect(result.periods.map(({ period, n }) => [period, n])).toEqual(
      expected.periods.map(({ period, n }) => [period, n]),
    );
    result.periods.forEach((period, i) => {
      const truth = expected.periods[i]!;
      const seen = Object.fromEntries(Object.entries(period.counts).filter(([, count]) => count > 0));
      expect(seen).toEqual(Object.fromEntries(Object.entries(truth.counts).filter(([, count]) => count > 0)));
      if (truth.value === undefined) return;
      expect(period.estimate?.value).toBeCloseTo(truth.value, 9);
    });
    const doubts = [...result.caveats, ...result.periods.flatMap(({ estimate }) => estimate?.caveats ?? [])];
    const codes = doubts.map(({ code }) => code);
    for (const code of expected.caveats) expect(codes).toContain(code);
  });
});
