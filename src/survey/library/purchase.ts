import { buyers, entriesOf, none, option, other, payers } from './build-entry.ts';
import {
  agreement,
  ease,
  easeOfFive,
  expectation,
  likelihood,
  quality,
  recommendation,
  satisfaction,
} from './scales.ts';

const { metric, driver, open, single, multiple } = entriesOf('purchase');

export const purchase = [
  metric(
    'satisfaction',
    satisfaction,
    {
      en: 'How satisfied are you with your purchase from us?',
      fi: 'Kuinka tyytyväinen olet meiltä tekemääsi ostokseen?',
      sv: 'Hur nöjd är du med ditt köp hos oss?',
      de: 'Wie zufrieden sind Sie mit Ihrem Einkauf bei uns?',
      ar: 'ما مدى رضاك عن عملية الشراء لدينا؟',
    },
    {
      en: 'The headline of this moment, comparable between products and shops.',
      fi: 'Tämän hetken pääluku, jota voi verrata tuotteiden ja myymälöiden välillä.',
      sv: 'Huvudmåttet för det här tillfället, jämförbart mellan produkter och butiker.',
    },
  ),
  driver(
    'choice',
    ease,
    {
      en: 'How easy was it to find what suited you?',
      fi: 'Kuinka helppoa oli löytää sinulle sopiva vaihtoehto?',
      sv: 'Hur lätt var det att hitta det som passade dig?',
      de: 'Wie einfach war es, das Passende für Sie zu finden?',
      ar: 'ما مدى سهولة العثور على ما يناسبك؟',
    },
    {
      en: 'Shows whether the range or the advice stands in the way of buying.',
      fi: 'Kertoo, onko valikoima tai neuvonta ostamisen esteenä.',
      sv: 'Visar om sortimentet eller rådgivningen står i vägen för köpet.',
    },
  ),
  open(
    'why',
    {
      en: 'What is the main reason for the score you gave?',
      fi: 'Mikä on tärkein syy antamaasi arvosanaan?',
      sv: 'Vad är den främsta orsaken till ditt betyg?',
      de: 'Was ist der wichtigste Grund für Ihre Bewertung?',
      ar: 'ما السبب الرئيسي للتقييم الذي منحته؟',
    },
    {
      en: 'The reason in the customer’s own words, read beside the score.',
      fi: 'Syy asiakkaan omin sanoin, luettavaksi arvosanan rinnalla.',
      sv: 'Orsaken med kundens egna ord, att läsa bredvid betyget.',
    },
  ),
  metric(
    'recommend',
    recommendation,
    {
      en: 'After this purchase, how likely are you to recommend us to a friend or colleague?',
      fi: 'Kuinka todennäköisesti suosittelisit meitä tämän ostoksen perusteella ystävälle tai kollegalle?',
      sv: 'Hur troligt är det efter det här köpet att du skulle rekommendera oss till en vän eller kollega?',
    },
    {
      en: 'Recommendation at the encounter level; never pooled with the relationship survey.',
      fi: 'Suosittelu kohtaamisen tasolla; ei koskaan yhdistetä asiakassuhdekyselyyn.',
      sv: 'Rekommendation på mötesnivå; läggs aldrig ihop med relationsenkäten.',
    },
  ),
  metric(
    'ease',
    easeOfFive,
    {
      en: 'How easy was it to buy from us?',
      fi: 'Kuinka helppoa meiltä oli ostaa?',
      sv: 'Hur lätt var det att handla hos oss?',
    },
    {
      en: 'Effort on five points, short enough for an SMS.',
      fi: 'Vaivattomuus viidellä portaalla, mahtuu tekstiviestiin.',
      sv: 'Ansträngning i fem steg, kort nog för ett sms.',
    },
  ),
  driver(
    'advice',
    quality,
    {
      en: 'How good was the advice you got before buying?',
      fi: 'Kuinka hyvää neuvontaa sait ennen ostopäätöstä?',
      sv: 'Hur bra var råden du fick före köpet?',
    },
    {
      en: 'Separates the seller’s part from that of the product.',
      fi: 'Erottaa myyjän osuuden tuotteen osuudesta.',
      sv: 'Skiljer säljarens del från produktens.',
    },
    buyers,
  ),
  driver(
    'price',
    agreement,
    {
      en: 'What I got was worth its price.',
      fi: 'Sain rahoilleni vastinetta.',
      sv: 'Det jag fick var värt sitt pris.',
    },
    {
      en: 'Value for money: what those who pay weigh most.',
      fi: 'Hinta-laatusuhde: se, mitä maksaja punnitsee eniten.',
      sv: 'Valuta för pengarna: det som betalaren väger tyngst.',
    },
    payers,
  ),
  driver(
    'terms',
    agreement,
    {
      en: 'The terms of the purchase were clear to me.',
      fi: 'Kaupan ehdot olivat minulle selvät.',
      sv: 'Villkoren för köpet var tydliga för mig.',
    },
    {
      en: 'Terms that surprise come back as complaints and returns.',
      fi: 'Yllättävät ehdot palaavat reklamaatioina ja palautuksina.',
      sv: 'Villkor som överraskar kommer tillbaka som reklamationer och returer.',
    },
    buyers,
  ),
  driver(
    'expected',
    expectation,
    {
      en: 'How did the purchase compare with what you expected?',
      fi: 'Millainen ostokokemus oli odotuksiisi verrattuna?',
      sv: 'Hur var köpet jämfört med vad du väntade dig?',
    },
    {
      en: 'An item of the satisfaction index: performance against expectation.',
      fi: 'Tyytyväisyysindeksin osa: kokemus suhteessa odotuksiin.',
      sv: 'En del av nöjdhetsindexet: utfall mot förväntan.',
    },
  ),
  driver(
    'again',
    likelihood,
    {
      en: 'How likely are you to buy from us again?',
      fi: 'Kuinka todennäköisesti ostat meiltä uudelleen?',
      sv: 'Hur troligt är det att du handlar hos oss igen?',
    },
    {
      en: 'Intention to return, to be checked against real repeat purchases.',
      fi: 'Aikomus palata, verrattavaksi todellisiin uusintaostoihin.',
      sv: 'Avsikten att komma tillbaka, att jämföra med verkliga återköp.',
    },
    buyers,
  ),
  single(
    'decided',
    {
      en: 'What decided that you bought from us?',
      fi: 'Mikä ratkaisi sen, että ostit meiltä?',
      sv: 'Vad avgjorde att du köpte hos oss?',
    },
    [
      option('price', 'Price', 'Hinta', 'Priset'),
      option('range', 'Range', 'Valikoima', 'Sortimentet'),
      option('advice', 'Advice', 'Neuvonta', 'Rådgivningen'),
      option('earlier', 'Earlier experience', 'Aiempi kokemus', 'Tidigare erfarenhet'),
      option('recommended', 'Somebody recommended you', 'Joku suositteli teitä', 'Någon rekommenderade er'),
      other,
    ],
    {
      en: 'Tells what to keep when prices or ranges change.',
      fi: 'Kertoo, mistä pitää kiinni, kun hinnat tai valikoima muuttuvat.',
      sv: 'Visar vad ni ska värna när priser eller sortiment ändras.',
    },
    buyers,
  ),
  multiple(
    'missing',
    {
      en: 'What would you have needed more of when buying?',
      fi: 'Mitä olisit kaivannut lisää ostaessasi?',
      sv: 'Vad hade du behövt mer av när du handlade?',
    },
    [
      option('information', 'Information about the product', 'Tietoa tuotteesta', 'Information om produkten'),
      option('help', 'Help from a person', 'Ihmisen apua', 'Hjälp av en människa'),
      option('comparison', 'A way to compare', 'Mahdollisuutta vertailla', 'Möjlighet att jämföra'),
      option('payment', 'Ways to pay', 'Maksutapoja', 'Sätt att betala'),
      other,
      none,
    ],
    {
      en: 'Points at the next thing to mend in the shop.',
      fi: 'Osoittaa, mitä ostopaikassa kannattaa parantaa seuraavaksi.',
      sv: 'Pekar på vad som bör förbättras härnäst i butiken.',
    },
  ),
];
