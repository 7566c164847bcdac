import type { ErrorCode } from '../../errors/index.ts';
import type { ErrorWords } from './doubt-words.ts';

/** Refusals of files: read, imported, exported. */
export const fiFileErrors = {
  CND_FILE_NOT_FOUND: { happened: 'Tällaista tiedostoa ei ole.', remedy: 'Tarkista tiedoston polku.' },
  CND_FILE_UNREADABLE: {
    happened: 'Tiedostoa ei voi lukea.',
    remedy: 'Tarkista, että tiedosto on kokonainen eikä suojattu salasanalla, ja yritä uudelleen.',
  },
  CND_FILE_EMPTY: {
    happened: 'Tiedostossa ei ole yhtään riviä.',
    remedy: 'Vie vastaukset uudelleen ja pudota uusi tiedosto tähän.',
  },
  CND_FILE_NOT_A_TABLE: {
    happened: 'Tämä ei ole luettava taulukko.',
    remedy: 'Vie vastaukset CSV-, TSV- tai XLSX-muodossa.',
  },
  CND_FILE_TOO_LARGE: { happened: 'Tiedosto on liian suuri.', remedy: 'Jaa tiedosto tai vie vähemmän sarakkeita.' },
  CND_CELL_TOO_LARGE: {
    happened: 'Yksi solu on aivan liian suuri.',
    remedy: 'Etsi lainausmerkki, jota ei ole suljettu, mainitun rivin läheltä.',
  },
  CND_TOO_MANY_COLUMNS: {
    happened: 'Tiedostossa on liikaa sarakkeita.',
    remedy: 'Vie vain tarvittavat sarakkeet: arvosana, päivä ja asiakkuus, jos se on.',
  },
  CND_SHEET_UNKNOWN: {
    happened: 'Työkirjassa ei ole tällaista taulukkoa.',
    remedy: 'Valitse jokin luetelluista taulukoista.',
    terminal: 'Anna jokin luetelluista taulukoista valitsimella --sheet.',
  },
  CND_NO_SHEETS: {
    happened: 'Tekstitiedostossa ei ole taulukoita.',
    remedy: 'Jätä taulukon nimi pois.',
    terminal: 'Jätä --sheet pois.',
  },
  CND_COLUMN_UNKNOWN: { happened: 'Tällaista saraketta ei ole.', remedy: 'Valitse jokin luetelluista sarakkeista.' },
  CND_COLUMN_AMBIGUOUS: {
    happened: 'Usealla sarakkeella on tämä nimi.',
    remedy: 'Lisää sarakkeen numero, esimerkiksi ”Score#2”.',
  },
  CND_NO_SCORE_COLUMN: {
    happened: 'Arvosanasaraketta ei löytynyt.',
    remedy: 'Valitse sarake, jossa arvosana on.',
    terminal: 'Anna arvosanasarake valitsimella --score, tuonnissa valitsimen --mapping kohdassa "scores".',
  },
  CND_NO_DATE_COLUMN: {
    happened: 'Vastauspäivän saraketta ei löytynyt.',
    remedy: 'Valitse sarake, jossa päivä on.',
    terminal: 'Anna vastauspäivän sarake valitsimella --date, tuonnissa valitsimen --mapping kohdassa "columns".',
  },
  CND_DATE_AMBIGUOUS: {
    happened: 'Päivät voi lukea päivä ensin tai kuukausi ensin, ja molemmat sopivat koko sarakkeeseen.',
    remedy: 'Valitse, missä järjestyksessä päivät on kirjoitettu.',
    terminal:
      'Kerro järjestys valitsimella --date-order dmy, mdy tai ymd, tuonnissa valitsimen --mapping kohdassa "dateOrder".',
  },
  CND_SEVERAL_SURVEYS: {
    happened: 'Tiedostossa on useampi kuin yksi kysely. Yhdistäminen sekoittaisi eri kysymykset.',
    remedy: 'Valitse niistä yksi: sarake ja sen arvo.',
    terminal: 'Valitse yksi valitsimella --where SARAKE=ARVO.',
  },
  CND_NO_ROWS_LEFT: {
    happened: 'Millään rivillä ei ole tätä arvoa.',
    remedy: 'Valitse arvo, joka sarakkeessa on, tai pidä kaikki rivit.',
    terminal: 'Anna valitsimelle --where arvo, joka sarakkeessa on, tai jätä --where pois.',
  },
  CND_ALL_ROWS_REJECTED: {
    happened: 'Yhtään riviä ei voinut käyttää.',
    remedy: 'Katso luetellut syyt ja valitse oikeat sarakkeet tai oikea asteikko.',
  },
  CND_SCALES_MIXED: {
    happened: 'Vastaukset ovat useammalta kuin yhdeltä asteikolta.',
    remedy: 'Valitse asteikko, tai rajaa tiedostosta yksi osa sarakkeella ja sen arvolla.',
    terminal: 'Anna asteikko valitsimella --scale MIN-MAX tai rajaa valitsimella --where SARAKE=ARVO.',
  },
  CND_IMPORT_MAPPING: {
    happened: 'Tiedoston sarakkeita ei ole yhdistetty niin, että niitä voisi käyttää.',
    remedy: 'Korjaa mainittu kohta.',
  },
  CND_IMPORT_LEVEL: {
    happened: 'Kysely on toiselta tasolta, eikä tasoja koskaan yhdistetä.',
    remedy: 'Anna tiedostolle toinen kysely.',
  },
  CND_IMPORT_KNOWN: {
    happened: 'Tämä tiedosto on jo tuotu.',
    remedy: 'Kumoa ensin aiempi tuonti, jos tiedosto pitää lukea toisella tavalla.',
  },
  CND_IMPORT_STATE: {
    happened: 'Tätä tuontia ei voi nyt kumota.',
    remedy: 'Katso tuontien luetteloa: vain valmiin tuonnin voi kumota.',
  },
  CND_IMPORT_STOPPED: {
    happened: 'Tuonti pysähtyi kesken. Siitä ei jäänyt mitään.',
    remedy: 'Tuo tiedosto uudelleen.',
  },
  CND_USAGE: { happened: 'Komentoa ei ymmärretty.', remedy: 'Aja komento valitsimella --help.' },
  CND_EXPORT_TOO_LARGE: {
    happened: 'Näin monta vastausta ei mahdu tähän tiedostomuotoon.',
    remedy: 'Valitse CSV, JSONL tai Parquet, tai vähemmän vastauksia.',
  },
  CND_EXCHANGE_FILE: {
    happened: 'Tiedosto ei ole ehjä, muuttamaton Candorin tiedosto.',
    remedy: 'Käytä toista kopiota varmuuskopiosta tai työtilatiedostosta.',
  },
  CND_EXCHANGE_NEWER: {
    happened: 'Tiedoston kirjoitti uudempi Candor.',
    remedy: 'Päivitä Candor ja tuo tiedosto sitten.',
  },
  CND_STORE_NOT_EMPTY: {
    happened: 'Varmuuskopio palautetaan vain tyhjään tietovarastoon.',
    remedy: 'Aseta CANDOR_HOME uuteen kansioon tai DATABASE_URL tyhjään tietokantaan.',
  },
  CND_WORKSPACE_TAKEN: {
    happened: 'Tietovarastossa on jo tämä työtila tai saman lyhytnimen työtila.',
    remedy: 'Valitse toinen lyhytnimi tai toinen tietovarasto.',
    terminal: 'Anna toinen lyhytnimi valitsimella --slug tai käytä toista tietovarastoa.',
  },
  CND_OUTPUT: { happened: 'Tulosta ei voi kirjoittaa tähän.', remedy: 'Valitse tiedosto, johon voi kirjoittaa.' },
} as const satisfies Partial<Record<ErrorCode, ErrorWords>>;
