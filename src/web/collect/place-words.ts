import type { Language } from '../../present/index.ts';
import type { PlaceState, PlaceWay } from './place-api.ts';

export interface PlaceWords {
  readonly title: string;
  readonly question: string;
  readonly lead: string;
  readonly none: string;
  readonly noneForReader: string;
  readonly noSurvey: string;
  readonly state: Readonly<Record<PlaceState, string>>;
  readonly until: (day: string) => string;
  readonly way: Readonly<Record<PlaceWay, string>>;
  readonly answers: (count: string) => string;
  readonly noAnswers: string;
  readonly last: (when: string) => string;
  readonly notInRates: string;
  readonly linkPart: string;
  readonly link: string;
  readonly qr: string;
  readonly qrOf: (name: string) => string;
  readonly saveQr: string;
  readonly print: (size: string) => string;
  readonly printIn: string;
  readonly widgetPart: string;
  readonly snippet: string;
  readonly snippetHint: string;
  readonly origins: string;
  readonly originsHint: string;
  readonly paths: string;
  readonly pathsHint: string;
  readonly delay: string;
  readonly scroll: string;
  readonly share: string;
  readonly rest: string;
  readonly restHint: string;
  readonly identity: string;
  readonly identityHint: string;
  readonly makeSecret: string;
  readonly renewSecret: string;
  readonly renewSure: string;
  readonly secret: string;
  readonly secretHint: string;
  readonly kioskPart: (devices: number) => string;
  readonly kiosk: string;
  readonly kioskHint: string;
  readonly noDevices: string;
  readonly device: string;
  readonly seen: string;
  readonly waiting: string;
  readonly parked: string;
  readonly silent: string;
  readonly clockOff: (minutes: string) => string;
  readonly pin: string;
  readonly pinHint: string;
  readonly hasPin: string;
  readonly takePin: string;
  readonly changePart: string;
  readonly name: string;
  readonly nameHint: string;
  readonly survey: string;
  readonly touchpoint: string;
  readonly orgUnit: string;
  readonly language: string;
  readonly anyLanguage: string;
  readonly noTouchpoint: string;
  readonly noUnit: string;
  readonly expires: string;
  readonly expiresHint: string;
  readonly close: string;
  readonly closeName: (name: string) => string;
  readonly closeSure: string;
  readonly open: string;
  readonly openName: (name: string) => string;
  readonly save: string;
  readonly saved: string;
  readonly makeTitle: string;
  readonly makeLead: string;
  readonly make: string;
  readonly copy: string;
  readonly copied: string;
}

const en: PlaceWords = {
  title: 'Places',
  question: 'Where can anybody answer?',
  lead: 'At a place nobody is invited: whoever comes by may answer, by a link, a QR code, a widget on a web page or a kiosk.',
  none: 'No place yet. Make the first one below.',
  noneForReader: 'No place yet.',
  noSurvey: 'A place needs a published survey. Publish one under Surveys first.',
  state: { open: 'open', closed: 'closed', expired: 'over', unpublished: 'its survey is not published' },
  until: (day) => `until ${day}`,
  way: { link: 'link', qr: 'QR code', widget: 'widget', kiosk: 'kiosk' },
  answers: (count) => `${count} ${count === '1' ? 'answer' : 'answers'}`,
  noAnswers: 'no answer yet',
  last: (when) => `last ${when}`,
  notInRates: 'Answers from places are marked as such and are in no response rate: nobody was asked.',
  linkPart: 'Link and QR code',
  link: 'Link',
  qr: 'Address in the QR code',
  qrOf: (name) => `QR code of ${name}`,
  saveQr: 'Save the QR code (SVG)',
  print: (size) => `Sheet to print, ${size}`,
  printIn: 'Language of the sheet',
  widgetPart: 'Widget',
  snippet: 'For the pages of the host',
  snippetHint: 'Put this line into the pages that may show the survey.',
  origins: 'Web sites that may show it',
  originsHint: 'One on each line, such as https://shop.example.com. Without any, it is shown nowhere.',
  paths: 'On these pages only',
  pathsHint: 'One on each line: /checkout/* or /help/**. Empty: on every page that has the line.',
  delay: 'After so many seconds',
  scroll: 'After so much of the page was scrolled, %',
  share: 'To so many of the visitors, %',
  rest: 'Days of rest',
  restHint: 'For whoever answered or closed it.',
  identity: 'Known visitors',
  identityHint:
    'A back-end that signs who is in front of the widget lets the contact rules hold here too: nobody is asked by mail and by widget.',
  makeSecret: 'Make the secret for signing',
  renewSecret: 'Make a new secret',
  renewSure: 'The present secret ends at once. Make a new one?',
  secret: 'Secret for signing',
  secretHint: 'Shown once. Keep it on the server of the host, never in a page.',
  kioskPart: (devices) => (devices === 0 ? 'Kiosk' : `Kiosk, ${devices} ${devices === 1 ? 'device' : 'devices'}`),
  kiosk: 'Address of the kiosk',
  kioskHint: 'Open it once on the tablet while it is connected. From then on it works without a connection too.',
  noDevices: 'No device has opened it yet.',
  device: 'Device',
  seen: 'Last seen',
  waiting: 'Waiting',
  parked: 'Kept aside',
  silent: 'silent for more than an hour',
  clockOff: (minutes) => `clock ${minutes} min off`,
  pin: 'PIN for staff',
  pinHint: 'Four to eight digits. Empty: it stays as it is.',
  hasPin: 'A PIN is set.',
  takePin: 'Take the PIN away',
  changePart: 'Change',
  name: 'Name',
  nameHint: 'As those who answer may read it on the sheet.',
  survey: 'Survey',
  touchpoint: 'Touchpoint',
  orgUnit: 'Unit',
  language: 'Language',
  anyLanguage: 'as the browser wishes',
  noTouchpoint: 'none',
  noUnit: 'none',
  expires: 'Open until',
  expiresHint: 'The end of this day. Empty: without an end.',
  close: 'Close',
  closeName: (name) => `Close ${name}`,
  closeSure: 'Close it? Whoever opens it reads that the survey has closed.',
  open: 'Open again',
  openName: (name) => `Open again: ${name}`,
  save: 'Save',
  saved: 'Saved.',
  makeTitle: 'A new place',
  makeLead: 'One place for each wall, counter or web page, so that its answers can be told apart.',
  make: 'Make the place',
  copy: 'Copy',
  copied: 'Copied',
};

const fi: PlaceWords = {
  title: 'Paikat',
  question: 'Missä kuka tahansa voi vastata?',
  lead: 'Paikassa ketään ei kutsuta: ohikulkija voi vastata linkistä, QR-koodista, verkkosivun upotuksesta tai kioskista.',
  none: 'Paikkoja ei ole vielä. Luo ensimmäinen alla.',
  noneForReader: 'Paikkoja ei ole vielä.',
  noSurvey: 'Paikka tarvitsee julkaistun kyselyn. Julkaise ensin jokin kysely.',
  state: { open: 'auki', closed: 'suljettu', expired: 'päättynyt', unpublished: 'kyselyä ei ole julkaistu' },
  until: (day) => `${day} asti`,
  way: { link: 'linkki', qr: 'QR-koodi', widget: 'upotus', kiosk: 'kioski' },
  answers: (count) => (count === '1' ? '1 vastaus' : `${count} vastausta`),
  noAnswers: 'ei vielä vastauksia',
  last: (when) => `viimeisin ${when}`,
  notInRates:
    'Paikoista tulleet vastaukset merkitään sellaisiksi eivätkä ne ole missään vastausprosentissa: ketään ei kutsuttu.',
  linkPart: 'Linkki ja QR-koodi',
  link: 'Linkki',
  qr: 'QR-koodin osoite',
  qrOf: (name) => `QR-koodi: ${name}`,
  saveQr: 'Tallenna QR-koodi (SVG)',
  print: (size) => `Tulostettava sivu, ${size}`,
  printIn: 'Sivun kieli',
  widgetPart: 'Upotus',
  snippet: 'Isäntäsivuston sivuille',
  snippetHint: 'Lisää tämä rivi sivuille, joilla kysely saa näkyä.',
  origins: 'Sivustot, joilla se saa näkyä',
  originsHint: 'Yksi riviä kohden, esimerkiksi https://kauppa.example.com. Ilman yhtäkään se ei näy missään.',
  paths: 'Vain näillä sivuilla',
  pathsHint: 'Yksi riviä kohden: /kassa/* tai /ohje/**. Tyhjä: kaikilla sivuilla, joilla rivi on.',
  delay: 'Näin monen sekunnin jälkeen',
  scroll: 'Kun sivua on vieritetty näin paljon, %',
  share: 'Näin monelle kävijälle, %',
  rest: 'Lepopäiviä',
  restHint: 'Sille, joka vastasi tai sulki kyselyn.',
  identity: 'Tunnetut kävijät',
  identityHint:
    'Kun taustajärjestelmä allekirjoittaa, kuka on upotuksen edessä, yhteydenottosäännöt koskevat tätäkin: ketään ei kysytä sekä sähköpostilla että upotuksella.',
  makeSecret: 'Luo allekirjoitusavain',
  renewSecret: 'Luo uusi avain',
  renewSure: 'Nykyinen avain lakkaa toimimasta heti. Luodaanko uusi?',
  secret: 'Allekirjoitusavain',
  secretHint: 'Näytetään kerran. Säilytä se isäntäsivuston palvelimella, ei koskaan sivulla.',
  kioskPart: (devices) => (devices === 0 ? 'Kioski' : `Kioski, ${devices} ${devices === 1 ? 'laite' : 'laitetta'}`),
  kiosk: 'Kioskin osoite',
  kioskHint: 'Avaa se tabletilla kerran, kun yhteys toimii. Sen jälkeen kioski toimii myös ilman yhteyttä.',
  noDevices: 'Yksikään laite ei ole vielä avannut sitä.',
  device: 'Laite',
  seen: 'Viimeksi nähty',
  waiting: 'Odottaa',
  parked: 'Sivussa',
  silent: 'hiljaa yli tunnin',
  clockOff: (minutes) => `kello ${minutes} min pielessä`,
  pin: 'Henkilökunnan PIN',
  pinHint: 'Neljästä kahdeksaan numeroa. Tyhjä: PIN pysyy ennallaan.',
  hasPin: 'PIN on asetettu.',
  takePin: 'Poista PIN',
  changePart: 'Muuta',
  name: 'Nimi',
  nameHint: 'Vastaajat voivat lukea sen tulostetusta sivusta.',
  survey: 'Kysely',
  touchpoint: 'Kohtaamispiste',
  orgUnit: 'Yksikkö',
  language: 'Kieli',
  anyLanguage: 'selaimen toiveen mukaan',
  noTouchpoint: 'ei mikään',
  noUnit: 'ei mikään',
  expires: 'Auki asti',
  expiresHint: 'Päivän loppuun. Tyhjä: ei päättymistä.',
  close: 'Sulje',
  closeName: (name) => `Sulje ${name}`,
  closeSure: 'Suljetaanko? Avaaja lukee, että kysely on päättynyt.',
  open: 'Avaa uudelleen',
  openName: (name) => `Avaa uudelleen: ${name}`,
  save: 'Tallenna',
  saved: 'Tallennettu.',
  makeTitle: 'Uusi paikka',
  makeLead: 'Oma paikka jokaiselle seinälle, tiskille tai verkkosivulle, niin vastaukset erottuvat toisistaan.',
  make: 'Luo paikka',
  copy: 'Kopioi',
  copied: 'Kopioitu',
};

const sv: PlaceWords = {
  title: 'Platser',
  question: 'Var kan vem som helst svara?',
  lead: 'På en plats bjuds ingen in: den som kommer förbi kan svara via en länk, en QR-kod, en widget på en webbsida eller en kiosk.',
  none: 'Ingen plats än. Skapa den första nedan.',
  noneForReader: 'Ingen plats än.',
  noSurvey: 'En plats behöver en publicerad enkät. Publicera först en enkät.',
  state: { open: 'öppen', closed: 'stängd', expired: 'avslutad', unpublished: 'enkäten är inte publicerad' },
  until: (day) => `till och med ${day}`,
  way: { link: 'länk', qr: 'QR-kod', widget: 'widget', kiosk: 'kiosk' },
  answers: (count) => `${count} svar`,
  noAnswers: 'inga svar än',
  last: (when) => `senast ${when}`,
  notInRates: 'Svar från platser märks som sådana och ingår inte i någon svarsfrekvens: ingen blev tillfrågad.',
  linkPart: 'Länk och QR-kod',
  link: 'Länk',
  qr: 'Adressen i QR-koden',
  qrOf: (name) => `QR-kod: ${name}`,
  saveQr: 'Spara QR-koden (SVG)',
  print: (size) => `Blad att skriva ut, ${size}`,
  printIn: 'Bladets språk',
  widgetPart: 'Widget',
  snippet: 'För värdens sidor',
  snippetHint: 'Lägg in den här raden på sidorna som får visa enkäten.',
  origins: 'Webbplatser som får visa den',
  originsHint: 'En per rad, till exempel https://butik.example.com. Utan någon visas den ingenstans.',
  paths: 'Bara på de här sidorna',
  pathsHint: 'En per rad: /kassa/* eller /hjalp/**. Tomt: på alla sidor som har raden.',
  delay: 'Efter så många sekunder',
  scroll: 'När så mycket av sidan har rullats, %',
  share: 'För så många av besökarna, %',
  rest: 'Vilodagar',
  restHint: 'För den som svarade eller stängde den.',
  identity: 'Kända besökare',
  identityHint:
    'Om värdens server signerar vem som står framför widgeten gäller kontaktreglerna även här: ingen tillfrågas både per e-post och i widgeten.',
  makeSecret: 'Skapa en signeringsnyckel',
  renewSecret: 'Skapa en ny nyckel',
  renewSure: 'Den nuvarande nyckeln slutar gälla genast. Skapa en ny?',
  secret: 'Signeringsnyckel',
  secretHint: 'Visas en gång. Förvara den på värdens server, aldrig på en sida.',
  kioskPart: (devices) => (devices === 0 ? 'Kiosk' : `Kiosk, ${devices} ${devices === 1 ? 'enhet' : 'enheter'}`),
  kiosk: 'Kioskens adress',
  kioskHint: 'Öppna den en gång på surfplattan medan den är ansluten. Därefter fungerar den även utan anslutning.',
  noDevices: 'Ingen enhet har öppnat den än.',
  device: 'Enhet',
  seen: 'Senast sedd',
  waiting: 'Väntar',
  parked: 'Åt sidan',
  silent: 'tyst i över en timme',
  clockOff: (minutes) => `klockan går ${minutes} min fel`,
  pin: 'PIN för personalen',
  pinHint: 'Fyra till åtta siffror. Tomt: den förblir som den är.',
  hasPin: 'En PIN är satt.',
  takePin: 'Ta bort PIN',
  changePart: 'Ändra',
  name: 'Namn',
  nameHint: 'Så som de som svarar kan läsa det på bladet.',
  survey: 'Enkät',
  touchpoint: 'Kontaktpunkt',
  orgUnit: 'Enhet',
  language: 'Språk',
  anyLanguage: 'som webbläsaren önskar',
  noTouchpoint: 'ingen',
  noUnit: 'ingen',
  expires: 'Öppen till och med',
  expiresHint: 'Slutet av den dagen. Tomt: utan slut.',
  close: 'Stäng',
  closeName: (name) => `Stäng ${name}`,
  closeSure: 'Stänga? Den som öppnar den läser att enkäten är stängd.',
  open: 'Öppna igen',
  openName: (name) => `Öppna igen: ${name}`,
  save: 'Spara',
  saved: 'Sparat.',
  makeTitle: 'En ny plats',
  makeLead: 'En plats för varje vägg, disk eller webbsida, så att svaren kan skiljas åt.',
  make: 'Skapa platsen',
  copy: 'Kopiera',
  copied: 'Kopierat',
};

export const placeWords: Readonly<Record<Language, PlaceWords>> = { en, fi, sv };
