import type { Language } from '../../present/index.ts';
import type { View, ViewDimension } from '../../view/index.ts';

/** The sentence that says what a page shows, word by word. */
export interface FilterWords {
  showing: string;
  metric: string;
  level: string;
  levels: { both: string; relationship: string; encounter: string };
  dimension: Readonly<Record<ViewDimension, string>>;
  all: Readonly<Record<ViewDimension, string>>;
  several: Readonly<Record<ViewDimension, (count: number) => string>>;
  none: string;
  search: string;
  more: string;
  moreLabel: string;
  period: string;
  cut: string;
  units: Readonly<Record<View['period'], string>>;
  shown: string;
  newest: string;
  against: (period: string) => string;
  running: (period: string) => string;
  from: string;
  to: string;
  apply: string;
  window: (from: string, to: string) => string;
  clear: string;
  brokenBefore: string;
  showUsual: string;
  emptyTitle: string;
  emptyText: string;
  emptyAction: string;
  emptyOthers: string;
  readingTitle: string;
  readingText: (rows: string, share: string | undefined) => string;
  readingAction: string;
}

const en: FilterWords = {
  showing: 'Showing',
  metric: 'Metric',
  level: 'Level',
  levels: { both: 'both levels', relationship: 'relationship level', encounter: 'encounter level' },
  dimension: { touchpoint: 'Touchpoints', segment: 'Segments', unit: 'Units', role: 'Roles', channel: 'Channels' },
  all: {
    touchpoint: 'all touchpoints',
    segment: 'all segments',
    unit: 'all units',
    role: 'all roles',
    channel: 'all channels',
  },
  several: {
    touchpoint: (count) => `${count} touchpoints`,
    segment: (count) => `${count} segments`,
    unit: (count) => `${count} units`,
    role: (count) => `${count} roles`,
    channel: (count) => `${count} channels`,
  },
  none: 'not known',
  search: 'Search',
  more: 'more filters',
  moreLabel: 'Filters',
  period: 'Period',
  cut: 'Cut by',
  units: { week: 'week', month: 'month', quarter: 'quarter' },
  shown: 'Period shown',
  newest: 'the newest',
  against: (period) => `against ${period}`,
  running: (period) => `${period} so far`,
  from: 'From',
  to: 'To, not included',
  apply: 'Apply',
  window: (from, to) => `${from} to ${to}`,
  clear: 'clear',
  brokenBefore: 'The address asks for what cannot be shown.',
  showUsual: 'Show the usual view',
  emptyTitle: 'No answers yet',
  emptyText: 'When the first answers are here, this page says where the programme stands and what really moved.',
  emptyAction: 'Import a file',
  emptyOthers: 'An owner or an analyst of this workspace can import a file; programs can send answers with a key.',
  readingTitle: 'Answers are being read',
  readingText: (rows, share) =>
    `${rows} rows so far${share ? `, ${share}` : ''}. The page shows where the programme stands when all of them are here.`,
  readingAction: 'See the import',
};

const fi: FilterWords = {
  showing: 'Näytetään',
  metric: 'Mittari',
  level: 'Taso',
  levels: { both: 'molemmat tasot', relationship: 'asiakassuhteen taso', encounter: 'kohtaamisten taso' },
  dimension: {
    touchpoint: 'Kohtaamispisteet',
    segment: 'Segmentit',
    unit: 'Yksiköt',
    role: 'Roolit',
    channel: 'Kanavat',
  },
  all: {
    touchpoint: 'kaikki kohtaamispisteet',
    segment: 'kaikki segmentit',
    unit: 'kaikki yksiköt',
    role: 'kaikki roolit',
    channel: 'kaikki kanavat',
  },
  several: {
    touchpoint: (count) => `${count} kohtaamispistettä`,
    segment: (count) => `${count} segmenttiä`,
    unit: (count) => `${count} yksikköä`,
    role: (count) => `${count} roolia`,
    channel: (count) => `${count} kanavaa`,
  },
  none: 'ei tiedossa',
  search: 'Hae',
  more: 'lisää suodattimia',
  moreLabel: 'Suodattimet',
  period: 'Jakso',
  cut: 'Jaksotus',
  units: { week: 'viikko', month: 'kuukausi', quarter: 'neljännes' },
  shown: 'Näytettävä jakso',
  newest: 'uusin',
  against: (period) => `verrattuna jaksoon ${period}`,
  running: (period) => `${period} tähän mennessä`,
  from: 'Alkaen',
  to: 'Asti, ei mukaan lukien',
  apply: 'Käytä',
  window: (from, to) => `${from} – ${to}`,
  clear: 'tyhjennä',
  brokenBefore: 'Osoite pyytää jotain, mitä ei voi näyttää.',
  showUsual: 'Näytä tavallinen näkymä',
  emptyTitle: 'Ei vielä vastauksia',
  emptyText:
    'Kun ensimmäiset vastaukset ovat täällä, tämä sivu kertoo, missä mittausohjelma on ja mikä todella muuttui.',
  emptyAction: 'Tuo tiedosto',
  emptyOthers: 'Työtilan omistaja tai analyytikko voi tuoda tiedoston; ohjelmat voivat lähettää vastauksia avaimella.',
  readingTitle: 'Vastauksia luetaan',
  readingText: (rows, share) =>
    `Tähän mennessä ${rows} riviä${share ? `, ${share}` : ''}. Sivu näyttää mittausohjelman tilan, kun kaikki on luettu.`,
  readingAction: 'Katso tuontia',
};

const sv: FilterWords = {
  showing: 'Visar',
  metric: 'Mått',
  level: 'Nivå',
  levels: { both: 'båda nivåerna', relationship: 'relationsnivån', encounter: 'mötesnivån' },
  dimension: { touchpoint: 'Kontaktpunkter', segment: 'Segment', unit: 'Enheter', role: 'Roller', channel: 'Kanaler' },
  all: {
    touchpoint: 'alla kontaktpunkter',
    segment: 'alla segment',
    unit: 'alla enheter',
    role: 'alla roller',
    channel: 'alla kanaler',
  },
  several: {
    touchpoint: (count) => `${count} kontaktpunkter`,
    segment: (count) => `${count} segment`,
    unit: (count) => `${count} enheter`,
    role: (count) => `${count} roller`,
    channel: (count) => `${count} kanaler`,
  },
  none: 'okänt',
  search: 'Sök',
  more: 'fler filter',
  moreLabel: 'Filter',
  period: 'Period',
  cut: 'Delad efter',
  units: { week: 'vecka', month: 'månad', quarter: 'kvartal' },
  shown: 'Perioden som visas',
  newest: 'den senaste',
  against: (period) => `mot ${period}`,
  running: (period) => `${period} hittills`,
  from: 'Från',
  to: 'Till, inte inräknad',
  apply: 'Använd',
  window: (from, to) => `${from} till ${to}`,
  clear: 'rensa',
  brokenBefore: 'Adressen ber om något som inte går att visa.',
  showUsual: 'Visa den vanliga vyn',
  emptyTitle: 'Inga svar än',
  emptyText: 'När de första svaren finns här säger sidan var mätprogrammet står och vad som verkligen har rört sig.',
  emptyAction: 'Importera en fil',
  emptyOthers: 'En ägare eller analytiker i arbetsytan kan importera en fil; program kan skicka svar med en nyckel.',
  readingTitle: 'Svar läses in',
  readingText: (rows, share) =>
    `${rows} rader hittills${share ? `, ${share}` : ''}. Sidan visar var mätprogrammet står när alla är inlästa.`,
  readingAction: 'Visa importen',
};

export const filterWords: Readonly<Record<Language, FilterWords>> = { en, fi, sv };
