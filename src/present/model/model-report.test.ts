import { describe, expect, it } from 'vitest';
import { mobileModel, mobileTwin, modelStudy } from '../../model/index.ts';
import type { ModelPage } from '../../overview/index.ts';
import { defaultView } from '../../view/index.ts';
import { languages } from '../language.ts';
import { modelAppendix, modelCsv } from './model-files.ts';
import { modelReport } from './model-report.ts';
import { modelWords } from './model-words.ts';

const questions = mobileModel.constructs.flatMap(({ items }) =>
  items.map((key) => ({ key, texts: { en: `How is ${key}?` }, scale: { min: 1, max: 10 } })),
);
const page: ModelPage = {
  run: { id: 'a1b2', dataHash: 'ff', definition: 'path-model@1', engine: 'candor', seed: 1 },
  view: defaultView,
  level: 'relationship',
  from: '2030-01-01',
  to: '2030-06-01',
  timeZone: 'UTC',
  surveys: [{ key: 'mobile', name: 'Mobile', questions }],
  survey: 'mobile',
  otherLevel: false,
  specification: mobileModel,
  hiddenPeriods: 1,
  isCut: true,
  study: modelStudy({ specification: mobileModel, columns: mobileTwin().columns }, { seed: 2, resamples: 200 }),
};

function leaves(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [[path, '']];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
}

describe.each(languages)('a model told in %s', (language) => {
  const report = modelReport(page, language);

  it('has the same words as English, none left in it', () => {
    const [own, english] = [leaves(modelWords[language]), new Map(leaves(modelWords.en))];
    expect(own.map(([path]) => path).sort()).toEqual([...english.keys()].sort());
    if (language === 'en') return;
    const shared = /^(rho_A|rho_C|AVE|path|R²|index)?$/;
    expect(own.filter(([path, text]) => english.get(path) === text && !shared.test(text))).toEqual([]);
  });

  it('names the target, draws every arrow with its interval, and tells its doubts', () => {
    expect(report.target).toBe('Loyalty');
    expect(report.targets.map(({ key }) => key)).not.toContain('Image');
    expect(report.diagram.arrows).toHaveLength(12);
    for (const { range } of report.diagram.arrows) expect(range).toMatch(/\d/);
    // The effect of complaints on loyalty is .05 in the truth: its interval holds zero, so it is grey.
    const grey = report.diagram.arrows.filter(({ isProven }) => !isProven);
    expect(grey.length).toBeGreaterThan(0);
    expect(report.doubts.length).toBeGreaterThanOrEqual(3);
    expect(leaves(report).filter(([, text]) => /undefined|NaN|null/.test(text))).toEqual([]);
  });

  it('an effect of a single item shows a dash for its reliability', () => {
    const complaints = report.tables.measures.rows[5]!.cells;
    expect(complaints.slice(3)).toEqual(['–', '–', '–', '–']);
  });

  it('another target has its own causes', () => {
    const other = modelReport(page, language, 'Satisfaction');
    expect(other.movable.map(({ key }) => key)).not.toContain('Complaints');
    expect(other.question).not.toBe(report.question);
  });

  it('without a study there are words and no figures', () => {
    const { study: _, ...rest } = page;
    const refused = { code: 'CND_MODEL_CYCLE', message: 'a circle', details: { cycle: ['A', 'B'] }, remedy: 'mend' };
    const empty = modelReport({ ...rest, refused }, language);
    expect(empty.refused?.code).toContain('CND_MODEL_CYCLE');
    expect([empty.answer, empty.movable, empty.map.dots, empty.how]).toEqual([[], [], [], []]);
  });

  it('leaves as a table and as an appendix with its sources', () => {
    expect(modelCsv(page).split('\r\n')[0]).toBe(
      'kind,from,to,item,value,low,high,standard_error,p,unstandardized,f2,vif',
    );
    expect(modelAppendix(page, language)).toMatch(/a1b2[\s\S]*doi:10\.1080\/01621459\.1987\.10478410/);
  });
});
