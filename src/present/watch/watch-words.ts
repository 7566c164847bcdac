import type { Language } from '../language.ts';

export interface WatchWords {
  readonly question: string;
  readonly steady: (day: string) => string;
  readonly moved: (direction: 'up' | 'down', alarm: string, size: string, since: string) => string;
  readonly earlier: (direction: 'up' | 'down', alarm: string, size: string, since: string) => string;
  readonly learning: string;
  readonly again: (day: string) => string;
  readonly evidence: (odds: string, threshold: string, day: string) => string;
  readonly normal: string;
  readonly promise: (answers: string) => string;
  readonly notices: (half: string, size90: string, size30: string, year: string) => string;
  readonly noticesLate: (size90: string, year: string) => string;
  readonly noAlarm: string;
  readonly soFar: string;
  readonly baseline: (from: string, to: string, value: string, n: string) => string;
  readonly afterBreak: (day: string) => string;
  readonly accounts: (effect: string) => string;
  readonly chart: string;
  readonly axis: string;
  readonly alarmLine: string;
  readonly table: { readonly title: string; readonly month: string; readonly highest: string; readonly last: string };
  readonly how: string;
  readonly file: string;
}

export const watchWords: Readonly<Record<Language, WatchWords>> = {
  en: {
    question: 'Is the level still the same?',
    steady: (day) => `Nothing says that the level has changed since the baseline, as of ${day}.`,
    moved: (direction, alarm, size, since) =>
      `The level ${direction === 'up' ? 'rose' : 'fell'} by about ${size} so far, probably since ${since}; noticed on ${alarm}.`,
    earlier: (direction, alarm, size, since) =>
      `Earlier it ${direction === 'up' ? 'rose' : 'fell'} by about ${size}, probably since ${since}; noticed on ${alarm}.`,
    learning: 'The new level is being learnt: 30 days and 200 answers are needed before it is watched again.',
    again: (day) => `The new level is watched since ${day}.`,
    evidence: (odds, threshold, day) => `Evidence of a change on ${day}: ${odds}. An alarm needs ${threshold}.`,
    normal: 'Below 1 is normal and means nothing.',
    promise: (answers) =>
      `With about ${answers} answers a day, of 20 steady programmes like this one at most one raises a false alarm within a year, however often one looks.`,
    notices: (half, size90, size30, year) =>
      `A lasting change of ${size90} is noticed in about ${half} days (nine times in ten within 90), one of ${size30} within 30 days, one of ${year} within the year.`,
    noticesLate: (size90, year) =>
      `Nine times in ten a lasting change of ${size90} is noticed within 90 days, one of ${year} within the year.`,
    noAlarm: 'No alarm does not mean no change.',
    soFar: 'The size is exaggerated: it was noticed because it looked large. Later answers tell it better.',
    baseline: (from, to, value, n) => `Baseline: ${value}, ${from} to ${to}, n ${n}.`,
    afterBreak: (day) => `The question or the metric changed on ${day}; what came before is not compared.`,
    accounts: (effect) => `Answers of one account are alike and count less: design effect ${effect}.`,
    chart: 'Evidence of a change, day by day',
    axis: 'evidence, to 1',
    alarmLine: 'alarm',
    table: { title: 'Evidence by month', month: 'Month', highest: 'Highest', last: 'On the last day' },
    how: 'How this was computed',
    file: 'watch',
  },
  fi: {
    question: 'Onko taso yhä sama?',
    steady: (day) => `Mikään ei kerro tason muuttuneen lähtötasosta (${day}).`,
    moved: (direction, alarm, size, since) =>
      `Taso ${direction === 'up' ? 'nousi' : 'laski'} tähän mennessä noin ${size}, luultavasti ${since} alkaen; havaittu ${alarm}.`,
    earlier: (direction, alarm, size, since) =>
      `Aiemmin taso ${direction === 'up' ? 'nousi' : 'laski'} noin ${size}, luultavasti ${since} alkaen; havaittu ${alarm}.`,
    learning: 'Uutta tasoa opetellaan: ennen kuin seuranta jatkuu, tarvitaan 30 päivää ja 200 vastausta.',
    again: (day) => `Uutta tasoa on seurattu ${day} alkaen.`,
    evidence: (odds, threshold, day) => `Näyttö muutoksesta ${day}: ${odds}. Hälytykseen tarvitaan ${threshold}.`,
    normal: 'Alle 1 on tavallista eikä kerro mitään.',
    promise: (answers) =>
      `Kun vastauksia tulee päivässä noin ${answers}, kahdestakymmenestä tällaisesta vakaana pysyvästä ohjelmasta enintään yksi hälyttää vuodessa turhaan, katsoipa sitä kuinka usein tahansa.`,
    notices: (half, size90, size30, year) =>
      `Pysyvä muutos, jonka koko on ${size90}, huomataan noin ${half} päivässä (yhdeksän kertaa kymmenestä 90 päivässä), ${size30} 30 päivässä ja ${year} vuodessa.`,
    noticesLate: (size90, year) =>
      `Yhdeksän kertaa kymmenestä pysyvä muutos, jonka koko on ${size90}, huomataan 90 päivässä ja ${year} vuodessa.`,
    noAlarm: 'Hälytyksen puuttuminen ei tarkoita, ettei mikään ole muuttunut.',
    soFar:
      'Koko on liioiteltu: muutos huomattiin, koska se näytti suurelta. Myöhemmät vastaukset kertovat sen paremmin.',
    baseline: (from, to, value, n) => `Lähtötaso: ${value}, ${from}–${to}, n ${n}.`,
    afterBreak: (day) => `Kysymys tai mittari vaihtui ${day}; aiempaa ei verrata.`,
    accounts: (effect) =>
      `Saman asiakkuuden vastaukset muistuttavat toisiaan ja painavat vähemmän: asetelmakerroin ${effect}.`,
    chart: 'Näyttö muutoksesta päivä päivältä',
    axis: 'näyttö, suhteessa 1:een',
    alarmLine: 'hälytys',
    table: { title: 'Näyttö kuukausittain', month: 'Kuukausi', highest: 'Suurin', last: 'Viimeisenä päivänä' },
    how: 'Miten tämä laskettiin (englanniksi)',
    file: 'seuranta',
  },
  sv: {
    question: 'Är nivån fortfarande densamma?',
    steady: (day) => `Inget säger att nivån har ändrats sedan utgångsläget (${day}).`,
    moved: (direction, alarm, size, since) =>
      `Nivån ${direction === 'up' ? 'steg' : 'föll'} med ungefär ${size} hittills, troligen sedan ${since}; märkt ${alarm}.`,
    earlier: (direction, alarm, size, since) =>
      `Tidigare ${direction === 'up' ? 'steg' : 'föll'} den med ungefär ${size}, troligen sedan ${since}; märkt ${alarm}.`,
    learning: 'Den nya nivån lärs in: 30 dagar och 200 svar behövs innan den bevakas igen.',
    again: (day) => `Den nya nivån bevakas sedan ${day}.`,
    evidence: (odds, threshold, day) => `Belägg för en förändring ${day}: ${odds}. Ett larm kräver ${threshold}.`,
    normal: 'Under 1 är normalt och betyder ingenting.',
    promise: (answers) =>
      `Med ungefär ${answers} svar om dagen larmar högst ett av 20 sådana stabila program i onödan under ett år, hur ofta man än tittar.`,
    notices: (half, size90, size30, year) =>
      `En bestående förändring på ${size90} märks på ungefär ${half} dagar (nio gånger av tio inom 90), en på ${size30} inom 30 dagar, en på ${year} inom året.`,
    noticesLate: (size90, year) =>
      `Nio gånger av tio märks en bestående förändring på ${size90} inom 90 dagar, en på ${year} inom året.`,
    noAlarm: 'Att inget larm kommit betyder inte att inget ändrats.',
    soFar: 'Storleken är överdriven: förändringen märktes för att den såg stor ut. Senare svar visar den bättre.',
    baseline: (from, to, value, n) => `Utgångsläge: ${value}, ${from} till ${to}, n ${n}.`,
    afterBreak: (day) => `Frågan eller måttet ändrades ${day}; det som kom före jämförs inte.`,
    accounts: (effect) => `Svar från samma kund liknar varandra och väger mindre: designeffekt ${effect}.`,
    chart: 'Belägg för en förändring, dag för dag',
    axis: 'belägg, mot 1',
    alarmLine: 'larm',
    table: { title: 'Belägg per månad', month: 'Månad', highest: 'Högst', last: 'Sista dagen' },
    how: 'Hur detta beräknades (på engelska)',
    file: 'bevakning',
  },
};
