import { buyers, entriesOf, none, option, other, payers, users } from './build-entry.ts';
import { agreement, ease, likelihood, quality, recommendation, satisfaction } from './scales.ts';

const { metric, driver, open, single, multiple } = entriesOf('onboarding');

export const onboarding = [
  metric(
    'ease',
    ease,
    {
      en: 'How easy was it to get started?',
      fi: 'Kuinka helppoa alkuun pääseminen oli?',
      sv: 'Hur lätt var det att komma igång?',
      de: 'Wie einfach war der Start für Sie?',
      ar: 'ما مدى سهولة البدء بالنسبة لك؟',
    },
    {
      en: 'A hard start is the first step towards leaving.',
      fi: 'Hankala alku on ensimmäinen askel kohti lähtöä.',
      sv: 'En svår start är första steget mot att lämna.',
    },
    users,
  ),
  driver(
    'guidance',
    quality,
    {
      en: 'How good was the guidance you got?',
      fi: 'Kuinka hyvää opastusta sait?',
      sv: 'Hur bra var vägledningen du fick?',
      de: 'Wie gut war die Anleitung, die Sie bekommen haben?',
      ar: 'ما مدى جودة الإرشاد الذي حصلت عليه؟',
    },
    {
      en: 'The part of a start that can be mended within weeks.',
      fi: 'Se osa alusta, joka voidaan korjata viikoissa.',
      sv: 'Den del av starten som går att förbättra på några veckor.',
    },
    users,
  ),
  open(
    'why',
    {
      en: 'What took the most effort when you started?',
      fi: 'Mikä vaati alussa eniten vaivaa?',
      sv: 'Vad krävde mest av dig i början?',
      de: 'Was hat Sie am Anfang die meiste Mühe gekostet?',
      ar: 'ما أكثر ما تطلّب منك جهدًا في البداية؟',
    },
    {
      en: 'Names the obstacle that the score only hints at.',
      fi: 'Nimeää esteen, johon arvosana vain viittaa.',
      sv: 'Namnger hindret som betyget bara antyder.',
    },
    users,
  ),
  metric(
    'satisfaction',
    satisfaction,
    {
      en: 'How satisfied are you with the installation?',
      fi: 'Kuinka tyytyväinen olet asennukseen?',
      sv: 'Hur nöjd är du med installationen?',
    },
    {
      en: 'The headline of the installation, comparable between teams.',
      fi: 'Asennuksen pääluku, jota voi verrata asentajien välillä.',
      sv: 'Installationens huvudmått, jämförbart mellan team.',
    },
  ),
  metric(
    'recommend',
    recommendation,
    {
      en: 'After your first weeks, how likely are you to recommend us to a friend or colleague?',
      fi: 'Kuinka todennäköisesti suosittelisit meitä ensimmäisten viikkojen perusteella ystävälle tai kollegalle?',
      sv: 'Hur troligt är det efter de första veckorna att du skulle rekommendera oss till en vän eller kollega?',
    },
    {
      en: 'The first recommendation, before habit sets in.',
      fi: 'Ensimmäinen suosittelu, ennen kuin tottumus alkaa vaikuttaa.',
      sv: 'Den första rekommendationen, innan vanan tar vid.',
    },
    buyers,
  ),
  driver(
    'installer',
    quality,
    {
      en: 'How was the service of the person who installed it?',
      fi: 'Millaista palvelua sait asentajalta?',
      sv: 'Hur bra service fick du av installatören?',
    },
    {
      en: 'Separates the person from the product.',
      fi: 'Erottaa ihmisen tuotteesta.',
      sv: 'Skiljer personen från produkten.',
    },
    users,
  ),
  driver(
    'promised',
    agreement,
    {
      en: 'What I got is what I was promised.',
      fi: 'Sain sen, mitä minulle luvattiin.',
      sv: 'Jag fick det jag hade blivit lovad.',
    },
    {
      en: 'Finds the gap between what was sold and what was set up.',
      fi: 'Löytää kuilun myydyn ja käyttöön otetun välillä.',
      sv: 'Hittar gapet mellan det sålda och det levererade.',
    },
    buyers,
  ),
  driver(
    'schedule',
    satisfaction,
    {
      en: 'How satisfied are you with how the agreed schedule was kept?',
      fi: 'Kuinka tyytyväinen olet sovitussa aikataulussa pysymiseen?',
      sv: 'Hur nöjd är du med hur den avtalade tidplanen hölls?',
    },
    {
      en: 'A late start costs the customer money from the first day.',
      fi: 'Myöhästynyt alku maksaa asiakkaalle ensimmäisestä päivästä.',
      sv: 'En försenad start kostar kunden pengar från första dagen.',
    },
    buyers,
  ),
  driver(
    'confident',
    agreement,
    {
      en: 'I can now use it on my own.',
      fi: 'Osaan nyt käyttää sitä itse.',
      sv: 'Jag klarar nu att använda det själv.',
    },
    {
      en: 'Who feels able uses more and asks less.',
      fi: 'Se, joka kokee osaavansa, käyttää enemmän ja kysyy vähemmän.',
      sv: 'Den som känner sig säker använder mer och frågar mindre.',
    },
    users,
  ),
  driver(
    'keep',
    likelihood,
    {
      en: 'How likely are you to be using this in a year?',
      fi: 'Kuinka todennäköisesti käytät tätä vuoden kuluttua?',
      sv: 'Hur troligt är det att du använder det här om ett år?',
    },
    {
      en: 'An early sign of leaving, to be checked against who really stays.',
      fi: 'Varhainen merkki lähdöstä, verrattavaksi siihen, ketkä todella jäävät.',
      sv: 'Ett tidigt tecken på avhopp, att jämföra med vilka som stannar.',
    },
    payers,
  ),
  single(
    'first-use',
    {
      en: 'How soon were you able to use it as you had meant to?',
      fi: 'Kuinka pian pääsit käyttämään sitä niin kuin olit ajatellut?',
      sv: 'Hur snart kunde du använda det som du hade tänkt?',
    },
    [
      option('day', 'On the first day', 'Ensimmäisenä päivänä', 'Första dagen'),
      option('week', 'Within a week', 'Viikon sisällä', 'Inom en vecka'),
      option('month', 'Within a month', 'Kuukauden sisällä', 'Inom en månad'),
      option('later', 'Later', 'Myöhemmin', 'Senare'),
      option('not-yet', 'I cannot yet', 'En pysty vielä', 'Jag kan inte än'),
    ],
    {
      en: 'Time to first value, told by the one who waits for it.',
      fi: 'Aika ensimmäiseen hyötyyn, odottajan kertomana.',
      sv: 'Tiden till första nytta, berättad av den som väntar.',
    },
    users,
  ),
  multiple(
    'help-used',
    {
      en: 'What helped you to get started?',
      fi: 'Mikä auttoi sinua pääsemään alkuun?',
      sv: 'Vad hjälpte dig att komma igång?',
    },
    [
      option('person', 'A person from you', 'Teidän ihmisenne', 'En person från er'),
      option('colleague', 'A colleague', 'Kollega', 'En kollega'),
      option('guide', 'Written instructions', 'Kirjalliset ohjeet', 'Skriftliga instruktioner'),
      option('video', 'A video', 'Video', 'En video'),
      other,
      none,
    ],
    {
      en: 'Tells which help is worth making better.',
      fi: 'Kertoo, mitä apua kannattaa kehittää.',
      sv: 'Visar vilken hjälp som är värd att utveckla.',
    },
    users,
  ),
];
