import type { DriverWords } from './driver-words-shape.ts';

export const svDriverWords: DriverWords = {
  short: { nps: 'viljan att rekommendera', csat: 'nöjdheten', ces: 'enkelheten' },
  quoted: (text) => `”${text}”`,
  question: (outcome) => `Vad hänger samman med ${outcome}?`,
  first: ({ driver, outcome, share, range, often }) =>
    `${driver} hänger starkast samman med ${outcome}: ${share} (${range}) av det som frågorna förklarar; först i ${often} av omsamplingarna.`,
  firstUnknown: ({ driver, outcome, share, range, often }) =>
    `Vilken fråga som hänger starkast samman med ${outcome} går inte att säga: störst andel, ${share} (${range}) av det som frågorna förklarar, har ${driver}, först i bara ${often} av omsamplingarna.`,
  only: ({ driver, outcome, share, range }) =>
    `Bara ${driver} är med: den förklarar ${share} (${range}) av hur svaren om ${outcome} skiljer sig.`,
  together: ({ count, share, outcome, n }) =>
    `Tillsammans förklarar de ${count} frågorna ${share} av hur svaren om ${outcome} skiljer sig, bland ${n} svarande.`,
  tooFew: ({ needed, answers, questions }) =>
    `För ${questions} ${questions === 1 ? 'fråga' : 'frågor'} behövs ${needed} svar${answers ? `; här finns ${answers}` : ''}. Ta en längre tidsperiod, färre filter eller färre frågor.`,
  notCause: 'Samband är inte detsamma som orsak.',
  sharesTitle: 'Andel av det förklarade',
  sharesSubtitle: (survey, window) => `${survey}, ${window}; staplar med 95\u00a0-procentiga intervall`,
  sharesAlternative: (lines) => `Andel av det förklarade, per fråga: ${lines}.`,
  mapTitle: 'Vad som väger, och hur det bedöms',
  mapSubtitle:
    'Vikt: andel av det förklarade. Nivå: medelbetyg på 0 till 100. Linjer vid medelvärdena; där ett intervall korsar en linje är fältet osäkert.',
  mapAlternative: (lines) => `Vikt och nivå per fråga: ${lines}.`,
  mapLine: ({ rank, driver, share, index }) => `${rank} ${driver}, vikt ${share}, nivå ${index}`,
  importance: 'vikt',
  performance: 'nivå',
  quadrants: { improve: 'förbättra först', keep: 'håll uppe', watch: 'mindre brådskande', enough: 'bra nog' },
  contrastTitle: 'Låga och höga betyg',
  contrastLead: (n) =>
    `Hur utfallet vid låga och höga betyg skiljer sig från det vid betyg i mitten, när övriga frågor hålls lika. ${n} svarande besvarade allt.`,
  contrastNone: 'För få besvarade alla frågor för att låga och höga betyg ska kunna jämföras.',
  penalty: 'lågt betyg',
  reward: 'högt betyg',
  kind: { basic: 'bara lågt syns', delight: 'bara högt syns', linear: 'båda syns', none: 'syns inte' },
  rank: 'Nr',
  driver: 'fråga',
  share: 'andel av det förklarade',
  firstIn: 'först i',
  direction: 'riktning',
  directions: { with: 'åt samma håll', against: 'åt motsatt håll', unclear: 'oklar' },
  unclearMark: 'Suppressor – oklar riktning',
  answers: 'svar',
  caption: ({ n, method, resamples, run }) => `n ${n}. ${method}, ${resamples} omsamplingar. Körning ${run}.`,
  methods: { lmg: 'LMG: medelvärde över alla ordningar (Shapley)', johnson: 'Relativa vikter (Johnson)' },
  units: { row: 'svarande', account: 'kunder', group: 'grupper av svarande' },
  how: { title: 'Hur räknades det här ut?', link: 'Metoden' },
  howRows: {
    formula: 'Metod',
    answers: 'Svar',
    answersValue: ({ n, complete, fewest }) =>
      `${n} svarande, varav ${complete} besvarade allt; varje par av frågor vilar på minst ${fewest}`,
    explained: 'Förklarat',
    explainedValue: ({ share, adjusted }) => `R² ${share}, justerat ${adjusted}`,
    interval: 'Intervall',
    intervalValue: ({ confidence, resamples, unit, seed }) =>
      `${confidence} percentilintervall från ${resamples} omsamplingar av ${unit}, frö ${seed}`,
    missing: 'Saknade svar',
    missingNone: 'inga',
    window: 'Tidsperiod',
    run: 'Körning',
    data: 'Datahash (SHA-256)',
  },
  hidden: (count) =>
    count === 1
      ? 'En period utelämnas eftersom för få svarande står bakom den.'
      : `${count} perioder utelämnas eftersom för få svarande står bakom dem.`,
  cut: 'Det finns fler svar; de senaste 200\u00a0000 är med.',
  file: 'drivkrafter',
  appendix: {
    title: (outcome) => `Metodbilaga: vad som hänger samman med ${outcome}`,
    formulas: [
      'R är korrelationsmatrisen för de p drivkrafterna och utfallet. R²(S) är den andel av variansen som drivkrafterna i S förklarar.',
      'LMG: andel(j) = Σ över S utan j av |S|! (p − |S| − 1)! / p! · (R²(S ∪ j) − R²(S)). Andelarna summerar till R².',
      'Johnson: med Λ = R(xx)^(1/2) och b = R(xx)^(−1/2) r är andel(j) = Σ över k av Λ(j,k)² b(k)². Andelarna summerar till R².',
      'Intervall: kvantiler (typ 7) av omsamplingarna, dragna med återläggning. Första plats: andelen omsamplingar där drivkraften har störst andel.',
      'Saknade svar: varje korrelation räknas på dem som besvarade båda frågorna; medelvärden ersätter där matrisen inte är positivt definit.',
      'Låga och höga betyg: minsta kvadrat på två indikatorer för varje drivkraft (högst 45 % och minst 82 % av skalans bredd), HC3-medelfel, eller CR1 per kund.',
    ],
    references: 'Källor',
    limits: 'Vad detta inte säger',
    limitLines: [
      'Det säger inte vad som orsakar utfallet.',
      'En andel är aldrig noll; dess intervall är inget test.',
      'Av två exakt lika starka drivkrafter kommer den ena först i 80 % av omsamplingarna i 41 % av urvalen.',
      'En fråga som inte ställdes lämnar sin andel till dem den hänger samman med.',
    ],
  },
};
