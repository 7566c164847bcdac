import type { ErrorCode } from '../../errors/index.ts';
import type { ErrorWords } from './doubt-words.ts';

/** Refusals of a statistical method, of a metric or of a view. */
export const fiScoreErrors = {
  CND_ARGUMENT: { happened: 'Annettua arvoa ei voi käyttää laskennassa.', remedy: 'Korjaa arvo.' },
  CND_SAMPLE_TOO_SMALL: {
    happened: 'Vastauksia on tähän kysymykseen liian vähän.',
    remedy: 'Kerää lisää vastauksia tai valitse pidempi jakso.',
  },
  CND_NO_VARIANCE: {
    happened: 'Kaikki vastaukset ovat samoja, joten niistä ei saa vastausta tähän kysymykseen.',
    remedy: 'Kerää lisää vastauksia tai tarkista, että luettiin oikea sarake.',
  },
  CND_NOT_CONVERGED: {
    happened: 'Laskenta ei päätynyt vakaaseen tulokseen.',
    remedy: 'Tarkista reunajakaumat tai lähtöarvot; ne voivat olla ristiriidassa.',
  },
  CND_WEIGHTS: {
    happened: 'Painoja ei voi käyttää.',
    remedy: 'Käytä äärellisiä painoja, jotka eivät ole negatiivisia eivätkä kaikki nollia.',
  },
  CND_MARGINS: {
    happened: 'Summat eivät sovi sarakkeisiin.',
    remedy: 'Anna summa jokaiselle arvolle ja sama kokonaissumma joka sarakkeelle.',
  },
  CND_METRIC_UNKNOWN: { happened: 'Tällaista mittaria ei ole.', remedy: 'Valitse jokin luetelluista mittareista.' },
  CND_METRIC_SCALE: {
    happened: 'Mittari ja asteikko eivät sovi yhteen.',
    remedy: 'Valitse ”Tyytyväisyyden keskiarvo” tai ”Keskiarvo”, tai korjaa asteikko.',
    terminal: 'Valitse csat-mean tai mean valitsimella --metric, tai korjaa --scale.',
  },
  CND_SPEC: { happened: 'Määrittelyä ei voi käyttää.', remedy: 'Korjaa se viestin mukaan.' },
  CND_GROUP_UNKNOWN: { happened: 'Tällaista ryhmää ei ole.', remedy: 'Nimeä kaksi luetelluista ryhmistä.' },
  CND_TIME_ZONE: {
    happened: 'Tällaista aikavyöhykettä ei ole.',
    remedy: 'Käytä IANA-tietokannan nimeä, esimerkiksi Europe/Helsinki.',
  },
  CND_TOO_MANY_PERIODS: {
    happened: 'Päiväykset kattavat paljon enemmän jaksoja kuin mittausohjelmassa voi olla.',
    remedy: 'Tarkista, onko jossakin väärä vuosi, tai valitse pidempi jakso.',
    terminal: 'Tarkista, onko jossakin väärä vuosi, tai valitse pidempi jakso: --period quarter.',
  },
  CND_AUDIT_SLOW: {
    happened: 'Mittausohjelman arviointi kesti liian kauan.',
    remedy: 'Valitse lyhyempi aika tai pidempi jakso, tai yritä hetken päästä uudelleen.',
  },
  CND_NO_ANSWERS: {
    happened: 'Tämän näkymän takana ei ole vastauksia, tai niitä on liian vähän näytettäväksi.',
    remedy: 'Valitse toinen taso, mittari tai pidempi aika, tai tuo ensin vastauksia.',
  },
  CND_METRIC_DEFINITION: {
    happened: 'Mittarin määritelmässä on osa, jota ei voi laskea.',
    remedy: 'Korjaa nimetty osa: asteikko, ylimmät vastaukset, suunta, kysymykset tai ensimmäinen päivä.',
  },
  CND_VIEW: {
    happened: 'Sivun osoitteessa tai suodattimessa on osa, jota ei voi käyttää.',
    remedy: 'Korjaa nimetty osa tai jätä se pois.',
  },
  CND_POPULATION: {
    happened: 'Perusjoukko on pienempi kuin vastausten määrä.',
    remedy: 'Anna perusjoukko, joka on vähintään yhtä suuri kuin vastausten tai asiakkuuksien määrä.',
  },
} as const satisfies Partial<Record<ErrorCode, ErrorWords>>;
