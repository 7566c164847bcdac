import { describe, expect, it } from 'vitest';
import type { AuditResult } from '../../src/audit/index.ts';
import { metricDefinition } from '../../src/metrics/index.ts';
import { caveatText } from '../../src/present/caveat-text.ts';
import { auditReport, auditText, type Language, languages, plainText } from '../../src/present/index.ts';
import { auditOfMonths, programmes } from './audit-fixtures.ts';

const report = (result: AuditResult, language: Language = 'en') => auditReport(result, language);
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const answer = (result: AuditResult, language?: Language) =>
  report(result, language).answer.map(plainText).map(plain).join(' ');
const note = (result: AuditResult, language?: Language) =>
  report(result, language).changes.note.map(plainText).map(plain).join(' ');
const rule = (result: AuditResult, id: string, language?: Language) =>
  report(result, language).rules.rows.find((row) => row.id === id)!;

/** December to September: February is one answer, June empty, December and September are two answers. */
const thin = auditOfMonths('2024-12', [
  [1, 0, 1],
  [16, 8, 16],
  [1, 0, 0],
  [12, 0, 0],
  [15, 0, 0],
  [0, 0, 11],
  [0, 0, 0],
  [6, 8, 6],
  [12, 8, 4],
  [0, 0, 2],
]);

describe('one verdict for each change', () => {
  it('never retells "not enough data" as "no evidence of change"', () => {
    expect(thin.changes.at(-1)).toMatchObject({ verdict: 'not enough data', nominallySignificant: true });
    expect(answer(thin)).toContain('two other changes are no more than noise gives.');
    expect(answer(thin)).toContain(
      'For two more, the fall of 133 points in September among them, there is not enough data.',
    );
    expect(note(thin)).not.toContain('no evidence of change');
    expect(note(thin, 'fi')).not.toContain('ei näyttöä');
    expect(note(thin, 'sv')).not.toContain('inga belägg');
  });

  it('says how many more answers are needed', () => {
    expect(note(thin)).toContain('there are 2 answers in September, and a comparison takes at least 10, so 8 more.');
    expect(note(thin, 'fi')).toContain('Vastauksia on syyskuussa 2, ja vertailu vaatii vähintään 10: puuttuu 8.');
    expect(note(thin, 'sv')).toContain('2 svar i september, och en jämförelse kräver minst 10: det saknas 8.');
  });

  it('tells one event once: a level that moved within a proven change is that change', () => {
    expect(thin.programme.changePoints).toContain('2025-02');
    expect(answer(thin)).toContain('rose by 100 points in March');
    expect(answer(thin)).not.toContain('February');
    expect(report(thin).trend.chart.moves.map(({ index }) => index)).not.toContain(2);
    expect(rule(thin, 'changes-beyond-chance').evidence).not.toContain('February');
  });

  it('keeps apart what could be judged where nothing is proven', () => {
    const quiet = auditOfMonths('2025-01', [
      [40, 30, 30],
      [42, 30, 28],
      [1, 0, 2],
    ]);
    expect(answer(quiet)).toContain('the one change that can be judged is no more than noise gives. For one more');
    for (const language of languages) expect(answer(quiet, language)).not.toMatch(/undefined|NaN/);
  });
});

describe('what could have been seen', () => {
  it('is nothing where the smallest change is beyond the scale', () => {
    const two = auditOfMonths('2025-01', [
      [0, 1, 1],
      [1, 0, 0],
    ]);
    expect(two.programme.detectableChange).toBeGreaterThan(200);
    expect(answer(two)).toContain('could not reliably have seen any change at all from one month to the next.');
    for (const language of languages) {
      const text = auditText(report(two, language), { width: 100, colour: false });
      expect(text).not.toContain(Math.round(two.programme.detectableChange!).toString());
    }
    expect(report(thin).changes.table!.rows[0]!.cells[5]).toBe('none');
  });

  it('keeps apart what five points need and what the answers show', () => {
    const base = programmes['one proven change']();
    const near = { ...base, programme: { ...base.programme, detectableChange: 4.97 } };
    const cells = report(near).trend.needed!.table.rows.map((row) => plain(String(row.cells[0])));
    expect(cells).toEqual(['3 points', '5.0 points', '5 points', '10 points']);
  });

  it('counts coloured changes by the simulation where answers of one account are alike', () => {
    const clustered = auditOfMonths(
      '2025-01',
      [
        [60, 40, 30],
        [55, 45, 30],
        [60, 40, 30],
      ],
      20,
    );
    const told = { ...clustered, programme: { ...clustered.programme, nominalFromNoise: 1.234 } };
    expect(note(told)).toContain('a plain test of two comparisons at 95 % colours 1.23 by chance');
    expect(note(told)).not.toContain('0.10');
    expect(note(told, 'fi')).toContain('keskimäärin 1,23');
    expect(note(told, 'sv')).toContain('1,23 av en slump');
    expect(note(thin)).toContain('Seven comparisons at 95 % give 0.35 coloured ones by chance.');
  });

  it('is not blamed on answers that agree where all come from one account', () => {
    const one = auditOfMonths(
      '2025-01',
      [
        [12, 10, 8],
        [11, 10, 9],
        [8, 8, 14],
      ],
      1,
    );
    const { notes } = report(one);
    expect(notes.caveats.join(' ')).not.toContain('All answers agree');
    expect(notes.caveats.join(' ')).toContain('All answers come from one account (January 2025, February 2025');
    expect(answer(one)).toContain('all answers come from one account');
    expect(answer(one)).toContain('could have seen cannot be said');
    expect(report(one).trend).not.toHaveProperty('needed');
    expect(note(one)).not.toContain('by chance');
    expect(rule(one, 'margin-of-error').evidence).toBe('Needs answers of at least two accounts.');
  });
});

describe('a rule', () => {
  const base = programmes['one proven change']();
  const withRule = (id: string, status: string, figures: object) =>
    ({
      ...base,
      rules: base.rules.map((of) => (of.id === id ? { ...of, status, figures } : of)),
    }) as AuditResult;

  it('shows the side of a mark that rounding would hide', () => {
    const coverage = (share: number) =>
      rule(withRule('payer-coverage', 'fail', { share, byRevenue: 1 }), 'payer-coverage');
    expect(plain(coverage(0.4956).evidence)).toContain('with 49.6 % of the revenue');
    expect(plain(coverage(0.49996).evidence)).toContain('with 49.996 % of the revenue');
    expect(plain(coverage(0.5).evidence)).toContain('with 50 % of the revenue');
    expect(plain(coverage(0.42).evidence)).toContain('with 42 % of the revenue');
    const margin = rule(withRule('margin-of-error', 'warn', { mean: 5.03, low: 4, high: 6 }), 'margin-of-error');
    expect(plain(margin.evidence)).toContain('On average ±5.03 points');
  });

  it('names five points of a hundred in the unit of the metric', () => {
    const effort = programmes['weekly effort']();
    expect(effort.metric).toBe(metricDefinition('ces-7').id);
    const { name, evidence } = rule(effort, 'detects-five-points');
    expect([name, evidence].join(' ')).not.toMatch(/five|\b5 points/);
    expect(evidence).toContain('a change of 0.30 needs');
    expect(rule(effort, 'detects-five-points', 'fi').name).toBe('Näkyykö muutos, joka on 0,30?');
    expect(rule(thin, 'detects-five-points').name).toBe('Can it see five points?');
  });

  it('begins with a capital in every language', () => {
    const families = withRule('one-metric', 'warn', { families: ['csat', 'nps'] });
    const levels = withRule('levels-mixed', 'fail', { levels: ['relationship', 'encounter'] });
    for (const language of languages) {
      for (const result of [families, levels, base, thin]) {
        for (const { evidence } of report(result, language).rules.rows) {
          expect(evidence).toMatch(/^[\p{Lu}\d]/u);
          expect(evidence).not.toMatch(/[.!] \p{Ll}+ (ja|och|and) /u);
        }
      }
    }
    expect(rule(families, 'one-metric', 'fi').evidence).toMatch(/^Tyytyväisyys ja NPS\. /);
  });
});

describe('grammar', () => {
  it('writes small numbers as words in every language', () => {
    const result = programmes['one proven change']();
    const title = (language: Language) => report(result, language).changes.title;
    expect(title('fi')).toMatch(/^Yhdestätoista muutoksesta yksi on todistettu; tavallinen testi värittäisi \p{Ll}+$/u);
    expect(title('sv')).toMatch(/^Av elva förändringar är en belagd; ett vanligt test färgar \p{Ll}+$/u);
    expect(report(result, 'fi').trend.noteTitle).toBe('Mitä kaksitoista kuukautta kertoo');
    expect(report(result, 'sv').trend.noteTitle).toBe('Vad tolv månader kan visa');
    expect(report(programmes['three years'](), 'fi').trend.noteTitle).toBe('Mitä 36 kuukautta kertoo');
    expect(answer(thin, 'fi')).toContain('muuttui kolme kertaa');
    expect(answer(thin, 'sv')).toContain('ändrades tre gånger');
  });

  it('counts one as one', () => {
    const caveat = (count: number, language: Language) =>
      caveatText({ code: 'partials-used', message: '', count }, language);
    expect(caveat(1, 'en')).toBe('One unfinished answer has a score and was used.');
    expect(caveat(1, 'fi')).toBe('Mukana on yksi keskeneräinen vastaus, jossa on arvosana.');
    expect(caveat(1, 'sv')).toBe('Ett ofullständigt svar har ett betyg och används.');
    expect(caveat(2, 'fi')).toBe('Mukana on 2 keskeneräistä vastausta, joissa on arvosana.');
    expect(rule(thin, 'survey-length').evidence).toMatch(/^One question\./);
    const one = programmes['one answer']();
    const rows = { read: 1, used: 1, rejected: 0, reasons: [] };
    expect(report({ ...one, rows }, 'sv').notes.read).toBe('1 rad läst, använd.');
  });

  it('keeps every column of the changes in a terminal of 100 columns', () => {
    for (const result of [thin, programmes['one proven change'](), programmes['all noise']()]) {
      for (const language of languages) {
        const { changes } = report(result, language);
        const lines = auditText(report(result, language), { width: 100, colour: false }).split('\n');
        const heads = changes.table!.head.map(({ text }) => plain(text));
        expect(lines.some((line) => heads.every((head) => line.includes(head)))).toBe(true);
      }
    }
  });
});
