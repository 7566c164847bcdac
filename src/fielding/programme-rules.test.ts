import { describe, expect, it } from 'vitest';
import { isCandorError } from '../errors/index.ts';
import { parseProgrammeRules } from './parse-rules.ts';

const encounter = { level: 'encounter', trigger: { touchpoints: ['support-call'] } };

function refusal(given: unknown): string {
  try {
    parseProgrammeRules(given);
  } catch (error) {
    if (isCandorError(error) && error.code === 'CND_PROGRAMME_RULES') return error.message;
    throw error;
  }
  throw new Error('the rules were taken');
}

describe('the rules of a programme', () => {
  it('need only their level and what they ask about', () => {
    const rules = parseProgrammeRules(encounter);
    expect(rules).toMatchObject({
      delayHours: 1,
      usefulDays: 7,
      expiryDays: 14,
      channels: [{ channel: 'email', afterHours: 0 }],
      reminders: { count: 2, afterDays: [3, 7, 14] },
      quietHours: { from: '20:00', until: '09:00', restDaysUntil: '12:00', restDays: ['sunday'] },
      contactRules: { perPersonPerMetricDays: 90, perPersonDays: 14, perAccountPerQuarter: 10 },
      loadBudget: { unit: 'seconds', perPerson: 900 },
      sampling: { share: 1 },
    });
    expect(parseProgrammeRules({ level: 'relationship', waves: {} })).toMatchObject({
      waves: {
        everyMonths: 3,
        perAccount: 3,
        leastProbability: 0.1,
        goal: { coverage: 0.8, by: 'revenue', decidingPerAccount: 1, freshMonths: 12 },
      },
    });
  });

  it('come out as they go in when they are read again', () => {
    const rules = parseProgrammeRules(encounter);
    expect(parseProgrammeRules(JSON.parse(JSON.stringify(rules)))).toEqual(rules);
  });

  it.each<[string, unknown, RegExp]>([
    ['no object', 7, /the rules/],
    ['an unknown level', { level: 'both' }, /"level"/],
    ['no trigger', { level: 'encounter' }, /"trigger"/],
    ['waves for encounters', { ...encounter, waves: {} }, /"waves" is not known/],
    ['a slip of the pen', { ...encounter, expiryDay: 3 }, /"expiryDay" is not known; did you mean "expiryDays"\?/],
    ['a slip inside', { ...encounter, reminders: { counts: 2 } }, /"reminders.counts" is not known/],
    ['a share of 2', { ...encounter, sampling: { share: 2 } }, /"sampling.share"/],
    ['an hour that is none', { ...encounter, quietHours: { from: '25:00' } }, /"quietHours.from" needs a time/],
    [
      'a day that is none',
      { ...encounter, quietHours: { holidays: ['2026-02-30'] } },
      /"quietHours.holidays.0" needs a date/,
    ],
    ['four reminders', { ...encounter, reminders: { count: 4 } }, /"reminders.count"/],
    [
      'a reminder after the end',
      { ...encounter, expiryDays: 7 },
      /reminder after 7 days, but the invitation ends after 7/,
    ],
    ['days that fall', { ...encounter, reminders: { afterDays: [7, 3] } }, /days that rise/],
    ['too few days', { ...encounter, reminders: { afterDays: [3] } }, /needs 2 days/],
    ['quiet all day', { ...encounter, quietHours: { from: '08:00', until: '09:00' } }, /needs to end before it begins/],
    ['a window at night', { ...encounter, sendWindow: { from: '21:00', until: '22:00' } }, /leaves no time of any day/],
    ['a variant at night', { ...encounter, variants: [{ name: 'a', sendFrom: '21:00' }] }, /"variants.0.sendFrom"/],
    ['two variants of a name', { ...encounter, variants: [{ name: 'a' }, { name: 'a' }] }, /a name of its own/],
    [
      'a channel twice',
      { ...encounter, channels: [{ channel: 'email' }, { channel: 'email' }] },
      /names a channel twice/,
    ],
    [
      'a first channel that waits',
      { ...encounter, channels: [{ channel: 'sms', afterHours: 3 }] },
      /"channels.0.afterHours"/,
    ],
    [
      'hours that fall',
      {
        ...encounter,
        channels: [{ channel: 'email' }, { channel: 'sms', afterHours: 72 }, { channel: 'phone', afterHours: 24 }],
      },
      /do not fall/,
    ],
    ['shares of nothing', { ...encounter, sampling: { shares: { a: 1 } } }, /needs both "by" and "shares"/],
    ['a quota of no dimension', { ...encounter, quotas: [{ period: 'day', most: 1, only: 'a' }] }, /"quotas.0.only"/],
    [
      'a test of nothing',
      { level: 'relationship', waves: { conditions: { field: 'account.x', is: 'equal' } } },
      /conditions.value" needs one value/,
    ],
    [
      'a list for one',
      { level: 'relationship', waves: { conditions: { field: 'account.x', is: 'one-of', value: 3 } } },
      /needs a list/,
    ],
    [
      'a field of nobody',
      { level: 'relationship', waves: { conditions: { field: 'weather.x', is: 'known' } } },
      /conditions.field"/,
    ],
  ])('refuse %s', (_, given, message) => {
    expect(refusal(given)).toMatch(message);
  });
});
