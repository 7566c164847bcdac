import { describe, expect, it } from 'vitest';
import { parseProgrammeRules, programmeTemplates, rulesSummary } from './index.ts';

const support = parseProgrammeRules({
  level: 'encounter',
  trigger: {
    touchpoints: ['support-call', 'chat'],
    conditions: {
      all: [
        { field: 'encounter.minutes', is: 'at-least', value: 3 },
        { not: { field: 'contact.role', is: 'one-of', value: ['payer'] } },
      ],
    },
  },
  delayHours: 2,
  usefulDays: 3,
  roles: ['end-user', 'payer'],
  segments: ['gold'],
  sampling: { share: 0.5, by: 'segment', shares: { gold: 1 } },
  quotas: [{ period: 'month', most: 400, each: 'segment' }],
  sendWindow: { from: '09:00', until: '17:00' },
  quietHours: { holidays: ['2026-12-24', '2026-12-25'] },
  channels: [{ channel: 'email' }, { channel: 'sms', afterHours: 72, bases: ['consent'] }],
  variants: [{ name: 'plain' }, { name: 'evening', weight: 3, sendFrom: '16:00' }],
  hasIncentive: true,
});
const names = { touchpoint: (key: string) => ({ 'support-call': 'Support call', chat: 'Chat' })[key] ?? key };

describe('the summary of the rules', () => {
  it('says the whole in one sentence', () => {
    expect(rulesSummary(support, 'en', names).headline).toBe(
      'Support call and Chat: asked 2 hours after it is closed, Mon–Fri 9:00–17:00 where the person is, at most once in 90 days, by e-mail.',
    );
    expect(rulesSummary(support, 'fi', names).headline).toBe(
      'Support call ja Chat: kysytään 2 tunnin kuluttua asioinnin päätyttyä, ma–pe klo 9.00–17.00 vastaajan paikallista aikaa, enintään kerran 90 päivässä, kanavana sähköposti.',
    );
    expect(rulesSummary(support, 'sv', names).headline).toBe(
      'Support call och Chat: frågan ställs 2 timmar efter avslutat kundmöte, mån–fre kl. 9.00–17.00 där mottagaren är, högst en gång på 90 dagar, via e-post.',
    );
  });

  it('says every rule in a sentence', () => {
    expect(rulesSummary(support, 'en', names).sentences).toEqual({
      trigger:
        'Asks about: Support call and Chat, once the encounter is closed. Only if minutes is at least 3 and not (role is one of: payer).',
      people: 'Asks these roles, the first counts first: user, payer. Only the segments gold.',
      sampling: 'Of those who qualify 50\u00a0% are asked, drawn by lot. Other shares by segment: gold 100\u00a0%.',
      quotas: 'At most 400 invitations a month for each segment.',
      delay: 'Asked 2 hours after the encounter at the earliest; what cannot be sent within 3 days is not sent at all.',
      hours:
        'Sent Mon–Fri 9:00–17:00, by the clock where the person is. Never between 20:00 and 9:00. On days of rest (Sun, 2 public holidays) not before 12:00.',
      channels: 'By e-mail. After 72 hours without an answer reminders go by SMS (basis: consent).',
      language: 'Language: that of the person, else that of the account, else English, else the first of the survey.',
      reminders:
        'At most 2 reminders, 3 and 7 days after the invitation. An answer, an opt-out, a bounce or a complaint stops them.',
      expiry: 'Answers are taken for 14 days.',
      contactRules:
        'A person is asked at most once in 14 days. For the same metric at most once in 90 days. Of one account at most 10 persons a quarter.',
      loadBudget: 'What answering may cost a year: a person 15 minutes.',
      variants:
        '2 variants drawn by lot and judged by valid answers: plain (25\u00a0%), evening (75\u00a0%, from 16:00).',
      incentive: 'Those who were asked may enter a draw, kept apart from their answers.',
    });
  });

  it('tells the hours in which a message truly goes, not the wider of two rules', () => {
    const late = parseProgrammeRules({
      level: 'encounter',
      trigger: { touchpoints: ['a'] },
      sendWindow: { days: ['monday', 'tuesday', 'saturday'], from: '08:00', until: '22:00' },
    });
    expect(rulesSummary(late, 'en').headline).toContain('Mon, Tue, Sat 9:00–20:00');
  });

  it('leaves out a pause that there is not', () => {
    const eager = parseProgrammeRules({
      level: 'encounter',
      trigger: { touchpoints: ['a'], when: 'any' },
      delayHours: 0,
      contactRules: { perPersonDays: 0, perPersonPerMetricDays: 0, perAccountPerQuarter: 'no limit' },
      reminders: { count: 0 },
    });
    const { headline, sentences } = rulesSummary(eager, 'en');
    expect(headline).toBe('a: asked at once after it happens, 9:00–20:00 where the person is, by e-mail.');
    expect(sentences.contactRules).toBe('A person may be asked again at once. No limit for an account.');
    expect(sentences.reminders).toBe('No reminder is sent.');
  });

  const templates = Object.entries(programmeTemplates);
  it.each(
    (['en', 'fi', 'sv'] as const).flatMap((language) => templates.map(([name, make]) => ({ language, name, make }))),
  )('has no hole in $language for the template $name', ({ language, make }) => {
    const { headline, sentences } = rulesSummary(parseProgrammeRules(make(['delivery'])), language);
    for (const text of [headline, ...Object.values(sentences)]) {
      expect(text).not.toMatch(/undefined|NaN|null|\[object| {2}| [,.;]/);
      expect(text).toMatch(/\.$/);
    }
  });
});
