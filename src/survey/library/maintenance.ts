import { buyers, entriesOf, none, option, other, payers, users } from './build-entry.ts';
import { agreement, ease, easeOfFive, recommendation, satisfaction, skill } from './scales.ts';

const { metric, driver, open, single, multiple } = entriesOf('maintenance');

export const maintenance = [
  metric(
    'satisfaction',
    satisfaction,
    {
      en: 'How satisfied are you with the work we did?',
      fi: 'Kuinka tyytyväinen olet tekemäämme työhön?',
      sv: 'Hur nöjd är du med arbetet vi gjorde?',
      de: 'Wie zufrieden sind Sie mit der Arbeit, die wir ausgeführt haben?',
      ar: 'ما مدى رضاك عن العمل الذي قمنا به؟',
    },
    {
      en: 'The headline of a service visit, comparable between teams.',
      fi: 'Huoltokäynnin pääluku, jota voi verrata tiimien välillä.',
      sv: 'Servicebesökets huvudmått, jämförbart mellan team.',
    },
  ),
  driver(
    'works',
    agreement,
    {
      en: 'Everything works as it should after the visit.',
      fi: 'Kaikki toimii käynnin jälkeen niin kuin pitää.',
      sv: 'Allt fungerar som det ska efter besöket.',
      de: 'Nach dem Besuch funktioniert alles, wie es soll.',
      ar: 'كل شيء يعمل كما ينبغي بعد الزيارة.',
    },
    {
      en: 'Fixed at the first visit, judged by the one who uses it.',
      fi: 'Kerralla kuntoon, käyttäjän arvioimana.',
      sv: 'Lagat vid första besöket, bedömt av den som använder det.',
    },
    users,
  ),
  open(
    'why',
    {
      en: 'What should we do better next time?',
      fi: 'Mitä meidän pitäisi tehdä paremmin ensi kerralla?',
      sv: 'Vad borde vi göra bättre nästa gång?',
      de: 'Was sollten wir beim nächsten Mal besser machen?',
      ar: 'ما الذي ينبغي أن نحسّنه في المرة القادمة؟',
    },
    {
      en: 'A wish that the same technician can meet.',
      fi: 'Toive, jonka sama asentaja voi täyttää.',
      sv: 'En önskan som samma tekniker kan uppfylla.',
    },
  ),
  metric(
    'ease',
    ease,
    {
      en: 'How easy was it to get the fault repaired?',
      fi: 'Kuinka helppoa vian korjauttaminen oli?',
      sv: 'Hur lätt var det att få felet åtgärdat?',
    },
    {
      en: 'Effort from the first report to the working machine.',
      fi: 'Vaivattomuus ensimmäisestä ilmoituksesta toimivaan laitteeseen.',
      sv: 'Ansträngningen från felanmälan till fungerande maskin.',
    },
    users,
  ),
  metric(
    'ease-short',
    easeOfFive,
    {
      en: 'How easy was it to book the visit?',
      fi: 'Kuinka helppoa käynti oli varata?',
      sv: 'Hur lätt var det att boka besöket?',
    },
    {
      en: 'Asked by SMS when the booking is made.',
      fi: 'Kysytään tekstiviestillä, kun varaus on tehty.',
      sv: 'Ställs per sms när bokningen är gjord.',
    },
  ),
  metric(
    'recommend',
    recommendation,
    {
      en: 'After this visit, how likely are you to recommend our service to a colleague?',
      fi: 'Kuinka todennäköisesti suosittelisit huoltoamme kollegalle tämän käynnin perusteella?',
      sv: 'Hur troligt är det efter besöket att du skulle rekommendera vår service till en kollega?',
    },
    {
      en: 'Service carries the relationship between two purchases.',
      fi: 'Huolto kantaa asiakassuhdetta kahden ostoksen välillä.',
      sv: 'Servicen bär relationen mellan två köp.',
    },
  ),
  driver(
    'technician',
    skill,
    {
      en: 'How well did the technician know the work?',
      fi: 'Kuinka hyvin asentaja osasi työnsä?',
      sv: 'Hur väl kunde teknikern sitt arbete?',
    },
    {
      en: 'Skill as seen by people who watch the work every time.',
      fi: 'Osaaminen niiden silmin, jotka näkevät työn joka kerta.',
      sv: 'Skicklighet sedd av dem som ser arbetet varje gång.',
    },
    users,
  ),
  driver(
    'on-time',
    satisfaction,
    {
      en: 'How satisfied are you with how we kept to the agreed time?',
      fi: 'Kuinka tyytyväinen olet siihen, miten pysyimme sovitussa ajassa?',
      sv: 'Hur nöjd är du med hur vi höll avtalad tid?',
    },
    {
      en: 'A visit at the wrong hour stops a production line.',
      fi: 'Väärään aikaan tullut käynti pysäyttää tuotannon.',
      sv: 'Ett besök vid fel tid stoppar produktionen.',
    },
  ),
  driver(
    'tidy',
    agreement,
    {
      en: 'The place was left in order after the work.',
      fi: 'Paikat jätettiin työn jälkeen kuntoon.',
      sv: 'Platsen lämnades i ordning efter arbetet.',
    },
    {
      en: 'Small, noticed by everybody and easy to change.',
      fi: 'Pieni asia, jonka kaikki huomaavat ja joka on helppo muuttaa.',
      sv: 'En liten sak som alla märker och som är lätt att ändra.',
    },
    users,
  ),
  driver(
    'explained',
    skill,
    {
      en: 'How well was it explained to you what had been done?',
      fi: 'Kuinka hyvin sinulle kerrottiin, mitä oli tehty?',
      sv: 'Hur väl fick du veta vad som hade gjorts?',
    },
    {
      en: 'Work that nobody explains looks expensive on the invoice.',
      fi: 'Työ, josta ei kerrota, näyttää laskussa kalliilta.',
      sv: 'Arbete som ingen förklarar ser dyrt ut på fakturan.',
    },
    payers,
  ),
  single(
    'downtime',
    {
      en: 'How long could you not work as usual because of the fault?',
      fi: 'Kuinka kauan vika haittasi työtäsi?',
      sv: 'Hur länge hindrade felet ditt arbete?',
    },
    [
      option('none', 'Not at all', 'Ei lainkaan', 'Inte alls'),
      option('hour', 'Less than an hour', 'Alle tunnin', 'Mindre än en timme'),
      option('day', 'Some hours', 'Joitakin tunteja', 'Några timmar'),
      option('days', 'A day or more', 'Päivän tai pidempään', 'En dag eller mer'),
    ],
    {
      en: 'Turns a fault into the time that it costs the customer.',
      fi: 'Muuttaa vian ajaksi, jonka se maksaa asiakkaalle.',
      sv: 'Gör felet till den tid det kostar kunden.',
    },
    users,
  ),
  multiple(
    'wishes',
    {
      en: 'What would help you most to keep things running?',
      fi: 'Mikä auttaisi eniten pitämään kaiken käynnissä?',
      sv: 'Vad skulle hjälpa dig mest att hålla allt igång?',
    },
    [
      option('preventive', 'More frequent checks', 'Tiheämmät tarkastukset', 'Tätare kontroller'),
      option('sooner', 'A visit sooner', 'Nopeampi käynti', 'Snabbare besök'),
      option('parts', 'Spare parts at hand', 'Varaosat lähellä', 'Reservdelar på plats'),
      option('training', 'Training for our own people', 'Oman väen koulutus', 'Utbildning för vår personal'),
      other,
      none,
    ],
    {
      en: 'Wishes that are also offers for the next contract.',
      fi: 'Toiveita, joista syntyy seuraavan sopimuksen tarjous.',
      sv: 'Önskemål som också är erbjudanden i nästa avtal.',
    },
    buyers,
  ),
];
