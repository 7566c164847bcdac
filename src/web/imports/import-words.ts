import type { Language } from '../../present/index.ts';
import type { FileKind, ImportState, ProblemReason } from './import-api.ts';

export interface ImportWords {
  title: string;
  question: string;
  lead: string;
  notAllowed: string;
  kindLegend: string;
  kind: Readonly<Record<FileKind | 'company', string>>;
  kindText: Readonly<Record<FileKind, string>>;
  drop: string;
  dropOver: string;
  dropText: string;
  choose: string;
  sending: (sent: string, total: string) => string;
  reading: string;
  cancel: string;
  previewTitle: (file: string) => string;
  previewCounts: (facts: { read: string; used: string; rejected: string; known: string; anyKnown: boolean }) => string;
  nothing: string;
  reasons: string;
  reasonHead: readonly [string, string, string];
  reason: Readonly<Record<ProblemReason, string>>;
  leftOut: string;
  firstProblems: string;
  problemHead: { line: string; column: string; value: string; reason: string };
  rejectedRow: string;
  readAs: string;
  readSo: string;
  readAsText: string;
  noColumn: string;
  field: Readonly<Record<string, string>>;
  scores: string;
  scoreColumn: string;
  metric: string;
  level: string;
  levels: Readonly<Record<'encounter' | 'relationship', string>>;
  survey: string;
  dateOrder: string;
  orders: Readonly<Record<'dmy' | 'mdy' | 'ymd', string>>;
  automatic: string;
  saved: string;
  savedNone: string;
  saveAs: string;
  saveAsHint: string;
  save: string;
  savedNow: string;
  import: (rows: string) => string;
  another: string;
  back: string;
  listTitle: string;
  listNone: string;
  head: { file: string; when: string; state: string; rows: string; actions: string };
  state: Readonly<Record<ImportState, string>>;
  progress: (rows: string, share: string | undefined) => string;
  rows: (used: string, read: string) => string;
  report: string;
  reportOf: (file: string) => string;
  undo: string;
  undoOf: (file: string) => string;
  undoSure: (file: string, rows: string) => string;
  undone: (when: string) => string;
  done: (file: string) => string;
  failed: (file: string) => string;
  toOverview: string;
}

const en: ImportWords = {
  title: 'Imports',
  question: 'What should be read?',
  lead: 'A file is read whole or not at all, and can be taken away again as if it had never been there.',
  notAllowed: 'Your role reads figures but imports no files. An owner can change your role.',
  kindLegend: 'The file holds',
  kind: {
    answers: 'Answers',
    accounts: 'Accounts',
    contacts: 'Contacts',
    outcomes: 'Outcomes',
    'service-kpis': 'Service figures',
    company: 'A whole company',
  },
  kindText: {
    answers: 'one row per response, from any survey tool',
    accounts: 'customers with segment, revenue and contract',
    contacts: 'people of the accounts and their roles',
    outcomes: 'revenue, margin and exits by account and time',
    'service-kpis': 'shares such as “delivered in time” by unit and period',
  },
  drop: 'Drop a file here',
  dropOver: 'Let go to read this file',
  dropText: 'CSV, TSV or XLSX. Nothing is stored before you say so.',
  choose: 'Choose a file',
  sending: (sent, total) => `Sent ${sent} of ${total}`,
  reading: 'The file is being read. Nothing is stored yet.',
  cancel: 'Cancel',
  previewTitle: (file) => `${file}: a dry run`,
  previewCounts: ({ read, used, rejected, known, anyKnown }) =>
    `${read} rows read, ${used} would be used, ${rejected} rejected${anyKnown ? `; ${known} are known already and count once` : ''}.`,
  nothing: 'No row of this file can be used as it is read now. Correct below how it is read.',
  reasons: 'What is not taken',
  reasonHead: ['Reason', 'Rows', 'First line'],
  reason: {
    preview: 'Preview or test answer',
    'empty-score': 'No score',
    'missing-code': 'Code for “no answer”',
    'unreadable-score': 'Score is no number',
    'outside-scale': 'Score outside the scale',
    'unreadable-date': 'Date cannot be read',
    'future-date': 'Date lies in the future',
    'unreadable-address': 'E-mail address cannot be read',
    duplicate: 'Same id twice in the file',
    'empty-id': 'No id',
    'damaged-id': 'Id damaged by a spreadsheet',
    'too-long': 'Text too long',
    'unreadable-level': 'Level is neither encounter nor relationship',
    'unreadable-amount': 'Amount cannot be read',
    'unreadable-number': 'Number cannot be read',
    'other-currency': 'Another currency',
    'unknown-role': 'Role not known',
    'empty-value': 'No value',
  },
  firstProblems: 'Show the first rows that are not taken',
  problemHead: { line: 'Line', column: 'Column', value: 'What stands there', reason: 'Reason' },
  leftOut: 'only this value is left out',
  rejectedRow: 'the row is left out',
  readAs: 'How the file is read',
  readSo: 'Read the file this way',
  readAsText: 'Each choice runs the dry run again; the file need not be dropped again.',
  noColumn: 'No column',
  field: {
    date: 'Date',
    responseId: 'Response id',
    account: 'Account',
    contact: 'Contact',
    role: 'Role',
    touchpoint: 'Touchpoint',
    segment: 'Segment',
    orgUnit: 'Unit',
    channel: 'Channel',
    language: 'Language',
    level: 'Level',
    status: 'Status',
    finished: 'Finished',
    invitation: 'Invitation',
    id: 'Id',
    name: 'Name',
    parent: 'Parent account',
    currency: 'Currency',
    revenue: 'Yearly revenue',
    margin: 'Margin',
    marginRate: 'Margin as a share',
    contractFrom: 'Contract since',
    renewalOn: 'Renewal on',
    leftAt: 'Left on',
    leaveReason: 'Reason for leaving',
    email: 'E-mail',
    phone: 'Telephone',
    kind: 'Kind of outcome',
    value: 'Value',
    kpi: 'Service figure',
    period: 'Period',
    from: 'From',
    to: 'Day after the last',
    numerator: 'Of these',
    denominator: 'Out of',
  },
  scores: 'Scores',
  scoreColumn: 'Score column',
  metric: 'Metric',
  level: 'Level of the survey',
  levels: { encounter: 'after an encounter', relationship: 'about the relationship' },
  survey: 'Survey (short name)',
  dateOrder: 'Date order',
  orders: { dmy: 'day, month, year', mdy: 'month, day, year', ymd: 'year, month, day' },
  automatic: 'Automatic',
  saved: 'Saved way of reading',
  savedNone: 'as detected',
  saveAs: 'Save this way of reading as',
  saveAsHint: 'Offered for the next file of this kind.',
  save: 'Save',
  savedNow: 'Saved.',
  import: (rows) => `Import ${rows} rows`,
  another: 'Another file',
  back: 'Back',
  listTitle: 'What was imported',
  listNone: 'Nothing yet.',
  head: { file: 'File', when: 'When', state: 'State', rows: 'Rows', actions: 'Take away' },
  state: {
    waiting: 'waiting',
    running: 'being read',
    done: 'in force',
    failed: 'failed, nothing kept',
    undone: 'undone',
  },
  progress: (rows, share) => `${rows} rows${share ? `, ${share}` : ''}`,
  rows: (used, read) => `${used} of ${read}`,
  report: 'Report (CSV)',
  reportOf: (file) => `Report on ${file} as CSV`,
  undo: 'Undo',
  undoOf: (file) => `Undo the import of ${file}`,
  undoSure: (file, rows) =>
    `Undo ${file}? Its ${rows} rows go, with the accounts and people that only it named. What came by other files, by programs or by hand stays.`,
  undone: (when) => `undone ${when}`,
  done: (file) => `${file} is in force.`,
  failed: (file) => `${file} was not imported; nothing of it was kept.`,
  toOverview: 'See where the programme stands',
};

const fi: ImportWords = {
  title: 'Tuonnit',
  question: 'Mitä luetaan?',
  lead: 'Tiedosto luetaan kokonaan tai ei ollenkaan, ja sen voi ottaa pois kuin sitä ei olisi ollutkaan.',
  notAllowed: 'Roolisi lukee lukuja muttei tuo tiedostoja. Omistaja voi vaihtaa roolisi.',
  kindLegend: 'Tiedostossa on',
  kind: {
    answers: 'Vastauksia',
    accounts: 'Asiakkuuksia',
    contacts: 'Yhteyshenkilöitä',
    outcomes: 'Tuloksia',
    'service-kpis': 'Palvelulukuja',
    company: 'Koko yritys',
  },
  kindText: {
    answers: 'rivi vastauskertaa kohti, mistä tahansa kyselytyökalusta',
    accounts: 'asiakkaat, segmentti, liikevaihto ja sopimus',
    contacts: 'asiakkuuksien ihmiset ja heidän roolinsa',
    outcomes: 'liikevaihto, kate ja lähtemiset asiakkuuksittain',
    'service-kpis': 'osuuksia kuten ”toimitettu ajallaan” yksiköittäin',
  },
  drop: 'Pudota tiedosto tähän',
  dropOver: 'Lue tiedosto päästämällä irti',
  dropText: 'CSV, TSV tai XLSX. Mitään ei tallenneta ennen lupaasi.',
  choose: 'Valitse tiedosto',
  sending: (sent, total) => `Lähetetty ${sent} / ${total}`,
  reading: 'Tiedostoa luetaan. Mitään ei ole vielä tallennettu.',
  cancel: 'Peruuta',
  previewTitle: (file) => `${file}: koeajo`,
  previewCounts: ({ read, used, rejected, known, anyKnown }) =>
    `Luettuja rivejä ${read}, käytettäviä ${used}, hylättyjä ${rejected}${anyKnown ? `; jo tunnettuja ${known}, ne lasketaan kerran` : ''}.`,
  nothing: 'Yhtään riviä ei voi käyttää näin luettuna. Korjaa alla, miten tiedosto luetaan.',
  reasons: 'Mitä ei oteta',
  reasonHead: ['Syy', 'Rivejä', 'Ensimmäinen rivi'],
  reason: {
    preview: 'Esikatselu- tai koevastaus',
    'empty-score': 'Ei arvosanaa',
    'missing-code': 'Puuttuvan vastauksen koodi',
    'unreadable-score': 'Arvosana ei ole luku',
    'outside-scale': 'Arvosana asteikon ulkopuolella',
    'unreadable-date': 'Päivää ei voi lukea',
    'future-date': 'Päivä on tulevaisuudessa',
    'unreadable-address': 'Sähköpostiosoitetta ei voi lukea',
    duplicate: 'Sama tunnus kahdesti tiedostossa',
    'empty-id': 'Ei tunnusta',
    'damaged-id': 'Taulukkolaskennan vioittama tunnus',
    'too-long': 'Liian pitkä teksti',
    'unreadable-level': 'Taso ei ole kohtaaminen eikä asiakassuhde',
    'unreadable-amount': 'Summaa ei voi lukea',
    'unreadable-number': 'Lukua ei voi lukea',
    'other-currency': 'Toinen valuutta',
    'unknown-role': 'Tuntematon rooli',
    'empty-value': 'Ei arvoa',
  },
  firstProblems: 'Näytä ensimmäiset rivit, joita ei oteta',
  problemHead: { line: 'Rivi', column: 'Sarake', value: 'Mitä siinä on', reason: 'Syy' },
  leftOut: 'vain tämä arvo jää pois',
  rejectedRow: 'rivi jää pois',
  readAs: 'Miten tiedosto luetaan',
  readSo: 'Lue tiedosto näin',
  readAsText: 'Jokainen valinta tekee koeajon uudelleen; tiedostoa ei tarvitse pudottaa uudestaan.',
  noColumn: 'Ei saraketta',
  field: {
    date: 'Päivä',
    responseId: 'Vastauksen tunnus',
    account: 'Asiakkuus',
    contact: 'Yhteyshenkilö',
    role: 'Rooli',
    touchpoint: 'Kohtaamispiste',
    segment: 'Segmentti',
    orgUnit: 'Yksikkö',
    channel: 'Kanava',
    language: 'Kieli',
    level: 'Taso',
    status: 'Tila',
    finished: 'Valmis',
    invitation: 'Kutsu',
    id: 'Tunnus',
    name: 'Nimi',
    parent: 'Emoasiakkuus',
    currency: 'Valuutta',
    revenue: 'Vuosiliikevaihto',
    margin: 'Kate',
    marginRate: 'Kate osuutena',
    contractFrom: 'Sopimus alkaen',
    renewalOn: 'Uusitaan',
    leftAt: 'Lähti',
    leaveReason: 'Lähdön syy',
    email: 'Sähköposti',
    phone: 'Puhelin',
    kind: 'Tuloksen laji',
    value: 'Arvo',
    kpi: 'Palveluluku',
    period: 'Jakso',
    from: 'Alkaen',
    to: 'Viimeistä seuraava päivä',
    numerator: 'Näistä',
    denominator: 'Kaikkiaan',
  },
  scores: 'Arvosanat',
  scoreColumn: 'Arvosanasarake',
  metric: 'Mittari',
  level: 'Kyselyn taso',
  levels: { encounter: 'kohtaamisen jälkeen', relationship: 'asiakassuhteesta' },
  survey: 'Kysely (lyhyt nimi)',
  dateOrder: 'Päiväyksen järjestys',
  orders: { dmy: 'päivä, kuukausi, vuosi', mdy: 'kuukausi, päivä, vuosi', ymd: 'vuosi, kuukausi, päivä' },
  automatic: 'Automaattinen',
  saved: 'Tallennettu lukutapa',
  savedNone: 'tunnistuksen mukaan',
  saveAs: 'Tallenna lukutapa nimellä',
  saveAsHint: 'Tarjotaan seuraavalle samanlaiselle tiedostolle.',
  save: 'Tallenna',
  savedNow: 'Tallennettu.',
  import: (rows) => `Tuo ${rows} riviä`,
  another: 'Toinen tiedosto',
  back: 'Takaisin',
  listTitle: 'Mitä on tuotu',
  listNone: 'Ei vielä mitään.',
  head: { file: 'Tiedosto', when: 'Milloin', state: 'Tila', rows: 'Rivejä', actions: 'Ota pois' },
  state: {
    waiting: 'odottaa',
    running: 'luetaan',
    done: 'voimassa',
    failed: 'epäonnistui, mitään ei jäänyt',
    undone: 'peruttu',
  },
  progress: (rows, share) => `${rows} riviä${share ? `, ${share}` : ''}`,
  rows: (used, read) => `${used} / ${read}`,
  report: 'Raportti (CSV)',
  reportOf: (file) => `Raportti tiedostosta ${file}, CSV`,
  undo: 'Peru',
  undoOf: (file) => `Peru tuonti: ${file}`,
  undoSure: (file, rows) =>
    `Perutaanko ${file}? Sen ${rows} riviä poistuu, samoin asiakkuudet ja ihmiset, jotka vain se nimesi. Muista tiedostoista, ohjelmista tai käsin tullut säilyy.`,
  undone: (when) => `peruttu ${when}`,
  done: (file) => `${file} on voimassa.`,
  failed: (file) => `Tiedostoa ${file} ei tuotu; siitä ei jäänyt mitään.`,
  toOverview: 'Katso, missä mittausohjelma on',
};

const sv: ImportWords = {
  title: 'Importer',
  question: 'Vad ska läsas?',
  lead: 'En fil läses helt eller inte alls, och kan tas bort igen som om den aldrig funnits.',
  notAllowed: 'Din roll läser siffror men importerar inga filer. En ägare kan ändra din roll.',
  kindLegend: 'Filen innehåller',
  kind: {
    answers: 'Svar',
    accounts: 'Kunder',
    contacts: 'Kontaktpersoner',
    outcomes: 'Utfall',
    'service-kpis': 'Servicetal',
    company: 'Ett helt företag',
  },
  kindText: {
    answers: 'en rad per svarstillfälle, från vilket enkätverktyg som helst',
    accounts: 'kunder med segment, intäkter och avtal',
    contacts: 'kundernas människor och deras roller',
    outcomes: 'intäkter, marginal och avhopp per kund och tid',
    'service-kpis': 'andelar som ”levererat i tid” per enhet och period',
  },
  drop: 'Släpp en fil här',
  dropOver: 'Släpp för att läsa filen',
  dropText: 'CSV, TSV eller XLSX. Inget lagras förrän du säger till.',
  choose: 'Välj en fil',
  sending: (sent, total) => `Skickat ${sent} av ${total}`,
  reading: 'Filen läses. Inget är lagrat än.',
  cancel: 'Avbryt',
  previewTitle: (file) => `${file}: en provkörning`,
  previewCounts: ({ read, used, rejected, known, anyKnown }) =>
    `${read} rader lästa, ${used} skulle användas, ${rejected} avvisade${anyKnown ? `; ${known} är redan kända och räknas en gång` : ''}.`,
  nothing: 'Ingen rad går att använda som filen läses nu. Rätta nedan hur den läses.',
  reasons: 'Vad som inte tas med',
  reasonHead: ['Skäl', 'Rader', 'Första raden'],
  reason: {
    preview: 'Förhandsvisning eller provsvar',
    'empty-score': 'Inget betyg',
    'missing-code': 'Kod för ”inget svar”',
    'unreadable-score': 'Betyget är inget tal',
    'outside-scale': 'Betyget ligger utanför skalan',
    'unreadable-date': 'Datumet går inte att läsa',
    'future-date': 'Datumet ligger i framtiden',
    'unreadable-address': 'E-postadressen går inte att läsa',
    duplicate: 'Samma id två gånger i filen',
    'empty-id': 'Inget id',
    'damaged-id': 'Id skadat av ett kalkylblad',
    'too-long': 'För lång text',
    'unreadable-level': 'Nivån är varken möte eller relation',
    'unreadable-amount': 'Beloppet går inte att läsa',
    'unreadable-number': 'Talet går inte att läsa',
    'other-currency': 'En annan valuta',
    'unknown-role': 'Okänd roll',
    'empty-value': 'Inget värde',
  },
  firstProblems: 'Visa de första raderna som inte tas med',
  problemHead: { line: 'Rad', column: 'Kolumn', value: 'Vad som står där', reason: 'Skäl' },
  leftOut: 'bara värdet lämnas ute',
  rejectedRow: 'raden lämnas ute',
  readAs: 'Hur filen läses',
  readSo: 'Läs filen så här',
  readAsText: 'Varje val gör provkörningen igen; filen behöver inte släppas på nytt.',
  noColumn: 'Ingen kolumn',
  field: {
    date: 'Datum',
    responseId: 'Svarets id',
    account: 'Kund',
    contact: 'Kontaktperson',
    role: 'Roll',
    touchpoint: 'Kontaktpunkt',
    segment: 'Kundsegment',
    orgUnit: 'Enhet',
    channel: 'Kanal',
    language: 'Språk',
    level: 'Nivå',
    status: 'Läge',
    finished: 'Avslutat',
    invitation: 'Inbjudan',
    id: 'Kännetecken',
    name: 'Namn',
    parent: 'Moderkund',
    currency: 'Valuta',
    revenue: 'Årsintäkter',
    margin: 'Marginal',
    marginRate: 'Marginal som andel',
    contractFrom: 'Avtal sedan',
    renewalOn: 'Förnyas',
    leftAt: 'Lämnade',
    leaveReason: 'Skäl att lämna',
    email: 'E-post',
    phone: 'Telefon',
    kind: 'Slag av utfall',
    value: 'Värde',
    kpi: 'Servicetal',
    period: 'Tidsperiod',
    from: 'Från',
    to: 'Dagen efter den sista',
    numerator: 'Av dessa',
    denominator: 'Totalt',
  },
  scores: 'Betyg',
  scoreColumn: 'Betygskolumn',
  metric: 'Mått',
  level: 'Enkätens nivå',
  levels: { encounter: 'efter ett kundmöte', relationship: 'om kundrelationen' },
  survey: 'Enkät (kort namn)',
  dateOrder: 'Datumordning',
  orders: { dmy: 'dag, månad, år', mdy: 'månad, dag, år', ymd: 'år, månad, dag' },
  automatic: 'Automatiskt',
  saved: 'Sparat läsesätt',
  savedNone: 'som identifierat',
  saveAs: 'Spara läsesättet som',
  saveAsHint: 'Erbjuds för nästa fil av samma slag.',
  save: 'Spara',
  savedNow: 'Sparat.',
  import: (rows) => `Importera ${rows} rader`,
  another: 'En annan fil',
  back: 'Tillbaka',
  listTitle: 'Vad som har importerats',
  listNone: 'Inget än.',
  head: { file: 'Fil', when: 'När', state: 'Läge', rows: 'Rader', actions: 'Ta bort' },
  state: {
    waiting: 'väntar',
    running: 'läses',
    done: 'gäller',
    failed: 'misslyckades, inget sparades',
    undone: 'ångrad',
  },
  progress: (rows, share) => `${rows} rader${share ? `, ${share}` : ''}`,
  rows: (used, read) => `${used} av ${read}`,
  report: 'Rapport (CSV)',
  reportOf: (file) => `Rapport om ${file} som CSV`,
  undo: 'Ångra',
  undoOf: (file) => `Ångra importen av ${file}`,
  undoSure: (file, rows) =>
    `Ångra ${file}? Dess ${rows} rader försvinner, och de kunder och människor som bara den nämnde. Det som kom med andra filer, program eller för hand finns kvar.`,
  undone: (when) => `ångrad ${when}`,
  done: (file) => `${file} gäller nu.`,
  failed: (file) => `${file} importerades inte; inget av den sparades.`,
  toOverview: 'Se var mätprogrammet står',
};

export const importWords: Readonly<Record<Language, ImportWords>> = { en, fi, sv };
