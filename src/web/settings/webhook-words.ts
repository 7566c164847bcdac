import type { Language } from '../../present/index.ts';

type Event = 'response.created' | 'response.updated' | 'invitation.refused';
type Kind = 'standard' | 'chat';
type State = 'waiting' | 'claimed' | 'delivered' | 'failed' | 'given-up';

export interface WebhookWords {
  title: string;
  lead: string;
  none: string;
  url: string;
  urlHint: string;
  kind: string;
  kinds: Readonly<Record<Kind, string>>;
  events: string;
  event: Readonly<Record<Event, string>>;
  words: string;
  make: string;
  secret: string;
  secretHint: string;
  on: string;
  off: string;
  gone: string;
  bothUntil: (when: string) => string;
  test: string;
  testName: (url: string) => string;
  tested: string;
  testFailed: (why: string) => string;
  switchOff: string;
  switchOffName: (url: string) => string;
  switchOn: string;
  switchOnName: (url: string) => string;
  renew: string;
  renewName: (url: string) => string;
  renewSure: string;
  remove: string;
  removeName: (url: string) => string;
  removeSure: (url: string) => string;
  replay: string;
  replayName: (url: string) => string;
  givenUp: (count: number) => string;
  deliveries: string;
  noDeliveries: string;
  told: string;
  when: string;
  state: string;
  states: Readonly<Record<State, string>>;
  attempts: (attempts: number) => string;
  nextAt: (when: string) => string;
  status: (status: number) => string;
  /** Why an attempt failed, by the words of the server. */
  why: Readonly<Record<string, string>>;
}

const en: WebhookWords = {
  title: 'Webhooks',
  lead: 'Tell another system or a chat of new answers as they come. Names and addresses of respondents are never sent.',
  none: 'No webhook yet.',
  url: 'Address of the receiver',
  urlHint: 'Public, with https. Redirects are not followed.',
  kind: 'Receiver',
  kinds: { standard: 'a program (signed, Standard Webhooks)', chat: 'a chat (Slack, Teams and others)' },
  events: 'It is told of',
  event: {
    'response.created': 'new answers',
    'response.updated': 'changed answers',
    'invitation.refused': 'people who were not asked, and why',
  },
  words: 'Send the words of respondents too',
  make: 'Make a webhook',
  secret: 'The secret of the webhook',
  secretHint: 'It is shown once. The receiver checks signatures with it.',
  on: 'on',
  off: 'switched off',
  gone: 'switched off: the receiver said that it is gone',
  bothUntil: (when) => `the secret before signs too until ${when}`,
  test: 'Send a test',
  testName: (url) => `Send a test to ${url}`,
  tested: 'The test arrived.',
  testFailed: (why) => `The test did not arrive: ${why}.`,
  switchOff: 'Switch off',
  switchOffName: (url) => `Switch off ${url}`,
  switchOn: 'Switch on',
  switchOnName: (url) => `Switch on ${url}`,
  renew: 'New secret',
  renewName: (url) => `New secret for ${url}`,
  renewSure: 'Make a new secret? The present one signs too for 24 hours.',
  remove: 'Remove',
  removeName: (url) => `Remove ${url}`,
  removeSure: (url) => `Remove ${url}? What waits for it is not sent.`,
  replay: 'Send again what was given up',
  replayName: (url) => `Send again what was given up for ${url}`,
  givenUp: (count) =>
    count === 1
      ? 'A message was given up after 75 hours of trying or because the receiver is gone. It can be sent again.'
      : `${count} messages were given up after 75 hours of trying or because the receiver is gone. They can be sent again.`,
  deliveries: 'Latest messages',
  noDeliveries: 'Nothing was sent in the last 30 days.',
  told: 'Message',
  when: 'When',
  state: 'State',
  states: {
    waiting: 'waiting',
    claimed: 'being sent',
    delivered: 'delivered',
    failed: 'failed, will be tried again',
    'given-up': 'given up',
  },
  attempts: (attempts) => (attempts === 1 ? '1 attempt' : `${attempts} attempts`),
  nextAt: (when) => `next ${when}`,
  status: (status) => `answered ${status}`,
  why: {
    name: 'the name is unknown',
    connection: 'no connection',
    tls: 'the certificate is not valid',
    time: 'no answer in 15 seconds',
    reply: 'no HTTP was spoken',
    redirect: 'the receiver redirects',
    gone: 'the receiver is gone',
    stopped: 'the server stopped meanwhile',
    secret: 'there is no secret',
    url: 'the address is wrong',
    scheme: 'the address needs http or https',
    credentials: 'the address holds a password',
    port: 'the port is not allowed',
    address: 'the address is not public',
  },
};

const fi: WebhookWords = {
  title: 'Webhookit',
  lead: 'Kerro uusista vastauksista toiselle järjestelmälle tai keskustelukanavalle heti. Vastaajien nimiä ja osoitteita ei koskaan lähetetä.',
  none: 'Ei vielä webhookeja.',
  url: 'Vastaanottajan osoite',
  urlHint: 'Julkinen, https. Uudelleenohjauksia ei seurata.',
  kind: 'Vastaanottaja',
  kinds: { standard: 'ohjelma (allekirjoitettu, Standard Webhooks)', chat: 'keskustelukanava (Slack, Teams ja muut)' },
  events: 'Sille kerrotaan',
  event: {
    'response.created': 'uudet vastaukset',
    'response.updated': 'muuttuneet vastaukset',
    'invitation.refused': 'keneltä ei kysytty ja miksi',
  },
  words: 'Lähetä myös vastaajien sanat',
  make: 'Tee webhook',
  secret: 'Webhookin salaisuus',
  secretHint: 'Se näytetään kerran. Vastaanottaja tarkistaa sillä allekirjoitukset.',
  on: 'päällä',
  off: 'pois päältä',
  gone: 'pois päältä: vastaanottaja ilmoitti poistuneensa',
  bothUntil: (when) => `myös edellinen salaisuus allekirjoittaa ${when} asti`,
  test: 'Lähetä koeviesti',
  testName: (url) => `Lähetä koeviesti: ${url}`,
  tested: 'Koeviesti meni perille.',
  testFailed: (why) => `Koeviesti ei mennyt perille: ${why}.`,
  switchOff: 'Ota pois päältä',
  switchOffName: (url) => `Ota pois päältä: ${url}`,
  switchOn: 'Ota käyttöön',
  switchOnName: (url) => `Ota käyttöön: ${url}`,
  renew: 'Uusi salaisuus',
  renewName: (url) => `Uusi salaisuus: ${url}`,
  renewSure: 'Tehdäänkö uusi salaisuus? Nykyinen allekirjoittaa sen rinnalla vielä 24 tuntia.',
  remove: 'Poista',
  removeName: (url) => `Poista ${url}`,
  removeSure: (url) => `Poistetaanko ${url}? Sille odottavia viestejä ei lähetetä.`,
  replay: 'Lähetä luovutetut uudelleen',
  replayName: (url) => `Lähetä luovutetut uudelleen: ${url}`,
  givenUp: (count) =>
    count === 1
      ? 'Yhden viestin lähettämisestä luovuttiin 75 tunnin yritysten jälkeen tai koska vastaanottaja on poistunut. Sen voi lähettää uudelleen.'
      : `${count} viestin lähettämisestä luovuttiin 75 tunnin yritysten jälkeen tai koska vastaanottaja on poistunut. Ne voi lähettää uudelleen.`,
  deliveries: 'Viimeisimmät viestit',
  noDeliveries: 'Mitään ei ole lähetetty 30 viime päivänä.',
  told: 'Viesti',
  when: 'Milloin',
  state: 'Tila',
  states: {
    waiting: 'odottaa',
    claimed: 'lähetetään',
    delivered: 'perillä',
    failed: 'epäonnistui, yritetään uudelleen',
    'given-up': 'luovutettu',
  },
  attempts: (attempts) => (attempts === 1 ? '1 yritys' : `${attempts} yritystä`),
  nextAt: (when) => `seuraava ${when}`,
  status: (status) => `vastaus ${status}`,
  why: {
    name: 'nimeä ei tunneta',
    connection: 'ei yhteyttä',
    tls: 'varmenne ei kelpaa',
    time: 'ei vastausta 15 sekunnissa',
    reply: 'vastaus ei ollut HTTP:tä',
    redirect: 'vastaanottaja ohjaa muualle',
    gone: 'vastaanottaja on poistunut',
    stopped: 'palvelin pysähtyi kesken',
    secret: 'salaisuus puuttuu',
    url: 'osoite on virheellinen',
    scheme: 'osoitteen on oltava http tai https',
    credentials: 'osoitteessa on salasana',
    port: 'portti ei ole sallittu',
    address: 'osoite ei ole julkinen',
  },
};

const sv: WebhookWords = {
  title: 'Webhookar',
  lead: 'Berätta om nya svar för ett annat system eller en chatt när de kommer. Svarandes namn och adresser skickas aldrig.',
  none: 'Ingen webhook än.',
  url: 'Mottagarens adress',
  urlHint: 'Offentlig, med https. Omdirigeringar följs inte.',
  kind: 'Mottagare',
  kinds: { standard: 'ett program (signerat, Standard Webhooks)', chat: 'en chatt (Slack, Teams med flera)' },
  events: 'Den får veta om',
  event: {
    'response.created': 'nya svar',
    'response.updated': 'ändrade svar',
    'invitation.refused': 'vilka som inte tillfrågades och varför',
  },
  words: 'Skicka också svarandes egna ord',
  make: 'Gör en webhook',
  secret: 'Webhookens hemlighet',
  secretHint: 'Den visas en gång. Mottagaren kontrollerar signaturer med den.',
  on: 'på',
  off: 'avstängd',
  gone: 'avstängd: mottagaren sade att den inte finns längre',
  bothUntil: (when) => `den förra hemligheten signerar också till ${when}`,
  test: 'Skicka ett test',
  testName: (url) => `Skicka ett test till ${url}`,
  tested: 'Testet kom fram.',
  testFailed: (why) => `Testet kom inte fram: ${why}.`,
  switchOff: 'Stäng av',
  switchOffName: (url) => `Stäng av ${url}`,
  switchOn: 'Sätt på',
  switchOnName: (url) => `Sätt på ${url}`,
  renew: 'Ny hemlighet',
  renewName: (url) => `Ny hemlighet för ${url}`,
  renewSure: 'Göra en ny hemlighet? Den nuvarande signerar också i 24 timmar.',
  remove: 'Ta bort',
  removeName: (url) => `Ta bort ${url}`,
  removeSure: (url) => `Ta bort ${url}? Det som väntar på den skickas inte.`,
  replay: 'Skicka det uppgivna igen',
  replayName: (url) => `Skicka det uppgivna igen till ${url}`,
  givenUp: (count) =>
    count === 1
      ? 'Ett meddelande gavs upp efter 75 timmars försök eller för att mottagaren inte finns längre. Det kan skickas igen.'
      : `${count} meddelanden gavs upp efter 75 timmars försök eller för att mottagaren inte finns längre. De kan skickas igen.`,
  deliveries: 'Senaste meddelanden',
  noDeliveries: 'Inget har skickats de senaste 30 dagarna.',
  told: 'Meddelande',
  when: 'När',
  state: 'Läge',
  states: {
    waiting: 'väntar',
    claimed: 'skickas',
    delivered: 'levererat',
    failed: 'misslyckades, försöks igen',
    'given-up': 'uppgivet',
  },
  attempts: (attempts) => `${attempts} försök`,
  nextAt: (when) => `nästa ${when}`,
  status: (status) => `svarade ${status}`,
  why: {
    name: 'namnet är okänt',
    connection: 'ingen förbindelse',
    tls: 'certifikatet är inte giltigt',
    time: 'inget svar på 15 sekunder',
    reply: 'svaret var inte HTTP',
    redirect: 'mottagaren omdirigerar',
    gone: 'mottagaren finns inte längre',
    stopped: 'servern stannade under tiden',
    secret: 'hemligheten saknas',
    url: 'adressen är fel',
    scheme: 'adressen behöver http eller https',
    credentials: 'adressen innehåller ett lösenord',
    port: 'porten är inte tillåten',
    address: 'adressen är inte offentlig',
  },
};

export const webhookWords: Readonly<Record<Language, WebhookWords>> = { en, fi, sv };
