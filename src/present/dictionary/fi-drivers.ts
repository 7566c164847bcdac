import type { DriverDoubts } from './driver-doubts.ts';

/** Doubts and refusals of drivers and models. */
export const fiDrivers: DriverDoubts = {
  caveat: {
    'pairwise-missing': ({ count }) =>
      `${count ? `${count} vastausta puuttuu` : 'Vastauksia puuttuu'}: kustakin kysymysparista lasketaan ne, jotka vastasivat molempiin.`,
    'mean-replaced': ({ count }) =>
      `${count ? `${count} puuttuvan vastauksen` : 'Puuttuvien vastausten'} tilalla on kysymyksen keskiarvo, kuten pyydettiin tai koska pareittain lasketut korrelaatiot ovat ristiriidassa; vaikutukset jäävät liian pieniksi.`,
    suppressor: ({ value }) => `Suppressori – suunta epäselvä: ${value}. Yksin ja muiden rinnalla etumerkki on eri.`,
    'no-top-driver': () =>
      'Mikään tekijä ei ole ensimmäinen 80\u00a0prosentissa uusinta-aineistoista, joten ensimmäistä ei voi nimetä.',
    'resamples-dropped': ({ count }) =>
      `${count ? `${count} uusinta-aineistoa` : 'Osaa uusinta-aineistoista'} ei voinut käyttää, koska jokin kysymys ei niissä vaihdellut; välit perustuvat muihin.`,
    'relative-weights': () =>
      'Tekijöitä on liian monta kaikkiin järjestyksiin: keskiarvon tilalla ovat suhteelliset painot.',
    'few-events': ({ count }) =>
      `Rajan pienemmällä puolella on vain ${count || 'vähän'} vastausta, joten logit-mallin kertoimet ovat liian suuria.`,
    'contrast-left-out': ({ count }) =>
      `${count ? `${count} vertailua` : 'Osa vertailuista'} perustuu liian harvaan vastaukseen ja jää pois.`,
  },
  error: {
    CND_MISSING_CODE: {
      happened: 'Sarakkeessa on vastausten joukossa puuttuvan vastauksen koodi, joka laskettaisiin vastaukseksi.',
      remedy: 'Tyhjennä solut, joissa koodi on.',
    },
    CND_MODEL_SIZE: {
      happened: 'Kysymyksiä on valittu enemmän kuin menetelmä ottaa, tai ei yhtään.',
      remedy: 'Valitse vähemmän: ne, joihin voi vaikuttaa.',
    },
    CND_MODEL_SLOW: {
      happened: 'Laskenta kesti liian kauan ja keskeytettiin.',
      remedy: 'Valitse lyhyempi aikaväli tai vähemmän kysymyksiä ja yritä uudelleen.',
    },
    CND_RESAMPLES: {
      happened: 'Liian monta uusinta-aineistoa jäi käyttämättä, joten muista laskettu väli olisi liian kapea.',
      remedy: 'Kerää lisää vastauksia tai jätä pois kysymys, joka tuskin vaihtelee.',
    },
    CND_SEPARATION: {
      happened: 'Yksi tekijä erottaa ryhmät poikkeuksetta, joten sen kertoimella ei ole rajaa.',
      remedy: 'Jätä nimetty tekijä pois tai siirrä ylimmän luokan rajaa.',
    },
    CND_COLLINEAR: {
      happened: 'Jotkin sarakkeet seuraavat toisistaan, joten niiden osuuksia ei voi erottaa.',
      remedy: 'Jätä yksi alla nimetyistä sarakkeista pois tai käytä niiden sijasta keskiarvoa.',
    },
  },
};
