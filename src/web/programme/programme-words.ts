import type { Language } from '../../present/index.ts';
import type { ProgrammePart } from './programme-parts.ts';

export interface ProgrammeWords {
  title: string;
  partsOf: string;
  parts: Readonly<Record<ProgrammePart, string>>;
  loading: string;
  methods: string;
  unlikeOverview: string;
  chartLoading: string;
  chartFailed: string;
}

export const programmeWords: Readonly<Record<Language, ProgrammeWords>> = {
  en: {
    title: 'Programme',
    partsOf: 'Parts of Programme',
    parts: { audit: 'Audit', planner: 'Planner' },
    loading: 'Every answer of the window is being judged. With a million of them this takes some seconds.',
    methods: 'Methods and references',
    unlikeOverview:
      'The intervals here take the spread between accounts of each period by itself; the overview takes it over all periods together, so its intervals differ a little.',
    chartLoading: 'The picture is being drawn.',
    chartFailed: 'The picture could not be drawn. Its figures are in the table.',
  },
  fi: {
    title: 'Mittausohjelma',
    partsOf: 'Mittausohjelman osat',
    parts: { audit: 'Auditointi', planner: 'Suunnittelu' },
    loading: 'Aikavälin jokaista vastausta arvioidaan. Miljoonan vastauksen arviointi kestää muutamia sekunteja.',
    methods: 'Menetelmät ja lähteet (englanniksi)',
    unlikeOverview:
      'Tällä sivulla luottamusväleihin lasketaan asiakkaiden välinen hajonta jakso kerrallaan. Yleiskuva laskee sen kaikista jaksoista yhdessä, joten sen välit poikkeavat hieman.',
    chartLoading: 'Kuvaa piirretään.',
    chartFailed: 'Kuvaa ei voitu piirtää. Sen luvut ovat taulukossa.',
  },
  sv: {
    title: 'Mätprogram',
    partsOf: 'Mätprogrammets delar',
    parts: { audit: 'Granskning', planner: 'Planering' },
    loading: 'Varje svar i tidsfönstret granskas. Med en miljon svar tar det några sekunder.',
    methods: 'Metoder och källor (på engelska)',
    unlikeOverview:
      'Här räknas spridningen mellan kunder period för period. Översikten räknar den över alla perioder tillsammans, så dess intervall skiljer sig något.',
    chartLoading: 'Bilden ritas.',
    chartFailed: 'Bilden kunde inte ritas. Siffrorna finns i tabellen.',
  },
};
