import { describe, expect, it } from 'vitest';
import { ruleIds } from '../../audit/index.ts';
import { errorCatalogue } from '../../errors/index.ts';
import { caveatCodes } from '../../inference/index.ts';
import { metricIds } from '../../metrics/index.ts';
import { languages } from '../language.ts';
import { dictionaries } from './dictionary.ts';

/** Every text of a dictionary by its path; functions are left to the sentences that use them. */
function paths(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => paths(inner, `${path}.${key}`));
}

/** Words that are the same in two languages: names, signs and loans. */
const shared =
  /^(NPS|CSAT|CES|n|Index|Verdict|Period|Periodi|Status|Wald.*|utf-8|p .*|Holm|vecka|Kod|Skala|Fail|Pass|Margin of error|z.test|level|API|”|Segment|Definition|Intervall)$/i;

describe.each(languages)('the dictionary in %s', (language) => {
  const { report, doubts, overview } = dictionaries[language];

  it('has the same keys as English, and no empty text', () => {
    const keys = (of: unknown) => paths(of).map(([path]) => path);
    expect(keys(report)).toEqual(
      keys(dictionaries.en.report).sort((a, b) => keys(report).indexOf(a) - keys(report).indexOf(b)),
    );
    expect(new Set(keys(report))).toEqual(new Set(keys(dictionaries.en.report)));
    expect(new Set(keys(doubts))).toEqual(new Set(keys(dictionaries.en.doubts)));
    expect(new Set(keys(overview))).toEqual(new Set(keys(dictionaries.en.overview)));
    expect(paths({ report, doubts, overview }).filter(([, text]) => text === '')).toEqual([]);
  });

  it('words every caveat, error, rule and metric', () => {
    expect(Object.keys(doubts.caveat).sort()).toEqual([...caveatCodes].sort());
    expect(Object.keys(doubts.error).sort()).toEqual(Object.keys(errorCatalogue).sort());
    expect(Object.keys(report.rule).sort()).toEqual([...ruleIds].sort());
    for (const of of [report.metric, report.metricLabel, report.metricIs]) {
      expect(Object.keys(of).sort()).toEqual([...metricIds].sort());
    }
    for (const code of caveatCodes) {
      const text = doubts.caveat[code]({ count: '12', periods: 'X', value: 'Y' });
      expect(text, code).toMatch(/^[\p{Lu}\d].*\.$/u);
    }
  });

  it('leaves no English behind', () => {
    if (language === 'en') return;
    const english = new Map(paths(dictionaries.en));
    const same = paths({ report, doubts, overview }).filter(
      ([path, text]) => typeof text === 'string' && english.get(path) === text && !shared.test(text),
    );
    expect(same).toEqual([]);
  });

  it('writes a space that holds before every per cent sign', () => {
    const texts = paths({ report, doubts, overview }).map(([path, text]) => [path, String(text)]);
    expect(texts.filter(([, text]) => /\d %/.test(text!))).toEqual([]);
  });
});
