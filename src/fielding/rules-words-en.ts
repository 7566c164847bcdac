import type { RulesWords } from './rules-words.ts';

const plural = (count: string, one: string) => `${count} ${one}${count === '1' ? '' : 's'}`;

export const englishRules: RulesWords = {
  and: ' and ',
  or: ' or ',
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  role: {
    'contact-person': 'contact person',
    payer: 'payer',
    'end-user': 'user',
    'decision-maker': 'decision maker',
  },
  channel: {
    email: 'e-mail',
    sms: 'SMS',
    link: 'a link',
    qr: 'a QR code',
    widget: 'the widget',
    kiosk: 'the kiosk',
    phone: 'phone',
    api: 'the interface',
  },
  basis: {
    consent: 'consent',
    'soft-opt-in': 'customer relationship with a right to object',
    contract: 'contract',
    'legitimate-interest': 'legitimate interest',
  },
  dimension: { segment: 'segment', role: 'role', touchpoint: 'touchpoint' },
  field: {
    'encounter.touchpoint': 'touchpoint',
    'encounter.event': 'type of event',
    'account.segment': 'segment',
    'account.revenue': 'revenue',
    'contact.role': 'role',
    'contact.language': 'language',
  },
  test: {
    equal: (field, value) => `${field} is ${value}`,
    'not-equal': (field, value) => `${field} is not ${value}`,
    'one-of': (field, value) => `${field} is one of: ${value}`,
    'at-least': (field, value) => `${field} is at least ${value}`,
    'at-most': (field, value) => `${field} is at most ${value}`,
    contains: (field, value) => `${field} contains “${value}”`,
    known: (field) => `${field} is known`,
  },
  not: (condition) => `not (${condition})`,
  clock: (time) => time.replace(/^0/, ''),
  between: (from, until) => `${from}–${until}`,
  headline: ({ touchpoints, delay, isClosed, hours, pauseDays, channel }) =>
    [
      `${touchpoints}: asked ${delay === undefined ? 'at once' : plural(delay, 'hour')} after ${isClosed ? 'it is closed' : 'it happens'}`,
      `${hours} where the person is`,
      ...(pauseDays === undefined ? [] : [`at most once in ${plural(pauseDays, 'day')}`]),
      `by ${channel}.`,
    ].join(', '),
  relationshipHeadline: ({ months, hours, channel }) =>
    `The whole relationship: a wave every ${months === '1' ? 'month' : `${months} months`}, ${hours} where the person is, by ${channel}.`,
  about: (touchpoints, isClosed) =>
    `Asks about: ${touchpoints}, ${isClosed ? 'once the encounter is closed' : 'also while the encounter is open'}.`,
  eventTypes: (types) => `Only events of the type ${types}.`,
  onlyIf: (condition) => `Only if ${condition}.`,
  waves: ({ months, coverage, by, freshMonths, deciding, perAccount }) =>
    `A wave every ${months === '1' ? 'month' : `${months} months`}. Goal: ${coverage} of ${by === 'revenue' ? 'the revenue' : 'the accounts'} heard through a payer or decision maker within ${plural(freshMonths, 'month')}. Of each account at least ${deciding} of them and at most ${plural(perAccount, 'person')} a wave are asked.`,
  roles: (roles) =>
    roles === undefined ? 'Asks everybody, whatever the role.' : `Asks these roles, the first counts first: ${roles}.`,
  segments: (segments) => `Only the segments ${segments}.`,
  sampling: (share) =>
    share === undefined
      ? 'Everybody who qualifies is asked.'
      : `Of those who qualify ${share} are asked, drawn by lot.`,
  exceptions: (by, shares) => `Other shares by ${by}: ${shares}.`,
  noQuota: 'No quota limits how many are asked.',
  quota: ({ most, period, each, only }) =>
    `At most ${plural(most, 'invitation')} a ${period}${only !== undefined ? ` for the ${each} ${only}` : each ? ` for each ${each}` : ''}.`,
  delay: ({ hours, days }) =>
    `${hours === undefined ? 'Asked at once after the encounter' : `Asked ${plural(hours, 'hour')} after the encounter at the earliest`}; what cannot be sent within ${plural(days, 'day')} is not sent at all.`,
  sent: (days, hours) =>
    `Sent ${[days ?? 'on any day', ...(hours === undefined ? [] : [hours])].join(' ')}, by the clock where the person is.`,
  quiet: (from, until) => `Never between ${from} and ${until}.`,
  rest: (days, until) => `On days of rest (${days}) not before ${until}.`,
  holidays: (count) => `${count} ${count === 1 ? 'public holiday' : 'public holidays'}`,
  first: (channel, bases) => `By ${channel}${bases === undefined ? '' : ` (basis: ${bases})`}.`,
  afterwards: ({ hours, channel, bases }) =>
    `After ${plural(hours, 'hour')} without an answer reminders go by ${channel}${bases === undefined ? '' : ` (basis: ${bases})`}.`,
  language: (order, fallback) =>
    `Language: ${[...order.map((one) => (one === 'contact' ? 'that of the person' : 'that of the account')), fallback, 'the first of the survey'].join(', else ')}.`,
  reminders: (count, days) =>
    count === 0
      ? 'No reminder is sent.'
      : `At most ${plural(String(count), 'reminder')}, ${days} days after the invitation. An answer, an opt-out, a bounce or a complaint stops them.`,
  expiry: (days) => `Answers are taken for ${plural(days, 'day')}.`,
  pause: ({ days, metricDays, perAccount }) =>
    [
      ...(days === undefined ? ['A person may be asked again at once.'] : []),
      ...(days === undefined ? [] : [`A person is asked at most once in ${plural(days, 'day')}.`]),
      ...(metricDays === undefined ? [] : [`For the same metric at most once in ${plural(metricDays, 'day')}.`]),
      perAccount === undefined
        ? 'No limit for an account.'
        : `Of one account at most ${plural(perAccount, 'person')} a quarter.`,
    ].join(' '),
  load: (person, account) =>
    `What answering may cost a year: a person ${person}${account === undefined ? '' : `, an account ${account}`}.`,
  minutes: (minutes) => plural(minutes, 'minute'),
  questions: (questions) => plural(questions, 'question'),
  variants: (count, variants) => `${count} variants drawn by lot and judged by valid answers: ${variants}.`,
  variantFrom: (time) => `from ${time}`,
  draw: 'Those who were asked may enter a draw, kept apart from their answers.',
};
