import type { DoubtWords } from './doubt-words.ts';
import { fiDrivers } from './fi-drivers.ts';
import { fiFileErrors } from './fi-file-errors.ts';
import { fiScoreErrors } from './fi-score-errors.ts';
import { fiStoreErrors } from './fi-store-errors.ts';
import { fiWorkErrors } from './fi-work-errors.ts';
import { monitorDoubts } from './monitor-doubts.ts';
import { pathModelDoubts } from './path-model-doubts.ts';
import { planDoubts } from './plan-doubts.ts';

const of = (periods: string) => (periods ? ` (${periods})` : '');

export const fiDoubts: DoubtWords = {
  caveat: {
    ...fiDrivers.caveat,
    ...monitorDoubts.fi,
    ...pathModelDoubts.fi.caveat,
    ...planDoubts.fi,
    'single-answer': ({ periods }) => `Yksi vastaus ei kerro muista mitään${of(periods)}.`,
    'small-sample': ({ periods }) =>
      `Vastauksia on alle 10: luottamusväli on leveä, ja juuri se on tässä sanoma${of(periods)}.`,
    'no-variance': ({ periods }) =>
      `Kaikki vastaukset ovat samoja, joten niiden vaihtelua ei näe; virhemarginaalia ei anneta${of(periods)}.`,
    'few-accounts': () =>
      'Asiakkuuksia on alle 10: luottamusvälit, jotka pitävät asiakkuuden vastaukset yhdessä, ovat karkeita.',
    'single-unit-stratum': () => 'Ositteessa on vain yksi asiakkuus; se keskitetään kaikkien keskiarvoon.',
    'weights-unequal': () =>
      'Painot eroavat niin paljon, että vastausten efektiivinen määrä on paljon annettua pienempi.',
    'population-below-sample': () => 'Ositteessa on enemmän asiakkuuksia kuin sen perusjoukossa ilmoitettiin olevan.',
    'rows-dropped': ({ count }) =>
      count === '1'
        ? 'Laskennasta jäi pois yksi rivi, jota ei voinut käyttää.'
        : count
          ? `Laskennasta jäi pois ${count} riviä, joita ei voinut käyttää.`
          : 'Osaa riveistä ei voinut käyttää.',
    'unpaired-dropped': ({ count }) =>
      count === '1'
        ? 'Pois jäi yksi vastaus, jolla ei ole paria.'
        : count
          ? `Pois jäi ${count} vastausta, joilla ei ole paria.`
          : 'Vastaukset ilman paria jäivät pois.',
    'normal-approximation': () => 'Suuren otoksen jakaumaa käytettiin, koska tarkka olisi liian hidas.',
    'metric-assumed': ({ value }) =>
      `Mittari pääteltiin vastauksista${of(value)}, sitä ei annettu. Korjaa, jos se on jokin muu.`,
    'scale-assumed': ({ value }) => `Asteikon päät pääteltiin vastauksista${of(value)}, niitä ei annettu.`,
    'scale-doubtful': ({ value }) =>
      `Yksikään vastaus ei ole yli 5: kysymys on ehkä esitetty asteikolla ${value}. Jos niin on, valitse keskiarvo ja tuo asteikko (--metric mean --scale ${value}).`,
    'date-column-start-time': ({ value }) =>
      `Tiedostosta löytyi vain aloitus- tai lähetysaika${of(value)}, ei vastausaikaa.`,
    'partials-used': ({ count }) =>
      count
        ? count === '1'
          ? 'Mukana on yksi keskeneräinen vastaus, jossa on arvosana.'
          : `Mukana on ${count} keskeneräistä vastausta, joissa on arvosana.`
        : 'Keskeneräiset vastaukset, joissa on arvosana, ovat mukana.',
    'partial-period': ({ periods }) => `Ensimmäinen tai viimeinen jakso on vajaa${of(periods)}.`,
    gap: ({ periods }) =>
      `Välissä on jaksoja ilman vastauksia${of(periods)}; seuraavaa jaksoa, jolta on vastauksia, verrataan edelliseen sellaiseen.`,
    'definition-change': ({ periods }) =>
      `Sanamuoto tai asteikko vaihtui${of(periods)}, joten jaksoilla ennen ja jälkeen ei ole kysytty aivan samaa.`,
    'clusters-unknown': () =>
      'Saman asiakkuuden vastauksia pidettiin toisistaan riippumattomina: asiakkuussaraketta ei löytynyt.',
    'levels-mixed': () => 'Samassa sarjassa on kohtaamisten ja asiakassuhteen vastauksia; ne mittaavat eri asioita.',
    'few-periods': () => 'Kun jaksoja on alle 3, tason muutosta ei voi paikantaa.',
    'anonymised-dates': ({ count }) =>
      `${count === '1' ? 'Yhdessä vastauksessa' : count ? `${count} vastauksessa` : 'Osassa vastauksista'} on päiväys 1.1.1980, joka merkitsee anonymisoitua päivää; ${count === '1' ? 'se jäi' : 'ne jäivät'} pois.`,
    'design-effect': ({ value }) =>
      `Saman asiakkuuden vastaukset muistuttavat toisiaan: väleissä ja testeissä n on jaettu otanta-asetelman kertoimella ${value}.`,
    'running-period': ({ periods }) =>
      `${periods} on kesken. Päätelmä pätee yhdelle katselukerralle; joka päivä katsova näkee muutoksia, joita ei ole.`,
    'scales-differ': ({ count, value }) =>
      `Tämän mittarin kysymyksiä on useilla asteikoilla. Vain asteikon ${value} vastaukset lasketaan; ${count} jää pois.`,
    'ranking-not-supported': () =>
      'Näitä ryhmiä ei voi panna järjestykseen: mitkä tahansa kaksi voivat todellisuudessa olla toisin päin.',
    'excel-damage': ({ count }) =>
      `${count === '1' ? 'Yksi arvo' : count ? `${count} arvoa` : 'Osa arvoista'} näyttää taulukkolaskennan rikkomalta (kuten 1,2E+11). Vie tiedosto uudelleen avaamatta sitä.`,
  },
  oneAccount: (periods) =>
    `Kaikki vastaukset ovat yhdestä asiakkuudesta${of(periods)}, joten asiakkuuksien eroja ei näe; virhemarginaalia ei anneta.`,
  rejected: {
    'empty-score': () => 'Ei arvosanaa',
    'outside-scale': (min, max) => `Arvosana ei ole välillä ${min}–${max}`,
    'unreadable-score': () => 'Arvosanaa ei voi lukea',
    'unreadable-date': () => 'Päivää ei voi lukea',
    'missing-code': () => 'Puuttuvan vastauksen koodi',
    preview: () => 'Esikatseluvastaus',
    duplicate: () => 'Sama vastaustunnus kahdesti',
  },
  error: {
    ...fiDrivers.error,
    ...pathModelDoubts.fi.error,
    ...fiScoreErrors,
    ...fiFileErrors,
    ...fiWorkErrors,
    ...fiStoreErrors,
  },
  detail: { columns: 'Sarakkeet', choices: 'Vaihtoehdot', line: 'Rivi', column: 'Sarake', value: 'Arvo' },
  errorTitle: 'Tiedostoa ei voitu arvioida',
  errorKept: 'Mitään ei menetetty: tiedosto on ennallaan ja yhä valittuna, eikä siitä tallennettu mitään.',
  errorCode: (code) => `Koodi ${code}`,
  unknownError: {
    happened: 'Palvelimen vastausta ei ymmärretty.',
    remedy: 'Yritä uudelleen. Jos se toistuu, katso palvelimen loki.',
  },
  networkError: {
    happened: 'Palvelimeen ei saatu yhteyttä.',
    remedy: 'Tarkista, että Candor on yhä käynnissä tässä osoitteessa, ja yritä uudelleen.',
  },
  because: {
    flag: 'annoit sen itse',
    'column-name': 'nimi tai kysymys kertoo sen',
    'survey-type': 'kyselytyyppien sarake kertoo sen',
    'nps-group-column': 'vieressä on suosittelijoiden, passiivisten ja arvostelijoiden sarake',
    'generic-name': 'sarakkeen nimi viittaa arvosanaan',
    'value-shape': 'arvot näyttävät siltä',
    'only-candidate': 'mikään muu sarake ei sovi',
    'equal-columns': 'samannimisissä sarakkeissa on samat vastaukset; luetaan ensimmäinen',
    'scale-0-10': 'vastaukset ovat välillä 0–10, eikä muuta tietoa ole',
    'scale-1-5': 'vastaukset ovat välillä 1–5, eikä muuta tietoa ole',
    'scale-1-7': 'vastaukset ovat välillä 1–7, eikä muuta tietoa ole',
    'scale-other': 'asteikko ei ole tavallinen, eikä muuta tietoa ole',
    'metric-definition': 'mittarin määritelmä',
    'values-seen': 'pienin tavallinen asteikko, johon vastaukset mahtuvat',
    'preferred-name': 'nimi vastaa parhaiten vastausaikaa',
    'start-time-only': 'löytyi vain aloitus- tai lähetysaika',
    'unambiguous-day': 'yli 12 oleva päivä ratkaisee järjestyksen',
    'utc-in-header': 'otsikossa lukee UTC',
    default: 'ei annettu',
    'known-columns': 'sarakkeet ovat tämän työkalun viennistä',
    'header-rows': 'otsikkorivejä on useampi kuin yksi',
    'title-rows': 'sarakeotsikoiden yläpuolella on otsikkotekstiä',
    'byte-order': 'tiedoston tavut ovat näin',
    'column-count': 'jakaa rivit tasaisimmin',
    'sep-line': 'tiedoston ensimmäinen rivi kertoo sen',
    'single-column': 'sarakkeita on vain yksi',
    'first-sheet': 'ensimmäinen näkyvä taulukko, jossa on rivejä',
    'comma-numbers': 'arvosanoissa on desimaalipilkku',
    filtered: 'muut rivit jätettiin pois',
  },
};
