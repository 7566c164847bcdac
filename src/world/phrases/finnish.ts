import type { Phrases } from './phrases.ts';

export const finnish: Phrases = {
  openings: {
    praise: [
      'Todella hyvä.',
      'Erinomaista työtä!',
      'Olen erittäin tyytyväinen.',
      'Hienoa, kuten aina.',
      'Kaikki sujui hyvin.',
      'Kiitos!',
      'Täydet pisteet.',
    ],
    mixed: [
      'Pääosin kunnossa.',
      'Kaiken kaikkiaan melko hyvä.',
      'Hyvä, mutta parannettavaa on.',
      'Toimii.',
      'Aika tyytyväinen.',
      'Ihan hyvä.',
      'Melkein täydellistä.',
    ],
    complaint: [
      'Ei riitä.',
      'Petyin.',
      'Odotin enemmän.',
      'Valitettavasti ei.',
      'Tämä oli heikkoa.',
      'Emme ole tyytyväisiä.',
      'Turhauttavaa.',
    ],
  },
  topics: {
    meeting: {
      praise: [
        'Myyjä oli valmistautunut hyvin.',
        'Tapaamisesta saimme ideoita, joita voi käyttää.',
        'Vihdoin joku kysyi suunnitelmistamme.',
        'Tarjous vastasi tarpeitamme täsmälleen.',
      ],
      mixed: [
        'Tapaaminen oli hyödyllinen mutta vähän pitkä.',
        'Hyvä keskustelu, vaikka jatkotoimet kestivät.',
        'Mukava käynti; hinnat voisivat olla selvemmät.',
      ],
      complaint: [
        'Myyjä ei tiennyt liiketoiminnastamme mitään.',
        'Tapaaminen oli pelkkä myyntipuhe.',
        'Tapaamisessa annettuja lupauksia ei pidetty.',
        'Tarjous tuli kaksi viikkoa myöhässä ja väärin.',
      ],
    },
    order: {
      praise: [
        'Tilaaminen vei minuutin.',
        'Tilauslomake on selkeä ja nopea.',
        'Löysin kaikki tuotteet heti.',
        'Vahvistus tuli saman tien.',
      ],
      mixed: [
        'Tilaaminen toimii, mutta haku voisi olla parempi.',
        'Tilaus meni läpi toisella yrityksellä.',
        'Tilaaminen sujuu, kun tietää mistä etsiä.',
      ],
      complaint: [
        'Tilauslomake hävitti kaiken, mitä olin kirjoittanut.',
        'Puolet tuotteista näkyi saatavilla, mutta ei ollut.',
        'Jouduin tilaamaan saman asian kolmesti.',
        'Tilauksen hinnat eivät olleet sovitut.',
      ],
    },
    delivery: {
      praise: [
        'Toimitus tuli luvattuna päivänä.',
        'Kaikki saapui ehjänä ja hyvin pakattuna.',
        'Kuljettaja soitti etukäteen ja oli avulias.',
        'Toimitusta pystyi seuraamaan koko matkan.',
      ],
      mixed: [
        'Toimitus oli täydellinen mutta päivän myöhässä.',
        'Tavara oli kunnossa, pakkaus vähemmän.',
        'Perille tuli, mutta toimitusväli oli pitkä.',
      ],
      complaint: [
        'Toimitus oli viikon myöhässä, eikä kukaan kertonut.',
        'Toimituksesta puuttui kaksi laatikkoa.',
        'Tavarat saapuivat rikki.',
        'Kuljettaja jätti tavarat sateeseen.',
      ],
    },
    support: {
      praise: [
        'Tuki ratkaisi asian yhdellä puhelulla.',
        'Tuen henkilö tiesi tarkalleen, mitä tehdä.',
        'Minulle soitettiin takaisin, kuten luvattiin.',
        'Tuki selitti asian niin, että ymmärsin.',
      ],
      mixed: [
        'Tuki auttoi lopulta, yhden siirron jälkeen.',
        'Hyvä vastaus, vähän pitkä odotus.',
        'Ystävällinen tuki; korjaus vaati kaksi yritystä.',
      ],
      complaint: [
        'Selitin saman ongelman neljälle ihmiselle.',
        'Tapaus suljettiin, ja ongelma on yhä olemassa.',
        'Odotin tunnin, ja puhelu katkesi.',
        'Tuki luki ääneen ohjetta, jota olin jo kokeillut.',
      ],
    },
    invoice: {
      praise: [
        'Lasku oli oikein ja helppo lukea.',
        'Laskun jokainen rivi oli selvä.',
        'Laskua koskeva kysymys selvisi samana päivänä.',
        'Laskutus omalla viitteellämme toimii moitteetta.',
      ],
      mixed: [
        'Lasku oli oikein mutta vaikea lukea.',
        'Pieni virhe laskussa, korjattiin nopeasti.',
        'Laskutus toimii; liitteet voisivat olla selvemmät.',
      ],
      complaint: [
        'Lasku oli väärin jo kolmannen kerran.',
        'Meitä laskutettiin tavarasta, jota ei koskaan tullut.',
        'Kukaan ei osaa selittää laskun maksuja.',
        'Maksetusta laskusta tuli muistutus.',
      ],
    },
    store: {
      praise: [
        'Myymälän väellä oli minulle aikaa.',
        'Myymälä oli siisti ja kaikki paikallaan.',
        'Sain myymälässä hyviä neuvoja.',
        'Kassalla asiointi oli nopeaa.',
      ],
      mixed: [
        'Mukava myymälä, mutta jono oli melko pitkä.',
        'Hyvä valikoima, joitakin kokoja oli loppu.',
        'Myymälä on hyvä; opasteet voisivat olla selvemmät.',
      ],
      complaint: [
        'Myymälässä ei ollut ketään, jolta kysyä.',
        'Hylly oli tyhjä, vaikka verkossa tuotetta oli.',
        'Kassajono ei liikkunut.',
        'Henkilökunta jutteli keskenään.',
      ],
    },
    web: {
      praise: [
        'Verkkokauppa on nopea ja selkeä.',
        'Löysin tuotteen verkosta heti.',
        'Maksaminen verkossa oli helppoa.',
        'Kuvat ja koot vastasivat sitä, mitä tuli.',
      ],
      mixed: [
        'Verkkokauppa toimii, mutta suodattimet ovat kömpelöt.',
        'Hyvä kauppa; maksaminen vaati pari ylimääräistä vaihetta.',
        'Tietokoneella hyvä, puhelimella vähemmän.',
      ],
      complaint: [
        'Verkkokauppa jumittui, kun maksoin.',
        'Tuote ei ollut sitä, mitä sivulla näkyi.',
        'En löytänyt, miten tuotteen palauttaa.',
        'Sivu kirjasi minut ulos kerta toisensa jälkeen.',
      ],
    },
    phone: {
      praise: [
        'Puheluuni vastattiin heti.',
        'Puhelimessa oli ystävällinen ja asiansa osaava ihminen.',
        'Yksi soitto riitti.',
        'Sain puhelimessa selvän vastauksen.',
      ],
      mixed: [
        'Hyvää apua puhelimessa pienen odotuksen jälkeen.',
        'Ystävällinen puhelu, mutta minut siirrettiin kerran.',
        'Puhelu ratkaisi asian; valikko ennen sitä oli pitkä.',
      ],
      complaint: [
        'Neljäkymmentä minuuttia jonossa turhaan.',
        'Minua siirreltiin puhelimessa yhdeltä toiselle.',
        'Luvattua takaisinsoittoa ei tullut.',
        'Puhelimessa oltiin töykeitä.',
      ],
    },
    chat: {
      praise: [
        'Chat vastasi sekunneissa.',
        'Oikea ihminen auttoi minua chatissa.',
        'Chatista sain oikean linkin.',
        'Sain hoidettua kaiken chatissa.',
      ],
      mixed: [
        'Chat auttoi, kun robotti luovutti.',
        'Nopea chat, mutta vastaus oli vähän lyhyt.',
        'Chat on kätevä; jouduin selittämään kahdesti.',
      ],
      complaint: [
        'Chatin robotti ei ymmärtänyt sanaakaan.',
        'Chat sulkeutui kesken kysymykseni.',
        'Chatissa käskettiin soittaa, puhelimessa chattailla.',
        'Chat antoi väärän vastauksen.',
      ],
    },
    relationship: {
      praise: [
        'Kanssanne on helppo toimia.',
        'Tiedän aina, keneltä kysyä.',
        'Asiat hoituvat muistuttamatta.',
        'Väkenne tuntee tapamme toimia.',
      ],
      mixed: [
        'Arki sujuu hyvin, tieto voisi tulla aiemmin.',
        'Hyviä ihmisiä, vähän hitaat prosessit.',
        'Toimii hyvin, kun tuttu henkilö on paikalla.',
      ],
      complaint: [
        'Kaikkea pitää pyytää kahdesti.',
        'Yhteyshenkilömme vaihtui tänä vuonna kolmesti.',
        'Muutoksista ei kerrota etukäteen.',
        'Kanssanne asiointi vie liikaa aikaamme.',
      ],
    },
    partnership: {
      praise: [
        'Johtonne kuuntelee ja toimii.',
        'Suunnittelemme tulevan vuoden yhdessä.',
        'Näen selvästi, mitä rahalla saamme.',
        'Keskustelut johtonne kanssa olivat aikansa arvoisia.',
      ],
      mixed: [
        'Luotettava toimittaja; toivoisin enemmän aloitteellisuutta.',
        'Palvelu on kunnossa, hyöty pitäisi näyttää paremmin.',
        'Tapaamme, mutta harvoin tulevasta.',
      ],
      complaint: [
        'En ole koskaan tavannut ketään johdostanne.',
        'Kukaan ei ole kysynyt, mitä liiketoimintamme tarvitsee.',
        'En näe, mitä hinnalla saamme.',
        'Meiltä pyydetään allekirjoitusta, ei koskaan mielipidettä.',
      ],
    },
  },
  closings: {
    praise: [
      'Jatkakaa samaan malliin.',
      'Suosittelen mielelläni.',
      'Ei lisättävää.',
      'Se helpotti päivääni.',
      'Pysymme asiakkaana.',
      'Parempaa kuin muualla.',
      'Juuri sitä, mitä tarvitsimme.',
    ],
    mixed: [
      'Hieman nopeammin, niin olisi erinomainen.',
      'Muuten kunnossa.',
      'Pystytte varmasti vielä parempaan.',
      'Ei suuri ongelma.',
      'Ensi kerralla ehkä vähän sujuvammin.',
      'Silti kiitos.',
      'Katsotaan, miten jatkuu.',
    ],
    complaint: [
      'Katselemme muita toimittajia.',
      'Tehkää asialle jotakin.',
      'Se vei aikaa ja hermoja.',
      'En suosittelisi tätä.',
      'Näin on ollut jo kuukausia.',
      'Kukaan ei ota vastuuta.',
      'Odotan vastausta yhä.',
    ],
  },
};
