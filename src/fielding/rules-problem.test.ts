import { describe, expect, it } from 'vitest';
import { CandorError } from '../errors/index.ts';
import { parseProgrammeRules, rulesProblems, rulesProblemText } from './index.ts';

function refusal(more: object): unknown {
  try {
    parseProgrammeRules({ level: 'encounter', trigger: { touchpoints: ['a'] }, ...more });
  } catch (error) {
    return error instanceof CandorError ? error.details : error;
  }
  return undefined;
}

describe('what is wrong with a field', () => {
  it.each([
    [{ trigger: { touchpoints: [] } }, { field: 'trigger.touchpoints', problem: 'missing', limit: 1 }],
    [{ trigger: {} }, { field: 'trigger.touchpoints', problem: 'missing' }],
    [{ expiryDays: 'soon' }, { field: 'expiryDays', problem: 'not-fit' }],
    [{ expiryDays: 0 }, { field: 'expiryDays', problem: 'too-small', limit: 1 }],
    [{ expiryDays: 900 }, { field: 'expiryDays', problem: 'too-big', limit: 120 }],
    [{ expiryDay: 9 }, { field: 'expiryDay', problem: 'not-known' }],
    [{ sendWindow: { from: '9' } }, { field: 'sendWindow.from', problem: 'not-fit' }],
    [{ sendWindow: { from: '21:00', until: '22:00' } }, { field: 'sendWindow', problem: 'no-open-hours' }],
    [{ reminders: { count: 2, afterDays: [3] } }, { field: 'reminders.afterDays', problem: 'too-few-days' }],
    [{ expiryDays: 5 }, { field: 'reminders.afterDays', problem: 'after-end' }],
    [{ quotas: [{ period: 'day', most: 1, only: 'x' }] }, { field: 'quotas.0.only', problem: 'only-of-nothing' }],
    [{ variants: [{ name: 'a' }, { name: 'a' }] }, { field: 'variants', problem: 'named-twice' }],
  ])('%j', (more, details) => expect(refusal(more)).toEqual(details));

  it('is said in each language', () => {
    for (const language of ['en', 'fi', 'sv'] as const) {
      for (const problem of rulesProblems) {
        const text = rulesProblemText({ problem, limit: 7 }, language);
        expect(text).toMatch(/^\p{Lu}.*\.$/u);
        expect(text).not.toContain('LIMIT');
      }
    }
    expect(rulesProblemText({ problem: 'of tomorrow' }, 'en')).toBeUndefined();
  });
});
