import type { ChangedAspect, LintWords } from './finding.ts';

const aspect: Readonly<Record<ChangedAspect, string>> = {
  scale: 'asteikko',
  anchors: 'asteikon ääripäiden tekstit',
  text: 'sanamuoto',
  options: 'vaihtoehdot',
  place: 'paikka järjestyksessä',
};

export const fi: LintWords = {
  'details-first': () => [
    'Jos yksityiskohtia kysytään ennen arvosanaa, vastaajat karkaavat ennen tärkeintä vastausta.',
    'Kysy ensin arvosana, sitten perustelut ja taustatiedot viimeisenä.',
  ],
  'recommendation-late': () => [
    'Aiemmin annetut arviot värittävät suositteluhalukkuutta, eikä sitä voi enää verrata muihin kyselyihin.',
    'Kysy asiakassuhdekyselyssä suosittelusta ensimmäisenä.',
  ],
  long: ({ count }) => [
    `Pisimmällä polulla on ${count} kysymystä: jokainen lisäkysymys vähentää vastauksia.`,
    'Pidä kysymyksiä enintään 7. Jätä pois se, mihin kukaan ei tartu, tai kysy osa vain osalta.',
  ],
  'too-long': ({ count }) => [
    `Pisimmällä polulla on ${count} kysymystä: yli 12 kysymyksen kysely jätetään kesken tai klikataan läpi.`,
    'Jaa kysely: muutama kysymys kaikille, loput otokselle.',
  ],
  'many-options': ({ count }) => [
    `${count} vaihtoehtoa: kun hilloja oli 24, pysähtyi 60 % ja heistä osti 3 %; kun niitä oli 6, pysähtyi 40 % ja osti 30 %.`,
    'Pidä kuusi useimmin valittua ja lisää ”jokin muu”.',
  ],
  descending: () => [
    'Suuresta pieneen kulkeva asteikko laskee NPS-lukua: 11 ennalta rekisteröityä koetta, 11 676 ihmistä.',
    'Anna asteikon kulkea pienestä suureen kaikissa kyselyissä.',
  ],
  coloured: () => [
    'Värit kertovat vastaajalle, mikä vastaus on hyvä, ja siirtävät tulosta 1–3 %.',
    'Piirrä kaikki asteikon kohdat samanlaisina.',
  ],
  preselected: () => [
    'Valmiiksi valittu arvo tallentuu myös niille, jotka eivät valinneet mitään.',
    'Jätä asteikko aluksi tyhjäksi. Viestissä tehty valinta näytetään, mutta se lasketaan vasta lähetettynä.',
  ],
  'process-words': ({ met }) => [
    `Asiakkaat eivät käytä näitä sanoja: ${met}.`,
    'Kerro, mitä asiakas teki tai kohtasi, hänen omilla sanoillaan.',
  ],
  'double-barrelled': ({ met }) => [
    `”${met}” on kaksi kysymystä: vastaus ei kerro kummastakaan.`,
    'Kysy vain toista tai kumpaakin erikseen.',
  ],
  'no-open-question': () => [
    'Arvosanaan ei voi tarttua, jos sen syytä ei tiedetä.',
    'Lisää arvosanan jälkeen yksi avoin kysymys: ”Miksi annoit tämän arvosanan?”',
  ],
  changed: ({ aspects = [] }) => [
    `Vastauksia on tulossa ja kysymys muuttuisi (${aspects.map((one) => aspect[one]).join(', ')}): aikaa ennen ja jälkeen ei voisi verrata.`,
    'Odota seuraavaa mittauskierrosta tai merkitse trendiin katkos.',
  ],
  'no-anchors': () => [
    'Jos asteikon päissä ei ole tekstiä, kukaan ei tiedä, kumpi pää on hyvä.',
    'Kerro, mitä pienin ja suurin arvo tarkoittavat.',
  ],
  'same-anchors': () => [
    'Asteikon päissä on sama teksti tai pelkkiä lukuja.',
    'Kerro sanoin, mitä pienin ja suurin arvo tarkoittavat.',
  ],
  leading: ({ met }) => [`Kysymys johdattelee vastausta: ${met}.`, 'Kysy neutraalisti: ”Kuinka tyytyväinen olet …?”'],
  negation: ({ met }) => [
    `Kielteiseen kysymykseen (${met}) vastataan helposti päinvastoin kuin tarkoitetaan.`,
    'Käännä kysymys niin, että suuri arvo tarkoittaa hyvää.',
  ],
  'double-negation': ({ met }) => [
    `Kaksi kieltoa samassa lauseessa (${met}) ymmärretään väärin.`,
    'Sano asia ilman kumpaakaan.',
  ],
};
