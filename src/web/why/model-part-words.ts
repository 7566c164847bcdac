import type { TemplateId } from '../../model/index.ts';
import type { Language } from '../../present/index.ts';

/** The words of the part Model that are no finding. */
export interface ModelPartWords {
  title: string;
  survey: string;
  target: string;
  loading: string;
  chartLoading: string;
  chartFailed: string;
  asTable: string;
  saveCsv: string;
  saveAppendix: string;
  saveSvg: string;
  takeaway: string;
  rows: string;
  noModelTitle: string;
  noSurvey: string;
  noModel: string;
  toEncounters: string;
  toRelationship: string;
  templatesTitle: string;
  templatesLead: string;
  questions: (count: number) => string;
  makeSurvey: string;
  makingSurvey: string;
  doubtsTitle: string;
  move: (name: string) => string;
  unmoved: string;
  reset: string;
  by: string;
  role: string;
  segment: string;
  first: string;
  second: string;
  compare: string;
  comparing: string;
  oneGroup: string;
  editTitle: string;
  editLead: string;
  proposed: (template?: TemplateId) => string;
  constructOf: string;
  none: string;
  constructs: string;
  constructName: string;
  formative: string;
  remove: (name: string) => string;
  addConstruct: string;
  newConstruct: string;
  arrows: string;
  arrow: (from: string, to: string) => string;
  fromRows: string;
  weighting: string;
  consistent: string;
  apply: string;
  backToProposed: string;
  saveJson: string;
  openJson: string;
  notJson: string;
  inAddress: string;
}

const templateNames: Readonly<Record<TemplateId, string>> = {
  ecsi: 'ECSI',
  acsi: 'ACSI',
  epsi: 'EPSI',
  encounter: 'Service encounter',
  b2b: 'B2B',
};

const en: ModelPartWords = {
  title: 'Model',
  survey: 'Survey',
  target: 'Target',
  loading: 'The model is estimated on 2,000 resamples',
  chartLoading: 'The picture is being drawn',
  chartFailed: 'The picture could not be drawn; the table has all its figures.',
  asTable: 'As a table',
  saveCsv: 'Save all figures (CSV)',
  saveAppendix: 'Save the method appendix',
  saveSvg: 'Save picture',
  takeaway: 'Take away',
  rows: 'Show the rows',
  noModelTitle: 'What acts on what?',
  noSurvey: 'On this level no survey has rated questions.',
  noModel: 'The survey asks too little for a model: at least two things, each by its own questions on one scale.',
  toEncounters: 'Look at the encounters',
  toRelationship: 'Look at the relationship',
  templatesTitle: 'Models to begin with',
  templatesLead:
    'Each comes with its questions in English, Finnish and Swedish. 150 answers carry a model well, 50 are the least.',
  questions: (count) => `${count} questions`,
  makeSurvey: 'Make the survey',
  makingSurvey: 'Being made',
  doubtsTitle: 'What to keep in mind',
  move: (name) => `${name}, index points`,
  unmoved: 'as it is',
  reset: 'Put everything back',
  by: 'Compare',
  role: 'roles',
  segment: 'segments',
  first: 'one group',
  second: 'with',
  compare: 'Compare groups',
  comparing: 'Both groups are estimated, and 400 draws of chance',
  oneGroup: 'There are no two groups with answers.',
  editTitle: 'Change the model',
  editLead: 'Which question measures what, and what acts on what? Only arrows that somebody believes in belong here.',
  proposed: (template) =>
    template
      ? `The questions are those of a model to begin with (${templateNames[template]}).`
      : 'The model was proposed from the questions. Look it over.',
  constructOf: 'measures',
  none: 'nothing',
  constructs: 'Constructs',
  constructName: 'Name',
  formative: 'its questions make it up (formative)',
  remove: (name) => `Remove ${name}`,
  addConstruct: 'Add a construct',
  newConstruct: 'construct',
  arrows: 'Arrows',
  arrow: (from, to) => `${from} acts on ${to}`,
  fromRows: 'row acts on column',
  weighting: 'Weighting',
  consistent: 'correct for measurement error (refused where it misleads)',
  apply: 'Estimate this model',
  backToProposed: 'Back to the proposed model',
  saveJson: 'Save the model (JSON)',
  openJson: 'Open a model (JSON)',
  notJson: 'The file holds no model.',
  inAddress: 'The model stands in the address of this page: a link to it shows the same model.',
};

const fi: ModelPartWords = {
  title: 'Malli',
  survey: 'Kysely',
  target: 'Kohde',
  loading: 'Mallia lasketaan 2\u00a0000 uusio-otoksesta',
  chartLoading: 'Kuvaa piirretään',
  chartFailed: 'Kuvaa ei voitu piirtää; taulukossa ovat kaikki sen luvut.',
  asTable: 'Taulukkona',
  saveCsv: 'Tallenna kaikki luvut (CSV)',
  saveAppendix: 'Tallenna menetelmäliite',
  saveSvg: 'Tallenna kuva',
  takeaway: 'Mukaan',
  rows: 'Näytä rivit',
  noModelTitle: 'Mikä vaikuttaa mihin?',
  noSurvey: 'Tällä tasolla missään kyselyssä ei ole arviokysymyksiä.',
  noModel:
    'Kysely kysyy mallille liian vähän: tarvitaan ainakin kaksi asiaa, kumpikin omilla kysymyksillään samalla asteikolla.',
  toEncounters: 'Katso kohtaamisia',
  toRelationship: 'Katso asiakassuhdetta',
  templatesTitle: 'Malleja alkuun',
  templatesLead:
    'Kussakin ovat kysymykset suomeksi, ruotsiksi ja englanniksi. 150 vastausta kantaa mallin hyvin, 50 on vähin.',
  questions: (count) => `${count} kysymystä`,
  makeSurvey: 'Tee kysely',
  makingSurvey: 'Tehdään',
  doubtsTitle: 'Muista nämä',
  move: (name) => `${name}, indeksipistettä`,
  unmoved: 'ennallaan',
  reset: 'Palauta kaikki',
  by: 'Vertaa',
  role: 'rooleja',
  segment: 'segmenttejä',
  first: 'toinen ryhmä',
  second: 'toinen',
  compare: 'Vertaa ryhmiä',
  comparing: 'Lasketaan molemmat ryhmät ja 400 satunnaisjakoa',
  oneGroup: 'Kahta ryhmää, joilla on vastauksia, ei ole.',
  editTitle: 'Muuta mallia',
  editLead: 'Mikä kysymys mittaa mitä, ja mikä vaikuttaa mihin? Tänne kuuluvat vain nuolet, joihin joku uskoo.',
  proposed: (template) =>
    template
      ? `Kysymykset ovat valmiin mallin (${templateNames[template]}).`
      : 'Malli on ehdotettu kysymyksistä. Tarkista se.',
  constructOf: 'mittaa',
  none: 'ei mitään',
  constructs: 'Käsitteet',
  constructName: 'Nimi',
  formative: 'kysymykset muodostavat sen (formatiivinen)',
  remove: (name) => `Poista ${name}`,
  addConstruct: 'Lisää käsite',
  newConstruct: 'käsite',
  arrows: 'Nuolet',
  arrow: (from, to) => `${from} vaikuttaa: ${to}`,
  fromRows: 'rivi vaikuttaa sarakkeeseen',
  weighting: 'Painotus',
  consistent: 'korjaa mittausvirhe (torjutaan, jos se johtaa harhaan)',
  apply: 'Laske tämä malli',
  backToProposed: 'Takaisin ehdotettuun malliin',
  saveJson: 'Tallenna malli (JSON)',
  openJson: 'Avaa malli (JSON)',
  notJson: 'Tiedostossa ei ole mallia.',
  inAddress: 'Malli on tämän sivun osoitteessa: linkki näyttää saman mallin.',
};

const sv: ModelPartWords = {
  title: 'Modell',
  survey: 'Enkät',
  target: 'Mål',
  loading: 'Modellen skattas på 2\u00a0000 omsampel',
  chartLoading: 'Bilden ritas',
  chartFailed: 'Bilden gick inte att rita; tabellen har alla dess tal.',
  asTable: 'Som tabell',
  saveCsv: 'Spara alla tal (CSV)',
  saveAppendix: 'Spara metodbilagan',
  saveSvg: 'Spara bilden',
  takeaway: 'Ta med',
  rows: 'Visa raderna',
  noModelTitle: 'Vad påverkar vad?',
  noSurvey: 'På den här nivån har ingen enkät betygsfrågor.',
  noModel: 'Enkäten frågar för lite för en modell: minst två saker, var och en med egna frågor på samma skala.',
  toEncounters: 'Se på kundmötena',
  toRelationship: 'Se på kundrelationen',
  templatesTitle: 'Modeller att börja med',
  templatesLead: 'Var och en har sina frågor på svenska, finska och engelska. 150 svar bär en modell väl, 50 är minst.',
  questions: (count) => `${count} frågor`,
  makeSurvey: 'Gör enkäten',
  makingSurvey: 'Görs',
  doubtsTitle: 'Att tänka på',
  move: (name) => `${name}, indexpoäng`,
  unmoved: 'som nu',
  reset: 'Ställ tillbaka allt',
  by: 'Jämför',
  role: 'roller',
  segment: 'kundsegment',
  first: 'en grupp',
  second: 'med',
  compare: 'Jämför grupper',
  comparing: 'Båda grupperna skattas, och 400 slumpdragningar',
  oneGroup: 'Det finns inga två grupper med svar.',
  editTitle: 'Ändra modellen',
  editLead: 'Vilken fråga mäter vad, och vad påverkar vad? Bara pilar som någon tror på hör hemma här.',
  proposed: (template) =>
    template
      ? `Frågorna är de i en färdig modell (${templateNames[template]}).`
      : 'Modellen föreslogs av frågorna. Se över den.',
  constructOf: 'mäter',
  none: 'ingenting',
  constructs: 'Begrepp',
  constructName: 'Namn',
  formative: 'frågorna bildar det (formativt)',
  remove: (name) => `Ta bort ${name}`,
  addConstruct: 'Lägg till ett begrepp',
  newConstruct: 'begrepp',
  arrows: 'Pilar',
  arrow: (from, to) => `${from} påverkar ${to}`,
  fromRows: 'raden påverkar kolumnen',
  weighting: 'Viktning',
  consistent: 'korrigera för mätfel (nekas där det vilseleder)',
  apply: 'Skatta den här modellen',
  backToProposed: 'Tillbaka till den föreslagna modellen',
  saveJson: 'Spara modellen (JSON)',
  openJson: 'Öppna en modell (JSON)',
  notJson: 'Filen har ingen modell.',
  inAddress: 'Modellen står i sidans adress: en länk visar samma modell.',
};

export const modelPartWords: Readonly<Record<Language, ModelPartWords>> = { en, fi, sv };
