import type { ChannelRefusal } from './channel-choice.ts';
import { conditionHolds, type FactReader, failedField } from './condition.ts';
import {
  askedLately,
  askedLatelyForMetric,
  earlierAnswer,
  loadSpent,
  openInvitation,
  personsAskedInQuarter,
} from './contact-rule.ts';
import type { RefusalDetail, RefusalReason } from './refusal.ts';
import type { Situation } from './situation.ts';

type Check = (situation: Situation) => RefusalDetail | undefined;

const no: RefusalDetail = {};

/** One look per reason: what it found where the rule says no, undefined where it lets pass. */
export const ruleChecks: Readonly<Record<RefusalReason, Check>> = {
  'programme-not-running': ({ programme: { state } }) => (state === 'running' ? undefined : { met: state }),
  'survey-not-published': ({ survey }) => (survey.isPublished ? undefined : no),
  'unknown-touchpoint': touchpoint,
  'encounter-open': ({ rules, about }) =>
    rules.level === 'encounter' &&
    rules.trigger.when === 'closed' &&
    about.kind === 'encounter' &&
    about.state === 'open'
      ? no
      : undefined,
  'encounter-withdrawn': ({ about }) => (about.kind === 'encounter' && about.state === 'withdrawn' ? no : undefined),
  'encounter-too-old': ({ about, now, latest }) =>
    about.kind === 'encounter' && now > latest ? { until: latest } : undefined,
  'no-contact': ({ contact }) => (contact ? undefined : no),
  erased: ({ contact }) => (contact?.isErased ? no : undefined),
  'opted-out': ({ contact }) => (contact?.hasOptedOut ? no : undefined),
  suppressed: (situation) => channelRefusal(situation, 'suppressed'),
  'no-basis': (situation) => channelRefusal(situation, 'no-basis'),
  'no-address': (situation) => channelRefusal(situation, 'no-address'),
  'role-not-asked': ({ rules, role, contact }) =>
    rules.roles && !role ? { met: contact?.roles.join(', ') ?? '' } : undefined,
  'segment-not-asked': ({ rules, account }) =>
    rules.segments && !rules.segments.includes(account?.segment ?? '') ? { met: account?.segment ?? '' } : undefined,
  'condition-not-met': condition,
  'own-agent': ({ contact }) => (contact?.isStaff ? no : undefined),
  'not-sampled': notSampled,
  'quota-full': ({ cells, quotasUsed }) => {
    const full = cells.find(({ key, most }) => used(quotasUsed, key) >= most);
    return full && { met: full.key, count: used(quotasUsed, full.key), most: full.most };
  },
  'asked-lately': ({ rules, history, contact, askedAt }) =>
    askedLately(history, { contactId: contact!.id, at: askedAt, days: rules.contactRules.perPersonDays }),
  'asked-lately-metric': ({ rules, history, contact, askedAt, survey }) =>
    askedLatelyForMetric(history, {
      contactId: contact!.id,
      at: askedAt,
      days: rules.contactRules.perPersonPerMetricDays,
      metrics: survey.metrics,
      level: rules.level,
    }),
  'account-asked-enough': accountAskedEnough,
  'load-budget': loadBudget,
  'open-invitation': ({ history, contact, programme, aboutId, now }) =>
    openInvitation(history, { contactId: contact!.id, programmeId: programme.id, aboutId, at: now }),
  'answered-already': ({ history, contact, programme, aboutId }) => {
    const invitation = earlierAnswer(history, { contactId: contact!.id, programmeId: programme.id, aboutId });
    return invitation === undefined ? undefined : { invitation };
  },
  'outside-window': ({ send }) => {
    if (send.kind === 'at') return undefined;
    return send.until === undefined ? no : { until: send.until };
  },
};

function touchpoint({ rules, about }: Situation): RefusalDetail | undefined {
  if (rules.level !== 'encounter' || about.kind !== 'encounter') return undefined;
  return rules.trigger.touchpoints.includes(about.touchpoint) ? undefined : { met: about.touchpoint };
}

function channelRefusal({ channel }: Situation, reason: ChannelRefusal): RefusalDetail | undefined {
  return channel && 'refused' in channel && channel.refused === reason ? no : undefined;
}

/** The type of event is a condition like any other: the touchpoint is the right one, the event is not. */
function condition(situation: Situation): RefusalDetail | undefined {
  const { rules, about } = situation;
  const read = factsOf(situation);
  if (rules.level === 'encounter' && about.kind === 'encounter') {
    const { eventTypes, conditions } = rules.trigger;
    if (eventTypes && !eventTypes.includes(about.eventType ?? '')) return { met: 'encounter.event' };
    if (!conditions || conditionHolds(conditions, read)) return undefined;
    return metBy(failedField(conditions, read));
  }
  const conditions = rules.level === 'relationship' ? rules.waves.conditions : undefined;
  if (!conditions || conditionHolds(conditions, read)) return undefined;
  return metBy(failedField(conditions, read));
}

const metBy = (field: string | undefined): RefusalDetail => (field === undefined ? no : { met: field });

/** How the fields of a condition read what is known of encounter, account and contact. */
function factsOf({ about, account, contact }: Situation): FactReader {
  const encounter = about.kind === 'encounter' ? about : undefined;
  const own: Readonly<Record<string, ReturnType<FactReader>>> = {
    'encounter.touchpoint': encounter?.touchpoint,
    'encounter.event': encounter?.eventType,
    'account.segment': account?.segment,
    'account.revenue': account?.revenue,
    'contact.role': contact?.roles,
    'contact.language': contact?.language,
  };
  return (field) => {
    if (Object.hasOwn(own, field)) return own[field];
    const [of, name] = [field.slice(0, field.indexOf('.')), field.slice(field.indexOf('.') + 1)];
    const attributes = of === 'encounter' ? encounter?.attributes : of === 'account' ? account?.attributes : undefined;
    return attributes && Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  };
}

function notSampled({ about, isSampled, share }: Situation): RefusalDetail | undefined {
  if (about.kind === 'wave-member' && !about.isChosen) return { most: about.probability };
  return isSampled ? undefined : { most: share };
}

const used = (quotasUsed: Situation['quotasUsed'], key: string) =>
  Object.hasOwn(quotasUsed, key) ? quotasUsed[key]! : 0;

function accountAskedEnough({
  rules,
  history,
  account,
  contact,
  askedAt,
  timeZone,
}: Situation): RefusalDetail | undefined {
  const most = rules.contactRules.perAccountPerQuarter;
  if (!account || most === 'no limit') return undefined;
  const who = { accountId: account.id, contactId: contact!.id, at: askedAt, timeZone };
  const count = personsAskedInQuarter(history, who);
  return count >= most ? { count, most } : undefined;
}

function loadBudget({ rules, history, survey, contact, account, askedAt }: Situation): RefusalDetail | undefined {
  const { unit, perPerson, perAccount } = rules.loadBudget;
  const person = loadSpent(history, { contactId: contact!.id }, { at: askedAt, unit });
  if (person + survey[unit] > perPerson) return { count: person + survey[unit], most: perPerson };
  if (!account || perAccount === undefined) return undefined;
  const all = loadSpent(history, { accountId: account.id }, { at: askedAt, unit });
  return all + survey[unit] > perAccount ? { count: all + survey[unit], most: perAccount } : undefined;
}
