import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { AuditResult } from '../../src/audit/index.ts';
import { worldTables } from '../../src/world/index.ts';
import { candor, candorJson } from './candor.ts';

const root = mkdtempSync(join(tmpdir(), 'candor-world-'));
afterAll(() => rmSync(root, { recursive: true }));
const call = (out: string, ...more: string[]) =>
  ['world', '--accounts', '60', '--seed', '7', '--until', '2026-10', '--out', join(root, out), ...more] as const;
interface Written {
  readonly folder: string;
  readonly files: readonly { readonly file: string; readonly rows: number }[];
}
const files = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(root, folder, path)).isFile())
    .sort();

describe('candor world', () => {
  it('writes every file with the rows it reports, and a page that says what each column is', () => {
    const { files: written } = candorJson<Written>(...call('first'));
    expect(
      written
        .map(({ file }) => file)
        .concat('README.md')
        .sort(),
    ).toEqual(files('first'));
    const page = readFileSync(join(root, 'first/README.md'), 'utf8');
    for (const { file, rows } of written) {
      const lines = readFileSync(join(root, 'first', file), 'utf8').split('\r\n');
      expect(lines.length, file).toBe(rows + 2);
      for (const column of lines[0]!.split(',')) expect(page).toContain(`| ${column} |`);
      expect(page).toContain(`## ${file}`);
    }
    expect(written.find(({ file }) => file === worldTables.accounts.file)?.rows).toBe(60 + 120);
  });

  it('makes the same bytes again, and others with another seed', () => {
    expect(candor(...call('second')).status).toBe(0);
    const bytes = (folder: string) => files(folder).map((file) => readFileSync(join(root, folder, file), 'utf8'));
    expect(bytes('second')).toEqual(bytes('first'));
    expect(candor(...call('third'), '--seed', '8').status).toBe(0);
    expect(bytes('third')).not.toEqual(bytes('first'));
  });

  it('makes a file of answers that the audit reads without a question', () => {
    const path = join(root, 'first/responses.csv');
    const result = candorJson<AuditResult>('audit', path, '--where', 'level=relationship');
    expect(result.metric).toBe('nps');
    expect(result.periods.length).toBe(36);
    expect(result.rows.rejected).toBe(0);
  });

  it('never writes into a folder that holds something', () => {
    const before = readFileSync(join(root, 'first/accounts.csv'), 'utf8');
    const { status, stderr } = candor(...call('first'), '--seed', '9');
    expect(status).toBe(2);
    expect(stderr).toContain('is not empty');
    expect(readFileSync(join(root, 'first/accounts.csv'), 'utf8')).toBe(before);
  });

  it.each([
    { what: 'no seed', args: ['world', '--accounts', '9', '--out', join(root, 'no')], code: 'CND_USAGE' },
    { what: 'accounts in words', args: [...call('no'), '--accounts', 'many'], code: 'CND_USAGE' },
    { what: 'no account', args: [...call('no'), '--accounts', '0'], code: 'CND_ARGUMENT' },
    { what: 'a month that is none', args: [...call('no'), '--until', '2026-13'], code: 'CND_ARGUMENT' },
    { what: 'a folder below a file', args: call('first/accounts.csv/no'), code: 'CND_OUTPUT' },
  ])('refuses $what and writes nothing', ({ args, code }) => {
    const { status, stdout } = candor(...args, '--json');
    expect(status).toBe(2);
    expect((JSON.parse(stdout) as { error: { code: string } }).error.code).toBe(code);
    expect(existsSync(join(root, 'no'))).toBe(false);
  });
});
