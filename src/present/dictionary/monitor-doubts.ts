import type { CaveatCode } from '../../inference/index.ts';
import type { Language } from '../language.ts';
import type { CaveatFacts } from './doubt-words.ts';

type MonitorCaveat = Extract<CaveatCode, `monitor-${string}`>;

/** Doubts about what a monitor says. */
export const monitorDoubts: Readonly<Record<Language, Record<MonitorCaveat, (facts: CaveatFacts) => string>>> = {
  en: {
    'monitor-few-answers': () =>
      'Too few answers come to notice anything but a very large change within a year: no alarm says little here.',
    'monitor-size-so-far': () =>
      'The size of a change that was just found is exaggerated: it was noticed because it looked large. Later answers tell it better.',
  },
  fi: {
    'monitor-few-answers': () =>
      'Vastauksia tulee niin vähän, että vuodessa huomaa vain hyvin suuren muutoksen: hälytyksen puuttuminen kertoo tässä vähän.',
    'monitor-size-so-far': () =>
      'Juuri havaitun muutoksen koko on liioiteltu: se huomattiin, koska se näytti suurelta. Myöhemmät vastaukset kertovat sen paremmin.',
  },
  sv: {
    'monitor-few-answers': () =>
      'Så få svar kommer in att bara en mycket stor förändring märks inom ett år: att inget larm kommit säger lite här.',
    'monitor-size-so-far': () =>
      'Storleken på en förändring som just hittats är överdriven: den märktes för att den såg stor ut. Senare svar visar den bättre.',
  },
};
