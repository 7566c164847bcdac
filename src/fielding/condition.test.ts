import { describe, expect, it } from 'vitest';
import { conditionHolds, type FactReader, type FieldTest, failedField } from './condition.ts';

const facts: Readonly<Record<string, ReturnType<FactReader>>> = {
  'contact.role': ['payer', 'end-user'],
  'account.revenue': 100,
  'account.segment': 'Gold North',
  'account.since': '2026-03-10T08:00:00Z',
};
const read: FactReader = (field) => facts[field];
const test = (field: string, is: FieldTest['is'], value?: FieldTest['value']): FieldTest =>
  value === undefined ? { field, is } : { field, is, value };

describe('a condition', () => {
  it.each<[FieldTest, boolean]>([
    [test('contact.role', 'equal', 'payer'), true],
    [test('contact.role', 'equal', 'decision-maker'), false],
    [test('contact.role', 'not-equal', 'payer'), false],
    [test('contact.role', 'not-equal', 'decision-maker'), true],
    [test('contact.role', 'one-of', ['end-user']), true],
    [test('account.revenue', 'at-least', 100), true],
    [test('account.revenue', 'at-most', 99), false],
    [test('account.revenue', 'equal', '100'), false],
    [test('account.since', 'at-least', '2026-03-10'), true],
    [test('account.since', 'at-most', '2026-03-10'), false],
    [test('account.since', 'at-least', 5), false],
    [test('account.segment', 'at-least', 'A'), false],
    [test('account.segment', 'contains', 'gold'), true],
    [test('account.segment', 'equal', 'gold north'), false],
    [test('account.churned', 'known'), false],
    [test('account.churned', 'not-equal', true), false],
  ])('%j is %s', (condition, holds) => {
    expect(conditionHolds(condition, read)).toBe(holds);
  });

  it('joins tests by and, or and not', () => {
    const [yes, no] = [test('account.revenue', 'known'), test('account.churned', 'known')];
    expect(conditionHolds({ all: [yes, no] }, read)).toBe(false);
    expect(conditionHolds({ any: [no, yes] }, read)).toBe(true);
    expect(conditionHolds({ not: no }, read)).toBe(true);
  });

  it('names the first test that fails', () => {
    const [yes, no] = [test('account.revenue', 'known'), test('account.churned', 'known')];
    expect(failedField({ all: [yes, { any: [no, no] }] }, read)).toBe('account.churned');
    expect(failedField({ not: yes }, read)).toBe('account.revenue');
    expect(failedField({ not: { all: [yes] } }, read)).toBeUndefined();
  });
});
