import type { Language } from '../../present/index.ts';
import type { CollectPart } from './collect-parts.ts';

/** The names of the parts of Collect. One line for each in every language. */
export const partWords: Readonly<Record<Language, Readonly<Record<CollectPart | 'parts' | 'forbidden', string>>>> = {
  en: {
    parts: 'Parts of Collect',
    forbidden: 'This part is not open to your role.',
    surveys: 'Surveys',
    waves: 'Waves',
    events: 'Events',
    outbox: 'Messages',
    intents: 'First clicks',
    programmes: 'Programmes',
    places: 'Places',
  },
  fi: {
    parts: 'Keruun osat',
    forbidden: 'Roolisi ei pääse tähän osaan.',
    surveys: 'Kyselyt',
    waves: 'Kierrokset',
    events: 'Tapahtumat',
    outbox: 'Viestit',
    intents: 'Ensiklikkaukset',
    programmes: 'Mittausohjelmat',
    places: 'Paikat',
  },
  sv: {
    parts: 'Insamlingens delar',
    forbidden: 'Din roll har inte tillgång till den här delen.',
    surveys: 'Enkäter',
    waves: 'Omgångar',
    events: 'Händelser',
    outbox: 'Meddelanden',
    intents: 'Första klick',
    programmes: 'Mätprogram',
    places: 'Platser',
  },
};
