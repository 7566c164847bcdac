import { describe, expect, it } from 'vitest';
import { CandorError } from '../errors/index.ts';
import { errorLine, languageAsked } from './error-line.ts';

describe('the line of an error', () => {
  const refused = new CandorError('CND_NO_DATE_COLUMN', 'no date in "a\u001b[31m\u0007.csv"', {
    columns: ['x\u009b2J', 'y\u202e'],
  });

  it('speaks the language of the call, also before its flags are read', () => {
    expect(languageAsked(['audit', 'x.csv', '--language', 'fi'])).toBe('fi');
    expect(languageAsked(['audit', 'x.csv', '--language=SV'])).toBe('sv');
    expect(languageAsked(['audit', '--language'])).toBe('en');
    expect(languageAsked(['audit', '--language', 'de'])).toBe('en');
    expect(errorLine(refused, 'fi')).toMatch(
      /^candor: Vastauspäivän saraketta ei löytynyt\. Sarakkeet: .* --date, tuonnissa .* \(Koodi CND_NO_DATE_COLUMN\)$/,
    );
    expect(errorLine(refused, 'sv')).toMatch(/^candor: Ingen kolumn med svarets datum hittades\. Kolumner: /);
  });

  it('is one line without control characters, whatever a file or an argument holds', () => {
    const broken = new CandorError('CND_USAGE', 'one\ntwo\r\u001b]0;x\u0007');
    for (const language of ['en', 'fi', 'sv'] as const) {
      for (const error of [refused, broken]) {
        expect(errorLine(error, language)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
      }
    }
    expect(errorLine(refused, 'en')).toContain('a␛[31m␇.csv');
  });
});
