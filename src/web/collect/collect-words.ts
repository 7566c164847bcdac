import type { Language } from '../../present/index.ts';
import type { SurveyLevel, SurveyVersion, Touchpoint } from './survey-api.ts';

type Changed = 'text' | 'scale' | 'metric' | 'kind' | 'place';

export interface CollectWords {
  title: string;
  question: string;
  lead: string;
  none: string;
  noneForReader: string;
  head: Readonly<Record<'name' | 'level' | 'field' | 'versions' | 'answers' | 'programmes', string>>;
  level: Readonly<Record<SurveyLevel, string>>;
  imported: string;
  inField: (number: number, day: string) => string;
  notInField: string;
  draft: string;
  versions: (count: number) => string;
  version: (version: Pick<SurveyVersion, 'number' | 'state' | 'questions'>, day: string) => string;
  changesSince: (number: number) => string;
  noChanges: string;
  change: Readonly<Record<'added' | 'removed', (question: string) => string>>;
  changed: (question: string, what: readonly Changed[]) => string;
  rename: string;
  renameName: (survey: string) => string;
  newName: string;
  keepName: string;
  cancel: string;
  archive: string;
  archiveName: (survey: string) => string;
  archiveSure: string;
  unarchive: string;
  unarchiveName: (survey: string) => string;
  archived: (count: number) => string;
  remove: string;
  removeName: (survey: string) => string;
  removeSure: string;
  makeTitle: string;
  makeLead: string;
  name: string;
  levelLabel: string;
  languages: string;
  beginWith: string;
  beginEmpty: string;
  make: string;
  touchpoint: Readonly<Record<Touchpoint, string>>;
}

const lists: Readonly<Record<Language, Readonly<Record<Changed, string>>>> = {
  en: { text: 'wording', scale: 'scale', metric: 'metric', kind: 'kind', place: 'place' },
  fi: { text: 'sanamuoto', scale: 'asteikko', metric: 'mittari', kind: 'tyyppi', place: 'paikka' },
  sv: { text: 'ordalydelse', scale: 'skala', metric: 'mått', kind: 'typ', place: 'plats' },
};
const listed = (language: Language, what: readonly Changed[]) => what.map((one) => lists[language][one]).join(', ');

const en: CollectWords = {
  title: 'Collect',
  question: 'What do we ask?',
  lead: 'Surveys with the versions that were asked. A version that asks a question of a metric in another way is a break in the trend, drawn where its answers begin.',
  none: 'No survey yet. Make the first one below: a ready one can be asked as it is.',
  noneForReader: 'No survey yet.',
  head: {
    name: 'Survey',
    level: 'Level',
    field: 'In the field',
    versions: 'Versions',
    answers: 'Answers',
    programmes: 'Programmes',
  },
  level: { encounter: 'encounter', relationship: 'relationship' },
  imported: 'from imports',
  inField: (number, day) => `version ${number} since ${day}`,
  notInField: 'not yet',
  draft: 'draft',
  versions: (count) => `${count} ${count === 1 ? 'version' : 'versions'}`,
  version: ({ number, state, questions }, day) =>
    `Version ${number}: ${questions} ${questions === 1 ? 'question' : 'questions'}, ${state === 'retired' ? 'asked before' : 'in the field'} since ${day}`,
  changesSince: (number) => `What changed since version ${number}`,
  noChanges: 'No question was changed.',
  change: { added: (question) => `${question}: new`, removed: (question) => `${question}: no longer asked` },
  changed: (question, what) => `${question}: ${listed('en', what)} changed`,
  rename: 'Rename',
  renameName: (survey) => `Rename: ${survey}`,
  newName: 'New name',
  keepName: 'Keep the name',
  cancel: 'Cancel',
  archive: 'Archive',
  archiveName: (survey) => `Archive: ${survey}`,
  archiveSure: 'Put it aside? Its answers and versions stay.',
  unarchive: 'Take back',
  unarchiveName: (survey) => `Take back: ${survey}`,
  archived: (count) => `Archived surveys: ${count}`,
  remove: 'Delete',
  removeName: (survey) => `Delete: ${survey}`,
  removeSure: 'Delete it for good? Nobody was asked it yet.',
  makeTitle: 'A new survey',
  makeLead: 'A ready survey asks three questions: the score, the reason most worth knowing, and one in open words.',
  name: 'Name',
  levelLabel: 'Level',
  languages: 'Languages, the first is the default',
  beginWith: 'Begin with',
  beginEmpty: 'no question yet',
  make: 'Make the survey',
  touchpoint: {
    purchase: 'purchase',
    delivery: 'delivery',
    onboarding: 'onboarding',
    invoice: 'invoice',
    phone: 'phone call',
    chat: 'chat',
    visit: 'visit',
    maintenance: 'maintenance',
    complaint: 'complaint',
    renewal: 'renewal',
    web: 'web service',
    relationship: 'whole relationship',
  },
};

const fi: CollectWords = {
  title: 'Keruu',
  question: 'Mitä kysymme?',
  lead: 'Kyselyt ja niiden versiot. Versio, joka kysyy mittarin kysymyksen toisin, katkaisee trendin, ja katkos piirretään siihen, mistä sen vastaukset alkavat.',
  none: 'Ei vielä yhtään kyselyä. Luo ensimmäinen alla: valmiin kyselyn voi ottaa käyttöön sellaisenaan.',
  noneForReader: 'Ei vielä yhtään kyselyä.',
  head: {
    name: 'Kysely',
    level: 'Taso',
    field: 'Käytössä',
    versions: 'Versiot',
    answers: 'Vastauksia',
    programmes: 'Mittausohjelmat',
  },
  level: { encounter: 'kohtaaminen', relationship: 'asiakassuhde' },
  imported: 'tuonneista',
  inField: (number, day) => `versio ${number}, ${day} alkaen`,
  notInField: 'ei vielä',
  draft: 'luonnos',
  versions: (count) => (count === 1 ? '1 versio' : `${count} versiota`),
  version: ({ number, state, questions }, day) =>
    `Versio ${number}: ${questions === 1 ? '1 kysymys' : `${questions} kysymystä`}, ${state === 'retired' ? 'otettiin käyttöön' : 'käytössä'} ${day}`,
  changesSince: (number) => `Mikä muuttui version ${number} jälkeen`,
  noChanges: 'Yksikään kysymys ei muuttunut.',
  change: { added: (question) => `${question}: uusi`, removed: (question) => `${question}: ei kysytä enää` },
  changed: (question, what) => `${question}: muuttui ${listed('fi', what)}`,
  rename: 'Nimeä uudelleen',
  renameName: (survey) => `Nimeä uudelleen: ${survey}`,
  newName: 'Uusi nimi',
  keepName: 'Tallenna nimi',
  cancel: 'Peru',
  archive: 'Arkistoi',
  archiveName: (survey) => `Arkistoi: ${survey}`,
  archiveSure: 'Siirretäänkö arkistoon? Vastaukset ja versiot säilyvät.',
  unarchive: 'Palauta',
  unarchiveName: (survey) => `Palauta: ${survey}`,
  archived: (count) => `Arkistoituja kyselyjä: ${count}`,
  remove: 'Poista',
  removeName: (survey) => `Poista: ${survey}`,
  removeSure: 'Poistetaanko pysyvästi? Keneltäkään ei ole vielä kysytty.',
  makeTitle: 'Uusi kysely',
  makeLead: 'Valmis kysely kysyy kolme asiaa: arvosanan, tärkeimmän syyn ja yhden avoimen kysymyksen.',
  name: 'Nimi',
  levelLabel: 'Taso',
  languages: 'Kielet, ensimmäinen on oletus',
  beginWith: 'Aloita tästä',
  beginEmpty: 'ei vielä kysymyksiä',
  make: 'Luo kysely',
  touchpoint: {
    purchase: 'osto',
    delivery: 'toimitus',
    onboarding: 'käyttöönotto',
    invoice: 'lasku',
    phone: 'puhelu',
    chat: 'chat',
    visit: 'käynti',
    maintenance: 'huolto',
    complaint: 'reklamaatio',
    renewal: 'sopimuksen uusiminen',
    web: 'verkkopalvelu',
    relationship: 'koko asiakassuhde',
  },
};

const sv: CollectWords = {
  title: 'Insamling',
  question: 'Vad frågar vi?',
  lead: 'Enkäter och deras versioner. En version som ställer ett måtts fråga på ett annat sätt bryter trenden, och brottet ritas där dess svar börjar.',
  none: 'Ingen enkät än. Skapa den första nedan: en färdig enkät kan användas som den är.',
  noneForReader: 'Ingen enkät än.',
  head: {
    name: 'Enkät',
    level: 'Nivå',
    field: 'I fält',
    versions: 'Versioner',
    answers: 'Svar',
    programmes: 'Mätprogram',
  },
  level: { encounter: 'kundmöte', relationship: 'kundrelation' },
  imported: 'från importer',
  inField: (number, day) => `version ${number} sedan ${day}`,
  notInField: 'inte än',
  draft: 'utkast',
  versions: (count) => `${count} ${count === 1 ? 'version' : 'versioner'}`,
  version: ({ number, state, questions }, day) =>
    `Version ${number}: ${questions} ${questions === 1 ? 'fråga' : 'frågor'}, ${state === 'retired' ? 'togs i bruk' : 'i fält sedan'} ${day}`,
  changesSince: (number) => `Vad som ändrats sedan version ${number}`,
  noChanges: 'Ingen fråga har ändrats.',
  change: { added: (question) => `${question}: ny`, removed: (question) => `${question}: ställs inte längre` },
  changed: (question, what) => `${question}: ändrat: ${listed('sv', what)}`,
  rename: 'Byt namn',
  renameName: (survey) => `Byt namn: ${survey}`,
  newName: 'Nytt namn',
  keepName: 'Spara namnet',
  cancel: 'Avbryt',
  archive: 'Arkivera',
  archiveName: (survey) => `Arkivera: ${survey}`,
  archiveSure: 'Lägga undan den? Svaren och versionerna blir kvar.',
  unarchive: 'Ta tillbaka',
  unarchiveName: (survey) => `Ta tillbaka: ${survey}`,
  archived: (count) => `Arkiverade enkäter: ${count}`,
  remove: 'Ta bort',
  removeName: (survey) => `Ta bort: ${survey}`,
  removeSure: 'Ta bort den för gott? Ingen har fått frågan än.',
  makeTitle: 'En ny enkät',
  makeLead: 'En färdig enkät ställer tre frågor: betyget, den viktigaste orsaken och en öppen fråga.',
  name: 'Namn',
  levelLabel: 'Nivå',
  languages: 'Språk, det första är förvalt',
  beginWith: 'Börja med',
  beginEmpty: 'ingen fråga än',
  make: 'Skapa enkäten',
  touchpoint: {
    purchase: 'köp',
    delivery: 'leverans',
    onboarding: 'introduktion',
    invoice: 'faktura',
    phone: 'telefonsamtal',
    chat: 'chatt',
    visit: 'besök',
    maintenance: 'underhåll',
    complaint: 'reklamation',
    renewal: 'förnyelse av avtal',
    web: 'webbtjänst',
    relationship: 'hela kundrelationen',
  },
};

export const collectWords: Readonly<Record<Language, CollectWords>> = { en, fi, sv };
