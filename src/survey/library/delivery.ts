import { buyers, entriesOf, none, option, other, users } from './build-entry.ts';
import { agreement, condition, ease, expectation, quality, recommendation, satisfaction } from './scales.ts';

const { metric, driver, open, single, multiple } = entriesOf('delivery');

export const delivery = [
  metric(
    'satisfaction',
    satisfaction,
    {
      en: 'How satisfied are you with this delivery?',
      fi: 'Kuinka tyytyväinen olet tähän toimitukseen?',
      sv: 'Hur nöjd är du med den här leveransen?',
      de: 'Wie zufrieden sind Sie mit dieser Lieferung?',
      ar: 'ما مدى رضاك عن هذا التوصيل؟',
    },
    {
      en: 'The headline of the delivery, comparable between carriers and areas.',
      fi: 'Toimituksen pääluku, jota voi verrata kuljettajien ja alueiden välillä.',
      sv: 'Leveransens huvudmått, jämförbart mellan transportörer och områden.',
    },
  ),
  driver(
    'on-time',
    satisfaction,
    {
      en: 'How satisfied are you with how the delivery kept to the promised time?',
      fi: 'Kuinka tyytyväinen olet siihen, miten toimitus pysyi luvatussa ajassa?',
      sv: 'Hur nöjd är du med hur leveransen höll utlovad tid?',
      de: 'Wie zufrieden sind Sie damit, wie die zugesagte Lieferzeit eingehalten wurde?',
      ar: 'ما مدى رضاك عن الالتزام بموعد التوصيل الموعود؟',
    },
    {
      en: 'Punctuality as the customer counts it, beside the clock of the carrier.',
      fi: 'Täsmällisyys asiakkaan silmin, kuljetuksen kellon rinnalle.',
      sv: 'Punktlighet som kunden räknar den, bredvid transportörens klocka.',
    },
  ),
  open(
    'why',
    {
      en: 'What could we have done better in this delivery?',
      fi: 'Mitä olisimme voineet tehdä paremmin tässä toimituksessa?',
      sv: 'Vad kunde vi ha gjort bättre i den här leveransen?',
      de: 'Was hätten wir bei dieser Lieferung besser machen können?',
      ar: 'ما الذي كان بإمكاننا تحسينه في هذا التوصيل؟',
    },
    {
      en: 'Names the thing to mend, also when the score is high.',
      fi: 'Nimeää korjattavan asian silloinkin, kun arvosana on hyvä.',
      sv: 'Namnger det som kan förbättras, även när betyget är högt.',
    },
  ),
  metric(
    'recommend',
    recommendation,
    {
      en: 'After this delivery, how likely are you to recommend us to a friend or colleague?',
      fi: 'Kuinka todennäköisesti suosittelisit meitä tämän toimituksen perusteella ystävälle tai kollegalle?',
      sv: 'Hur troligt är det efter den här leveransen att du skulle rekommendera oss till en vän eller kollega?',
    },
    {
      en: 'Shows whether a delivery makes or breaks the recommendation.',
      fi: 'Kertoo, ratkaiseeko toimitus suosittelun.',
      sv: 'Visar om leveransen avgör rekommendationen.',
    },
  ),
  metric(
    'ease',
    ease,
    {
      en: 'How easy was it to receive the delivery?',
      fi: 'Kuinka helppoa toimitus oli ottaa vastaan?',
      sv: 'Hur lätt var det att ta emot leveransen?',
    },
    {
      en: 'Effort at the receiving end: waiting, carrying, signing.',
      fi: 'Vastaanottajan vaiva: odottaminen, kantaminen, kuittaaminen.',
      sv: 'Mottagarens besvär: vänta, bära, kvittera.',
    },
    users,
  ),
  driver(
    'condition',
    condition,
    {
      en: 'What was the condition of the goods when they arrived?',
      fi: 'Millainen tavaroiden kunto oli niiden saapuessa?',
      sv: 'I vilket skick var varorna när de kom fram?',
    },
    {
      en: 'Damage as seen by the one who unpacks.',
      fi: 'Vauriot purkajan silmin.',
      sv: 'Skador sedda av den som packar upp.',
    },
    users,
  ),
  driver(
    'informed',
    agreement,
    {
      en: 'I knew all the time when the delivery would arrive.',
      fi: 'Tiesin koko ajan, milloin toimitus saapuu.',
      sv: 'Jag visste hela tiden när leveransen skulle komma.',
    },
    {
      en: 'A late delivery that is announced is forgiven more easily.',
      fi: 'Myöhästyminen annetaan helpommin anteeksi, kun siitä kerrotaan.',
      sv: 'En försening som meddelas förlåts lättare.',
    },
  ),
  driver(
    'complete',
    agreement,
    {
      en: 'I got everything I had ordered.',
      fi: 'Sain kaiken, mitä olin tilannut.',
      sv: 'Jag fick allt jag hade beställt.',
    },
    {
      en: 'What is missing stops the work at the customer’s place.',
      fi: 'Puuttuva osa pysäyttää työn asiakkaan luona.',
      sv: 'Det som saknas stoppar arbetet hos kunden.',
    },
    users,
  ),
  driver(
    'driver',
    quality,
    {
      en: 'How was the service of the person who brought the delivery?',
      fi: 'Millaista palvelua sait toimituksen tuojalta?',
      sv: 'Hur bra service fick du av den som kom med leveransen?',
    },
    {
      en: 'Often the only person of ours that the customer meets.',
      fi: 'Usein ainoa meikäläinen, jonka asiakas tapaa.',
      sv: 'Ofta den enda av oss som kunden träffar.',
    },
    users,
  ),
  driver(
    'expected',
    expectation,
    {
      en: 'How did the delivery compare with what you expected?',
      fi: 'Millainen toimitus oli odotuksiisi verrattuna?',
      sv: 'Hur var leveransen jämfört med vad du väntade dig?',
    },
    {
      en: 'Tells apart a bad delivery and a promise that was too big.',
      fi: 'Erottaa huonon toimituksen ja liian suuren lupauksen.',
      sv: 'Skiljer en dålig leverans från ett för stort löfte.',
    },
    buyers,
  ),
  single(
    'moment',
    {
      en: 'When would a delivery suit you best?',
      fi: 'Milloin toimitus sopisi sinulle parhaiten?',
      sv: 'När skulle en leverans passa dig bäst?',
    },
    [
      option('morning', 'On a weekday morning', 'Arkiaamuna', 'En vardagsmorgon'),
      option('day', 'During the working day', 'Työpäivän aikana', 'Under arbetsdagen'),
      option('evening', 'On a weekday evening', 'Arki-iltana', 'En vardagskväll'),
      option('weekend', 'At the weekend', 'Viikonloppuna', 'På helgen'),
      other,
    ],
    {
      en: 'Lets the time windows follow the customers.',
      fi: 'Auttaa sovittamaan toimitusajat asiakkaisiin.',
      sv: 'Låter leveranstiderna följa kunderna.',
    },
    users,
  ),
  multiple(
    'trouble',
    {
      en: 'Did you meet any of these in this delivery?',
      fi: 'Kohtasitko toimituksessa jotain näistä?',
      sv: 'Råkade du ut för något av detta vid leveransen?',
    },
    [
      option('late', 'It came late', 'Se tuli myöhässä', 'Den kom för sent'),
      option('damaged', 'Something was damaged', 'Jokin oli vaurioitunut', 'Något var skadat'),
      option('missing', 'Something was missing', 'Jotain puuttui', 'Något saknades'),
      option('place', 'It came to the wrong place', 'Se tuli väärään paikkaan', 'Den kom till fel plats'),
      other,
      none,
    ],
    {
      en: 'Counts the troubles that never become a complaint.',
      fi: 'Laskee ne harmit, joista kukaan ei valita.',
      sv: 'Räknar de bekymmer som ingen klagar på.',
    },
  ),
];
