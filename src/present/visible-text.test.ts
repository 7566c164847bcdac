import { describe, expect, it } from 'vitest';
import { programmes } from '../../test/charts/audit-fixtures.ts';
import { analysisText } from './analysis-text.ts';
import { auditReport } from './audit-report.ts';
import { auditText } from './audit-text.ts';
import { errorText } from './error-text.ts';
import { languages } from './language.ts';
import { visibleText } from './visible-text.ts';

const nasty = '\u001b[31mRED\u001b]0;x\u0007\u009b2J\u202etxt\u2066\u007f';
/** Line ends are ours; everything else below a blank, DEL, C1 and turned writing is not. */
const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

describe('text from a file', () => {
  it('cannot command a terminal from a file name, a value, a column or a sheet', () => {
    const result = programmes['one proven change']();
    const levels = { id: 'levels-mixed', status: 'pass', evidence: nasty, figures: { levels: [nasty, 'b'] } } as const;
    const told = {
      ...result,
      source: { ...result.source, file: `${nasty}.csv` },
      assumed: result.assumed.map((row) => ({ ...row, value: nasty, why: nasty, because: nasty })),
      rules: result.rules.map((rule) => (rule.id === 'levels-mixed' ? levels : rule)),
      caveats: [{ code: 'metric-assumed' as const, message: nasty, value: nasty }],
    };
    for (const language of languages) {
      const text = auditText(auditReport(told, language), { width: 100, colour: false });
      expect(text).toContain('␛[31mRED␛]0;x␇');
      expect(text).not.toMatch(control);
    }
  });

  it('cannot command a terminal from an analysis or an error', () => {
    const group = { group: nasty, marginOfError: 1, designEffect: 1 };
    const estimate = { value: 3, interval: { low: 2, high: 4 }, confidence: 0.95, n: 9, effectiveN: 9, caveats: [] };
    const analysis = {
      method: 'score',
      run: { id: '1', definition: 'nps@1 0-10' },
      groups: [{ ...group, estimate: { ...estimate, method: 'tango' } }],
      caveats: [{ message: nasty }],
    };
    expect(analysisText(analysis)).not.toMatch(control);
    const error = { code: nasty, message: nasty, details: { columns: [nasty], value: nasty }, remedy: nasty };
    expect(JSON.stringify(Object.values(errorText(error, 'fi', 'terminal')))).not.toMatch(control);
    expect(errorText(error, 'en').happened).not.toMatch(control);
  });

  it('keeps the letters of every script, and joiners that they need', () => {
    const letters = 'Tyytyväisyys åäö 漢字 العربية 👩‍👧 e\u0301 a\u00a0b −';
    expect(visibleText(letters)).toBe(letters);
  });
});
