import type { Language } from '../../present/index.ts';

export interface ProgrammeWords {
  title: string;
  loading: string;
  methods: string;
  unlikeOverview: string;
  chartLoading: string;
  chartFailed: string;
}

export const programmeWords: Readonly<Record<Language, ProgrammeWords>> = {
  en: {
    title: 'Programme',
    loading: 'Every answer of the window is being judged. With a million of them this takes some seconds.',
    methods: 'Methods and references',
    unlikeOverview:
      'The intervals here take the spread between accounts of each period by itself; the overview takes it over all periods together, so its intervals differ a little.',
    chartLoading: 'The picture is being drawn.',
    chartFailed: 'The picture could not be drawn. Its figures are in the table.',
  },
  fi: {
    title: 'Mittausohjelma',
    loading: 'Aikavälin jokaista vastausta arvioidaan. Miljoonan vastauksen arviointi kestää muutamia sekunteja.',
    methods: 'Menetelmät ja lähteet (englanniksi)',
    unlikeOverview:
      'Tällä sivulla luottamusväleihin lasketaan asiakkaiden välinen hajonta jakso kerrallaan. Yleiskuva laskee sen kaikista jaksoista yhdessä, joten sen välit poikkeavat hieman.',
    chartLoading: 'Kuvaa piirretään.',
    chartFailed: 'Kuvaa ei voitu piirtää. Sen luvut ovat taulukossa.',
  },
  sv: {
    title: 'Mätprogram',
    loading: 'Varje svar i tidsfönstret granskas. Med en miljon svar tar det några sekunder.',
    methods: 'Metoder och källor (på engelska)',
    unlikeOverview:
      'Här räknas spridningen mellan kunder period för period. Översikten räknar den över alla perioder tillsammans, så dess intervall skiljer sig något.',
    chartLoading: 'Bilden ritas.',
    chartFailed: 'Bilden kunde inte ritas. Siffrorna finns i tabellen.',
  },
};
