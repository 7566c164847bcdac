import { buyers, entriesOf, none, option, other, users } from './build-entry.ts';
import { agreement, ease, easeOfFive, expectation, likelihood, recommendation, satisfaction, skill } from './scales.ts';

const { metric, driver, open, single, multiple } = entriesOf('complaint');

export const complaint = [
  metric(
    'satisfaction',
    satisfaction,
    {
      en: 'How satisfied are you with how we dealt with your complaint?',
      fi: 'Kuinka tyytyväinen olet siihen, miten hoidimme reklamaatiosi?',
      sv: 'Hur nöjd är du med hur vi tog hand om ditt klagomål?',
      de: 'Wie zufrieden sind Sie damit, wie wir uns um Ihre Beschwerde gekümmert haben?',
      ar: 'ما مدى رضاك عن تعاملنا مع شكواك؟',
    },
    {
      en: 'A complaint dealt with well keeps more customers than none at all.',
      fi: 'Hyvin hoidettu reklamaatio pitää asiakkaan usein paremmin kuin virheettömyys.',
      sv: 'Ett väl omhändertaget klagomål behåller ofta fler kunder än felfrihet.',
    },
  ),
  driver(
    'fair',
    agreement,
    {
      en: 'The outcome was fair.',
      fi: 'Lopputulos oli oikeudenmukainen.',
      sv: 'Resultatet var rättvist.',
      de: 'Das Ergebnis war fair.',
      ar: 'كانت النتيجة عادلة.',
    },
    {
      en: 'Fairness of the outcome weighs most when people decide to stay.',
      fi: 'Lopputuloksen reiluus painaa eniten, kun asiakas päättää jäädä.',
      sv: 'Ett rättvist utfall väger tyngst när kunden bestämmer sig för att stanna.',
    },
  ),
  open(
    'why',
    {
      en: 'What should we learn from this?',
      fi: 'Mitä meidän pitäisi tästä oppia?',
      sv: 'Vad borde vi lära oss av det här?',
      de: 'Was sollten wir daraus lernen?',
      ar: 'ما الذي ينبغي أن نتعلمه من هذا؟',
    },
    {
      en: 'Asks for advice and not for another complaint.',
      fi: 'Pyytää neuvoa eikä uutta valitusta.',
      sv: 'Ber om råd och inte om ett klagomål till.',
    },
  ),
  metric(
    'ease',
    ease,
    {
      en: 'How easy was it to make your complaint?',
      fi: 'Kuinka helppoa reklamaation tekeminen oli?',
      sv: 'Hur lätt var det att framföra ditt klagomål?',
    },
    {
      en: 'What is hard to say is said to others instead.',
      fi: 'Mitä on vaikea sanoa meille, se sanotaan muille.',
      sv: 'Det som är svårt att säga till oss sägs till andra.',
    },
  ),
  metric(
    'ease-short',
    easeOfFive,
    {
      en: 'How easy was it to get this put right?',
      fi: 'Kuinka helppoa asia oli saada kuntoon?',
      sv: 'Hur lätt var det att få saken ordnad?',
    },
    {
      en: 'One tap when the complaint is closed.',
      fi: 'Yksi napautus, kun reklamaatio on suljettu.',
      sv: 'Ett tryck när klagomålet är avslutat.',
    },
  ),
  metric(
    'recommend',
    recommendation,
    {
      en: 'After how we dealt with this, how likely are you to recommend us to a friend or colleague?',
      fi: 'Kuinka todennäköisesti suosittelisit meitä ystävälle tai kollegalle tämän jälkeen?',
      sv: 'Hur troligt är det efter det här att du skulle rekommendera oss till en vän eller kollega?',
    },
    {
      en: 'Shows whether a complaint was turned or only closed.',
      fi: 'Kertoo, käännettiinkö reklamaatio vai suljettiinko se vain.',
      sv: 'Visar om klagomålet vändes eller bara avslutades.',
    },
  ),
  driver(
    'speed',
    satisfaction,
    {
      en: 'How satisfied are you with the time it took?',
      fi: 'Kuinka tyytyväinen olet siihen, miten kauan asia kesti?',
      sv: 'Hur nöjd är du med tiden det tog?',
    },
    {
      en: 'To be laid beside the days that really passed.',
      fi: 'Todellisten päivien rinnalle.',
      sv: 'Att lägga bredvid de dagar som verkligen gick.',
    },
  ),
  driver(
    'respect',
    agreement,
    {
      en: 'I was treated with respect.',
      fi: 'Minua kohdeltiin kunnioittavasti.',
      sv: 'Jag blev bemött med respekt.',
    },
    {
      en: 'Respect can be given also where the answer is a refusal.',
      fi: 'Kunnioitusta voi osoittaa silloinkin, kun vastaus on kielteinen.',
      sv: 'Respekt kan visas även när svaret är ett nej.',
    },
  ),
  driver(
    'informed',
    skill,
    {
      en: 'How well were you kept informed along the way?',
      fi: 'Kuinka hyvin sinut pidettiin ajan tasalla?',
      sv: 'Hur väl hölls du informerad under tiden?',
    },
    {
      en: 'Silence is what most second complaints are about.',
      fi: 'Useimmat toiset reklamaatiot koskevat hiljaisuutta.',
      sv: 'De flesta andra klagomål handlar om tystnad.',
    },
  ),
  driver(
    'expected',
    expectation,
    {
      en: 'How did the outcome compare with what you expected?',
      fi: 'Millainen lopputulos oli odotuksiisi verrattuna?',
      sv: 'Hur var resultatet jämfört med vad du väntade dig?',
    },
    {
      en: 'Low expectations of a complaint are a finding in themselves.',
      fi: 'Jos reklamaatiolta ei odoteta mitään, sekin on tulos.',
      sv: 'Låga förväntningar på ett klagomål är ett resultat i sig.',
    },
  ),
  driver(
    'stay',
    likelihood,
    {
      en: 'How likely are you to stay our customer?',
      fi: 'Kuinka todennäköisesti pysyt asiakkaanamme?',
      sv: 'Hur troligt är det att du stannar som kund hos oss?',
    },
    {
      en: 'Puts the saved customers into a figure, to be checked a year later.',
      fi: 'Antaa luvun pelastetuille asiakkaille, tarkistettavaksi vuoden päästä.',
      sv: 'Sätter en siffra på de räddade kunderna, att kontrollera om ett år.',
    },
    buyers,
  ),
  single(
    'settled',
    {
      en: 'Is the matter settled for you?',
      fi: 'Onko asia sinun kannaltasi kunnossa?',
      sv: 'Är saken löst för din del?',
    },
    [
      option('yes', 'Yes, fully', 'Kyllä, täysin', 'Ja, helt'),
      option('partly', 'In part', 'Osittain', 'Delvis'),
      option('no', 'No', 'Ei', 'Nej'),
      option('too-early', 'It is too early to say', 'Liian aikaista sanoa', 'Det är för tidigt att säga'),
    ],
    {
      en: 'Opens the matter again where only we think that it is closed.',
      fi: 'Avaa asian uudelleen, jos se on suljettu vain meidän mielestämme.',
      sv: 'Öppnar saken igen där bara vi tror att den är avslutad.',
    },
  ),
  multiple(
    'wanted',
    {
      en: 'What mattered most to you when you complained?',
      fi: 'Mikä oli sinulle tärkeintä, kun reklamoit?',
      sv: 'Vad var viktigast för dig när du klagade?',
    },
    [
      option('repair', 'That it is put right', 'Että asia korjataan', 'Att det rättas till'),
      option('money', 'Money back', 'Rahat takaisin', 'Pengarna tillbaka'),
      option('sorry', 'An apology', 'Anteeksipyyntö', 'En ursäkt'),
      option('others', 'That it does not happen to others', 'Ettei se toistu muille', 'Att det inte händer andra'),
      other,
      none,
    ],
    {
      en: 'Many want an apology and get a voucher.',
      fi: 'Moni haluaa anteeksipyynnön ja saa lahjakortin.',
      sv: 'Många vill ha en ursäkt och får ett presentkort.',
    },
    users,
  ),
];
