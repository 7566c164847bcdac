/** What is read by whoever looks after a kiosk. */
export interface StaffWords {
  readonly staff: string;
  readonly pin: string;
  readonly wrongPin: string;
  readonly enter: string;
  readonly waiting: (count: number) => string;
  readonly parked: (count: number, reason: string) => string;
  readonly lastSync: (when: string) => string;
  readonly neverSynced: string;
  readonly device: string;
  readonly syncNow: string;
  readonly tryAgain: string;
  readonly fullScreen: string;
  readonly leave: string;
  readonly back: string;
  readonly notReady: string;
  readonly insecure: string;
}

const en: StaffWords = {
  staff: 'For staff',
  pin: 'PIN',
  wrongPin: 'That is not the PIN.',
  enter: 'Open',
  waiting: (count) =>
    count === 0
      ? 'Every answer has been sent'
      : count === 1
        ? '1 answer waits to be sent'
        : `${count} answers wait to be sent`,
  parked: (count, reason) =>
    `${count === 1 ? '1 answer was' : `${count} answers were`} refused and kept aside (${reason})`,
  lastSync: (when) => `Last connected ${when}`,
  neverSynced: 'Not connected yet',
  device: 'Device',
  syncNow: 'Send now',
  tryAgain: 'Try the refused ones again',
  fullScreen: 'Full screen',
  leave: 'Leave the kiosk',
  back: 'Back to the question',
  notReady: 'This kiosk needs a connection the first time it is opened.',
  insecure: 'A kiosk needs an address that begins with https://.',
};

const fi: StaffWords = {
  staff: 'Henkilökunnalle',
  pin: 'PIN',
  wrongPin: 'PIN on väärä.',
  enter: 'Avaa',
  waiting: (count) =>
    count === 0
      ? 'Kaikki vastaukset on lähetetty'
      : count === 1
        ? '1 vastaus odottaa lähetystä'
        : `${count} vastausta odottaa lähetystä`,
  parked: (count, reason) =>
    `${count === 1 ? '1 vastaus hylättiin' : `${count} vastausta hylättiin`} ja pantiin sivuun (${reason})`,
  lastSync: (when) => `Viimeksi yhteydessä ${when}`,
  neverSynced: 'Ei vielä yhteyttä',
  device: 'Laite',
  syncNow: 'Lähetä nyt',
  tryAgain: 'Yritä hylättyjä uudelleen',
  fullScreen: 'Koko näyttö',
  leave: 'Poistu kioskista',
  back: 'Takaisin kysymykseen',
  notReady: 'Kioski tarvitsee yhteyden, kun se avataan ensimmäisen kerran.',
  insecure: 'Kioski tarvitsee osoitteen, jonka alussa on https://.',
};

const sv: StaffWords = {
  staff: 'För personalen',
  pin: 'PIN',
  wrongPin: 'Fel PIN.',
  enter: 'Öppna',
  waiting: (count) => (count === 0 ? 'Alla svar har skickats' : `${count} svar väntar på att skickas`),
  parked: (count, reason) => `${count} svar avvisades och lades åt sidan (${reason})`,
  lastSync: (when) => `Senast ansluten ${when}`,
  neverSynced: 'Inte ansluten än',
  device: 'Enhet',
  syncNow: 'Skicka nu',
  tryAgain: 'Försök med de avvisade igen',
  fullScreen: 'Helskärm',
  leave: 'Lämna kiosken',
  back: 'Tillbaka till frågan',
  notReady: 'Kiosken behöver en anslutning första gången den öppnas.',
  insecure: 'En kiosk behöver en adress som börjar med https://.',
};

/** Respondents see the first of these words; the rest is for the people of the house. */
const de: StaffWords = { ...en, staff: 'Für das Personal' };
const ar: StaffWords = { ...en, staff: 'للموظفين' };

const all: Readonly<Record<string, StaffWords>> = { en, fi, sv, de, ar };

export const staffWords = (language: string): StaffWords => all[language.split('-')[0]!.toLowerCase()] ?? en;
