import type { Language } from '../../present/index.ts';

export interface ProgrammeWords {
  title: string;
  loading: string;
  methods: string;
  chartLoading: string;
  chartFailed: string;
}

export const programmeWords: Readonly<Record<Language, ProgrammeWords>> = {
  en: {
    title: 'Programme',
    loading: 'Every answer of the window is being judged. With a million of them this takes some seconds.',
    methods: 'Methods and references',
    chartLoading: 'The picture is being drawn.',
    chartFailed: 'The picture could not be drawn. Its figures are in the table.',
  },
  fi: {
    title: 'Mittausohjelma',
    loading: 'Aikavälin jokaista vastausta arvioidaan. Miljoonan vastauksen arviointi kestää muutamia sekunteja.',
    methods: 'Menetelmät ja lähteet (englanniksi)',
    chartLoading: 'Kuvaa piirretään.',
    chartFailed: 'Kuvaa ei voitu piirtää. Sen luvut ovat taulukossa.',
  },
  sv: {
    title: 'Mätprogram',
    loading: 'Varje svar i tidsfönstret granskas. Med en miljon svar tar det några sekunder.',
    methods: 'Metoder och källor (på engelska)',
    chartLoading: 'Bilden ritas.',
    chartFailed: 'Bilden kunde inte ritas. Siffrorna finns i tabellen.',
  },
};
