import { entriesOf, none, option, other, users } from './build-entry.ts';
import { agreement, ease, easeOfFive, likelihood, recommendation, satisfaction, usefulness } from './scales.ts';

const { metric, driver, open, single, multiple } = entriesOf('web');

export const web = [
  metric(
    'ease',
    ease,
    {
      en: 'How easy was it to do what you came here for?',
      fi: 'Kuinka helppoa oli tehdä se, mitä varten tulit tänne?',
      sv: 'Hur lätt var det att göra det du kom hit för?',
      de: 'Wie einfach war es, hier zu erledigen, was Sie vorhatten?',
      ar: 'ما مدى سهولة إنجاز ما أتيت من أجله هنا؟',
    },
    {
      en: 'Effort is what self-service is for; the headline of the page.',
      fi: 'Vaivattomuus on itsepalvelun tarkoitus: sivun pääluku.',
      sv: 'Självbetjäning finns för att spara besvär: sidans huvudmått.',
    },
    users,
  ),
  driver(
    'found',
    agreement,
    {
      en: 'I found the information I needed.',
      fi: 'Löysin tarvitsemani tiedon.',
      sv: 'Jag hittade informationen jag behövde.',
      de: 'Die nötigen Informationen waren zu finden.',
      ar: 'وجدت المعلومات التي كنت أحتاج إليها.',
    },
    {
      en: 'What is missing on the page comes in by phone.',
      fi: 'Mikä sivulta puuttuu, siitä soitetaan.',
      sv: 'Det som saknas på sidan kommer per telefon.',
    },
    users,
  ),
  open(
    'why',
    {
      en: 'What were you trying to do, and how did it go?',
      fi: 'Mitä yritit tehdä, ja miten se sujui?',
      sv: 'Vad försökte du göra, och hur gick det?',
      de: 'Was wollten Sie tun, und wie ist es gelaufen?',
      ar: 'ما الذي كنت تحاول فعله، وكيف سار الأمر؟',
    },
    {
      en: 'The task in the words of the user: better than any click path.',
      fi: 'Tehtävä käyttäjän sanoin: parempi kuin mikään klikkauspolku.',
      sv: 'Uppgiften med användarens ord: bättre än varje klickväg.',
    },
    users,
  ),
  metric(
    'satisfaction',
    satisfaction,
    {
      en: 'How satisfied are you with our web service?',
      fi: 'Kuinka tyytyväinen olet verkkopalveluumme?',
      sv: 'Hur nöjd är du med vår webbtjänst?',
    },
    {
      en: 'Comparable with shops and phones on the same scale.',
      fi: 'Vertailtavissa myymälöihin ja puhelimeen samalla asteikolla.',
      sv: 'Jämförbart med butik och telefon på samma skala.',
    },
    users,
  ),
  metric(
    'ease-short',
    easeOfFive,
    {
      en: 'How easy was it today?',
      fi: 'Kuinka helppoa se oli tänään?',
      sv: 'Hur lätt var det i dag?',
    },
    {
      en: 'One tap in the corner of the page.',
      fi: 'Yksi napautus sivun kulmassa.',
      sv: 'Ett tryck i sidans hörn.',
    },
    users,
  ),
  metric(
    'recommend',
    recommendation,
    {
      en: 'How likely are you to recommend our web service to a friend or colleague?',
      fi: 'Kuinka todennäköisesti suosittelisit verkkopalveluamme ystävälle tai kollegalle?',
      sv: 'Hur troligt är det att du skulle rekommendera vår webbtjänst till en vän eller kollega?',
    },
    {
      en: 'For a service that is the product itself.',
      fi: 'Palvelulle, joka on itse tuote.',
      sv: 'För en tjänst som är själva produkten.',
    },
    users,
  ),
  driver(
    'speed',
    satisfaction,
    {
      en: 'How satisfied are you with how fast the pages opened?',
      fi: 'Kuinka tyytyväinen olet siihen, miten nopeasti sivut avautuivat?',
      sv: 'Hur nöjd är du med hur snabbt sidorna öppnades?',
    },
    {
      en: 'To be laid beside the measured load times.',
      fi: 'Mitattujen latausaikojen rinnalle.',
      sv: 'Att lägga bredvid uppmätta laddtider.',
    },
    users,
  ),
  driver(
    'clear',
    agreement,
    {
      en: 'I always knew what to do next.',
      fi: 'Tiesin koko ajan, mitä tehdä seuraavaksi.',
      sv: 'Jag visste hela tiden vad jag skulle göra härnäst.',
    },
    {
      en: 'Finds the step at which people turn back.',
      fi: 'Löytää kohdan, jossa ihmiset kääntyvät takaisin.',
      sv: 'Hittar steget där folk vänder om.',
    },
    users,
  ),
  driver(
    'trust',
    agreement,
    {
      en: 'I trust this service with my details.',
      fi: 'Luotan siihen, että tietoni ovat tässä palvelussa turvassa.',
      sv: 'Jag litar på att mina uppgifter är trygga i tjänsten.',
    },
    {
      en: 'Without trust people browse here and buy elsewhere.',
      fi: 'Ilman luottamusta täällä selataan ja ostetaan muualta.',
      sv: 'Utan förtroende tittar folk här och köper någon annanstans.',
    },
    users,
  ),
  driver(
    'content',
    usefulness,
    {
      en: 'How useful was what you read here?',
      fi: 'Kuinka hyödyllistä täällä lukemasi oli?',
      sv: 'Hur användbart var det du läste här?',
    },
    {
      en: 'Page by page, the cheapest list of texts to mend.',
      fi: 'Sivu sivulta halvin luettelo korjattavista teksteistä.',
      sv: 'Sida för sida den billigaste listan över texter att förbättra.',
    },
    users,
  ),
  driver(
    'again',
    likelihood,
    {
      en: 'How likely are you to do the same here next time?',
      fi: 'Kuinka todennäköisesti hoidat saman asian täällä ensi kerralla?',
      sv: 'Hur troligt är det att du gör samma sak här nästa gång?',
    },
    {
      en: 'Whether self-service has won the customer over from the phone.',
      fi: 'Kertoo, voittiko itsepalvelu asiakkaan puhelimelta.',
      sv: 'Visar om självbetjäningen har vunnit kunden från telefonen.',
    },
    users,
  ),
  single(
    'done',
    {
      en: 'Did you get done what you came for?',
      fi: 'Saitko tehtyä sen, mitä varten tulit?',
      sv: 'Fick du gjort det du kom för?',
    },
    [
      option('yes', 'Yes', 'Sain', 'Ja'),
      option('partly', 'In part', 'Osittain', 'Delvis'),
      option('no', 'No', 'En saanut', 'Nej'),
      option('looking', 'I was only looking', 'Vain katselin', 'Jag tittade bara'),
    ],
    {
      en: 'Task success: the share that no log file knows.',
      fi: 'Onnistumisen osuus, jota mikään lokitiedosto ei tiedä.',
      sv: 'Andelen som lyckas, som ingen loggfil känner till.',
    },
    users,
  ),
  multiple(
    'obstacles',
    {
      en: 'Did any of these get in your way?',
      fi: 'Oliko jokin näistä tielläsi?',
      sv: 'Var något av detta i vägen?',
    },
    [
      option('sign-in', 'Signing in', 'Kirjautuminen', 'Inloggningen'),
      option('search', 'The search', 'Haku', 'Sökningen'),
      option('form', 'A form', 'Lomake', 'Ett formulär'),
      option('error', 'An error message', 'Virheilmoitus', 'Ett felmeddelande'),
      other,
      none,
    ],
    {
      en: 'Orders the faults by how many people meet them.',
      fi: 'Järjestää viat sen mukaan, kuinka moni niihin törmää.',
      sv: 'Ordnar felen efter hur många som möter dem.',
    },
    users,
  ),
];
