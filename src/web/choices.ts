import type { PeriodUnit } from '../audit/index.ts';
import type { MetricId } from '../metrics/index.ts';
import type { Language } from '../present/index.ts';

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

export const orderNames: Readonly<Record<Language, Readonly<Record<'dmy' | 'mdy' | 'ymd', string>>>> = {
  en: { dmy: 'day, month, year', mdy: 'month, day, year', ymd: 'year, month, day' },
  fi: { dmy: 'päivä, kuukausi, vuosi', mdy: 'kuukausi, päivä, vuosi', ymd: 'vuosi, kuukausi, päivä' },
  sv: { dmy: 'dag, månad, år', mdy: 'månad, dag, år', ymd: 'år, månad, dag' },
};

export const periodUnitNames: Readonly<Record<Language, Readonly<Record<PeriodUnit, string>>>> = {
  en: { week: 'week', month: 'month', quarter: 'quarter' },
  fi: { week: 'viikko', month: 'kuukausi', quarter: 'neljännes' },
  sv: { week: 'vecka', month: 'månad', quarter: 'kvartal' },
};
