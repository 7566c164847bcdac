import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type LintContext, lint, lintRules, parseQuestionnaire } from '../../src/survey/index.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/guides/survey-lint.md'), 'utf8');

interface Example {
  readonly level?: 'encounter' | 'relationship';
  readonly inField?: unknown[];
  readonly questions: unknown[];
}

const sections = page
  .split(/^## /m)
  .slice(1)
  .flatMap((section) => {
    const rule = /^`([a-z-]+)`/.exec(section)?.[1];
    const blocks = [...section.matchAll(/```yaml (fails|passes)\n([\s\S]*?)```/g)];
    return rule
      ? [{ rule, blocks: blocks.map(([, kind, text]) => ({ kind: kind!, example: parse(text!) as Example })) }]
      : [];
  });

const survey = (questions: unknown[]) => ({
  languages: ['en'],
  title: { en: 'Example' },
  pages: [{ key: 'one', questions }],
});

function findings({ level, inField, questions }: Example, more: LintContext = {}) {
  const context = { ...(level ? { level } : {}), ...(inField ? { inField: parseQuestionnaire(survey(inField)) } : {}) };
  return lint(survey(questions), { ...context, ...more });
}

describe('the page of the lint', () => {
  it('has every rule, and no other', () => {
    expect(sections.map(({ rule }) => rule)).toEqual([...lintRules]);
  });

  describe.each(sections)('$rule', ({ rule, blocks }) => {
    it('has one example of each kind', () => {
      expect(blocks.map(({ kind }) => kind)).toEqual(['fails', 'passes']);
    });

    it('finds the fault of the first, and nothing else', () => {
      const found = findings(blocks[0]!.example);
      expect(found.length).toBeGreaterThan(0);
      expect([...new Set(found.map((finding) => finding.rule))]).toEqual([rule]);
    });

    it('finds nothing in the second', () => {
      expect(findings(blocks[1]!.example)).toEqual([]);
    });

    it('explains itself in three languages', () => {
      const [en, fi, sv] = (['en', 'fi', 'sv'] as const).map((words) => findings(blocks[0]!.example, { words }));
      for (const [index, finding] of en!.entries()) {
        for (const part of ['why', 'better'] as const) {
          const said = [finding[part], fi![index]![part], sv![index]![part]];
          expect(new Set(said).size).toBe(3);
          for (const text of said) expect(text).toMatch(/^.{15,}[.?!”"]$/u);
        }
      }
    });
  });
});
