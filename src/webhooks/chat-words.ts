/** The sentences of a message in a chat, in the language of the workspace. One answer is told as one answer. */
interface ChatWords {
  readonly created: string;
  readonly updated: string;
  /** `score` on a scale from `min` to `max`. */
  readonly score: (question: string, score: number, min: number, max: number) => string;
  readonly touchpoint: (name: string) => string;
  readonly account: (key: string) => string;
  readonly level: Readonly<Record<'encounter' | 'relationship', string>>;
  readonly said: (words: string) => string;
  readonly open: string;
  readonly test: string;
}

const en: ChatWords = {
  created: 'A new answer.',
  updated: 'An answer was changed.',
  score: (question, score, min, max) => `${question}: ${score} on a scale from ${min} to ${max}`,
  touchpoint: (name) => `Touchpoint: ${name}`,
  account: (key) => `Account: ${key}`,
  level: { encounter: 'About an encounter', relationship: 'About the relationship' },
  said: (words) => `“${words}”`,
  open: 'Open the answers of that day',
  test: 'A test message from Candor: new answers will be told here.',
};

const fi: ChatWords = {
  created: 'Uusi vastaus.',
  updated: 'Vastausta muutettiin.',
  score: (question, score, min, max) => `${question}: ${score} asteikolla ${min}–${max}`,
  touchpoint: (name) => `Kohtaamispiste: ${name}`,
  account: (key) => `Asiakkuus: ${key}`,
  level: { encounter: 'Asiakaskohtaamisesta', relationship: 'Asiakassuhteesta' },
  said: (words) => `”${words}”`,
  open: 'Avaa sen päivän vastaukset',
  test: 'Candorin koeviesti: uusista vastauksista kerrotaan täällä.',
};

const sv: ChatWords = {
  created: 'Ett nytt svar.',
  updated: 'Ett svar har ändrats.',
  score: (question, score, min, max) => `${question}: ${score} på en skala från ${min} till ${max}`,
  touchpoint: (name) => `Kontaktpunkt: ${name}`,
  account: (key) => `Kund: ${key}`,
  level: { encounter: 'Om ett kundmöte', relationship: 'Om kundrelationen' },
  said: (words) => `”${words}”`,
  open: 'Öppna den dagens svar',
  test: 'Ett testmeddelande från Candor: nya svar meddelas här.',
};

export const chatWords: Readonly<Record<'en' | 'fi' | 'sv', ChatWords>> = { en, fi, sv };
