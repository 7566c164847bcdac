import type { Language } from '../../present/index.ts';
import type { CollectPart } from './collect-parts.ts';

/** The names of the parts of Collect. One line for each in every language. */
export const partWords: Readonly<Record<Language, Readonly<Record<CollectPart | 'parts', string>>>> = {
  en: {
    parts: 'Parts of Collect',
    surveys: 'Surveys',
    places: 'Places',
  },
  fi: {
    parts: 'Keruun osat',
    surveys: 'Kyselyt',
    places: 'Paikat',
  },
  sv: {
    parts: 'Insamlingens delar',
    surveys: 'Enkäter',
    places: 'Platser',
  },
};
