import { expect, it } from 'vitest';
import { dictionaries } from './dictionary/dictionary.ts';
import type { RuleFacts } from './dictionary/report-words.ts';

it.each([
  ['en', 'relationship'],
  ['fi', 'asiakassuhde'],
  ['sv', 'kundrelation'],
] as const)('the one level of a workspace has its word in %s', (language, word) => {
  const facts = { names: ['relationship'], status: 'pass' } as unknown as RuleFacts;
  expect(dictionaries[language].report.evidence['levels-mixed'](facts)).toContain(`(${word})`);
});
