import type { DriverWords } from './driver-words-shape.ts';

export const fiDriverWords: DriverWords = {
  short: { nps: 'suositteluhalukkuus', csat: 'tyytyväisyys', ces: 'vaivattomuus' },
  quoted: (text) => `”${text}”`,
  question: (outcome) => `Mikä on yhteydessä tulokseen: ${outcome}?`,
  first: ({ driver, outcome, share, range, often }) =>
    `Vahvin yhteys tulokseen (${outcome}): ${driver}, ${share} (${range}) siitä, minkä nämä kysymykset selittävät; ensimmäinen ${often} uusinta-aineistoista.`,
  firstUnknown: ({ driver, outcome, share, range, often }) =>
    `Ei tiedetä, mikä on vahvimmin yhteydessä tulokseen (${outcome}). Suurin osuus: ${driver}, ${share} (${range}) siitä, minkä nämä kysymykset selittävät, mutta ensimmäinen vain ${often} uusinta-aineistoista.`,
  only: ({ driver, outcome, share, range }) =>
    `Tarkasteltavana on yksi kysymys, ${driver}: se selittää ${share} (${range}) tuloksen (${outcome}) vaihtelusta.`,
  together: ({ count, share, outcome, n }) =>
    `Yhdessä ${count} kysymystä selittää ${share} tuloksen vaihtelusta; vastaajia ${n}.`,
  tooFew: ({ needed, answers, questions }) =>
    `Kun kysymyksiä on ${questions}, vastauksia tarvitaan ${needed}${answers ? `; nyt niitä on ${answers}` : ''}. Valitse pidempi aikaväli, vähemmän suodattimia tai vähemmän kysymyksiä.`,
  notCause: 'Yhteys ei vielä kerro syystä.',
  sharesTitle: 'Osuus selitetystä',
  sharesSubtitle: (survey, window) => `${survey}, ${window}; pylväät ja 95\u00a0%:n luottamusvälit`,
  sharesAlternative: (lines) => `Osuus selitetystä kysymyksittäin: ${lines}.`,
  mapTitle: 'Mikä painaa, ja miten se arvioidaan',
  mapSubtitle:
    'Tärkeys: osuus selitetystä. Taso: arvosanojen keskiarvo asteikolla 0–100. Viivat keskiarvojen kohdalla; jos luottamusväli ylittää viivan, kenttä ei ole varma.',
  mapAlternative: (lines) => `Tärkeys ja taso kysymyksittäin: ${lines}.`,
  mapLine: ({ rank, driver, share, index }) => `${rank} ${driver}, tärkeys ${share}, taso ${index}`,
  importance: 'tärkeys',
  performance: 'taso',
  quadrants: { improve: 'paranna ensin', keep: 'pidä yllä', watch: 'ei kiireellinen', enough: 'riittävän hyvä' },
  contrastTitle: 'Matalat ja korkeat arvosanat',
  contrastLead: (n) =>
    `Paljonko tulos poikkeaa matalilla ja korkeilla arvosanoilla siitä, mitä se on keskimmäisillä, kun muut kysymykset pidetään ennallaan. Kaikkiin kysymyksiin vastasi ${n}.`,
  contrastNone: 'Liian harva vastasi kaikkiin kysymyksiin, jotta matalia ja korkeita arvosanoja voisi verrata.',
  penalty: 'matala arvosana',
  reward: 'korkea arvosana',
  kind: { basic: 'vain matala näkyy', delight: 'vain korkea näkyy', linear: 'molemmat näkyvät', none: 'ei näy' },
  rank: 'Nro',
  driver: 'kysymys',
  share: 'osuus selitetystä',
  firstIn: 'ensimmäinen',
  direction: 'suunta',
  directions: { with: 'samaan suuntaan', against: 'vastakkaiseen suuntaan', unclear: 'epäselvä' },
  unclearMark: 'Suppressori – suunta epäselvä',
  answers: 'vastauksia',
  caption: ({ n, method, resamples, run }) => `n ${n}. ${method}, ${resamples} uusinta-aineistoa. Ajo ${run}.`,
  methods: { lmg: 'LMG: keskiarvo kaikista järjestyksistä (Shapley)', johnson: 'Suhteelliset painot (Johnson)' },
  units: { row: 'vastaajista', account: 'asiakkuuksista', group: 'vastaajaryhmistä' },
  how: { title: 'Miten tämä laskettiin?', link: 'Menetelmä' },
  howRows: {
    formula: 'Menetelmä',
    answers: 'Vastaukset',
    answersValue: ({ n, complete, fewest }) =>
      `${n} vastaajaa, joista ${complete} vastasi kaikkeen; jokainen kysymyspari perustuu vähintään ${fewest} vastaajaan`,
    explained: 'Selitetty',
    explainedValue: ({ share, adjusted }) => `R² ${share}, korjattuna ${adjusted}`,
    interval: 'Luottamusvälit',
    intervalValue: ({ confidence, resamples, unit, seed }) =>
      `${confidence} prosenttipistevälit, ${resamples} uusinta-aineistoa ${unit}, siemenluku ${seed}`,
    missing: 'Puuttuvat vastaukset',
    missingNone: 'ei ole',
    window: 'Aikaväli',
    run: 'Ajo',
    data: 'Aineiston tiiviste (SHA-256)',
  },
  hidden: (count) =>
    count === 1
      ? 'Yksi jakso jää pois, koska sen takana on liian vähän vastaajia.'
      : `${count} jaksoa jää pois, koska niiden takana on liian vähän vastaajia.`,
  cut: 'Vastauksia on enemmän; mukana ovat uusimmat 200\u00a0000.',
  file: 'tekijat',
  appendix: {
    title: (outcome) => `Menetelmäliite: mikä on yhteydessä tulokseen ${outcome}`,
    formulas: [
      'R on p tekijän ja tuloksen korrelaatiomatriisi. R²(S) on joukon S tekijöiden selittämä osuus varianssista.',
      'LMG: osuus(j) = Σ yli joukkojen S ilman j:tä |S|! (p − |S| − 1)! / p! · (R²(S ∪ j) − R²(S)). Osuuksien summa on R².',
      'Johnson: Λ = R(xx)^(1/2), b = R(xx)^(−1/2) r, osuus(j) = Σ yli k:n Λ(j,k)² b(k)². Osuuksien summa on R².',
      'Luottamusvälit: uusinta-aineistojen kvantiilit (tyyppi 7), poiminta palauttaen. Ensimmäisyys: osuus uusinta-aineistoista, joissa tekijän osuus on suurin.',
      'Puuttuvat vastaukset: kukin korrelaatio lasketaan molempiin vastanneista; keskiarvo korvaa puuttuvan, jos matriisi ei ole positiivisesti definiitti.',
      'Matalat ja korkeat arvosanat: pienimmän neliösumman menetelmä, kaksi indikaattoria tekijää kohden (enintään 45 % ja vähintään 82 % asteikon leveydestä), HC3-keskivirheet tai CR1 asiakkuuksittain.',
    ],
    references: 'Lähteet',
    limits: 'Mitä tämä ei kerro',
    limitLines: [
      'Se ei kerro, mikä aiheuttaa tuloksen.',
      'Osuus ei ole koskaan nolla; sen luottamusväli ei ole testi.',
      'Kahdesta täsmälleen yhtä vahvasta tekijästä toinen on ensimmäinen 80 prosentissa uusinta-aineistoista 41 prosentissa otoksista.',
      'Kysymys, jota ei esitetty, jättää osuutensa niille, joiden kanssa se kulkee.',
    ],
  },
};
