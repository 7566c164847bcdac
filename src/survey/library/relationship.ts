import { buyers, entriesOf, none, option, other, payers } from './build-entry.ts';
import {
  agreement,
  ease,
  expectation,
  likelihood,
  quality,
  recommendation,
  satisfaction,
  satisfactionIndex,
} from './scales.ts';

const { metric, driver, open, single, multiple } = entriesOf('relationship');

export const relationship = [
  metric(
    'recommend',
    recommendation,
    {
      en: 'How likely are you to recommend us to a friend or colleague?',
      fi: 'Kuinka todennäköisesti suosittelisit meitä ystävälle tai kollegalle?',
      sv: 'Hur troligt är det att du skulle rekommendera oss till en vän eller kollega?',
      de: 'Wie wahrscheinlich ist es, dass Sie uns im Freundes- oder Kollegenkreis weiterempfehlen?',
      ar: 'ما مدى احتمال أن توصي بنا صديقًا أو زميلًا؟',
    },
    {
      en: 'The headline of the relationship; always asked first.',
      fi: 'Asiakassuhteen pääluku; kysytään aina ensimmäisenä.',
      sv: 'Relationens huvudmått; ställs alltid först.',
    },
  ),
  driver(
    'value',
    agreement,
    {
      en: 'What we get from you is worth what we pay.',
      fi: 'Se, mitä saamme teiltä, on hintansa arvoista.',
      sv: 'Det vi får av er är värt det vi betalar.',
      de: 'Ihre Leistung ist ihren Preis wert.',
      ar: 'ما نحصل عليه منكم يستحق ما ندفعه.',
    },
    {
      en: 'Value for money: payers and users often differ here.',
      fi: 'Hinta ja hyöty: maksajat ja käyttäjät ovat tästä usein eri mieltä.',
      sv: 'Valuta för pengarna: betalare och användare tycker ofta olika.',
    },
    payers,
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
      en: 'One open question beside the score is enough to act on.',
      fi: 'Yksi avoin kysymys arvosanan rinnalla riittää toimimiseen.',
      sv: 'En öppen fråga bredvid betyget räcker för att agera.',
    },
  ),
  metric(
    'satisfaction',
    satisfaction,
    {
      en: 'Overall, how satisfied are you with us?',
      fi: 'Kuinka tyytyväinen olet meihin kokonaisuutena?',
      sv: 'Hur nöjd är du med oss som helhet?',
    },
    {
      en: 'Satisfaction beside recommendation, so that no single metric decides.',
      fi: 'Tyytyväisyys suosittelun rinnalla, jottei yksi mittari ratkaise.',
      sv: 'Nöjdhet bredvid rekommendation, så att inte ett enda mått avgör.',
    },
  ),
  metric(
    'index',
    satisfactionIndex,
    {
      en: 'Thinking of all your experience with us, how satisfied are you?',
      fi: 'Kun ajattelet kaikkia kokemuksiasi meistä, kuinka tyytyväinen olet?',
      sv: 'När du tänker på alla dina erfarenheter av oss, hur nöjd är du?',
    },
    {
      en: 'First item of the satisfaction index of the cause-and-effect model.',
      fi: 'Syy-seurausmallin tyytyväisyysindeksin ensimmäinen osa.',
      sv: 'Första delen av nöjdhetsindexet i orsak-och-verkan-modellen.',
    },
  ),
  metric(
    'expected',
    expectation,
    {
      en: 'How do we compare with what you expect of us?',
      fi: 'Millaisia olemme odotuksiisi verrattuna?',
      sv: 'Hur är vi jämfört med vad du förväntar dig av oss?',
    },
    {
      en: 'Second item of the satisfaction index.',
      fi: 'Tyytyväisyysindeksin toinen osa.',
      sv: 'Andra delen av nöjdhetsindexet.',
    },
  ),
  metric(
    'ease',
    ease,
    {
      en: 'How easy is it to be our customer?',
      fi: 'Kuinka helppoa on olla asiakkaamme?',
      sv: 'Hur lätt är det att vara kund hos oss?',
    },
    {
      en: 'Effort over the whole relation, not over one call.',
      fi: 'Vaivattomuus koko asiakassuhteessa, ei yhdessä puhelussa.',
      sv: 'Ansträngning i hela relationen, inte i ett samtal.',
    },
  ),
  driver(
    'image',
    agreement,
    {
      en: 'You are a company that keeps its word.',
      fi: 'Olette yritys, joka pitää sanansa.',
      sv: 'Ni är ett företag som håller ord.',
    },
    {
      en: 'Trust, an item of the image block of the path model.',
      fi: 'Luottamus, polkumallin mielikuvalohkon osa.',
      sv: 'Förtroende, en del av modellens imageblock.',
    },
  ),
  driver(
    'product',
    quality,
    {
      en: 'How good is what you buy from us?',
      fi: 'Kuinka hyvää on se, mitä ostat meiltä?',
      sv: 'Hur bra är det du köper av oss?',
    },
    {
      en: 'Quality of the product apart from the service around it.',
      fi: 'Tuotteen laatu erillään sitä ympäröivästä palvelusta.',
      sv: 'Produktens kvalitet skild från servicen omkring.',
    },
  ),
  driver(
    'service',
    quality,
    {
      en: 'How good is the service you get from us?',
      fi: 'Kuinka hyvää palvelua saat meiltä?',
      sv: 'Hur bra service får du av oss?',
    },
    {
      en: 'Quality of the service apart from the product itself.',
      fi: 'Palvelun laatu erillään itse tuotteesta.',
      sv: 'Servicens kvalitet skild från själva produkten.',
    },
  ),
  driver(
    'choose-again',
    likelihood,
    {
      en: 'If you chose today, how likely would you be to choose us again?',
      fi: 'Jos valitsisit tänään, kuinka todennäköisesti valitsisit meidät uudelleen?',
      sv: 'Om du fick välja i dag, hur troligt är det att du skulle välja oss igen?',
    },
    {
      en: 'Loyalty item; to be checked against who leaves within a year.',
      fi: 'Uskollisuuden osa; verrattavaksi siihen, ketkä lähtevät vuoden sisällä.',
      sv: 'En lojalitetsfråga; att jämföra med vilka som lämnar inom ett år.',
    },
    buyers,
  ),
  driver(
    'understand',
    agreement,
    {
      en: 'You understand our business.',
      fi: 'Ymmärrätte liiketoimintaamme.',
      sv: 'Ni förstår vår verksamhet.',
    },
    {
      en: 'What decision makers look for and contact persons seldom mention.',
      fi: 'Tätä päättäjät etsivät, mutta yhteyshenkilöt mainitsevat sen harvoin.',
      sv: 'Det beslutsfattare söker och kontaktpersoner sällan nämner.',
    },
    { roles: ['decision-maker', 'payer'] },
  ),
  single(
    'own-part',
    {
      en: 'What is your own part in working with us?',
      fi: 'Mikä on oma roolisi yhteistyössä kanssamme?',
      sv: 'Vilken är din egen roll i samarbetet med oss?',
    },
    [
      option('decision-maker', 'I decide on suppliers', 'Päätän toimittajista', 'Jag beslutar om leverantörer'),
      option('payer', 'I am responsible for the cost', 'Vastaan kustannuksista', 'Jag ansvarar för kostnaden'),
      option('contact-person', 'I am your contact', 'Olen yhteyshenkilönne', 'Jag är er kontaktperson'),
      option('end-user', 'I use what you supply', 'Käytän sitä, mitä toimitatte', 'Jag använder det ni levererar'),
      other,
    ],
    {
      en: 'The role, where the customer register does not know it.',
      fi: 'Rooli, jos asiakasrekisteri ei sitä tunne.',
      sv: 'Rollen, där kundregistret inte känner till den.',
    },
  ),
  multiple(
    'next',
    {
      en: 'Where should we put our effort in the coming year?',
      fi: 'Mihin meidän pitäisi panostaa tulevana vuonna?',
      sv: 'Vad borde vi satsa på under det kommande året?',
    },
    [
      option('quality', 'Quality', 'Laatuun', 'Kvalitet'),
      option('price', 'Price', 'Hintaan', 'Pris'),
      option('delivery', 'Delivery', 'Toimituksiin', 'Leveranser'),
      option('service', 'Service', 'Palveluun', 'Service'),
      other,
      none,
    ],
    {
      en: 'Stated wishes, to be laid beside the measured impacts.',
      fi: 'Ilmaistut toiveet mitattujen vaikutusten rinnalle.',
      sv: 'Uttalade önskemål, att lägga bredvid uppmätta effekter.',
    },
    buyers,
  ),
];
