import type { Language } from '../../present/index.ts';
import { eventsWordsEn } from './events-words-en.ts';
import { eventsWordsFi } from './events-words-fi.ts';
import type { EventsWords } from './events-words-shape.ts';
import { eventsWordsSv } from './events-words-sv.ts';

export const eventsWords: Readonly<Record<Language, EventsWords>> = {
  en: eventsWordsEn,
  fi: eventsWordsFi,
  sv: eventsWordsSv,
};
