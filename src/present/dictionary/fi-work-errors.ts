import type { ErrorCode } from '../../errors/index.ts';
import type { ErrorWords } from './doubt-words.ts';

/** Refusals of the daily work: people, surveys, programmes, channels, sources. */
export const fiWorkErrors = {
  CND_PROGRAMME_STATE: {
    happened: 'Mittausohjelmaa ei voi vielä käynnistää, tai se on päättynyt.',
    remedy: 'Julkaise kysely ja anna säännöt ennen käynnistystä; päättynyttä mittausohjelmaa ei avata uudelleen.',
  },
  CND_WAVE_STATE: {
    happened: 'Kierrosta ei voi tehdä nyt: mittausohjelman toinen kierros on auki tai päivät eivät käy.',
    remedy:
      'Sulje ensin avoin kierros tai odota sen sulkeutumispäivää; anna sulkeutumispäivä, joka on avaamisen jälkeen.',
  },
  CND_DRAW_STATE: {
    happened:
      'Arvontaa ei voi tehdä tai suorittaa: mittausohjelmassa ei ole palkintoa, kukaan ei osallistu tai arvonta on jo suoritettu.',
    remedy:
      'Tee arvonta mittausohjelmalle, jossa on palkinto ja johon joku on vastannut, ja suorita kukin arvonta kerran.',
  },
  CND_PROGRAMME_RULES: {
    happened: 'Mittausohjelman sääntöjä ei voi käyttää tällaisinaan.',
    remedy: 'Korjaa mainittu kohta.',
  },
  CND_ADDRESS: {
    happened: 'Tähän sähköpostiosoitteeseen ei voi lähettää.',
    remedy: 'Korjaa osoite. Mitään ei lähetetty.',
  },
  CND_MAIL_HEADER: {
    happened:
      'Viestin nimessä, otsikossa tai muussa otsakekentässä on rivinvaihto tai ohjausmerkki, tai se on liian pitkä.',
    remedy: 'Korjaa mainittu kenttä. Mitään ei lähetetty.',
  },
  CND_MAIL_KEY: {
    happened: 'DKIM-avaimella ei voi allekirjoittaa.',
    remedy: 'Anna yksityinen RSA-avain PEM-muodossa. Siihen asti viestit odottavat.',
  },
  CND_SMS: {
    happened: 'Tekstiviestistä puuttuu kelvollinen numero, lähettäjä tai teksti.',
    remedy: 'Korjaa mainittu osa. Mitään ei lähetetty.',
  },
  CND_SIGN_IN: { happened: 'Et ole kirjautunut sisään tai istuntosi on päättynyt.', remedy: 'Kirjaudu sisään.' },
  CND_SIGN_IN_WRONG: {
    happened: 'Sähköpostiosoite tai salasana on väärin.',
    remedy: 'Tarkista molemmat. Jos salasana on kadonnut, pyydä omistajalta uusi kutsu.',
  },
  CND_SIGN_IN_LIMIT: {
    happened: 'Kirjautumista yritettiin liian monta kertaa.',
    remedy: 'Odota 15 minuuttia ja yritä uudelleen.',
  },
  CND_FORBIDDEN: { happened: 'Roolisi ei kata tätä.', remedy: 'Kysy työtilan omistajalta.' },
  CND_NOT_FOUND: { happened: 'Tätä ei ole täällä.', remedy: 'Tarkista osoite; se on ehkä poistettu.' },
  CND_TAKEN: { happened: 'Nimi tai osoite on jo käytössä.', remedy: 'Valitse toinen.' },
  CND_REPEAT_OTHER: {
    happened: 'Sama avain on jo lähetetty toisen pyynnön kanssa.',
    remedy: 'Lähetä sama pyyntö uudelleen tai anna toiselle pyynnölle oma avain.',
  },
  CND_REPEAT_RUNNING: {
    happened: 'Sama pyyntö on vielä käsittelyssä.',
    remedy: 'Odota hetki ja lähetä se uudelleen.',
  },
  CND_WEBHOOK: {
    happened: 'Webhookia ei voi määrittää näin.',
    remedy: 'Korjaa nimetty kenttä.',
  },
  CND_INVITATION: {
    happened: 'Kutsua ei tunneta, tai se on käytetty, peruttu tai vanhentunut.',
    remedy: 'Pyydä työtilan omistajalta uusi.',
  },
  CND_PASSWORD: {
    happened: 'Salasana on liian lyhyt, liian pitkä tai liian helppo arvata.',
    remedy: 'Valitse pidempi: useita sanoja, jotka eivät kuulu yhteen.',
  },
  CND_LAST_OWNER: {
    happened: 'Työtilassa on oltava vähintään yksi omistaja.',
    remedy: 'Tee ensin toisesta jäsenestä omistaja.',
  },
  CND_IN_USE: {
    happened: 'Tallennetut tiedot perustuvat tähän asetukseen, joten sitä ei voi enää muuttaa.',
    remedy: 'Pidä se, tai perusta toinen työtila.',
  },
  CND_RESPONSE: {
    happened: 'Vastaus ei sovi kyselyyn tai siinä on jotain tuntematonta.',
    remedy: 'Korjaa nimetty kenttä.',
  },
  CND_REQUEST: { happened: 'Kenttä puuttuu tai sitä ei voi käyttää.', remedy: 'Korjaa nimetty kenttä.' },
  CND_REQUEST_TOO_LARGE: {
    happened: 'Tämä on enemmän kuin kerralla otetaan vastaan.',
    remedy: 'Lähetä vähemmän kerralla.',
  },
  CND_SURVEY: {
    happened: 'Kyselylomake ei ole oikeassa muodossa.',
    remedy: 'Korjaa nimetty kenttä; kaikki kentät on lueteltu kyselyjen ohjeessa.',
  },
  CND_SURVEY_CONFLICT: {
    happened: 'Joku muu on tallentanut tämän luonnoksen sillä välin.',
    remedy: 'Lataa luonnos uudelleen. Toisen muutoksia ei korvattu.',
  },
  CND_SURVEY_PROBLEMS: {
    happened: 'Kyselyä ei voi vielä julkaista.',
    remedy: 'Korjaa kysymysten vieressä luetellut kohdat ja julkaise sitten.',
  },
  CND_SURVEY_IMPORTED: {
    happened: 'Tämä kysely on peräisin tuonneista.',
    remedy: 'Luo uusi kysely: tällä ei ole sivua, jota voisi muokata.',
  },
  CND_EVENT: {
    happened: 'Lähetettyä tapahtumaa ei voi käyttää.',
    remedy: 'Korjaa nimetty kenttä.',
  },
  CND_EVENT_MAPPING: {
    happened: 'Tapahtumien kuvaus on virheellinen tai puutteellinen.',
    remedy: 'Korjaa kuvauksen nimetty kenttä.',
  },
  CND_EVENTS_BUSY: {
    happened: 'Odottavia tapahtumia on enemmän kuin mahtuu.',
    remedy: 'Lähetä ne hetken kuluttua uudelleen: mitään niistä ei säilytetty.',
  },
  CND_EVENTS_LIMIT: {
    happened: 'Tämä avain lähettää enemmän tapahtumia kuin saa.',
    remedy: 'Lähetä ne uudelleen Retry-After-otsikon sekuntien kuluttua tai useampi yhdessä erässä.',
  },
  CND_MESSAGE_STATE: {
    happened: 'Viesti ei ole enää epävarma, tai sen saajalta ei enää kysytä.',
    remedy: 'Lataa luettelo uudelleen.',
  },
  CND_SURVEY_IN_USE: {
    happened: 'Tähän kyselyyn on vastattu, tai jokin mittausohjelma käyttää sitä.',
    remedy: 'Arkistoi se tai päätä ensin ohjelmat, jotka käyttävät sitä.',
  },
  CND_SOURCE: {
    happened: 'Lähteen asetusta ei voi käyttää.',
    remedy: 'Korjaa nimetty asetus.',
  },
  CND_SOURCE_AWAY: {
    happened: 'Lähteeseen ei saada yhteyttä tai sitä ei voi lukea.',
    remedy: 'Tarkista, että siihen saa yhteyden; se luetaan itsestään uudelleen.',
  },
} as const satisfies Partial<Record<ErrorCode, ErrorWords>>;
