import { entriesOf, none, option, other, payers } from './build-entry.ts';
import { agreement, ease, easeOfFive, recommendation, satisfaction, skill } from './scales.ts';

const { metric, driver, open, single, multiple } = entriesOf('invoice');

export const invoice = [
  metric(
    'ease',
    ease,
    {
      en: 'How easy was it to deal with our invoice?',
      fi: 'Kuinka helppoa laskumme hoitaminen oli?',
      sv: 'Hur lätt var det att hantera vår faktura?',
      de: 'Wie einfach war der Umgang mit unserer Rechnung?',
      ar: 'ما مدى سهولة التعامل مع فاتورتنا؟',
    },
    {
      en: 'Payers judge us mostly by this moment, and few ask them.',
      fi: 'Maksajat arvioivat meitä eniten tämän perusteella, ja harva kysyy heiltä.',
      sv: 'Betalare bedömer oss mest efter detta, och få frågar dem.',
    },
    payers,
  ),
  driver(
    'clear',
    agreement,
    {
      en: 'I could see from the invoice what I am paying for.',
      fi: 'Näin laskusta, mistä maksan.',
      sv: 'Jag kunde se på fakturan vad jag betalar för.',
      de: 'Auf der Rechnung war zu erkennen, wofür ich bezahle.',
      ar: 'كان واضحًا في الفاتورة ما الذي أدفع مقابله.',
    },
    {
      en: 'What cannot be read is queried, and paid late.',
      fi: 'Mistä ei saa selvää, siitä kysytään ja se maksetaan myöhässä.',
      sv: 'Det som är svårt att läsa ifrågasätts och betalas sent.',
    },
    payers,
  ),
  open(
    'why',
    {
      en: 'What should we change in our invoices?',
      fi: 'Mitä meidän pitäisi muuttaa laskuissamme?',
      sv: 'Vad borde vi ändra i våra fakturor?',
      de: 'Was sollten wir an unseren Rechnungen ändern?',
      ar: 'ما الذي ينبغي أن نغيّره في فواتيرنا؟',
    },
    {
      en: 'Payers know exactly what costs them time.',
      fi: 'Maksajat tietävät tarkasti, mikä vie heidän aikaansa.',
      sv: 'Betalare vet precis vad som kostar dem tid.',
    },
    payers,
  ),
  metric(
    'satisfaction',
    satisfaction,
    {
      en: 'How satisfied are you with our invoicing?',
      fi: 'Kuinka tyytyväinen olet laskutukseemme?',
      sv: 'Hur nöjd är du med vår fakturering?',
    },
    {
      en: 'The headline of invoicing, comparable with the other moments.',
      fi: 'Laskutuksen pääluku, jota voi verrata muihin hetkiin.',
      sv: 'Faktureringens huvudmått, jämförbart med andra tillfällen.',
    },
    payers,
  ),
  metric(
    'ease-short',
    easeOfFive,
    {
      en: 'How easy was our invoice to pay?',
      fi: 'Kuinka helppoa laskumme oli maksaa?',
      sv: 'Hur lätt var vår faktura att betala?',
    },
    {
      en: 'Five points fit into the message that confirms a payment.',
      fi: 'Viisi porrasta mahtuu maksuvahvistukseen.',
      sv: 'Fem steg ryms i betalningsbekräftelsen.',
    },
    payers,
  ),
  metric(
    'recommend',
    recommendation,
    {
      en: 'As the one who pays, how likely are you to recommend us to a colleague?',
      fi: 'Kuinka todennäköisesti suosittelisit meitä kollegalle maksajan näkökulmasta?',
      sv: 'Hur troligt är det att du som betalare skulle rekommendera oss till en kollega?',
    },
    {
      en: 'Payers leave first; contact persons may stay content.',
      fi: 'Maksajat lähtevät ensin, vaikka yhteyshenkilöt olisivat tyytyväisiä.',
      sv: 'Betalarna lämnar först; kontaktpersonerna kan vara nöjda ändå.',
    },
    payers,
  ),
  driver(
    'correct',
    agreement,
    {
      en: 'The invoice was right the first time.',
      fi: 'Lasku oli oikein ensimmäisellä kerralla.',
      sv: 'Fakturan var rätt första gången.',
    },
    {
      en: 'A wrong invoice spends the trust that sales has built.',
      fi: 'Väärä lasku syö luottamuksen, jonka myynti on rakentanut.',
      sv: 'En felaktig faktura förbrukar förtroendet som säljet byggt.',
    },
    payers,
  ),
  driver(
    'as-agreed',
    agreement,
    {
      en: 'The prices on the invoice were the agreed ones.',
      fi: 'Laskun hinnat olivat sovitut.',
      sv: 'Priserna på fakturan var de avtalade.',
    },
    {
      en: 'Finds the gap between the contract and the billing system.',
      fi: 'Löytää eron sopimuksen ja laskutusjärjestelmän välillä.',
      sv: 'Hittar skillnaden mellan avtalet och faktureringssystemet.',
    },
    payers,
  ),
  driver(
    'queries',
    skill,
    {
      en: 'How well did we answer your question about an invoice?',
      fi: 'Kuinka hyvin vastasimme laskua koskevaan kysymykseesi?',
      sv: 'Hur bra svarade vi på din fråga om en faktura?',
    },
    {
      en: 'A query well answered is often worth more than an invoice without one.',
      fi: 'Hyvin hoidettu kysymys on usein arvokkaampi kuin virheetön lasku.',
      sv: 'En väl besvarad fråga är ofta mer värd än en felfri faktura.',
    },
    payers,
  ),
  driver(
    'value',
    agreement,
    {
      en: 'Seen as a whole, your service is worth what we pay.',
      fi: 'Kokonaisuutena palvelunne on sen arvoista, mitä maksamme.',
      sv: 'På det hela taget är er tjänst värd det vi betalar.',
    },
    {
      en: 'Value as the payer sees it: the driver closest to leaving.',
      fi: 'Arvo maksajan silmin: lähimpänä päätöstä lähteä.',
      sv: 'Värdet i betalarens ögon: närmast beslutet att lämna.',
    },
    payers,
  ),
  single(
    'form',
    {
      en: 'In which form would you like to get our invoices?',
      fi: 'Missä muodossa haluaisit laskumme?',
      sv: 'I vilken form vill du få våra fakturor?',
    },
    [
      option('electronic', 'As an e-invoice', 'Verkkolaskuna', 'Som e-faktura'),
      option('email', 'By e-mail', 'Sähköpostitse', 'Per e-post'),
      option('paper', 'On paper', 'Paperilla', 'På papper'),
      option('portal', 'In your web service', 'Verkkopalvelussanne', 'I er webbtjänst'),
      other,
    ],
    {
      en: 'A wish that can be granted the same day.',
      fi: 'Toive, jonka voi täyttää samana päivänä.',
      sv: 'En önskan som kan uppfyllas samma dag.',
    },
    payers,
  ),
  multiple(
    'trouble',
    {
      en: 'Did you meet any of these in our invoices?',
      fi: 'Onko laskuissamme ollut jotain näistä?',
      sv: 'Har du råkat ut för något av detta i våra fakturor?',
    },
    [
      option('amount', 'Wrong amount', 'Väärä summa', 'Fel belopp'),
      option(
        'reference',
        'Reference or order number missing',
        'Viite tai tilausnumero puuttui',
        'Referens eller ordernummer saknades',
      ),
      option('late', 'It came late', 'Se tuli myöhässä', 'Den kom sent'),
      option('address', 'Wrong recipient', 'Väärä vastaanottaja', 'Fel mottagare'),
      other,
      none,
    ],
    {
      en: 'Counts the faults that are corrected quietly by the customer.',
      fi: 'Laskee virheet, jotka asiakas korjaa hiljaa itse.',
      sv: 'Räknar de fel som kunden rättar i det tysta.',
    },
    payers,
  ),
];
