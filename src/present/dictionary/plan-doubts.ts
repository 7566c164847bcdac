import type { CaveatCode } from '../../inference/index.ts';
import type { Language } from '../language.ts';
import type { CaveatFacts } from './doubt-words.ts';

type PlanCaveat = Extract<CaveatCode, `plan-${string}`>;

/** Doubts about what a plan promises. */
export const planDoubts: Readonly<Record<Language, Record<PlanCaveat, (facts: CaveatFacts) => string>>> = {
  en: {
    'plan-too-hopeful': ({ count }) =>
      `A fall widens the spread of answers, which this formula leaves out: to show one of this size takes ${count} answers in each period.`,
  },
  fi: {
    'plan-too-hopeful': ({ count }) =>
      `Lasku kasvattaa vastausten hajontaa, eikä kaava ota sitä huomioon: tämänkokoisen laskun osoittamiseen tarvitaan ${count} vastausta kumpaankin jaksoon.`,
  },
  sv: {
    'plan-too-hopeful': ({ count }) =>
      `En nedgång ökar svarens spridning, vilket formeln utelämnar: för att visa en så stor nedgång behövs ${count} svar i vardera perioden.`,
  },
};
