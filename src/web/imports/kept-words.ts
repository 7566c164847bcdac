import type { Language } from '../../present/index.ts';

export interface KeptWords {
  title: string;
  forget: string;
  forgetName: (name: string) => string;
  forgetSure: (name: string) => string;
  forgotten: string;
}

const en: KeptWords = {
  title: 'Saved ways of reading',
  forget: 'Delete',
  forgetName: (name) => `Delete ${name}`,
  forgetSure: (name) => `Delete ${name}? What was imported with it stays.`,
  forgotten: 'Deleted.',
};

const fi: KeptWords = {
  title: 'Tallennetut lukutavat',
  forget: 'Poista',
  forgetName: (name) => `Poista ${name}`,
  forgetSure: (name) => `Poistetaanko ${name}? Sillä tuotu jää ennalleen.`,
  forgotten: 'Poistettu.',
};

const sv: KeptWords = {
  title: 'Sparade läsesätt',
  forget: 'Ta bort',
  forgetName: (name) => `Ta bort ${name}`,
  forgetSure: (name) => `Ta bort ${name}? Det som importerats med det finns kvar.`,
  forgotten: 'Borttaget.',
};

export const keptWords: Readonly<Record<Language, KeptWords>> = { en, fi, sv };
