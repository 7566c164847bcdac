import type { RulesWords } from './rules-words.ts';

const period = {
  day: 'päivässä',
  week: 'viikossa',
  month: 'kuukaudessa',
  quarter: 'neljännesvuodessa',
  year: 'vuodessa',
} as const;
const each = { segment: 'kussakin segmentissä', role: 'kussakin roolissa', touchpoint: 'kussakin kohtaamispisteessä' };

export const finnishRules: RulesWords = {
  and: ' ja ',
  or: ' tai ',
  weekdays: ['ma', 'ti', 'ke', 'to', 'pe', 'la', 'su'],
  role: { 'contact-person': 'yhteyshenkilö', payer: 'maksaja', 'end-user': 'käyttäjä', 'decision-maker': 'päättäjä' },
  channel: {
    email: 'sähköposti',
    sms: 'tekstiviesti',
    link: 'linkki',
    qr: 'QR-koodi',
    widget: 'upotettu kysely',
    kiosk: 'kioski',
    phone: 'puhelin',
    api: 'rajapinta',
  },
  basis: {
    consent: 'suostumus',
    'soft-opt-in': 'asiakassuhde ja kielto-oikeus',
    contract: 'sopimus',
    'legitimate-interest': 'oikeutettu etu',
  },
  dimension: { segment: 'segmentti', role: 'rooli', touchpoint: 'kohtaamispiste' },
  field: {
    'encounter.touchpoint': 'kohtaamispiste',
    'encounter.event': 'tapahtuman tyyppi',
    'account.segment': 'segmentti',
    'account.revenue': 'liikevaihto',
    'contact.role': 'rooli',
    'contact.language': 'kieli',
  },
  test: {
    equal: (field, value) => `${field} on ${value}`,
    'not-equal': (field, value) => `${field} ei ole ${value}`,
    'one-of': (field, value) => `${field} on jokin näistä: ${value}`,
    'at-least': (field, value) => `${field} on vähintään ${value}`,
    'at-most': (field, value) => `${field} on enintään ${value}`,
    contains: (field, value) => `${field} sisältää tekstin ”${value}”`,
    known: (field) => `${field} on tiedossa`,
  },
  not: (condition) => `ei päde (${condition})`,
  clock: (time) => time.replace(/^0/, '').replace(':', '.'),
  between: (from, until) => `klo ${from}–${until}`,
  headline: ({ touchpoints, delay, isClosed, hours, pauseDays, channel }) =>
    [
      `${touchpoints}: kysytään ${delay === undefined ? 'heti' : `${delay} tunnin kuluttua`} ${isClosed ? 'asioinnin päätyttyä' : 'kohtaamisesta'}`,
      `${hours} vastaajan paikallista aikaa`,
      ...(pauseDays === undefined ? [] : [`enintään kerran ${pauseDays} päivässä`]),
      `kanavana ${channel}.`,
    ].join(', '),
  relationshipHeadline: ({ months, hours, channel }) =>
    `Koko asiakassuhde: mittausaalto ${months === '1' ? 'kuukausittain' : `${months} kuukauden välein`}, ${hours} vastaajan paikallista aikaa, kanavana ${channel}.`,
  about: (touchpoints, isClosed) =>
    `Aiheena: ${touchpoints}, ${isClosed ? 'kun kohtaaminen on päättynyt' : 'myös kohtaamisen ollessa kesken'}.`,
  eventTypes: (types) => `Vain tapahtumat, joiden tyyppi on ${types}.`,
  onlyIf: (condition) => `Vain jos ${condition}.`,
  waves: ({ months, coverage, by, freshMonths, deciding, perAccount }) =>
    `Mittausaalto ${months === '1' ? 'kuukausittain' : `${months} kuukauden välein`}. Tavoite: ${coverage} ${by === 'revenue' ? 'liikevaihdosta' : 'asiakkuuksista'} kuultu maksajan tai päättäjän kautta viimeisten ${freshMonths} kuukauden aikana. Aallossa kysytään asiakkuutta kohti vähintään ${deciding} heistä ja enintään ${perAccount} henkilöltä.`,
  roles: (roles) =>
    roles === undefined
      ? 'Kysytään kaikilta roolista riippumatta.'
      : `Kysytään näissä rooleissa, ensin mainittu ratkaisee: ${roles}.`,
  segments: (segments) => `Vain segmentit ${segments}.`,
  sampling: (share) =>
    share === undefined
      ? 'Kysytään kaikilta, jotka täyttävät ehdot.'
      : `Ehdot täyttävistä arvotaan ${share}, ja heiltä kysytään.`,
  exceptions: (by, shares) => `Poikkeavat osuudet (${by}): ${shares}.`,
  noQuota: 'Kysyttävien määrää ei rajaa mikään kiintiö.',
  quota: ({ most, period: of, each: by, only }) =>
    `Enintään ${most} ${most === '1' ? 'kutsu' : 'kutsua'} ${period[of]}${only !== undefined ? ` (${finnishRules.dimension[by ?? 'segment']}: ${only})` : by ? ` ${each[by]}` : ''}.`,
  delay: ({ hours, days }) =>
    `${hours === undefined ? 'Kysytään heti kohtaamisen jälkeen' : `Kysytään aikaisintaan ${hours} tunnin kuluttua kohtaamisesta`}; jos viestiä ei voi lähettää ${days} päivän kuluessa, sitä ei lähetetä lainkaan.`,
  sent: (days, hours) =>
    `Lähetetään ${[days ?? 'minä päivänä tahansa', ...(hours === undefined ? [] : [hours])].join(' ')} vastaajan paikallista aikaa.`,
  quiet: (from, until) => `Ei koskaan klo ${from}–${until}.`,
  rest: (days, until) => `Lepopäivinä (${days}) ei ennen klo ${until}.`,
  holidays: (count) => (count === 1 ? '1 pyhäpäivä' : `${count} pyhäpäivää`),
  first: (channel, bases) => `Kanavana ${channel}${bases === undefined ? '' : ` (peruste: ${bases})`}.`,
  afterwards: ({ hours, channel, bases }) =>
    `Jos vastausta ei ole tullut ${hours} tunnin kuluessa, muistutusten kanavana on ${channel}${bases === undefined ? '' : ` (peruste: ${bases})`}.`,
  language: (order, fallback) =>
    `Kieli: ${[...order.map((one) => (one === 'contact' ? 'henkilön' : 'asiakkuuden')), fallback, 'kyselyn ensimmäinen'].join(', muuten ')}.`,
  reminders: (count, days) =>
    count === 0
      ? 'Muistutuksia ei lähetetä.'
      : `Enintään ${count} ${count === 1 ? 'muistutus' : 'muistutusta'}, ${days} päivän kuluttua kutsusta. Vastaus, kielto, palautunut viesti tai valitus lopettaa ne.`,
  expiry: (days) => `Vastauksia otetaan vastaan ${days} päivän ajan.`,
  pause: ({ days, metricDays, perAccount }) =>
    [
      days === undefined
        ? 'Henkilöltä voidaan kysyä heti uudelleen.'
        : `Henkilöltä kysytään enintään kerran ${days} päivässä.`,
      ...(metricDays === undefined ? [] : [`Samaa mittaria kysytään enintään kerran ${metricDays} päivässä.`]),
      perAccount === undefined
        ? 'Asiakkuutta kohti ei ole rajaa.'
        : `Yhdestä asiakkuudesta enintään ${perAccount} henkilöltä neljännesvuodessa.`,
    ].join(' '),
  load: (person, account) =>
    `Vastaaminen saa vuodessa viedä henkilöltä ${person}${account === undefined ? '' : `, asiakkuudelta ${account}`}.`,
  minutes: (minutes) => (minutes === '1' ? 'minuutin' : `${minutes} minuuttia`),
  questions: (questions) => (questions === '1' ? 'yhden kysymyksen' : `${questions} kysymystä`),
  variants: (count, variants) =>
    `Arvottavia versioita on ${count}, ja niitä verrataan kelvollisten vastausten perusteella: ${variants}.`,
  variantFrom: (time) => `klo ${time} alkaen`,
  draw: 'Kysytyt voivat osallistua arvontaan, joka pidetään erillään vastauksista.',
};
