import { entriesOf, none, option, other, users } from './build-entry.ts';
import { agreement, ease, easeOfFive, recommendation, satisfaction, skill } from './scales.ts';

const { metric, driver, open, single, multiple } = entriesOf('phone');

export const phone = [
  metric(
    'satisfaction',
    satisfaction,
    {
      en: 'How satisfied are you with the service you got on the phone?',
      fi: 'Kuinka tyytyväinen olet puhelimessa saamaasi palveluun?',
      sv: 'Hur nöjd är du med servicen du fick på telefon?',
      de: 'Wie zufrieden sind Sie mit dem Service am Telefon?',
      ar: 'ما مدى رضاك عن الخدمة التي تلقيتها عبر الهاتف؟',
    },
    {
      en: 'The headline of the call, comparable between teams and weeks.',
      fi: 'Puhelun pääluku, jota voi verrata tiimien ja viikkojen välillä.',
      sv: 'Samtalets huvudmått, jämförbart mellan team och veckor.',
    },
  ),
  driver(
    'solved',
    agreement,
    {
      en: 'My matter was settled during this call.',
      fi: 'Asiani ratkesi tämän puhelun aikana.',
      sv: 'Mitt ärende löstes under samtalet.',
      de: 'Mein Anliegen wurde in diesem Gespräch geklärt.',
      ar: 'تم حل مسألتي خلال هذه المكالمة.',
    },
    {
      en: 'Settled at the first call, as the customer sees it and not the system.',
      fi: 'Kerralla kuntoon asiakkaan eikä järjestelmän mukaan.',
      sv: 'Löst vid första samtalet, enligt kunden och inte systemet.',
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
      en: 'Read by the team the same day.',
      fi: 'Tiimin luettavaksi samana päivänä.',
      sv: 'Läses av teamet samma dag.',
    },
  ),
  metric(
    'ease',
    ease,
    {
      en: 'How easy was it to get your matter settled?',
      fi: 'Kuinka helppoa asiasi hoitaminen oli?',
      sv: 'Hur lätt var det att få ditt ärende löst?',
    },
    {
      en: 'Effort says more about loyalty after service than delight does.',
      fi: 'Palvelun jälkeen vaivattomuus kertoo uskollisuudesta enemmän kuin ihastus.',
      sv: 'Efter service säger ansträngningen mer om lojaliteten än förtjusningen.',
    },
  ),
  metric(
    'ease-short',
    easeOfFive,
    {
      en: 'How easy was it to get help?',
      fi: 'Kuinka helppoa oli saada apua?',
      sv: 'Hur lätt var det att få hjälp?',
    },
    {
      en: 'Short enough to be read out after the call.',
      fi: 'Riittävän lyhyt luettavaksi puhelun jälkeen.',
      sv: 'Kort nog att läsas upp efter samtalet.',
    },
  ),
  metric(
    'recommend',
    recommendation,
    {
      en: 'After this call, how likely are you to recommend us to a friend or colleague?',
      fi: 'Kuinka todennäköisesti suosittelisit meitä tämän puhelun perusteella ystävälle tai kollegalle?',
      sv: 'Hur troligt är det efter samtalet att du skulle rekommendera oss till en vän eller kollega?',
    },
    {
      en: 'Shows how much one call moves the recommendation.',
      fi: 'Kertoo, kuinka paljon yksi puhelu liikuttaa suosittelua.',
      sv: 'Visar hur mycket ett samtal rör rekommendationen.',
    },
  ),
  driver(
    'wait',
    satisfaction,
    {
      en: 'How satisfied are you with the time you waited for an answer?',
      fi: 'Kuinka tyytyväinen olet odotusaikaan ennen vastausta?',
      sv: 'Hur nöjd är du med väntetiden innan du fick svar?',
    },
    {
      en: 'To be laid beside the measured waiting time.',
      fi: 'Mitatun odotusajan rinnalle.',
      sv: 'Att lägga bredvid den uppmätta väntetiden.',
    },
  ),
  driver(
    'skilled',
    skill,
    {
      en: 'How well did the person know the subject?',
      fi: 'Kuinka hyvin asiakaspalvelija tunsi asian?',
      sv: 'Hur väl kunde personen ämnet?',
    },
    {
      en: 'Knowledge can be trained; this tells where.',
      fi: 'Osaamista voi kouluttaa; tämä kertoo, missä.',
      sv: 'Kunskap kan tränas; det här visar var.',
    },
  ),
  driver(
    'listened',
    agreement,
    {
      en: 'I was listened to.',
      fi: 'Minua kuunneltiin.',
      sv: 'Jag blev lyssnad på.',
    },
    {
      en: 'Stays in memory longer than the answer itself.',
      fi: 'Jää mieleen pidempään kuin itse vastaus.',
      sv: 'Stannar i minnet längre än själva svaret.',
    },
  ),
  driver(
    'clear',
    agreement,
    {
      en: 'I know what happens next.',
      fi: 'Tiedän, mitä seuraavaksi tapahtuu.',
      sv: 'Jag vet vad som händer härnäst.',
    },
    {
      en: 'Who knows the next step does not call again.',
      fi: 'Se, joka tietää jatkon, ei soita uudelleen.',
      sv: 'Den som vet nästa steg ringer inte igen.',
    },
  ),
  single(
    'times',
    {
      en: 'How many times have you contacted us about this matter?',
      fi: 'Kuinka monta kertaa olet ottanut meihin yhteyttä tässä asiassa?',
      sv: 'Hur många gånger har du kontaktat oss i det här ärendet?',
    },
    [
      option('1', 'Once', 'Kerran', 'En gång'),
      option('2', 'Twice', 'Kaksi kertaa', 'Två gånger'),
      option('3-5', '3 to 5 times', '3–5 kertaa', '3–5 gånger'),
      option('more', 'More often', 'Useammin', 'Oftare'),
    ],
    {
      en: 'Repeat contacts that no system sees, since they came by other ways.',
      fi: 'Toistuvat yhteydenotot, joita mikään järjestelmä ei näe.',
      sv: 'Upprepade kontakter som inget system ser.',
    },
    users,
  ),
  multiple(
    'before',
    {
      en: 'Where had you looked for help before you called?',
      fi: 'Mistä etsit apua ennen kuin soitit?',
      sv: 'Var sökte du hjälp innan du ringde?',
    },
    [
      option('web', 'Your web pages', 'Verkkosivuiltanne', 'Era webbsidor'),
      option('search', 'A search engine', 'Hakukoneesta', 'En sökmotor'),
      option('chat', 'Chat', 'Chatista', 'Chatten'),
      option('colleague', 'A colleague or friend', 'Kollegalta tai ystävältä', 'En kollega eller vän'),
      other,
      none,
    ],
    {
      en: 'Shows which page or chat should have answered.',
      fi: 'Kertoo, minkä sivun tai chatin olisi pitänyt vastata.',
      sv: 'Visar vilken sida eller chatt som borde ha svarat.',
    },
    users,
  ),
];
