import type { Language } from '../../present/index.ts';
import type { ViewDimension } from '../../view/index.ts';

/** The words of the overview that are no finding. */
export interface OverviewPageWords {
  title: string;
  loading: string;
  windowEmpty: string;
  windowAll: string;
  chartLoading: string;
  chartFailed: string;
  brokenDown: string;
  by: Readonly<Record<ViewDimension | 'usual', string>>;
  rowsOf: (name: string, n: string) => string;
  scale: string;
  refreshing: string;
}

const en: OverviewPageWords = {
  title: 'Overview',
  loading: 'The figures are being computed.',
  windowEmpty: 'No answer fits these filters.',
  windowAll: 'Show all answers',
  chartLoading: 'The picture is being drawn.',
  chartFailed: 'The picture could not be drawn. Its figures are in the table.',
  brokenDown: 'Broken down by',
  by: {
    usual: 'role and touchpoint',
    touchpoint: 'touchpoint',
    segment: 'segment',
    unit: 'unit',
    role: 'role',
    channel: 'channel',
  },
  rowsOf: (name, n) => `${name}: show the ${n} rows`,
  scale: 'Scale of the bars',
  refreshing: 'Updating',
};

const fi: OverviewPageWords = {
  title: 'Yleiskuva',
  loading: 'Lukuja lasketaan.',
  windowEmpty: 'Mikään vastaus ei sovi näihin suodattimiin.',
  windowAll: 'Näytä kaikki vastaukset',
  chartLoading: 'Kuvaa piirretään.',
  chartFailed: 'Kuvaa ei voitu piirtää. Sen luvut ovat taulukossa.',
  brokenDown: 'Jaoteltu:',
  by: {
    usual: 'rooli ja kohtaamispiste',
    touchpoint: 'kohtaamispiste',
    segment: 'segmentti',
    unit: 'yksikkö',
    role: 'rooli',
    channel: 'kanava',
  },
  rowsOf: (name, n) => `${name}: näytä ${n} riviä`,
  scale: 'Palkkien asteikko',
  refreshing: 'Päivitetään',
};

const sv: OverviewPageWords = {
  title: 'Översikt',
  loading: 'Siffrorna räknas.',
  windowEmpty: 'Inget svar passar filtren.',
  windowAll: 'Visa alla svar',
  chartLoading: 'Bilden ritas.',
  chartFailed: 'Bilden kunde inte ritas. Siffrorna finns i tabellen.',
  brokenDown: 'Uppdelat efter',
  by: {
    usual: 'roll och kontaktpunkt',
    touchpoint: 'kontaktpunkt',
    segment: 'segment',
    unit: 'enhet',
    role: 'roll',
    channel: 'kanal',
  },
  rowsOf: (name, n) => `${name}: visa ${n} rader`,
  scale: 'Staplarnas skala',
  refreshing: 'Uppdaterar',
};

export const overviewPageWords: Readonly<Record<Language, OverviewPageWords>> = { en, fi, sv };
