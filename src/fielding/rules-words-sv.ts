import type { RulesWords } from './rules-words.ts';

const plural = (count: string, one: string, many: string) => `${count} ${count === '1' ? one : many}`;
const hours = (count: string) => plural(count, 'timme', 'timmar');
const days = (count: string) => plural(count, 'dag', 'dagar');
const period = { day: 'dag', week: 'vecka', month: 'månad', quarter: 'kvartal', year: 'år' } as const;

export const swedishRules: RulesWords = {
  and: ' och ',
  or: ' eller ',
  weekdays: ['mån', 'tis', 'ons', 'tors', 'fre', 'lör', 'sön'],
  role: {
    'contact-person': 'kontaktperson',
    payer: 'betalare',
    'end-user': 'användare',
    'decision-maker': 'beslutsfattare',
  },
  channel: {
    email: 'e-post',
    sms: 'sms',
    link: 'länk',
    qr: 'QR-kod',
    widget: 'inbäddad enkät',
    kiosk: 'kiosk',
    phone: 'telefon',
    api: 'gränssnitt',
  },
  basis: {
    consent: 'samtycke',
    'soft-opt-in': 'kundrelation med rätt att säga nej',
    contract: 'avtal',
    'legitimate-interest': 'berättigat intresse',
  },
  dimension: { segment: 'segment', role: 'roll', touchpoint: 'kontaktpunkt' },
  field: {
    'encounter.touchpoint': 'kontaktpunkt',
    'encounter.event': 'händelsetyp',
    'account.segment': 'segment',
    'account.revenue': 'intäkter',
    'contact.role': 'roll',
    'contact.language': 'språk',
  },
  test: {
    equal: (field, value) => `${field} är ${value}`,
    'not-equal': (field, value) => `${field} inte är ${value}`,
    'one-of': (field, value) => `${field} är något av: ${value}`,
    'at-least': (field, value) => `${field} är minst ${value}`,
    'at-most': (field, value) => `${field} är högst ${value}`,
    contains: (field, value) => `${field} innehåller ”${value}”`,
    known: (field) => `${field} är känt`,
  },
  not: (condition) => `inte (${condition})`,
  clock: (time) => time.replace(/^0/, '').replace(':', '.'),
  between: (from, until) => `kl. ${from}–${until}`,
  headline: ({ touchpoints, delay, isClosed, hours: sent, pauseDays, channel }) =>
    [
      `${touchpoints}: frågan ställs ${delay === undefined ? 'genast' : hours(delay)} efter ${isClosed ? 'avslutat kundmöte' : 'kundmötet'}`,
      `${sent} där mottagaren är`,
      ...(pauseDays === undefined ? [] : [`högst en gång på ${days(pauseDays)}`]),
      `via ${channel}.`,
    ].join(', '),
  relationshipHeadline: ({ months, hours: sent, channel }) =>
    `Hela kundrelationen: en mätvåg ${months === '1' ? 'varje månad' : `med ${months} månaders mellanrum`}, ${sent} där mottagaren är, via ${channel}.`,
  about: (touchpoints, isClosed) =>
    `Gäller: ${touchpoints}, ${isClosed ? 'när kundmötet är avslutat' : 'även medan kundmötet pågår'}.`,
  eventTypes: (types) => `Endast händelser av typen ${types}.`,
  onlyIf: (condition) => `Endast om ${condition}.`,
  waves: ({ months, coverage, by, freshMonths, deciding, perAccount }) =>
    `En mätvåg ${months === '1' ? 'varje månad' : `med ${months} månaders mellanrum`}. Mål: ${coverage} av ${by === 'revenue' ? 'intäkterna' : 'kunderna'} hörda genom en betalare eller beslutsfattare inom ${plural(freshMonths, 'månad', 'månader')}. Per kund och våg tillfrågas minst ${deciding} av dem och högst ${plural(perAccount, 'person', 'personer')}.`,
  roles: (roles) =>
    roles === undefined
      ? 'Alla tillfrågas, oavsett roll.'
      : `Dessa roller tillfrågas, den första gäller först: ${roles}.`,
  segments: (segments) => `Endast segmenten ${segments}.`,
  sampling: (share) =>
    share === undefined
      ? 'Alla som uppfyller villkoren tillfrågas.'
      : `Av dem som uppfyller villkoren lottas ${share} ut och tillfrågas.`,
  exceptions: (by, shares) => `Andra andelar efter ${by}: ${shares}.`,
  noQuota: 'Ingen kvot begränsar hur många som tillfrågas.',
  quota: ({ most, period: of, each, only }) =>
    `Högst ${plural(most, 'inbjudan', 'inbjudningar')} per ${period[of]}${only !== undefined ? ` (${swedishRules.dimension[each ?? 'segment']}: ${only})` : each ? ` för varje ${swedishRules.dimension[each]}` : ''}.`,
  delay: (given) =>
    `${given.hours === undefined ? 'Frågan ställs genast efter kundmötet' : `Frågan ställs tidigast ${hours(given.hours)} efter kundmötet`}; det som inte kan skickas inom ${days(given.days)} skickas inte alls.`,
  sent: (on, between) =>
    `Skickas ${[on ?? 'vilken dag som helst', ...(between === undefined ? [] : [between])].join(' ')}, enligt klockan där mottagaren är.`,
  quiet: (from, until) => `Aldrig kl. ${from}–${until}.`,
  rest: (on, until) => `På vilodagar (${on}) inte före kl. ${until}.`,
  holidays: (count) => (count === 1 ? '1 helgdag' : `${count} helgdagar`),
  first: (channel, bases) => `Via ${channel}${bases === undefined ? '' : ` (grund: ${bases})`}.`,
  afterwards: (given) =>
    `Efter ${hours(given.hours)} utan svar går påminnelserna via ${given.channel}${given.bases === undefined ? '' : ` (grund: ${given.bases})`}.`,
  language: (order, fallback) =>
    `Språk: ${[...order.map((one) => (one === 'contact' ? 'personens' : 'kundens')), fallback, 'enkätens första'].join(', annars ')}.`,
  reminders: (count, on) =>
    count === 0
      ? 'Ingen påminnelse skickas.'
      : `Högst ${plural(String(count), 'påminnelse', 'påminnelser')}, ${on} dagar efter inbjudan. Svar, avböjande, retur eller klagomål stoppar dem.`,
  expiry: (count) => `Svar tas emot i ${days(count)}.`,
  pause: (given) =>
    [
      given.days === undefined
        ? 'En person kan tillfrågas igen genast.'
        : `En person tillfrågas högst en gång på ${days(given.days)}.`,
      ...(given.metricDays === undefined ? [] : [`Om samma mått högst en gång på ${days(given.metricDays)}.`]),
      given.perAccount === undefined
        ? 'Ingen gräns per kund.'
        : `Hos en kund högst ${plural(given.perAccount, 'person', 'personer')} per kvartal.`,
    ].join(' '),
  load: (person, account) =>
    `Vad svarandet får kosta per år: en person ${person}${account === undefined ? '' : `, en kund ${account}`}.`,
  minutes: (count) => plural(count, 'minut', 'minuter'),
  questions: (count) => plural(count, 'fråga', 'frågor'),
  variants: (count, variants) => `${count} varianter lottas och bedöms efter giltiga svar: ${variants}.`,
  variantFrom: (time) => `från kl. ${time}`,
  draw: 'De tillfrågade kan delta i en utlottning som hålls åtskild från svaren.',
};
