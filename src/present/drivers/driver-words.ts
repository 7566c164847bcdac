import type { Language } from '../language.ts';
import type { DriverWords } from './driver-words-shape.ts';
import { enDriverWords } from './en-driver-words.ts';
import { fiDriverWords } from './fi-driver-words.ts';
import { svDriverWords } from './sv-driver-words.ts';

export const driverWords: Readonly<Record<Language, DriverWords>> = {
  en: enDriverWords,
  fi: fiDriverWords,
  sv: svDriverWords,
};
