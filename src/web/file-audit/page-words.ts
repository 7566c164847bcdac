import type { Language } from '../../present/index.ts';

/** The words of the page around the report, in one language. */
export interface PageWords {
  dropTitle: string;
  dropAgainTitle: string;
  dropText: string;
  dropHere: string;
  choose: string;
  sampleTitle: string;
  sampleText: string;
  backToSample: string;
  introTitle: string;
  loadingSample: string;
  sending: (sent: string, total: string) => string;
  rows: (rows: string) => string;
  judging: (rows: string, seconds: string) => string;
  judgingUnknown: (seconds: string) => string;
  cancel: string;
  cancelled: string;
  ready: (file: string) => string;
  rerunning: string;
  tryAgain: string;
  back: string;
  correct: string;
  correctLead: string;
  detected: (value: string) => string;
  usual: (value: string) => string;
  detect: string;
  noColumn: string;
  apply: string;
  readAs: (what: string) => string;
  fields: {
    score: string;
    date: string;
    metric: string;
    scale: string;
    dateOrder: string;
    period: string;
    timeZone: string;
    account: string;
    role: string;
    where: string;
    sheet: string;
  };
  example: (value: string) => string;
  wherePlaceholder: string;
  methods: string;
  takeaway: string;
  reportFile: string;
  resultFile: string;
  periodsFile: string;
  changesFile: string;
  svgFile: string;
  fileNames: { report: string; periods: string; changes: string; trend: string };
  chartLoading: string;
  chartFailed: string;
}

const en: PageWords = {
  dropTitle: 'Audit your own file',
  dropAgainTitle: 'Drop another file here',
  dropText: 'Drop a CSV, TSV or XLSX export here. It is read on the machine where Candor runs, and not kept.',
  dropHere: 'Let go to audit this file',
  choose: 'Choose a file',
  sampleTitle: 'This is a sample',
  sampleText: 'A simulated company, judged as your file would be.',
  backToSample: 'Show the sample',
  introTitle: 'Was there ever a signal?',
  loadingSample: 'The sample is being judged.',
  sending: (sent, total) => `Sent ${sent} of ${total}`,
  rows: (rows) => `About ${rows} rows`,
  judging: (rows, seconds) => `Judging about ${rows} rows, ${seconds} s`,
  judgingUnknown: (seconds) => `Judging the answers, ${seconds} s`,
  cancel: 'Cancel',
  cancelled: 'Cancelled. Nothing was kept.',
  ready: (file) => `The report on ${file} is ready.`,
  rerunning: 'Judging again with your correction',
  tryAgain: 'Try again',
  back: 'Back to the last report',
  correct: 'Correct what was detected',
  correctLead: 'A correction judges the same file again. You need not drop it again.',
  detected: (value) => `${value} (detected)`,
  usual: (value) => `${value} (default)`,
  detect: 'Automatic',
  noColumn: 'No column',
  apply: 'Apply',
  readAs: (what) => `Read as: ${what}.`,
  fields: {
    score: 'Score column',
    date: 'Date column',
    metric: 'Metric',
    scale: 'Scale',
    dateOrder: 'Date order',
    period: 'Period',
    timeZone: 'Time zone',
    account: 'Account column',
    role: 'Role column',
    where: 'Only rows where',
    sheet: 'Sheet',
  },
  example: (value) => `e.g. ${value}`,
  wherePlaceholder: 'column=value',
  methods: 'Methods and references',
  takeaway: 'Take it with you',
  reportFile: 'Report (HTML)',
  resultFile: 'Result (JSON)',
  periodsFile: 'Periods (CSV)',
  changesFile: 'Changes (CSV)',
  svgFile: 'Save the picture (SVG)',
  fileNames: { report: 'audit', periods: 'periods', changes: 'changes', trend: 'trend' },
  chartLoading: 'The picture is being drawn.',
  chartFailed: 'The picture could not be drawn. Its figures are in the table.',
};

const fi: PageWords = {
  dropTitle: 'Arvioi oma tiedostosi',
  dropAgainTitle: 'Pudota tähän toinen tiedosto',
  dropText: 'Pudota tähän CSV-, TSV- tai XLSX-tiedosto. Se luetaan koneella, jolla Candor toimii, eikä sitä säilytetä.',
  dropHere: 'Arvioi tiedosto päästämällä irti',
  choose: 'Valitse tiedosto',
  sampleTitle: 'Tämä on esimerkki',
  sampleText: 'Simuloitu yritys, arvioitu samoin kuin oma tiedostosi.',
  backToSample: 'Näytä esimerkki',
  introTitle: 'Oliko signaalia koskaan?',
  loadingSample: 'Esimerkkiä arvioidaan.',
  sending: (sent, total) => `Lähetetty ${sent} / ${total}`,
  rows: (rows) => `Noin ${rows} riviä`,
  judging: (rows, seconds) => `Arvioidaan noin ${rows} riviä, ${seconds} s`,
  judgingUnknown: (seconds) => `Arvioidaan vastauksia, ${seconds} s`,
  cancel: 'Peruuta',
  cancelled: 'Peruutettu. Mitään ei säilytetty.',
  ready: (file) => `Tiedoston ${file} raportti on valmis.`,
  rerunning: 'Arvioidaan uudelleen korjauksen mukaan',
  tryAgain: 'Yritä uudelleen',
  back: 'Takaisin edelliseen raporttiin',
  correct: 'Korjaa tunnistus',
  correctLead: 'Korjaus arvioi saman tiedoston uudelleen. Sitä ei tarvitse pudottaa uudestaan.',
  detected: (value) => `${value} (tunnistettu)`,
  usual: (value) => `${value} (oletus)`,
  detect: 'Automaattinen',
  noColumn: 'Ei saraketta',
  apply: 'Käytä',
  readAs: (what) => `Luettiin näin: ${what}.`,
  fields: {
    score: 'Arvosanasarake',
    date: 'Päiväsarake',
    metric: 'Mittari',
    scale: 'Asteikko',
    dateOrder: 'Päiväyksen järjestys',
    period: 'Jakso',
    timeZone: 'Aikavyöhyke',
    account: 'Asiakkuussarake',
    role: 'Roolisarake',
    where: 'Vain rivit, joilla',
    sheet: 'Taulukko',
  },
  example: (value) => `esim. ${value}`,
  wherePlaceholder: 'sarake=arvo',
  methods: 'Menetelmät ja lähteet (englanniksi)',
  takeaway: 'Ota mukaasi',
  reportFile: 'Raportti (HTML)',
  resultFile: 'Tulos (JSON)',
  periodsFile: 'Jaksot (CSV)',
  changesFile: 'Muutokset (CSV)',
  svgFile: 'Tallenna kuva (SVG)',
  fileNames: { report: 'arviointi', periods: 'jaksot', changes: 'muutokset', trend: 'kehitys' },
  chartLoading: 'Kuvaa piirretään.',
  chartFailed: 'Kuvaa ei voitu piirtää. Sen luvut ovat taulukossa.',
};

const sv: PageWords = {
  dropTitle: 'Granska din egen fil',
  dropAgainTitle: 'Släpp en annan fil här',
  dropText: 'Släpp en export i CSV, TSV eller XLSX här. Den läses på datorn där Candor körs och sparas inte.',
  dropHere: 'Släpp för att granska filen',
  choose: 'Välj en fil',
  sampleTitle: 'Det här är ett exempel',
  sampleText: 'Ett simulerat företag, granskat på samma sätt som din fil.',
  backToSample: 'Visa exemplet',
  introTitle: 'Fanns det någonsin en signal?',
  loadingSample: 'Exemplet granskas.',
  sending: (sent, total) => `Skickat ${sent} av ${total}`,
  rows: (rows) => `Ungefär ${rows} rader`,
  judging: (rows, seconds) => `Granskar ungefär ${rows} rader, ${seconds} s`,
  judgingUnknown: (seconds) => `Granskar svaren, ${seconds} s`,
  cancel: 'Avbryt',
  cancelled: 'Avbrutet. Inget sparades.',
  ready: (file) => `Rapporten om ${file} är klar.`,
  rerunning: 'Granskar igen med din rättelse',
  tryAgain: 'Försök igen',
  back: 'Tillbaka till förra rapporten',
  correct: 'Rätta det som identifierades',
  correctLead: 'En rättelse granskar samma fil igen. Du behöver inte släppa den på nytt.',
  detected: (value) => `${value} (identifierad)`,
  usual: (value) => `${value} (standard)`,
  detect: 'Automatiskt',
  noColumn: 'Ingen kolumn',
  apply: 'Använd',
  readAs: (what) => `Läst som: ${what}.`,
  fields: {
    score: 'Betygskolumn',
    date: 'Datumkolumn',
    metric: 'Mått',
    scale: 'Skala',
    dateOrder: 'Datumordning',
    period: 'Period',
    timeZone: 'Tidszon',
    account: 'Kundkolumn',
    role: 'Rollkolumn',
    where: 'Bara rader där',
    sheet: 'Blad',
  },
  example: (value) => `t.ex. ${value}`,
  wherePlaceholder: 'kolumn=värde',
  methods: 'Metoder och källor (på engelska)',
  takeaway: 'Ta med dig',
  reportFile: 'Rapport (HTML)',
  resultFile: 'Resultat (JSON)',
  periodsFile: 'Perioder (CSV)',
  changesFile: 'Förändringar (CSV)',
  svgFile: 'Spara bilden (SVG)',
  fileNames: { report: 'granskning', periods: 'perioder', changes: 'forandringar', trend: 'trend' },
  chartLoading: 'Bilden ritas.',
  chartFailed: 'Bilden kunde inte ritas. Siffrorna finns i tabellen.',
};

export const pageWords: Readonly<Record<Language, PageWords>> = { en, fi, sv };
