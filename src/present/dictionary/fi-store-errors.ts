import type { ErrorCode } from '../../errors/index.ts';
import type { ErrorWords } from './doubt-words.ts';

/** Trouble of the server, its settings and its database. */
export const fiStoreErrors = {
  CND_SERVER: {
    happened: 'Palvelimeen ei saada yhteyttä tai se hylkäsi lähetyksen.',
    remedy: 'Tarkista osoite, avain ja työtila; jo vastaanotettua ei lasketa kahdesti.',
  },
  CND_STORE_ENGINE: {
    happened: 'Sisäänrakennettua tietokantaa ei ole asennettu tälle järjestelmälle.',
    remedy: 'Asenna valinnaisetkin paketit tai aseta DATABASE_URL.',
  },
  CND_STORE_FOLDER: {
    happened: 'Tietokanta ei voi käyttää kansiotaan.',
    remedy: 'Aseta CANDOR_HOME kansioon, johon voi kirjoittaa.',
  },
  CND_STORE_DISK: { happened: 'Tietokannan levy on täynnä.', remedy: 'Vapauta levytilaa.' },
  CND_STORE_VERSION: {
    happened: 'Tietokansion on kirjoittanut toinen PostgreSQL-versio.',
    remedy: 'Vie tiedot vanhemmalla Candorilla ja tuo ne tähän.',
  },
  CND_STORE_PORT: {
    happened: 'Tietokannan portti on varattu.',
    remedy: 'Jätä STORE_PORT pois tai aseta se vapaaseen porttiin.',
  },
  CND_STORE_START: {
    happened: 'Sisäänrakennettu tietokanta ei käynnistynyt.',
    remedy: 'Katso kotikansion tiedostoa postgresql.log.',
  },
  CND_STORE_AWAY: {
    happened: 'Tietokanta on hetken poissa.',
    remedy: 'Yritä uudelleen; mitä ei kuitattu, sitä ei tallennettu.',
  },
  CND_STORE_SLOW: {
    happened: 'Tietokannalta kului liian kauan.',
    remedy: 'Pyydä vähemmän tai suurenna asetusta CANDOR_STATEMENT_SECONDS.',
  },
  CND_STORE_BUSY: {
    happened: 'Toinen prosessi käynnistää tai pysäyttää tietokantaa.',
    remedy: 'Odota, kunnes se on valmis, tai pysäytä se.',
  },
  CND_STORE_UNREACHABLE: {
    happened: 'Tietokantaan ei saada yhteyttä.',
    remedy: 'Tarkista DATABASE_URL ja palvelin.',
  },
  CND_STORE_SERVER: {
    happened: 'Tietokantapalvelin ei kelpaa.',
    remedy: 'Käytä PostgreSQL 15:tä tai uudempaa ja merkistöä UTF8.',
  },
  CND_STORE_ROLES: {
    happened: 'Tietokannan roolit puuttuvat tai ovat liian vahvat.',
    remedy: 'Anna DATABASE_URL:ssa rooli, joka saa luoda rooleja.',
  },
  CND_MIGRATION_CHANGED: {
    happened: 'Julkaistua tietokannan muutosta on muokattu.',
    remedy: 'Palauta siirtotiedosto julkaistuun muotoonsa.',
  },
  CND_MIGRATION_AHEAD: {
    happened: 'Uudempi Candor on kirjoittanut tämän tietokannan.',
    remedy: 'Käynnistä uudempi Candor tai palauta varmuuskopio.',
  },
  CND_MIGRATION_FAILED: {
    happened: 'Tietokannan muutos epäonnistui; siitä ei jäänyt mitään.',
    remedy: 'Ilmoita viasta viestin kanssa.',
  },
  CND_DEMO: {
    happened: 'Esittely-yritys on jo ladattu tai sitä ei ole.',
    remedy: 'Lataa se komennolla candor demo; --replace poistaa ensin ladatun yrityksen.',
  },
  CND_STARTING: { happened: 'Candor käynnistyy.', remedy: 'Yritä hetken päästä uudelleen.' },
  CND_PORT_TAKEN: { happened: 'Portti on varattu.', remedy: 'Aseta PORT vapaaseen porttiin.' },
  CND_SETTING: {
    happened: 'Palvelimen asetusta ei voi käyttää.',
    remedy: 'Korjaa ympäristömuuttuja tai jätä se pois.',
  },
  CND_FAULT: {
    happened: 'Candor epäonnistui; vika on meidän, ei tiedoston.',
    remedy: 'Yritä uudelleen. Jos se toistuu, ilmoita siitä ja liitä palvelimen loki.',
  },
} as const satisfies Partial<Record<ErrorCode, ErrorWords>>;
