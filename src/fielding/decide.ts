import type { Allowed, Decision, DecisionInput } from './decision.ts';
import { languageFor } from './language-choice.ts';
import { refusalReasons } from './refusal.ts';
import { ruleChecks } from './rule-checks.ts';
import { type Situation, situationOf } from './situation.ts';

const dayMilliseconds = 86_400_000;

/**
 * May this person be asked about this encounter, or in this wave, and when and how? Allowed with channel, time and the
 * probability of being asked, or refused with the first rule that says no (docs/guides/programme-rules.md lists them in
 * order) and until when. The same input always gives the same decision, in whatever order the history is given. Refuses
 * an encounter for rules of waves and the other way round (`CND_ARGUMENT`): the levels are never pooled.
 */
export function decide(input: DecisionInput): Decision {
  const situation = situationOf(input);
  for (const reason of refusalReasons) {
    const detail = ruleChecks[reason](situation);
    if (detail) return { kind: 'refused', reason, detail };
  }
  return allowed(situation);
}

function allowed(situation: Situation): Allowed {
  const { send, channel, rules, contact, account, survey, about, variant, role } = situation;
  if (send.kind !== 'at' || !channel || !('channel' in channel)) throw new Error('a rule let a person pass unasked');
  const expiresAt = send.at + rules.expiryDays * dayMilliseconds;
  return {
    kind: 'allowed',
    channel: channel.channel,
    sendAt: send.at,
    expiresAt: about.kind === 'wave-member' ? Math.min(expiresAt, about.closesAt) : expiresAt,
    probability: situation.share * (about.kind === 'wave-member' ? about.probability : 1),
    ...(variant && { variant: variant.name }),
    language: languageFor(rules.language, survey, { contact, account }),
    timeZone: situation.zone,
    ...(role && { role }),
    quotaCells: situation.cells,
  };
}
