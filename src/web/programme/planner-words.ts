import type { Language } from '../../present/index.ts';

interface PlannerWords {
  title: string;
  ask: Readonly<Record<'points' | 'share' | 'scale', string>>;
  show: string;
  target: string;
  targetValue: string;
  ahead: string;
  when: string;
  table: string;
  csv: string;
  fileName: string;
  methods: string;
  wrong: (least: string, most: string) => string;
}

export const plannerWords: Readonly<Record<Language, PlannerWords>> = {
  en: {
    title: 'What would we see, and when?',
    ask: {
      points: 'Change to see, points',
      share: 'Change to see, percentage points',
      scale: 'Change to see, on the scale',
    },
    show: 'Show',
    target: 'Would a target be reached?',
    targetValue: 'Target',
    ahead: 'Periods ahead',
    when: 'When will we know?',
    table: 'Changes and what they need',
    csv: 'CSV file',
    fileName: 'plan.csv',
    methods: 'How this was computed',
    wrong: (least, most) => `A number above ${least} and below ${most} has to stand here.`,
  },
  fi: {
    title: 'Mitä näkisimme ja milloin?',
    ask: {
      points: 'Muutos, jonka pitää näkyä, pistettä',
      share: 'Muutos, jonka pitää näkyä, prosenttiyksikköä',
      scale: 'Muutos, jonka pitää näkyä, asteikolla',
    },
    show: 'Näytä',
    target: 'Toteutuisiko tavoite?',
    targetValue: 'Tavoite',
    ahead: 'Monenko jakson päästä',
    when: 'Milloin tiedämme?',
    table: 'Muutokset ja mitä ne vaativat',
    csv: 'CSV-tiedosto',
    fileName: 'suunnitelma.csv',
    methods: 'Miten tämä laskettiin (englanniksi)',
    wrong: (least, most) => `Tähän tarvitaan luku, joka on yli ${least} ja alle ${most}.`,
  },
  sv: {
    title: 'Vad skulle vi se, och när?',
    ask: {
      points: 'Förändring som ska synas, poäng',
      share: 'Förändring som ska synas, procentenheter',
      scale: 'Förändring som ska synas, på skalan',
    },
    show: 'Visa',
    target: 'Skulle ett mål nås?',
    targetValue: 'Mål',
    ahead: 'Antal perioder framåt',
    when: 'När vet vi?',
    table: 'Förändringar och vad de kräver',
    csv: 'CSV-fil',
    fileName: 'plan.csv',
    methods: 'Så räknades detta (på engelska)',
    wrong: (least, most) => `Här ska stå ett tal över ${least} och under ${most}.`,
  },
};
