import type { Language } from '../../present/index.ts';
import type { WhyPart } from './why-parts.ts';

/** The names of the parts of Why. One line for each in every language. */
export const whyWords: Readonly<Record<Language, Readonly<Record<WhyPart | 'parts' | 'loading', string>>>> = {
  en: { parts: 'Parts of Why', loading: 'Loading', drivers: 'Drivers', model: 'Model', watch: 'Since when' },
  fi: {
    parts: 'Miksi-sivun osat',
    loading: 'Ladataan',
    drivers: 'Vaikuttavat tekijät',
    model: 'Malli',
    watch: 'Mistä lähtien',
  },
  sv: { parts: 'Delar av Varför', loading: 'Laddar', drivers: 'Drivkrafter', model: 'Modell', watch: 'Sedan när' },
};
