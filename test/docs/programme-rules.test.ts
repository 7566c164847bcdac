import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  dispositionCodes,
  parseProgrammeRules,
  refusalReasons,
  refusalWords,
  stopReasons,
} from '../../src/fielding/index.ts';

const root = join(import.meta.dirname, '../..');
const guide = readFileSync(join(root, 'docs/guides/programme-rules.md'), 'utf8');
const method = readFileSync(join(root, 'docs/methods/response-rates.md'), 'utf8');
const documents = [...guide.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text]) => text!);

/** Every path of the rules as they come out with their defaults, one level into objects and no further. */
function pathsOf(rules: object, prefix = ''): string[] {
  return Object.entries(rules).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? pathsOf(value, `${prefix}${key}.`)
      : [`${prefix}${key}`],
  );
}

const rows = [...guide.matchAll(/^\| (`[^|]+`) \| ([^|]+) \| /gm)].map(([, names, usual]) => ({
  names: [...names!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!),
  usual: usual!.trim(),
}));

describe('the guide to the rules of a programme', () => {
  it('shows documents that are taken as they stand', () => {
    expect(documents).toHaveLength(3);
    for (const document of documents) expect(() => parseProgrammeRules(JSON.parse(document))).not.toThrow();
  });

  const least = [
    parseProgrammeRules({ level: 'encounter', trigger: { touchpoints: ['a'] } }),
    parseProgrammeRules({ level: 'relationship', waves: {} }),
  ];

  it('lists every rule that has a default, with its default', () => {
    const listed = new Map(
      rows.flatMap(({ names, usual }) => names.map((name, i) => [name, usual.split(', ')[i] ?? usual] as const)),
    );
    for (const rules of least) {
      for (const path of pathsOf(rules)) {
        if (path === 'level') continue;
        expect(listed.has(path), path).toBe(true);
        const value = path.split('.').reduce((part: unknown, key) => (part as Record<string, unknown>)[key], rules);
        const printed = listed.get(path)!.replace(/`/g, '');
        if (typeof value === 'number' || typeof value === 'boolean') expect(printed, path).toBe(String(value));
        if (typeof value === 'string') expect(printed, path).toBe(`"${value}"`);
      }
    }
  });

  it('gives the reasons in their order, word for word', () => {
    const printed = [...guide.matchAll(/^\| `([a-z-]+)` \| ([A-Z][^|]+\.) \|$/gm)].map(([, reason, words]) => [
      reason,
      words,
    ]);
    expect(printed).toEqual(refusalReasons.map((reason) => [reason, refusalWords.en[reason]]));
  });

  it('names as many ends of reminders as there are', () => {
    const sentence = /They end for good when ([\s\S]*?)\. Somebody/.exec(guide)![1]!;
    expect(sentence.split(/,| or /).filter((part) => part.trim() !== '').length).toBe(stopReasons.length);
  });
});

describe('the page on response rates', () => {
  it('has every disposition with its code and group, in order', () => {
    const printed = [...method.matchAll(/^\| `([a-z-]+)` \| (\d\.\d+) \| ([A-Z]+) \|/gm)].map(([, ...row]) => row);
    const coded = Object.entries(dispositionCodes).filter(([, { code }]) => code !== '');
    expect(printed).toEqual(coded.map(([name, { code, group }]) => [name, code, group]));
  });
});
