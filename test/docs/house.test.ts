import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorCatalogue } from '../../src/errors/index.ts';
import { caveatCodes, methodNames } from '../../src/inference/index.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path !== '' && existsSync(join(root, path)));
const sources = tracked.filter((path) => /^(src|test|bench|scripts)\/.*\.(ts|tsx|mjs)$/.test(path));

interface ModuleRow {
  module: string;
  may: string | string[];
  is: string;
}
const modules = createRequire(import.meta.url)(join(root, 'modules.cjs')) as ModuleRow[];

describe('the house', () => {
  it('documents every error code, and no other', () => {
    const documented = [...read('docs/errors.md').matchAll(/^\| `(CND_[A-Z_]+)` \| (\d) \|/gm)].map(
      ([, code, exit]) => `${code} ${exit}`,
    );
    expect(documented.sort()).toEqual(
      Object.entries(errorCatalogue)
        .map(([code, { exit }]) => `${code} ${exit}`)
        .sort(),
    );
  });

  it('uses every error code it has', () => {
    const text = sources
      .filter((path) => path.startsWith('src/') && !path.includes('errors/'))
      .map(read)
      .join('\n');
    expect(Object.keys(errorCatalogue).filter((code) => !text.includes(`'${code}'`))).toEqual([]);
  });

  it('raises every caveat it words', () => {
    const text = sources
      .filter(
        (path) =>
          path.startsWith('src/') &&
          !path.endsWith('caveat.ts') &&
          !path.includes('present/') &&
          !path.includes('.test.'),
      )
      .map(read)
      .join('\n');
    expect(caveatCodes.filter((code) => !text.includes(`'${code}'`))).toEqual([]);
  });

  it('explains every method it names on a page', () => {
    const pages = tracked.filter((path) => path.startsWith('docs/methods/')).map(read);
    expect(methodNames.filter((name) => !pages.some((page) => page.includes(`\`${name}\``)))).toEqual([]);
  });

  it('names files after concepts', () => {
    const empty = /(^|\/)(utils?|helpers?|common|lib|misc|service|manager|types)(\.[a-z]+)*(\/|$)/;
    expect(tracked.filter((path) => empty.test(path))).toEqual([]);
  });

  it('keeps files below 500 lines', () => {
    const long = sources.filter((path) => !path.includes('present/dictionary/') && read(path).split('\n').length > 500);
    expect(long).toEqual([]);
  });

  it('knows promoters in one place', () => {
    // Words for people may name them; code outside metrics may not, so that a second definition cannot grow.
    const allowed = /^src\/(metrics|present|report|web|analysis|audit\/audit-result)/;
    const code = (path: string) =>
      read(path)
        .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
        .replace(/'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|\/(?:[^/\\\n]|\\.)+\/[a-z]*/g, '');
    const found = sources.filter(
      (path) =>
        path.startsWith('src/') && !allowed.test(path) && !path.includes('.test.') && /promoter/i.test(code(path)),
    );
    expect(found).toEqual([]);
  });

  it('reads the environment in one place', () => {
    const found = sources.filter(
      (path) => path.startsWith('src/') && !/\.test\.tsx?$/.test(path) && /process\.env\b/.test(read(path)),
    );
    // The faces hand the environment over; only config reads names from it.
    expect(found.filter((path) => /process\.env(\.|\[)/.test(read(path)))).toEqual([]);
  });

  it('prints the module table in ARCHITECTURE.md as it is checked', () => {
    const page = read('ARCHITECTURE.md');
    for (const { module, may, is } of modules) {
      const row = `| \`${module}\` | ${is} | ${may === '*' ? 'everything' : (may as string[]).join(', ') || 'nothing'} |`;
      expect(page).toContain(row);
    }
  });

  it('leads somewhere with every link', () => {
    const pages = tracked.filter((path) => path.endsWith('.md'));
    const broken = pages.flatMap((page) =>
      [...read(page).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
        .map(([, target]) => target!)
        .filter((target) => !/^[a-z]+:/.test(target) && !existsSync(join(root, dirname(page), target)))
        .map((target) => `${page}: ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it('names in the glossary what exists in the code', () => {
    const text = sources
      .filter((path) => path.startsWith('src/'))
      .map(read)
      .join('\n');
    const rows = [...read('GLOSSARY.md').matchAll(/^\| [^|]+ \| `([^`|]+)` \|/gm)].map(([, identifier]) => identifier!);
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter((identifier) => !new RegExp(`(^|[^A-Za-z])${identifier}([^A-Za-z]|$)`).test(text))).toEqual([]);
  });
});
