import { buyers, entriesOf, none, option, other, payers } from './build-entry.ts';
import { agreement, ease, likelihood, recommendation, satisfaction, satisfactionIndex, skill } from './scales.ts';

const { metric, driver, open, single, multiple } = entriesOf('renewal');

export const renewal = [
  metric(
    'satisfaction',
    satisfaction,
    {
      en: 'How satisfied are you with what we agreed for the coming period?',
      fi: 'Kuinka tyytyväinen olet siihen, mitä sovimme tulevalle kaudelle?',
      sv: 'Hur nöjd är du med det vi kom överens om för nästa period?',
      de: 'Wie zufrieden sind Sie mit dem, was wir für den nächsten Zeitraum vereinbart haben?',
      ar: 'ما مدى رضاك عما اتفقنا عليه للفترة القادمة؟',
    },
    {
      en: 'A signature given with a sigh is a risk with a date.',
      fi: 'Huokaisten annettu allekirjoitus on riski, jolla on päivämäärä.',
      sv: 'En underskrift med en suck är en risk med ett datum.',
    },
    buyers,
  ),
  driver(
    'value',
    agreement,
    {
      en: 'Over the past year we got value for our money.',
      fi: 'Saimme viime vuonna rahoillemme vastinetta.',
      sv: 'Under det gångna året fick vi valuta för pengarna.',
      de: 'Im vergangenen Jahr war der Service sein Geld wert.',
      ar: 'حصلنا خلال العام الماضي على قيمة مقابل ما دفعناه.',
    },
    {
      en: 'The driver closest to the decision to renew.',
      fi: 'Tekijä, joka on lähimpänä jatkopäätöstä.',
      sv: 'Den drivkraft som ligger närmast beslutet att förnya.',
    },
    payers,
  ),
  open(
    'why',
    {
      en: 'What has to change for you to stay with us for years?',
      fi: 'Minkä pitää muuttua, jotta jatkaisitte kanssamme vuosia?',
      sv: 'Vad måste ändras för att ni ska stanna hos oss i många år?',
      de: 'Was muss sich ändern, damit Sie noch viele Jahre bei uns bleiben?',
      ar: 'ما الذي يجب أن يتغير لتبقوا معنا لسنوات؟',
    },
    {
      en: 'The agenda of the next meeting, written by the customer.',
      fi: 'Seuraavan tapaamisen asialista, asiakkaan kirjoittamana.',
      sv: 'Nästa mötes dagordning, skriven av kunden.',
    },
    buyers,
  ),
  metric(
    'recommend',
    recommendation,
    {
      en: 'How likely are you to recommend us to a colleague in your field?',
      fi: 'Kuinka todennäköisesti suosittelisit meitä alasi kollegalle?',
      sv: 'Hur troligt är det att du skulle rekommendera oss till en kollega i branschen?',
    },
    {
      en: 'Recommendation by those who sign, at the time when they sign.',
      fi: 'Allekirjoittajan suosittelu allekirjoituksen hetkellä.',
      sv: 'Rekommendationen från dem som skriver under, när de gör det.',
    },
    buyers,
  ),
  metric(
    'ease',
    ease,
    {
      en: 'How easy was it to renew?',
      fi: 'Kuinka helppoa sopimuksen jatkaminen oli?',
      sv: 'Hur lätt var det att förnya avtalet?',
    },
    {
      en: 'A contract that renews itself hides this; a renewal by hand shows it.',
      fi: 'Itsestään jatkuva sopimus kätkee tämän, käsin jatkettu näyttää.',
      sv: 'Ett avtal som förnyas av sig självt döljer det här.',
    },
    buyers,
  ),
  metric(
    'index',
    satisfactionIndex,
    {
      en: 'Taking everything together, how satisfied are you with us?',
      fi: 'Kuinka tyytyväinen olet meihin kaiken kaikkiaan?',
      sv: 'Hur nöjd är du med oss på det hela taget?',
    },
    {
      en: 'An item of the satisfaction index, comparable between industries.',
      fi: 'Tyytyväisyysindeksin osa, vertailtavissa toimialojen välillä.',
      sv: 'En del av nöjdhetsindexet, jämförbar mellan branscher.',
    },
    buyers,
  ),
  driver(
    'contact',
    skill,
    {
      en: 'How well does your contact person here know your needs?',
      fi: 'Kuinka hyvin yhteyshenkilösi meillä tuntee tarpeenne?',
      sv: 'Hur väl känner din kontaktperson hos oss till era behov?',
    },
    {
      en: 'In business a person is often the whole company.',
      fi: 'Yritysasiakkaalle yksi ihminen on usein koko yritys.',
      sv: 'För företagskunder är en person ofta hela företaget.',
    },
    buyers,
  ),
  driver(
    'terms',
    agreement,
    {
      en: 'The terms of the contract are easy to understand.',
      fi: 'Sopimuksen ehdot on helppo ymmärtää.',
      sv: 'Avtalets villkor är lätta att förstå.',
    },
    {
      en: 'Terms that need a lawyer invite a tender.',
      fi: 'Ehdot, joihin tarvitaan juristi, johtavat kilpailutukseen.',
      sv: 'Villkor som kräver en jurist leder till upphandling.',
    },
    payers,
  ),
  driver(
    'goals',
    agreement,
    {
      en: 'With your help we reached what we had set out to do.',
      fi: 'Saavutimme avullanne sen, mitä olimme tavoitelleet.',
      sv: 'Med er hjälp nådde vi det vi hade föresatt oss.',
    },
    {
      en: 'Outcomes of the customer, not of the supplier.',
      fi: 'Asiakkaan eikä toimittajan tuloksia.',
      sv: 'Kundens resultat, inte leverantörens.',
    },
    buyers,
  ),
  driver(
    'again',
    likelihood,
    {
      en: 'If you decided today, how likely would you be to choose us again?',
      fi: 'Jos päättäisit tänään, kuinka todennäköisesti valitsisit meidät uudelleen?',
      sv: 'Om du fick bestämma i dag, hur troligt är det att du skulle välja oss igen?',
    },
    {
      en: 'The item that has proved closest to real renewals; check it on your own.',
      fi: 'Usein lähinnä todellista jatkopäätöstä; tarkista omasta aineistosta.',
      sv: 'Ofta närmast verkliga förnyelser; kontrollera med egna data.',
    },
    payers,
  ),
  single(
    'weighed',
    {
      en: 'Did you weigh up other suppliers this time?',
      fi: 'Harkitsitteko tällä kertaa muita toimittajia?',
      sv: 'Övervägde ni andra leverantörer den här gången?',
    },
    [
      option('no', 'No', 'Emme', 'Nej'),
      option('looked', 'We looked around', 'Katselimme ympärille', 'Vi såg oss om'),
      option('offers', 'We asked for offers', 'Pyysimme tarjouksia', 'Vi begärde in offerter'),
      option('nearly', 'We nearly changed', 'Olimme lähellä vaihtaa', 'Vi var nära att byta'),
    ],
    {
      en: 'A near miss is worth more than a satisfaction score.',
      fi: 'Läheltä piti -tilanne kertoo enemmän kuin tyytyväisyysluku.',
      sv: 'Ett nästan-avhopp säger mer än ett nöjdhetsbetyg.',
    },
    payers,
  ),
  multiple(
    'reasons',
    {
      en: 'Why did you decide to go on with us?',
      fi: 'Miksi päätitte jatkaa kanssamme?',
      sv: 'Varför valde ni att fortsätta med oss?',
    },
    [
      option('quality', 'The quality', 'Laatu', 'Kvaliteten'),
      option('price', 'The price', 'Hinta', 'Priset'),
      option('people', 'The people', 'Ihmiset', 'Människorna'),
      option('change', 'Changing is laborious', 'Vaihtaminen on työlästä', 'Det är besvärligt att byta'),
      other,
      none,
    ],
    {
      en: 'Tells loyalty from the mere cost of changing.',
      fi: 'Erottaa uskollisuuden vaihtamisen vaivasta.',
      sv: 'Skiljer lojalitet från besväret att byta.',
    },
    payers,
  ),
];
