import type { Language } from '../../present/index.ts';

/** The words of the part Drivers that are no finding. */
export interface DriversPartWords {
  title: string;
  survey: string;
  outcome: string;
  drivers: string;
  driversChosen: (chosen: number, all: number) => string;
  allDrivers: string;
  chartLoading: string;
  chartFailed: string;
  tableTitle: string;
  points: string;
  noSurveyTitle: string;
  noSurvey: string;
  noDrivers: (outcome: string) => string;
  toEncounters: string;
  toRelationship: string;
  build: string;
  noneChosen: string;
  rows: string;
  saveCsv: string;
  saveAppendix: string;
  saveSvg: string;
  takeaway: string;
}

const en: DriversPartWords = {
  title: 'Drivers',
  survey: 'Survey',
  outcome: 'Outcome',
  drivers: 'Questions looked at',
  driversChosen: (chosen, all) => `${chosen} of ${all} questions`,
  allDrivers: 'All of them',
  chartLoading: 'The picture is being drawn.',
  chartFailed: 'The picture could not be drawn. Its figures are in the table.',
  tableTitle: 'Every question in figures',
  points: 'performance, 0–100',
  noSurveyTitle: 'Nothing to explain with yet',
  noSurvey: 'No survey of this level has rated questions.',
  noDrivers: (outcome) =>
    `The survey of this level rates one thing only, “${outcome}”. To see what goes with it, ask two or more rated questions beside it.`,
  toEncounters: 'Look at the encounters',
  toRelationship: 'Look at the relationship',
  build: 'Go to the surveys',
  noneChosen: 'Choose at least one question.',
  rows: 'Show the rows',
  saveCsv: 'Figures (CSV)',
  saveAppendix: 'Method appendix (Markdown)',
  saveSvg: 'Save as SVG',
  takeaway: 'Take away',
};

const fi: DriversPartWords = {
  title: 'Vaikuttavat tekijät',
  survey: 'Kysely',
  outcome: 'Tulos',
  drivers: 'Tarkasteltavat kysymykset',
  driversChosen: (chosen, all) => `${chosen}/${all} kysymystä`,
  allDrivers: 'Kaikki',
  chartLoading: 'Kuvaa piirretään.',
  chartFailed: 'Kuvaa ei voitu piirtää. Sen luvut ovat taulukossa.',
  tableTitle: 'Kaikki kysymykset lukuina',
  points: 'taso, 0–100',
  noSurveyTitle: 'Ei vielä selittäviä kysymyksiä',
  noSurvey: 'Tämän tason kyselyissä ei ole arvosanoja.',
  noDrivers: (outcome) =>
    `Tämän tason kyselyssä arvioidaan vain yhtä asiaa: ”${outcome}”. Yhteydet näkyvät, kun sen rinnalla kysytään vähintään kahta muuta arvosanaa.`,
  toEncounters: 'Katso kohtaamisia',
  toRelationship: 'Katso asiakassuhdetta',
  build: 'Siirry kyselyihin',
  noneChosen: 'Valitse vähintään yksi kysymys.',
  rows: 'Näytä rivit',
  saveCsv: 'Luvut (CSV)',
  saveAppendix: 'Menetelmäliite (Markdown)',
  saveSvg: 'Tallenna SVG',
  takeaway: 'Ota mukaan',
};

const sv: DriversPartWords = {
  title: 'Drivkrafter',
  survey: 'Enkät',
  outcome: 'Utfall',
  drivers: 'Frågor som är med',
  driversChosen: (chosen, all) => `${chosen} av ${all} frågor`,
  allDrivers: 'Alla',
  chartLoading: 'Bilden ritas.',
  chartFailed: 'Bilden gick inte att rita. Dess siffror finns i tabellen.',
  tableTitle: 'Varje fråga i siffror',
  points: 'nivå, 0–100',
  noSurveyTitle: 'Inget att förklara med än',
  noSurvey: 'Ingen enkät på den här nivån har betygsfrågor.',
  noDrivers: (outcome) =>
    `Enkäten på den här nivån betygsätter bara en sak: ”${outcome}”. Ställ två eller fler betygsfrågor bredvid den för att se vad som hänger samman.`,
  toEncounters: 'Titta på mötena',
  toRelationship: 'Titta på relationen',
  build: 'Till enkäterna',
  noneChosen: 'Välj minst en fråga.',
  rows: 'Visa raderna',
  saveCsv: 'Siffror (CSV)',
  saveAppendix: 'Metodbilaga (Markdown)',
  saveSvg: 'Spara som SVG',
  takeaway: 'Ta med',
};

export const driversPartWords: Readonly<Record<Language, DriversPartWords>> = { en, fi, sv };
