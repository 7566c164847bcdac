import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  checkQuestionnaire,
  lint,
  parseQuestionnaire,
  type Questionnaire,
  takeAnswers,
} from '../../src/survey/index.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/guides/surveys.md'), 'utf8');
const blocks = [...page.matchAll(/```json(?: (\w+))?\n([\s\S]*?)```/g)].map(([, kind, text]) => ({
  kind,
  value: JSON.parse(text!) as unknown,
}));

describe('the guide to surveys', () => {
  const survey: Questionnaire = parseQuestionnaire(blocks.find(({ kind }) => kind === 'survey')!.value);

  it('says of each of its examples what it is', () => {
    expect(blocks.map(({ kind }) => kind)).toEqual(['survey', ...Array(3).fill(['given', 'taken']).flat()]);
  });

  it('builds a survey that can be asked, without a finding', () => {
    expect(checkQuestionnaire(survey)).toEqual([]);
    expect(lint(survey)).toEqual([]);
  });

  it.each(
    blocks.flatMap(({ kind, value }, index) =>
      kind === 'given' ? [{ given: value, taken: blocks[index + 1]!.value }] : [],
    ),
  )('takes of $given what it says', ({ given, taken }) => {
    expect(takeAnswers(survey, given)).toEqual(taken);
  });

  it('names every kind of question and every test of a condition', () => {
    const form = JSON.stringify(blocks[0]!.value);
    for (const word of ['scale', 'matrix', 'single', 'multiple', 'text', 'consent'])
      expect(page).toContain(`| \`${word}\` |`);
    for (const word of ['answered', 'equals', 'atLeast', 'includes']) expect(page).toContain(`| \`${word}\``);
    expect(form).toContain('when');
  });
});
