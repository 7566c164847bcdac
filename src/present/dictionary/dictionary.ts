import type { Language } from '../language.ts';
import type { DoubtWords } from './doubt-words.ts';
import { enDoubts } from './en-doubts.ts';
import { enOverview } from './en-overview.ts';
import { enReport } from './en-report.ts';
import { fiDoubts } from './fi-doubts.ts';
import { fiOverview } from './fi-overview.ts';
import { fiReport } from './fi-report.ts';
import type { OverviewWords } from './overview-words.ts';
import type { ReportWords } from './report-words.ts';
import { svDoubts } from './sv-doubts.ts';
import { svOverview } from './sv-overview.ts';
import { svReport } from './sv-report.ts';

export interface Dictionary {
  readonly report: ReportWords;
  readonly doubts: DoubtWords;
  readonly overview: OverviewWords;
}

export const dictionaries: Readonly<Record<Language, Dictionary>> = {
  en: { report: enReport, doubts: enDoubts, overview: enOverview },
  fi: { report: fiReport, doubts: fiDoubts, overview: fiOverview },
  sv: { report: svReport, doubts: svDoubts, overview: svOverview },
};
