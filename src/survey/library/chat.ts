import { entriesOf, none, option, other, users } from './build-entry.ts';
import { agreement, ease, easeOfFive, expectation, recommendation, satisfaction, usefulness } from './scales.ts';

const { metric, driver, open, single, multiple } = entriesOf('chat');

export const chat = [
  metric(
    'satisfaction',
    satisfaction,
    {
      en: 'How satisfied are you with this chat?',
      fi: 'Kuinka tyytyväinen olet tähän chat-keskusteluun?',
      sv: 'Hur nöjd är du med den här chatten?',
      de: 'Wie zufrieden sind Sie mit diesem Chat?',
      ar: 'ما مدى رضاك عن هذه المحادثة؟',
    },
    {
      en: 'The headline of the chat, comparable between people and bots.',
      fi: 'Chatin pääluku, jota voi verrata ihmisten ja bottien välillä.',
      sv: 'Chattens huvudmått, jämförbart mellan människor och robotar.',
    },
  ),
  driver(
    'solved',
    agreement,
    {
      en: 'I got what I needed in this chat.',
      fi: 'Sain chatista sen, mitä tarvitsin.',
      sv: 'Jag fick det jag behövde i chatten.',
      de: 'In diesem Chat habe ich bekommen, was ich brauchte.',
      ar: 'حصلت في هذه المحادثة على ما كنت أحتاج إليه.',
    },
    {
      en: 'A chat may end politely and still settle nothing.',
      fi: 'Chat voi päättyä kohteliaasti ilman, että mitään ratkesi.',
      sv: 'En chatt kan sluta artigt utan att något är löst.',
    },
  ),
  open(
    'why',
    {
      en: 'What should we do better in our chat?',
      fi: 'Mitä meidän pitäisi tehdä paremmin chatissa?',
      sv: 'Vad borde vi göra bättre i chatten?',
      de: 'Was sollten wir in unserem Chat besser machen?',
      ar: 'ما الذي ينبغي أن نحسّنه في المحادثة؟',
    },
    {
      en: 'Asked while the window is still open, so it is answered often.',
      fi: 'Kysytään ikkunan ollessa vielä auki, joten vastauksia tulee paljon.',
      sv: 'Ställs medan fönstret är öppet, så många svarar.',
    },
  ),
  metric(
    'ease',
    ease,
    {
      en: 'How easy was it to get help in the chat?',
      fi: 'Kuinka helppoa chatista oli saada apua?',
      sv: 'Hur lätt var det att få hjälp i chatten?',
    },
    {
      en: 'Effort in the channel that is meant to save it.',
      fi: 'Vaivattomuus kanavassa, jonka on tarkoitus säästää vaivaa.',
      sv: 'Ansträngning i den kanal som ska spara den.',
    },
  ),
  metric(
    'ease-short',
    easeOfFive,
    {
      en: 'How easy was this chat for you?',
      fi: 'Kuinka helppoa tässä chatissa oli asioida?',
      sv: 'Hur lätt var den här chatten för dig?',
    },
    {
      en: 'One tap inside the chat window.',
      fi: 'Yksi napautus chat-ikkunassa.',
      sv: 'Ett tryck i chattfönstret.',
    },
  ),
  metric(
    'recommend',
    recommendation,
    {
      en: 'After this chat, how likely are you to recommend us to a friend or colleague?',
      fi: 'Kuinka todennäköisesti suosittelisit meitä tämän chatin perusteella ystävälle tai kollegalle?',
      sv: 'Hur troligt är det efter chatten att du skulle rekommendera oss till en vän eller kollega?',
    },
    {
      en: 'Shows whether a cheaper channel costs recommendations.',
      fi: 'Kertoo, maksaako halvempi kanava suositteluja.',
      sv: 'Visar om en billigare kanal kostar rekommendationer.',
    },
  ),
  driver(
    'speed',
    satisfaction,
    {
      en: 'How satisfied are you with how soon you got an answer?',
      fi: 'Kuinka tyytyväinen olet siihen, miten pian sait vastauksen?',
      sv: 'Hur nöjd är du med hur snart du fick svar?',
    },
    {
      en: 'In a chat a minute is long; to be laid beside the clock.',
      fi: 'Chatissa minuutti on pitkä aika; mitatun ajan rinnalle.',
      sv: 'I en chatt är en minut lång; att lägga bredvid klockan.',
    },
  ),
  driver(
    'understood',
    agreement,
    {
      en: 'The other side understood my question.',
      fi: 'Kysymykseni ymmärrettiin.',
      sv: 'Min fråga blev förstådd.',
    },
    {
      en: 'The first thing that fails when a bot answers.',
      fi: 'Ensimmäinen asia, joka pettää, kun botti vastaa.',
      sv: 'Det första som brister när en robot svarar.',
    },
  ),
  driver(
    'answer',
    usefulness,
    {
      en: 'How useful was the answer you got?',
      fi: 'Kuinka hyödyllistä apua sait vastauksesta?',
      sv: 'Hur användbart var svaret du fick?',
    },
    {
      en: 'Judges the content apart from the tone.',
      fi: 'Arvioi sisällön erillään sävystä.',
      sv: 'Bedömer innehållet skilt från tonen.',
    },
  ),
  driver(
    'expected',
    expectation,
    {
      en: 'How did the chat compare with what you expected?',
      fi: 'Millainen chat oli odotuksiisi verrattuna?',
      sv: 'Hur var chatten jämfört med vad du väntade dig?',
    },
    {
      en: 'Expectations of a chat differ from those of a call; this shows by how much.',
      fi: 'Chatilta odotetaan muuta kuin puhelulta; tämä kertoo, kuinka paljon.',
      sv: 'Förväntningarna på en chatt är andra än på ett samtal; det här visar hur mycket.',
    },
    users,
  ),
  single(
    'next',
    {
      en: 'What will you do about the matter now?',
      fi: 'Mitä teet asialle seuraavaksi?',
      sv: 'Vad gör du åt saken nu?',
    },
    [
      option('nothing', 'Nothing, it is settled', 'En mitään, asia on kunnossa', 'Inget, det är löst'),
      option('wait', 'I wait for your answer', 'Odotan vastaustanne', 'Jag väntar på ert svar'),
      option('call', 'I call you', 'Soitan teille', 'Jag ringer er'),
      option('write', 'I write to you', 'Kirjoitan teille', 'Jag skriver till er'),
      other,
    ],
    {
      en: 'Counts the chats that only move the work to the phone.',
      fi: 'Laskee ne chatit, jotka vain siirtävät työn puhelimeen.',
      sv: 'Räknar de chattar som bara flyttar arbetet till telefonen.',
    },
    users,
  ),
  multiple(
    'improve',
    {
      en: 'What would have made this chat better?',
      fi: 'Mikä olisi tehnyt chatista paremman?',
      sv: 'Vad hade gjort chatten bättre?',
    },
    [
      option('faster', 'Answers sooner', 'Nopeammat vastaukset', 'Snabbare svar'),
      option('human', 'A person sooner', 'Ihminen aikaisemmin', 'En människa tidigare'),
      option('plain', 'Plainer words', 'Selvempi kieli', 'Enklare språk'),
      option('repeat', 'Telling it only once', 'Asian kertominen vain kerran', 'Att berätta bara en gång'),
      other,
      none,
    ],
    {
      en: 'Ranks the changes that customers would feel.',
      fi: 'Järjestää muutokset, jotka asiakas huomaisi.',
      sv: 'Rangordnar ändringar som kunderna skulle märka.',
    },
    users,
  ),
];
