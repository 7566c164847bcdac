import type { DoubtWords } from './doubt-words.ts';
import { fiDrivers } from './fi-drivers.ts';
import { pathModelDoubts } from './path-model-doubts.ts';

const of = (periods: string) => (periods ? ` (${periods})` : '');

export const fiDoubts: DoubtWords = {
  caveat: {
    ...fiDrivers.caveat,
    ...pathModelDoubts.fi.caveat,
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
    CND_SERVER: {
      happened: 'Palvelimeen ei saada yhteyttä tai se hylkäsi lähetyksen.',
      remedy: 'Tarkista osoite, avain ja työtila; jo vastaanotettua ei lasketa kahdesti.',
    },
    CND_OUTPUT: { happened: 'Tulosta ei voi kirjoittaa tähän.', remedy: 'Valitse tiedosto, johon voi kirjoittaa.' },
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
