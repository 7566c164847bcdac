import type { CaveatCode } from '../../inference/index.ts';
import type { Language } from '../language.ts';
import type { CaveatFacts } from './doubt-words.ts';

type MonitorCaveat = Extract<CaveatCode, `monitor-${string}`>;

/** Doubts about what a monitor says. */
export const monitorDoubts: Readonly<Record<Language, Record<MonitorCaveat, (facts: CaveatFacts) => string>>> = {
  en: {
    'monitor-few-accounts': () =>
      'The baseline holds fewer than 50 accounts, too few to tell how alike answers of one account are: an intraclass correlation of 0.15 is assumed.',
    'monitor-few-answers': ({ count }) =>
      `Too few answers come to notice anything but a very large change within a year: no alarm says little here. About ${count} a day would show a change of a twentieth of the scale.`,
    'monitor-size-so-far': () =>
      'The size of a change that was just found is exaggerated: it was noticed because it looked large. Later answers tell it better.',
  },
  fi: {
    'monitor-few-accounts': () =>
      'Lähtötasossa on alle 50 asiakkuutta, liian vähän kertomaan, kuinka paljon saman asiakkuuden vastaukset muistuttavat toisiaan: sisäkorrelaatioksi oletetaan 0,15.',
    'monitor-few-answers': ({ count }) =>
      `Vastauksia tulee niin vähän, että vuodessa huomaa vain hyvin suuren muutoksen: hälytyksen puuttuminen kertoo tässä vähän. Kun vastauksia tulisi noin ${count} päivässä, näkyisi muutos, joka on kahdeskymmenesosa asteikosta.`,
    'monitor-size-so-far': () =>
      'Juuri havaitun muutoksen koko on liioiteltu: se huomattiin, koska se näytti suurelta. Myöhemmät vastaukset kertovat sen paremmin.',
  },
  sv: {
    'monitor-few-accounts': () =>
      'Utgångsläget omfattar färre än 50 kunder, för få för att visa hur lika svaren från samma kund är: en intraklasskorrelation på 0,15 antas.',
    'monitor-few-answers': ({ count }) =>
      `Så få svar kommer in att bara en mycket stor förändring märks inom ett år: att inget larm kommit säger lite här. Med ungefär ${count} svar om dagen skulle en förändring på en tjugondel av skalan märkas.`,
    'monitor-size-so-far': () =>
      'Storleken på en förändring som just hittats är överdriven: den märktes för att den såg stor ut. Senare svar visar den bättre.',
  },
};
