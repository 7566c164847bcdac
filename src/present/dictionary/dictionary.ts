import type { Language } from '../language.ts';
import type { DoubtWords } from './doubt-words.ts';
import { enDoubts } from './en-doubts.ts';
import { enReport } from './en-report.ts';
import { fiDoubts } from './fi-doubts.ts';
import { fiReport } from './fi-report.ts';
import type { ReportWords } from './report-words.ts';
import { svDoubts } from './sv-doubts.ts';
import { svReport } from './sv-report.ts';

export interface Dictionary {
  readonly report: ReportWords;
  readonly doubts: DoubtWords;
}

export const dictionaries: Readonly<Record<Language, Dictionary>> = {
  en: { report: enReport, doubts: enDoubts },
  fi: { report: fiReport, doubts: fiDoubts },
  sv: { report: svReport, doubts: svDoubts },
};
