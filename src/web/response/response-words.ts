import type { Language } from '../../present/index.ts';

type Kind = 'even' | 'uneven' | 'open';

export interface ResponseWords {
  title: string;
  line: (heard: string, asked: string, rate: string) => string;
  open: (count: string) => string;
  late: Readonly<Record<'alike' | 'differ' | 'open', (days: string, difference: string, range: string) => string>>;
  noLate: string;
  untold: string;
  cut: Readonly<Record<'role' | 'channel' | 'segment', Readonly<Record<Kind, (groups: string) => string>>>>;
  less: (group: string, rate: string) => string;
  balanced: (plain: string, balanced: string, range: string) => string;
  whole: string;
  table: string;
  head: Readonly<Record<'group' | 'asked' | 'heard' | 'rate', string>>;
  cutName: Readonly<Record<'role' | 'channel' | 'segment', string>>;
  notKnown: string;
  hidden: string;
  methods: string;
}

const en: ResponseWords = {
  title: 'Who was heard',
  line: (heard, asked, rate) => `${heard} of ${asked} invited people answered: ${rate} (AAPOR RR1).`,
  open: (count) => `${count} of them can still answer.`,
  late: {
    alike: (days, _, range) => `Those who answered after more than ${days} days answer like the others (${range}).`,
    differ: (days, difference, range) =>
      `Those who answered after more than ${days} days answer otherwise: ${difference} (${range}). Those who never answered may differ as much.`,
    open: (days, _, range) =>
      `Whether those who answered after more than ${days} days answer otherwise cannot be told (${range}).`,
  },
  untold: 'Whether those who did not answer think as the others do cannot be told.',
  noLate: 'Too few answers came late to compare them with early ones.',
  cut: {
    role: {
      even: () => 'All roles answer about as often.',
      uneven: (groups) => `Roles do not answer alike: ${groups} less often than the others.`,
      open: () => 'Whether all roles answer as often cannot be told.',
    },
    channel: {
      even: () => 'All channels bring answers about as often.',
      uneven: (groups) => `Channels differ: ${groups} less often than the others.`,
      open: () => 'Whether all channels bring answers as often cannot be told.',
    },
    segment: {
      even: () => 'All segments answer about as often.',
      uneven: (groups) => `Segments do not answer alike: ${groups} less often than the others.`,
      open: () => 'Whether all segments answer as often cannot be told.',
    },
  },
  less: (group, rate) => `${group} (${rate})`,
  balanced: (plain, balanced, range) =>
    `The score of those invited is ${plain}; had every role and segment answered as often, it would be ${balanced} (${range}).`,
  whole: 'Of all invitations sent in the window: who did not answer cannot be filtered by what he would have said.',
  table: 'Show by role, channel and segment',
  head: { group: 'Group', asked: 'Invited', heard: 'Answered', rate: 'Response rate' },
  cutName: { role: 'Role', channel: 'Channel', segment: 'Segment' },
  notKnown: 'not known',
  hidden: 'Groups that are too small to be shown are left out.',
  methods: 'How response rates are reckoned',
};

const fi: ResponseWords = {
  title: 'Ketä on kuultu',
  line: (heard, asked, rate) => `${asked} kutsutusta ${heard} vastasi: ${rate} (AAPOR RR1).`,
  open: (count) => `Heistä ${count} voi vielä vastata.`,
  late: {
    alike: (days, _, range) => `Yli ${days} päivän kuluttua vastanneet vastaavat kuten muut (${range}).`,
    differ: (days, difference, range) =>
      `Yli ${days} päivän kuluttua vastanneet vastaavat toisin: ${difference} (${range}). Vastaamatta jättäneet voivat erota yhtä paljon.`,
    open: (days, _, range) => `Ei voi sanoa, vastaavatko yli ${days} päivän kuluttua vastanneet toisin (${range}).`,
  },
  untold: 'Ei voi sanoa, ajattelevatko vastaamatta jättäneet kuten muut.',
  noLate: 'Myöhään tulleita vastauksia on liian vähän vertailuun varhaisten kanssa.',
  cut: {
    role: {
      even: () => 'Kaikki roolit vastaavat suunnilleen yhtä usein.',
      uneven: (groups) => `Roolit eivät vastaa yhtä usein: ${groups} muita harvemmin.`,
      open: () => 'Ei voi sanoa, vastaavatko kaikki roolit yhtä usein.',
    },
    channel: {
      even: () => 'Kaikki kanavat tuovat vastauksia suunnilleen yhtä usein.',
      uneven: (groups) => `Kanavat eroavat: ${groups} muita harvemmin.`,
      open: () => 'Ei voi sanoa, tuovatko kaikki kanavat vastauksia yhtä usein.',
    },
    segment: {
      even: () => 'Kaikki segmentit vastaavat suunnilleen yhtä usein.',
      uneven: (groups) => `Segmentit eivät vastaa yhtä usein: ${groups} muita harvemmin.`,
      open: () => 'Ei voi sanoa, vastaavatko kaikki segmentit yhtä usein.',
    },
  },
  less: (group, rate) => `${group} (${rate})`,
  balanced: (plain, balanced, range) =>
    `Kutsuttujen tulos on ${plain}; jos jokainen rooli ja segmentti olisi vastannut yhtä usein, se olisi ${balanced} (${range}).`,
  whole:
    'Kaikista ajanjaksolla lähetetyistä kutsuista: vastaamatta jättäneitä ei voi suodattaa sillä, mitä he olisivat sanoneet.',
  table: 'Näytä roolin, kanavan ja segmentin mukaan',
  head: { group: 'Ryhmä', asked: 'Kutsuttu', heard: 'Vastannut', rate: 'Vastausprosentti' },
  cutName: { role: 'Rooli', channel: 'Kanava', segment: 'Segmentti' },
  notKnown: 'ei tiedossa',
  hidden: 'Liian pienet ryhmät on jätetty pois.',
  methods: 'Miten vastausprosentit lasketaan',
};

const sv: ResponseWords = {
  title: 'Vilka som har hörts',
  line: (heard, asked, rate) => `${heard} av ${asked} inbjudna svarade: ${rate} (AAPOR RR1).`,
  open: (count) => `${count} av dem kan ännu svara.`,
  late: {
    alike: (days, _, range) => `De som svarade efter mer än ${days} dagar svarar som de andra (${range}).`,
    differ: (days, difference, range) =>
      `De som svarade efter mer än ${days} dagar svarar annorlunda: ${difference} (${range}). De som aldrig svarade kan skilja sig lika mycket.`,
    open: (days, _, range) =>
      `Det går inte att säga om de som svarade efter mer än ${days} dagar svarar annorlunda (${range}).`,
  },
  untold: 'Det går inte att säga om de som inte svarade tänker som de andra.',
  noLate: 'För få svar kom sent för att jämföras med de tidiga.',
  cut: {
    role: {
      even: () => 'Alla roller svarar ungefär lika ofta.',
      uneven: (groups) => `Rollerna svarar inte lika ofta: ${groups} mer sällan än de andra.`,
      open: () => 'Det går inte att säga om alla roller svarar lika ofta.',
    },
    channel: {
      even: () => 'Alla kanaler ger svar ungefär lika ofta.',
      uneven: (groups) => `Kanalerna skiljer sig: ${groups} mer sällan än de andra.`,
      open: () => 'Det går inte att säga om alla kanaler ger svar lika ofta.',
    },
    segment: {
      even: () => 'Alla segment svarar ungefär lika ofta.',
      uneven: (groups) => `Segmenten svarar inte lika ofta: ${groups} mer sällan än de andra.`,
      open: () => 'Det går inte att säga om alla segment svarar lika ofta.',
    },
  },
  less: (group, rate) => `${group} (${rate})`,
  balanced: (plain, balanced, range) =>
    `De inbjudnas resultat är ${plain}; hade varje roll och segment svarat lika ofta skulle det vara ${balanced} (${range}).`,
  whole:
    'Av alla inbjudningar som skickats under perioden: den som inte svarade kan inte filtreras efter vad han skulle ha sagt.',
  table: 'Visa per roll, kanal och segment',
  head: { group: 'Grupp', asked: 'Inbjudna', heard: 'Svarat', rate: 'Svarsfrekvens' },
  cutName: { role: 'Roll', channel: 'Kanal', segment: 'Segment' },
  notKnown: 'okänt',
  hidden: 'Grupper som är för små för att visas är utelämnade.',
  methods: 'Hur svarsfrekvenser räknas',
};

export const responseWords: Readonly<Record<Language, ResponseWords>> = { en, fi, sv };
