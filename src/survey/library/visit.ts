import { buyers, entriesOf, none, option, other, users } from './build-entry.ts';
import {
  agreement,
  condition,
  ease,
  expectation,
  likelihood,
  quality,
  recommendation,
  satisfaction,
} from './scales.ts';

const { metric, driver, open, single, multiple } = entriesOf('visit');

export const visit = [
  metric(
    'satisfaction',
    satisfaction,
    {
      en: 'How satisfied are you with your visit today?',
      fi: 'Kuinka tyytyväinen olet tämänpäiväiseen käyntiisi?',
      sv: 'Hur nöjd är du med ditt besök i dag?',
      de: 'Wie zufrieden sind Sie mit Ihrem heutigen Besuch?',
      ar: 'ما مدى رضاك عن زيارتك اليوم؟',
    },
    {
      en: 'One tap at the door, comparable between shops and hours.',
      fi: 'Yksi napautus ovella, vertailtavissa myymälöiden ja kellonaikojen välillä.',
      sv: 'Ett tryck vid dörren, jämförbart mellan butiker och tider.',
    },
  ),
  driver(
    'staff',
    quality,
    {
      en: 'How was the service you got from our staff?',
      fi: 'Millaista palvelua sait henkilökunnaltamme?',
      sv: 'Hur var servicen du fick av personalen?',
      de: 'Wie war der Service unseres Personals?',
      ar: 'ما رأيك في مستوى خدمة موظفينا؟',
    },
    {
      en: 'The part of a visit that the shop itself can change tomorrow.',
      fi: 'Se osa käyntiä, jota myymälä voi itse muuttaa jo huomenna.',
      sv: 'Den del av besöket som butiken själv kan ändra i morgon.',
    },
  ),
  open(
    'why',
    {
      en: 'What made your visit good or bad?',
      fi: 'Mikä teki käynnistäsi hyvän tai huonon?',
      sv: 'Vad gjorde ditt besök bra eller dåligt?',
      de: 'Was hat Ihren Besuch gut oder schlecht gemacht?',
      ar: 'ما الذي جعل زيارتك جيدة أو سيئة؟',
    },
    {
      en: 'The reason, while the visit is fresh.',
      fi: 'Syy, kun käynti on tuoreessa muistissa.',
      sv: 'Orsaken, medan besöket är färskt i minnet.',
    },
  ),
  metric(
    'recommend',
    recommendation,
    {
      en: 'After this visit, how likely are you to recommend us to a friend or colleague?',
      fi: 'Kuinka todennäköisesti suosittelisit meitä tämän käynnin perusteella ystävälle tai kollegalle?',
      sv: 'Hur troligt är det efter besöket att du skulle rekommendera oss till en vän eller kollega?',
    },
    {
      en: 'Recommendation per shop, where enough answers come in.',
      fi: 'Suosittelu myymälöittäin, jos vastauksia tulee riittävästi.',
      sv: 'Rekommendation per butik, där svaren räcker.',
    },
  ),
  metric(
    'ease',
    ease,
    {
      en: 'How easy was it to do what you came for?',
      fi: 'Kuinka helppoa oli hoitaa se, mitä varten tulit?',
      sv: 'Hur lätt var det att göra det du kom för?',
    },
    {
      en: 'Queues, signs and stock seen from the other side of the counter.',
      fi: 'Jonot, opasteet ja varasto tiskin toiselta puolelta nähtynä.',
      sv: 'Köer, skyltar och lager sedda från andra sidan disken.',
    },
  ),
  driver(
    'wait',
    satisfaction,
    {
      en: 'How satisfied are you with how long you had to wait?',
      fi: 'Kuinka tyytyväinen olet odotusaikaasi?',
      sv: 'Hur nöjd är du med hur länge du fick vänta?',
    },
    {
      en: 'Shows the hours that need another pair of hands.',
      fi: 'Näyttää tunnit, joille tarvitaan lisää käsiä.',
      sv: 'Visar de timmar som behöver fler händer.',
    },
  ),
  driver(
    'found',
    agreement,
    {
      en: 'I found what I was looking for.',
      fi: 'Löysin, mitä etsin.',
      sv: 'Jag hittade det jag sökte.',
    },
    {
      en: 'Sales that were lost without anybody noticing.',
      fi: 'Kaupat, jotka menetettiin kenenkään huomaamatta.',
      sv: 'Försäljning som gick förlorad utan att någon märkte det.',
    },
  ),
  driver(
    'premises',
    condition,
    {
      en: 'How was the condition of our premises?',
      fi: 'Millainen tilojemme kunto oli?',
      sv: 'I vilket skick var våra lokaler?',
    },
    {
      en: 'Seen daily by customers and hardly ever by us.',
      fi: 'Asiakkaat näkevät ne joka päivä, me itse harvoin.',
      sv: 'Ses dagligen av kunderna och sällan av oss.',
    },
  ),
  driver(
    'expected',
    expectation,
    {
      en: 'How did the visit compare with what you expected?',
      fi: 'Millainen käynti oli odotuksiisi verrattuna?',
      sv: 'Hur var besöket jämfört med vad du väntade dig?',
    },
    {
      en: 'Tells a good shop from a well-known name.',
      fi: 'Erottaa hyvän myymälän tunnetusta nimestä.',
      sv: 'Skiljer en bra butik från ett känt namn.',
    },
  ),
  driver(
    'again',
    likelihood,
    {
      en: 'How likely are you to visit us again?',
      fi: 'Kuinka todennäköisesti tulet meille uudelleen?',
      sv: 'Hur troligt är det att du besöker oss igen?',
    },
    {
      en: 'Intention to return, to be checked against real visits.',
      fi: 'Aikomus palata, verrattavaksi todellisiin käynteihin.',
      sv: 'Avsikten att komma tillbaka, att jämföra med verkliga besök.',
    },
    buyers,
  ),
  single(
    'purpose',
    {
      en: 'What was the main reason for your visit?',
      fi: 'Mikä oli käyntisi tärkein syy?',
      sv: 'Vad var huvudskälet till ditt besök?',
    },
    [
      option('buy', 'To buy something', 'Ostaminen', 'Att köpa något'),
      option('look', 'To look or compare', 'Katselu tai vertailu', 'Att titta eller jämföra'),
      option('advice', 'To get advice', 'Neuvojen saaminen', 'Att få råd'),
      option('return', 'A return or complaint', 'Palautus tai reklamaatio', 'En retur eller reklamation'),
      option('collect', 'To collect an order', 'Tilauksen nouto', 'Att hämta en beställning'),
      other,
    ],
    {
      en: 'Lets like be compared with like.',
      fi: 'Antaa verrata samanlaisia käyntejä keskenään.',
      sv: 'Gör att lika kan jämföras med lika.',
    },
    users,
  ),
  multiple(
    'missed',
    {
      en: 'What did you miss during your visit?',
      fi: 'Mitä jäit käynnilläsi kaipaamaan?',
      sv: 'Vad saknade du under besöket?',
    },
    [
      option('staff', 'Staff to ask', 'Henkilökuntaa, jolta kysyä', 'Personal att fråga'),
      option('product', 'A product', 'Jotain tuotetta', 'En vara'),
      option('signs', 'Signs', 'Opasteita', 'Skyltar'),
      option('checkout', 'A shorter queue', 'Lyhyempää jonoa', 'En kortare kö'),
      other,
      none,
    ],
    {
      en: 'A list for the next morning meeting of the shop.',
      fi: 'Lista myymälän seuraavaan aamupalaveriin.',
      sv: 'En lista till butikens nästa morgonmöte.',
    },
    users,
  ),
];
