import type { Language } from '../../present/index.ts';
import type { CollectPart } from './collect-parts.ts';

/** The names of the parts of Collect. One line for each in every language. */
export const partWords: Readonly<Record<Language, Readonly<Record<CollectPart | 'parts', string>>>> = {
  en: {
    parts: 'Parts of Collect',
    surveys: 'Surveys',
    programmes: 'Programmes',
  },
  fi: {
    parts: 'Keruun osat',
    surveys: 'Kyselyt',
    programmes: 'Mittausohjelmat',
  },
  sv: {
    parts: 'Insamlingens delar',
    surveys: 'Enkäter',
    programmes: 'Mätprogram',
  },
};
