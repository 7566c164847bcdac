import { describe, expect, it } from 'vitest';
import { caveatText } from '../../src/present/caveat-text.ts';
import { dictionaries } from '../../src/present/dictionary/dictionary.ts';
import { errorText } from '../../src/present/error-text.ts';
import { languages } from '../../src/present/language.ts';
import { assumptionCodes, rejectionReasons } from '../../src/tables/index.ts';

describe('doubts, refusals and reasons', () => {
  it('word every reason for which a row is rejected, and every reason of an assumption', () => {
    for (const language of languages) {
      const { rejected, because } = dictionaries[language].doubts;
      expect(Object.keys(rejected).sort()).toEqual([...rejectionReasons].sort());
      expect(Object.keys(because).sort()).toEqual([...assumptionCodes].sort());
    }
  });

  it('say what happened, what was not lost and what to do, in the language of the reader', () => {
    const refused = { code: 'CND_NO_DATE_COLUMN', message: 'no column "x"', details: { columns: ['a', 'b'] } };
    const told = languages.map((language) => errorText(refused, language));
    expect(told.map(({ remedy }) => remedy)).toEqual([
      'Choose the column that holds the date.',
      'Valitse sarake, jossa päivä on.',
      'Välj kolumnen som innehåller datumet.',
    ]);
    expect(told[1]!.particulars).toEqual(['Sarakkeet: a, b']);
    expect(told.every(({ code }) => code.includes('CND_NO_DATE_COLUMN'))).toBe(true);
  });

  it('name flags in a terminal and buttons on the page', () => {
    const message = 'the dates can be read both ways. Say which with --date-order dmy or mdy';
    const refused = { code: 'CND_DATE_AMBIGUOUS', message, details: {} };
    expect(errorText(refused, 'en', 'terminal').remedy).toContain('--date-order');
    expect(JSON.stringify(errorText(refused, 'en', 'page'))).not.toContain('--');
  });

  it('fall back to what came with a code that is not known', () => {
    const told = errorText({ code: 'CND_NEW', message: 'Something new.', remedy: 'Do this.' }, 'fi');
    expect([told.happened, told.remedy]).toEqual(['Something new.', 'Do this.']);
    expect(errorText({ code: 'network', message: '' }, 'en').happened).toBe('The server could not be reached.');
    expect(errorText({ code: 'HTTP 502', message: '' }, 'en').happened).toContain('not understood');
  });

  it('name the periods of a caveat, and count those that are too many to name', () => {
    const periods = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'];
    const gap = caveatText({ code: 'gap', message: '', periods: 6, names: periods }, 'en');
    expect(gap).toContain('(2026-01, 2026-02, 2026-03, 2026-04 + 2)');
  });
});
