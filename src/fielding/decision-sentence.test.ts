import { describe, expect, it } from 'vitest';
import { decisionSentence, refusalReasons, refusalSentence, stopReasons } from './index.ts';

const en = { language: 'en', timeZone: 'Europe/Helsinki' } as const;
const june = Date.parse('2030-06-10T08:30:00Z');

describe('the sentence of a refusal', () => {
  it('holds the figures that the rule saw', () => {
    expect(refusalSentence('asked-lately', { until: june, invitation: 'x' }, en)).toBe(
      'This person was asked only a short time ago (again from 10 June 2030 at 11:30).',
    );
    expect(refusalSentence('load-budget', { count: 960, most: 900 }, { ...en, loadUnit: 'seconds' })).toContain(
      '(960 of at most 900 seconds)',
    );
    expect(refusalSentence('not-sampled', { most: 0.5 }, en)).toContain('(50\u00a0% are asked)');
    expect(refusalSentence('role-not-asked', { met: 'payer, end-user' }, { ...en, language: 'fi' })).toBe(
      'Mittausohjelma ei kysy tässä roolissa olevilta (maksaja, käyttäjä).',
    );
    expect(refusalSentence('condition-not-met', { met: 'account.segment' }, { ...en, language: 'sv' })).toContain(
      '(segment)',
    );
    expect(refusalSentence('encounter-too-old', { until: june }, en)).toContain('could be asked about until 10 June');
  });

  it('guesses nothing where the rule saw nothing', () => {
    for (const language of ['en', 'fi', 'sv'] as const) {
      for (const reason of refusalReasons) {
        expect(refusalSentence(reason, {}, { ...en, language })).not.toMatch(/[()]|undefined|NaN/);
      }
    }
  });
});

describe('the sentence of a decision', () => {
  const asked = { state: 'sent', channel: 'email', plannedAt: june, sentAt: june } as const;
  it('says who, about what, and what came of it', () => {
    const about = { person: 'Anna', account: 'Acme', touchpoint: 'delivery', occurredAt: june };
    const names = { touchpoint: () => 'Delivery' };
    const refused = {
      ...asked,
      ...about,
      state: 'refused',
      reason: 'quota-full',
      detail: { count: 4, most: 4 },
    } as const;
    expect(decisionSentence(refused, { ...en, names })).toBe(
      'Anna (Acme), Delivery, 10 June 2030 at 11:30: not asked. The quota of the period is full (4 of at most 4).',
    );
    expect(decisionSentence({ ...asked, account: 'Acme' }, en)).toBe(
      'Somebody at Acme: asked on 10 June 2030 at 11:30 by e-mail; no reaction yet.',
    );
    expect(decisionSentence({ ...asked, isUncertain: true }, en)).toContain('uncertain');
  });

  it('has words for every reason to stop', () => {
    for (const language of ['en', 'fi', 'sv'] as const) {
      for (const stopReason of [...stopReasons, 'encounter-reopened', 'not-sent']) {
        const text = decisionSentence({ ...asked, state: 'cancelled', stopReason }, { ...en, language });
        expect(text).toMatch(/: .+: .+\.$/);
      }
    }
  });
});
