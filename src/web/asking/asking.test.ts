import { describe, expect, it } from 'vitest';
import { parseProgrammeRules } from '../../fielding/index.ts';
import { nextStepOf } from './next-step.ts';
import { listFrom, numberFrom, pathOf, valueAt, withValue } from './rules-draft.ts';

const rules = { level: 'encounter', trigger: { touchpoints: ['a'] }, quotas: [{ period: 'day', most: 3 }] } as const;

describe('the draft of the rules', () => {
  it('changes one place and nothing else, and leaves the old one as it was', () => {
    const next = withValue(rules, pathOf('quotas.0.most'), 5);
    expect(next).toEqual({ ...rules, quotas: [{ period: 'day', most: 5 }] });
    expect(rules.quotas[0].most).toBe(3);
    expect(Object.keys(withValue(rules, ['trigger', 'when'], 'any'))).toEqual(Object.keys(rules));
    expect(withValue(rules, pathOf('reminders.count'), 1)).toMatchObject({ reminders: { count: 1 } });
    expect(withValue(rules, pathOf('quotas.0'), undefined).quotas).toEqual([]);
    expect('quotas' in withValue(rules, ['quotas'], undefined)).toBe(false);
  });

  it('reads what stands at a place, and nothing where nothing does', () => {
    expect(valueAt(rules, pathOf('trigger.touchpoints.0'))).toBe('a');
    expect(valueAt(rules, pathOf('level.of.detail'))).toBeUndefined();
  });

  it('reads numbers as people type them', () => {
    expect([numberFrom('0,5'), numberFrom(' 12.5 ', 100), numberFrom(''), numberFrom('soon')]).toEqual([
      0.5,
      0.125,
      undefined,
      'soon',
    ]);
    expect(() => parseProgrammeRules({ ...rules, expiryDays: numberFrom('soon') })).toThrow('expiryDays');
    expect(listFrom(' gold, ,silver ')).toEqual(['gold', 'silver']);
    expect(listFrom(' ,')).toBeUndefined();
  });
});

describe('the next thing to do', () => {
  const figures = { isPublished: true, sentInWeek: 0, notAskedInWeek: 0 };
  const of = (state: 'draft' | 'running' | 'paused' | 'ended') => ({ state, rules, level: 'encounter' as const });
  const bases = { email: 'consent' };
  it.each([
    ['ended', figures, bases, 'none'],
    ['draft', { ...figures, isPublished: false }, bases, 'publish-survey'],
    ['draft', figures, {}, 'say-basis'],
    ['draft', figures, bases, 'start'],
    ['paused', figures, bases, 'resume'],
    ['running', figures, bases, 'no-encounters'],
    ['running', { ...figures, notAskedInWeek: 4 }, bases, 'see-why-not'],
    ['running', { ...figures, notAskedInWeek: 4, sentInWeek: 1 }, {}, 'none'],
  ] as const)('of one that is %s with %j', (state, known, held, step) => {
    expect(nextStepOf(of(state), known, held)).toBe(step);
  });

  it('of one that an import named is nothing but to give it rules', () => {
    expect(nextStepOf({ state: 'draft', level: 'encounter' }, figures, bases)).toBe('no-rules');
  });
});
