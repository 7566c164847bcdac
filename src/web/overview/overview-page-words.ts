import type { Language } from '../../present/index.ts';
import type { ViewDimension } from '../../view/index.ts';

/** The words of the overview that are no finding. */
export interface OverviewPageWords {
  title: string;
  loading: string;
  emptyTitle: string;
  emptyText: string;
  emptyAction: string;
  emptyOthers: string;
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
  emptyTitle: 'No answers yet',
  emptyText: 'When the first answers are here, this page says where the programme stands and what really moved.',
  emptyAction: 'Import a file',
  emptyOthers: 'An owner or an analyst of this workspace can import a file; programs can send answers with a key.',
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
  emptyTitle: 'Ei vielä vastauksia',
  emptyText:
    'Kun ensimmäiset vastaukset ovat täällä, tämä sivu kertoo, missä mittausohjelma on ja mikä todella muuttui.',
  emptyAction: 'Tuo tiedosto',
  emptyOthers: 'Työtilan omistaja tai analyytikko voi tuoda tiedoston; ohjelmat voivat lähettää vastauksia avaimella.',
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
  emptyTitle: 'Inga svar än',
  emptyText: 'När de första svaren finns här säger sidan var mätprogrammet står och vad som verkligen har rört sig.',
  emptyAction: 'Importera en fil',
  emptyOthers: 'En ägare eller analytiker i arbetsytan kan importera en fil; program kan skicka svar med en nyckel.',
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
