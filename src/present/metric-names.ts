import type { MetricId } from '../metrics/index.ts';
import type { Language } from './language.ts';

/** Names of the metrics where one is chosen: said in full, since a choice is not a heading. */
export const metricNames: Readonly<Record<Language, Readonly<Record<MetricId, string>>>> = {
  en: {
    nps: 'NPS (0–10)',
    'csat-top2': 'CSAT, two best answers',
    'csat-mean': 'Mean satisfaction',
    'ces-5': 'CES, 1–5',
    'ces-7': 'CES, 1–7',
    mean: 'Mean score',
    'index-100': 'Index 0–100',
  },
  fi: {
    nps: 'NPS (0–10)',
    'csat-top2': 'CSAT, kaksi parasta vastausta',
    'csat-mean': 'Tyytyväisyyden keskiarvo',
    'ces-5': 'CES, 1–5',
    'ces-7': 'CES, 1–7',
    mean: 'Keskiarvo',
    'index-100': 'Indeksi 0–100',
  },
  sv: {
    nps: 'NPS (0–10)',
    'csat-top2': 'CSAT, de två bästa svaren',
    'csat-mean': 'Kundnöjdhet, medelvärde',
    'ces-5': 'CES, 1–5',
    'ces-7': 'CES, 1–7',
    mean: 'Medelvärde',
    'index-100': 'Index 0–100',
  },
};
