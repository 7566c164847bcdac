import type { WordLanguage } from './refusal-words.ts';

/** The pieces that a decision is told with, in one language. */
export interface DecisionWords {
  readonly somebody: string;
  readonly somebodyOf: (account: string) => string;
  readonly notAsked: string;
  readonly cancelled: (why: string | undefined) => string;
  readonly planned: (moment: string, channel: string) => string;
  readonly asked: (moment: string, channel: string) => string;
  readonly after: Readonly<Record<'sent' | 'opened' | 'completed' | 'expired' | 'opted-out' | 'bounced', string>>;
  readonly uncertain: string;
  readonly stop: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly unit: Readonly<Record<'seconds' | 'questions', string>>;
  readonly share: (share: string) => string;
  readonly of: (count: string, most: string, unit: string) => string;
  readonly again: (moment: string) => string;
  readonly latest: (moment: string) => string;
  readonly next: (moment: string) => string;
}

const en: DecisionWords = {
  somebody: 'Somebody without a name',
  somebodyOf: (account) => `Somebody at ${account}`,
  notAsked: 'not asked',
  cancelled: (why) => `was to be asked, cancelled${why === undefined ? '' : `: ${why}`}.`,
  planned: (moment, channel) => `will be asked on ${moment} by ${channel}.`,
  asked: (moment, channel) => `asked on ${moment} by ${channel}`,
  after: {
    sent: 'no reaction yet',
    opened: 'opened it, has not answered yet',
    completed: 'answered',
    expired: 'did not answer in time',
    'opted-out': 'does not want to be asked any more',
    bounced: 'the message came back',
  },
  uncertain: 'whether it went is uncertain, so it is never sent again',
  stop: {
    answered: 'the person had answered',
    'opted-out': 'the person does not want to be asked',
    'reminders-stopped': 'the person stopped the reminders',
    complained: 'the person complained',
    bounced: 'a message came back',
    'encounter-withdrawn': 'the encounter was withdrawn',
    'encounter-reopened': 'the encounter was opened again',
    'survey-closed': 'the survey was closed',
    'programme-closed': 'the programme ended',
    'higher-priority-invitation': 'another invitation came first',
    'wave-closed': 'its wave has closed',
    expired: 'its time was over',
    'no-channel': 'no channel was left',
    'not-sent': 'it could not be sent in time',
  },
  state: { draft: 'draft', paused: 'paused', ended: 'ended' },
  unit: { seconds: 'seconds', questions: 'questions' },
  share: (share) => `${share} are asked`,
  of: (count, most, unit) => `${count} of at most ${most}${unit && ` ${unit}`}`,
  again: (moment) => `again from ${moment}`,
  latest: (moment) => `it could be asked about until ${moment}`,
  next: (moment) => `next permitted time ${moment}`,
};

const fi: DecisionWords = {
  somebody: 'Nimetön henkilö',
  somebodyOf: (account) => `Henkilö asiakkuudessa ${account}`,
  notAsked: 'ei kysytty',
  cancelled: (why) => `kutsu peruttiin ennen lähettämistä${why === undefined ? '' : `: ${why}`}.`,
  planned: (moment, channel) => `kysytään ${moment}, kanavana ${channel}.`,
  asked: (moment, channel) => `kysyttiin ${moment}, kanavana ${channel}`,
  after: {
    sent: 'ei vielä reaktiota',
    opened: 'avasi, ei ole vielä vastannut',
    completed: 'vastasi',
    expired: 'ei vastannut määräajassa',
    'opted-out': 'ei halua enää kyselyjä',
    bounced: 'viesti palautui',
  },
  uncertain: 'lähtikö viesti, on epävarmaa, joten sitä ei lähetetä uudelleen',
  stop: {
    answered: 'henkilö oli vastannut',
    'opted-out': 'henkilö ei halua kyselyjä',
    'reminders-stopped': 'henkilö lopetti muistutukset',
    complained: 'henkilö valitti',
    bounced: 'viesti palautui',
    'encounter-withdrawn': 'kohtaaminen peruttiin',
    'encounter-reopened': 'kohtaaminen avattiin uudelleen',
    'survey-closed': 'kysely suljettiin',
    'programme-closed': 'mittausohjelma päättyi',
    'higher-priority-invitation': 'toinen kutsu meni edelle',
    'wave-closed': 'sen mittausaalto on päättynyt',
    expired: 'aika oli kulunut umpeen',
    'no-channel': 'kanavaa ei ollut jäljellä',
    'not-sent': 'viestiä ei voitu lähettää ajoissa',
  },
  state: { draft: 'luonnos', paused: 'tauolla', ended: 'päättynyt' },
  unit: { seconds: 'sekuntia', questions: 'kysymystä' },
  share: (share) => `otos on ${share}`,
  of: (count, most, unit) => `${count}, enintään ${most}${unit && ` ${unit}`}`,
  again: (moment) => `uudelleen aikaisintaan ${moment}`,
  latest: (moment) => `kysyä olisi voinut viimeistään ${moment}`,
  next: (moment) => `seuraava sallittu aika ${moment}`,
};

const sv: DecisionWords = {
  somebody: 'Någon utan namn',
  somebodyOf: (account) => `Någon hos ${account}`,
  notAsked: 'tillfrågades inte',
  cancelled: (why) => `skulle tillfrågas, men det ställdes in${why === undefined ? '' : `: ${why}`}.`,
  planned: (moment, channel) => `tillfrågas ${moment} via ${channel}.`,
  asked: (moment, channel) => `tillfrågades ${moment} via ${channel}`,
  after: {
    sent: 'ingen reaktion ännu',
    opened: 'öppnade, har inte svarat ännu',
    completed: 'svarade',
    expired: 'svarade inte i tid',
    'opted-out': 'vill inte få fler enkäter',
    bounced: 'meddelandet kom i retur',
  },
  uncertain: 'det är osäkert om det skickades, därför skickas det aldrig igen',
  stop: {
    answered: 'personen hade svarat',
    'opted-out': 'personen vill inte få enkäter',
    'reminders-stopped': 'personen stoppade påminnelserna',
    complained: 'personen klagade',
    bounced: 'ett meddelande kom i retur',
    'encounter-withdrawn': 'kundmötet återkallades',
    'encounter-reopened': 'kundmötet öppnades igen',
    'survey-closed': 'enkäten stängdes',
    'programme-closed': 'mätprogrammet avslutades',
    'higher-priority-invitation': 'en annan inbjudan gick före',
    'wave-closed': 'dess mätvåg har stängts',
    expired: 'tiden hade gått ut',
    'no-channel': 'ingen kanal fanns kvar',
    'not-sent': 'det kunde inte skickas i tid',
  },
  state: { draft: 'utkast', paused: 'pausat', ended: 'avslutat' },
  unit: { seconds: 'sekunder', questions: 'frågor' },
  share: (share) => `urvalet är ${share}`,
  of: (count, most, unit) => `${count} av högst ${most}${unit && ` ${unit}`}`,
  again: (moment) => `igen tidigast ${moment}`,
  latest: (moment) => `frågan kunde ha ställts senast ${moment}`,
  next: (moment) => `nästa tillåtna tid ${moment}`,
};

export const decisionWords: Readonly<Record<WordLanguage, DecisionWords>> = { en, fi, sv };
