import type { Language } from '../../present/index.ts';
import type { MessageState } from './outbox-api.ts';

export interface OutboxWords {
  title: string;
  question: string;
  lead: string;
  uncertainTitle: (count: number) => string;
  uncertainLead: string;
  hasGone: string;
  hasGoneName: (message: string) => string;
  hasGoneSure: string;
  sendAgain: string;
  sendAgainName: (message: string) => string;
  sendAgainSure: string;
  over: string;
  stage: (stage: string) => string;
  keptTitle: string;
  keptLead: string;
  keptNone: string;
  view: Readonly<Record<'seen' | 'text' | 'headers' | 'source', string>>;
  viewLabel: string;
  to: string;
  kept: string;
  openAnswer: string;
  answered: string;
  segments: (sms: { segments: number; units: number; encoding: string }) => string;
  outside: (characters: string) => string;
  frame: string;
  nextOnes: string;
  listTitle: string;
  listLead: string;
  none: string;
  noneOfState: string;
  filter: string;
  all: (count: number) => string;
  head: Readonly<Record<'message' | 'person' | 'programme' | 'state' | 'when', string>>;
  kind: (kind: 'invitation' | 'reminder', number: number) => string;
  channel: Readonly<Record<string, string>>;
  state: Readonly<Record<MessageState, string>>;
  due: (when: string) => string;
  more: string;
  /** Why a message was cancelled, by the code of what stopped it. */
  reason: Readonly<Record<string, string>>;
  otherReason: string;
}

const en: OutboxWords = {
  title: 'Messages',
  question: 'What was sent, and what waits?',
  lead: 'Every invitation and reminder with what became of it. A message is handed over once; where it is not certain that it went, it says so.',
  uncertainTitle: (count) => (count === 1 ? '1 message may have gone' : `${count} messages may have gone`),
  uncertainLead:
    'The connection broke at the moment of handing over. Candor never sends such a message again by itself. Look into the log of the mail server, then say what happened; both are written down with your name.',
  hasGone: 'It was sent',
  hasGoneName: (message) => `It was sent: ${message}`,
  hasGoneSure: 'Did the mail server take it?',
  sendAgain: 'Send again',
  sendAgainName: (message) => `Send again: ${message}`,
  sendAgainSure: 'Are you sure that it did not arrive? Otherwise the person gets it twice.',
  over: 'The person is no longer asked, so it cannot be sent again.',
  stage: (stage) => `broke off at: ${stage}`,
  keptTitle: 'Development outbox',
  keptLead:
    'No mail server is set, so nothing leaves this machine. Each message is kept exactly as it would have been sent.',
  keptNone: 'Nothing is kept here. What programmes send appears here while no mail server is set.',
  view: { seen: 'As received', text: 'Text', headers: 'Headers', source: 'Source' },
  viewLabel: 'How to look at it',
  to: 'To',
  kept: 'Kept',
  openAnswer: 'Open the answer page',
  answered: 'answered',
  segments: ({ segments, units, encoding }) =>
    `${segments} ${segments === 1 ? 'segment' : 'segments'}, ${units} places, ${encoding === 'gsm-7' ? 'GSM alphabet' : 'Unicode'}`,
  outside: (characters) => `Outside the GSM alphabet: ${characters}`,
  frame: 'The message as its recipient sees it',
  nextOnes: 'All messages of this invitation',
  listTitle: 'All messages',
  listLead: 'The latest first. Planned reminders are cancelled as soon as an answer comes.',
  none: 'No message yet. A running programme plans the first one when an encounter comes in.',
  noneOfState: 'No message is in this state.',
  filter: 'State',
  all: (count) => `all ${count}`,
  head: { message: 'Message', person: 'Person', programme: 'Programme', state: 'State', when: 'When' },
  kind: (kind, number) => (kind === 'invitation' ? 'invitation' : `reminder ${number}`),
  channel: { email: 'e-mail', sms: 'SMS' },
  state: {
    planned: 'planned',
    claimed: 'being prepared',
    'handing-over': 'being handed over',
    sent: 'sent',
    uncertain: 'uncertain',
    failed: 'failed',
    bounced: 'bounced',
    cancelled: 'cancelled',
  },
  due: (when) => `due ${when}`,
  more: 'Show more',
  reason: {
    answered: 'answered',
    'opted-out': 'wants no more surveys',
    'reminders-stopped': 'wants no more reminders',
    bounced: 'the address does not exist',
    complained: 'complained',
    'encounter-withdrawn': 'the encounter was withdrawn',
    'encounter-reopened': 'the encounter was reopened',
    'programme-closed': 'the programme ended',
    'not-sent': 'it could not be sent in time',
    expired: 'the time to answer has passed',
    'no-channel': 'no channel is left',
    'person-recently-asked': 'asked recently',
  },
  otherReason: 'a rule said no',
};

const fi: OutboxWords = {
  title: 'Viestit',
  question: 'Mitä on lähetetty ja mikä odottaa?',
  lead: 'Jokainen kutsu ja muistutus ja mitä sille tapahtui. Viesti luovutetaan kerran; jos ei ole varmaa, lähtikö se, se sanotaan.',
  uncertainTitle: (count) => (count === 1 ? '1 viesti on ehkä lähtenyt' : `${count} viestiä on ehkä lähtenyt`),
  uncertainLead:
    'Yhteys katkesi juuri luovutuksen hetkellä. Candor ei koskaan lähetä tällaista viestiä itse uudelleen. Katso sähköpostipalvelimen lokista, mitä tapahtui, ja kerro se tässä; molemmat kirjataan nimelläsi.',
  hasGone: 'Se lähti',
  hasGoneName: (message) => `Se lähti: ${message}`,
  hasGoneSure: 'Ottiko sähköpostipalvelin sen vastaan?',
  sendAgain: 'Lähetä uudelleen',
  sendAgainName: (message) => `Lähetä uudelleen: ${message}`,
  sendAgainSure: 'Onko varmaa, ettei se mennyt perille? Muuten henkilö saa sen kahdesti.',
  over: 'Henkilöltä ei enää kysytä, joten viestiä ei voi lähettää uudelleen.',
  stage: (stage) => `katkesi vaiheessa: ${stage}`,
  keptTitle: 'Kehityskäytön lähtevät viestit',
  keptLead:
    'Sähköpostipalvelinta ei ole asetettu, joten mitään ei lähde tältä koneelta. Jokainen viesti säilytetään täsmälleen sellaisena kuin se olisi lähetetty.',
  keptNone: 'Täällä ei ole mitään. Ohjelmien viestit tulevat tänne, kunnes sähköpostipalvelin on asetettu.',
  view: { seen: 'Vastaanottajan näkymä', text: 'Teksti', headers: 'Otsakkeet', source: 'Lähdekoodi' },
  viewLabel: 'Miten viestiä katsotaan',
  to: 'Saaja',
  kept: 'Säilytetty',
  openAnswer: 'Avaa vastaussivu',
  answered: 'vastattu',
  segments: ({ segments, units, encoding }) =>
    `${segments === 1 ? '1 osa' : `${segments} osaa`}, ${units} merkkipaikkaa, ${encoding === 'gsm-7' ? 'GSM-aakkosto' : 'Unicode'}`,
  outside: (characters) => `GSM-aakkoston ulkopuolella: ${characters}`,
  frame: 'Viesti sellaisena kuin vastaanottaja sen näkee',
  nextOnes: 'Tämän kutsun kaikki viestit',
  listTitle: 'Kaikki viestit',
  listLead: 'Uusin ensin. Suunnitellut muistutukset perutaan heti, kun vastaus tulee.',
  none: 'Ei vielä yhtään viestiä. Käynnissä oleva ohjelma suunnittelee ensimmäisen, kun kohtaamisesta kerrotaan.',
  noneOfState: 'Yksikään viesti ei ole tässä tilassa.',
  filter: 'Tila',
  all: (count) => `kaikki ${count}`,
  head: { message: 'Viesti', person: 'Henkilö', programme: 'Ohjelma', state: 'Tila', when: 'Milloin' },
  kind: (kind, number) => (kind === 'invitation' ? 'kutsu' : `${number}. muistutus`),
  channel: { email: 'sähköposti', sms: 'tekstiviesti' },
  state: {
    planned: 'suunniteltu',
    claimed: 'valmisteilla',
    'handing-over': 'luovutettavana',
    sent: 'lähetetty',
    uncertain: 'epävarma',
    failed: 'epäonnistui',
    bounced: 'palautui',
    cancelled: 'peruttu',
  },
  due: (when) => `lähtee ${when}`,
  more: 'Näytä lisää',
  reason: {
    answered: 'vastattu',
    'opted-out': 'ei halua enää kyselyjä',
    'reminders-stopped': 'ei halua enää muistutuksia',
    bounced: 'osoitetta ei ole',
    complained: 'valitti viestistä',
    'encounter-withdrawn': 'kohtaaminen peruttiin',
    'encounter-reopened': 'kohtaaminen avattiin uudelleen',
    'programme-closed': 'ohjelma päättyi',
    'not-sent': 'ei saatu lähetetyksi ajoissa',
    expired: 'vastausaika päättyi',
    'no-channel': 'kanavaa ei ole jäljellä',
    'person-recently-asked': 'kysytty hiljattain',
  },
  otherReason: 'sääntö esti',
};

const sv: OutboxWords = {
  title: 'Meddelanden',
  question: 'Vad har skickats, och vad väntar?',
  lead: 'Varje inbjudan och påminnelse med vad som hände. Ett meddelande lämnas över en gång; där det inte är säkert att det gick iväg sägs det.',
  uncertainTitle: (count) => (count === 1 ? '1 meddelande kan ha gått iväg' : `${count} meddelanden kan ha gått iväg`),
  uncertainLead:
    'Förbindelsen bröts just vid överlämningen. Candor skickar aldrig ett sådant meddelande igen av sig självt. Se efter i e-postserverns logg och säg sedan vad som hände; båda skrivs upp med ditt namn.',
  hasGone: 'Det skickades',
  hasGoneName: (message) => `Det skickades: ${message}`,
  hasGoneSure: 'Tog e-postservern emot det?',
  sendAgain: 'Skicka igen',
  sendAgainName: (message) => `Skicka igen: ${message}`,
  sendAgainSure: 'Är det säkert att det inte kom fram? Annars får personen det två gånger.',
  over: 'Personen frågas inte längre, så det kan inte skickas igen.',
  stage: (stage) => `bröts vid: ${stage}`,
  keptTitle: 'Utkorg för utveckling',
  keptLead:
    'Ingen e-postserver är inställd, så ingenting lämnar den här datorn. Varje meddelande sparas exakt som det skulle ha skickats.',
  keptNone: 'Här finns inget. Det som mätprogrammen skickar hamnar här så länge ingen e-postserver är inställd.',
  view: { seen: 'Som mottaget', text: 'Text', headers: 'Rubriker', source: 'Källkod' },
  viewLabel: 'Hur det visas',
  to: 'Till',
  kept: 'Sparat',
  openAnswer: 'Öppna svarssidan',
  answered: 'besvarad',
  segments: ({ segments, units, encoding }) =>
    `${segments} segment, ${units} platser, ${encoding === 'gsm-7' ? 'GSM-alfabetet' : 'Unicode'}`,
  outside: (characters) => `Utanför GSM-alfabetet: ${characters}`,
  frame: 'Meddelandet som mottagaren ser det',
  nextOnes: 'Alla meddelanden i den här inbjudan',
  listTitle: 'Alla meddelanden',
  listLead: 'De senaste först. Planerade påminnelser ställs in så snart ett svar kommer.',
  none: 'Inget meddelande än. Ett mätprogram som är igång planerar det första när ett kundmöte kommer in.',
  noneOfState: 'Inget meddelande är i det här läget.',
  filter: 'Läge',
  all: (count) => `alla ${count}`,
  head: { message: 'Meddelande', person: 'Person', programme: 'Mätprogram', state: 'Läge', when: 'När' },
  kind: (kind, number) => (kind === 'invitation' ? 'inbjudan' : `påminnelse ${number}`),
  channel: { email: 'e-post', sms: 'sms' },
  state: {
    planned: 'planerat',
    claimed: 'förbereds',
    'handing-over': 'lämnas över',
    sent: 'skickat',
    uncertain: 'osäkert',
    failed: 'misslyckades',
    bounced: 'studsade',
    cancelled: 'inställt',
  },
  due: (when) => `ska gå ${when}`,
  more: 'Visa fler',
  reason: {
    answered: 'besvarad',
    'opted-out': 'vill inte ha fler enkäter',
    'reminders-stopped': 'vill inte ha fler påminnelser',
    bounced: 'adressen finns inte',
    complained: 'klagade',
    'encounter-withdrawn': 'kundmötet drogs tillbaka',
    'encounter-reopened': 'kundmötet öppnades igen',
    'programme-closed': 'mätprogrammet avslutades',
    'not-sent': 'kunde inte skickas i tid',
    expired: 'svarstiden har gått ut',
    'no-channel': 'ingen kanal återstår',
    'person-recently-asked': 'nyligen tillfrågad',
  },
  otherReason: 'en regel sade nej',
};

export const outboxWords: Readonly<Record<Language, OutboxWords>> = { en, fi, sv };
