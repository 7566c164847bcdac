import type { DoubtWords } from './doubt-words.ts';
import { monitorDoubts } from './monitor-doubts.ts';
import { pathModelDoubts } from './path-model-doubts.ts';
import { planDoubts } from './plan-doubts.ts';
import { svDrivers } from './sv-drivers.ts';
import { svFileErrors } from './sv-file-errors.ts';
import { svScoreErrors } from './sv-score-errors.ts';
import { svStoreErrors } from './sv-store-errors.ts';
import { svWorkErrors } from './sv-work-errors.ts';

/** "Ett svar", "12 svar", "Några svar". */
const counted = (count: string, one: string, many: string) => (count === '1' ? one : `${count || 'Några'} ${many}`);
const of = (periods: string) => (periods ? ` (${periods})` : '');

export const svDoubts: DoubtWords = {
  caveat: {
    ...svDrivers.caveat,
    ...monitorDoubts.sv,
    ...pathModelDoubts.sv.caveat,
    ...planDoubts.sv,
    'single-answer': ({ periods }) => `Ett enda svar säger inget om de andra${of(periods)}.`,
    'small-sample': ({ periods }) =>
      `Här räknas färre än 10 svar: intervallet är brett, och det är själva budskapet${of(periods)}.`,
    'no-variance': ({ periods }) =>
      `Alla svar är lika, så de visar inte hur mycket svar varierar; ingen felmarginal ges${of(periods)}.`,
    'few-accounts': () => 'Det finns färre än 10 kunder: intervall som håller ihop kundernas svar är grova.',
    'single-unit-stratum': () => 'Ett stratum har bara en kund; det centreras på medelvärdet av alla.',
    'weights-unequal': () => 'Vikterna skiljer sig så mycket att långt färre svar räknas än som har getts.',
    'population-below-sample': () => 'Ett stratum har fler kunder än dess population uppgavs ha.',
    'rows-dropped': ({ count }) =>
      `${counted(count, 'En rad', 'rader')} kunde inte användas i beräkningen och utelämnades.`,
    'unpaired-dropped': ({ count }) => `${counted(count, 'Ett svar', 'svar')} saknar motsvarighet och utelämnades.`,
    'normal-approximation': () => 'En fördelning för stora urval användes där den exakta skulle ta för lång tid.',
    'metric-assumed': ({ value }) =>
      `Måttet härleddes ur svaren${of(value)}, det angavs inte. Rätta det om det är ett annat.`,
    'scale-assumed': ({ value }) => `Skalans ändar härleddes ur svaren${of(value)}, de angavs inte.`,
    'scale-doubtful': ({ value }) =>
      `Inget svar är över 5: frågan kan ha ställts på skalan ${value}. Välj i så fall medelvärde och den skalan (--metric mean --scale ${value}).`,
    'date-column-start-time': ({ value }) =>
      `Bara tiden för start eller utskick hittades${of(value)}, inte tiden för svaret.`,
    'partials-used': ({ count }) =>
      `${counted(count, 'Ett ofullständigt svar', 'ofullständiga svar')} har ett betyg och används.`,
    'partial-period': ({ periods }) => `Den första eller sista perioden är inte hel${of(periods)}.`,
    gap: ({ periods }) =>
      `Det finns perioder utan svar${of(periods)}; nästa period med svar jämförs med den föregående som har svar.`,
    'definition-change': ({ periods }) =>
      `Formuleringen eller skalan ändrades${of(periods)}, så perioderna före och efter gäller inte riktigt samma fråga.`,
    'clusters-unknown': () => 'Svar från samma kund räknades som oberoende: ingen kundkolumn hittades.',
    'levels-mixed': () => 'Svar från kundmöten och från kundrelationen ligger i samma serie; de mäter olika saker.',
    'few-periods': () => 'Med färre än 3 perioder med svar kan inget nivåskifte lokaliseras.',
    'anonymised-dates': ({ count }) =>
      `${counted(count, 'Ett svar', 'svar')} har datumet 1 januari 1980, som betyder anonymiserat datum, och utelämnades.`,
    'design-effect': ({ value }) =>
      `Svar från samma kund liknar varandra: i intervall och test är n delat med designeffekten ${value}.`,
    'running-period': ({ periods }) =>
      `${periods} pågår ännu. Utslaget gäller för en enda titt; den som tittar varje dag ser förändringar som inte finns.`,
    'scales-differ': ({ count, value }) =>
      `Frågor till detta mått ställs på flera skalor. Bara svar på ${value} räknas här; ${count} lämnas utanför.`,
    'ranking-not-supported': () =>
      'Dessa grupper kan inte rangordnas: vilka två som helst kan i verkligheten stå i omvänd ordning.',
    'excel-damage': ({ count }) =>
      `${counted(count, 'Ett värde', 'värden')} ser ut att ha skadats av ett kalkylprogram (som 1,2E+11). Exportera igen utan att öppna filen.`,
  },
  oneAccount: (periods) =>
    `Alla svar kommer från en enda kund${of(periods)}, så det syns inte hur mycket kunderna skiljer sig åt; ingen felmarginal ges.`,
  rejected: {
    'empty-score': () => 'Inget betyg',
    'outside-scale': (min, max) => `Betyg utanför ${min} till ${max}`,
    'unreadable-score': () => 'Betyget kan inte läsas',
    'unreadable-date': () => 'Datumet kan inte läsas',
    'missing-code': () => 'Kod för saknat svar',
    preview: () => 'Förhandsgranskning',
    duplicate: () => 'Samma svars-id två gånger',
  },
  error: {
    ...svDrivers.error,
    ...pathModelDoubts.sv.error,
    ...svScoreErrors,
    ...svFileErrors,
    ...svWorkErrors,
    ...svStoreErrors,
  },
  detail: { columns: 'Kolumner', choices: 'Att välja på', line: 'Rad', column: 'Kolumn', value: 'Värde' },
  errorTitle: 'Filen kunde inte granskas',
  errorKept: 'Inget gick förlorat: filen är oförändrad och fortfarande vald, och inget av den har sparats.',
  errorCode: (code) => `Kod ${code}`,
  unknownError: {
    happened: 'Serverns svar gick inte att tolka.',
    remedy: 'Försök igen. Om det händer igen, se serverns logg.',
  },
  networkError: {
    happened: 'Servern kunde inte nås.',
    remedy: 'Kontrollera att Candor fortfarande körs på den här adressen och försök igen.',
  },
  because: {
    flag: 'du angav det',
    'column-name': 'namnet eller frågan säger det',
    'survey-type': 'kolumnen med enkättyper säger det',
    'nps-group-column': 'en kolumn med promotorer, passiva och kritiker står bredvid',
    'generic-name': 'kolumnen heter som ett betyg',
    'value-shape': 'värdena ser ut så',
    'only-candidate': 'ingen annan kolumn passar',
    'equal-columns': 'kolumnerna med detta namn har samma svar; den första läses',
    'scale-0-10': 'svaren ligger mellan 0 och 10, och inget annat säger mer',
    'scale-1-5': 'svaren ligger mellan 1 och 5, och inget annat säger mer',
    'scale-1-7': 'svaren ligger mellan 1 och 7, och inget annat säger mer',
    'scale-other': 'svaren ligger inte på någon vanlig skala, och inget annat säger mer',
    'metric-definition': 'måttet har denna skala per definition',
    'values-seen': 'den minsta vanliga skala som rymmer svaren',
    'preferred-name': 'namnet ligger närmast svarstiden',
    'start-time-only': 'bara en tid för start eller utskick hittades',
    'unambiguous-day': 'en dag över 12 avgör ordningen',
    'utc-in-header': 'rubriken säger UTC',
    default: 'inget angavs',
    'known-columns': 'kolumnerna är de i verktygets export',
    'header-rows': 'det finns mer än en rubrikrad',
    'title-rows': 'raderna ovanför rubriken är en titel',
    'byte-order': 'så är filens tecken kodade',
    'column-count': 'den delar raderna jämnast',
    'sep-line': 'filens första rad säger det',
    'single-column': 'det finns bara en kolumn',
    'first-sheet': 'det första synliga bladet med rader',
    'comma-numbers': 'betygen har decimalkomma',
    filtered: 'de övriga raderna utelämnades',
  },
};
