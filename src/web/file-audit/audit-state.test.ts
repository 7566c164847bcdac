import { describe, expect, it } from 'vitest';
import { programmes } from '../../../test/charts/audit-fixtures.ts';
import { languages } from '../../present/index.ts';
import { sizeText } from '../size-text.ts';
import { type AuditResponse, optionNames, queryOf, readAnswer } from './audit-request.ts';
import { correctable } from './choices.ts';
import { countRows } from './count-rows.ts';
import { pageWords } from './page-words.ts';
import { emptyState, reduceAudit } from './use-audit.ts';

const response: AuditResponse = {
  result: programmes['one period'](),
  columns: [{ name: 'score', kind: 'score', example: '9' }],
};
const file = new File(['score,date\n9,2026-01-01\n8,2026-01-02\n'], 'answers.csv');
const ready = reduceAudit(emptyState, { kind: 'answered', answer: { kind: 'answered', response } });

describe('the state of the page', () => {
  it('keeps the report in sight while a correction runs, and the file for the next one', () => {
    const first = reduceAudit(ready, { kind: 'started', file, options: {}, at: 1 });
    expect(first.response).toBeUndefined();
    const told = reduceAudit(first, { kind: 'answered', answer: { kind: 'answered', response } });
    const again = reduceAudit(told, { kind: 'started', file, options: { period: 'week' }, at: 2 });
    expect([again.phase, again.response, again.file, again.options]).toEqual([
      'loading',
      response,
      file,
      { period: 'week' },
    ]);
  });

  it('keeps the file and its columns after a refusal, so that it can be mended', () => {
    const columns = [{ name: 'a', kind: 'text' as const, example: '' }];
    const error = { code: 'CND_NO_SCORE_COLUMN', message: 'none' };
    const started = reduceAudit(ready, { kind: 'started', file, options: {}, at: 1 });
    const refused = reduceAudit(started, { kind: 'answered', answer: { kind: 'refused', error, columns } });
    expect([refused.phase, refused.file, refused.columns, refused.response]).toEqual([
      'failed',
      file,
      columns,
      undefined,
    ]);
    const mended = reduceAudit(refused, { kind: 'started', file, options: { score: 'a' }, at: 2 });
    expect([mended.error, mended.columns]).toEqual([undefined, columns]);
  });

  it('goes back to the report at hand when a correction is cancelled', () => {
    const started = reduceAudit(ready, { kind: 'started', options: { period: 'week' }, at: 1 });
    const cancelled = reduceAudit(started, { kind: 'answered', answer: { kind: 'cancelled' } });
    expect([cancelled.phase, cancelled.cancelled, cancelled.response]).toEqual(['ready', true, response]);
  });
});

describe('a cancelled file', () => {
  it('gives back the report that was there before it', () => {
    const started = reduceAudit(ready, { kind: 'started', file, options: {}, at: 1 });
    expect(started.response).toBeUndefined();
    const back = reduceAudit(started, { kind: 'answered', answer: { kind: 'cancelled' } });
    expect([back.phase, back.file, back.response, back.columns]).toEqual([
      'ready',
      undefined,
      response,
      response.columns,
    ]);
  });

  it('is as good as a refusal: one step back shows the report again', () => {
    const started = reduceAudit(ready, { kind: 'started', options: { timeZone: 'Mars/Olympus' }, at: 1 });
    const error = { code: 'CND_TIME_ZONE', message: '' };
    const refused = reduceAudit(started, { kind: 'answered', answer: { kind: 'refused', error, columns: [] } });
    expect(refused.response).toBeUndefined();
    const back = reduceAudit(refused, { kind: 'back' });
    expect([back.phase, back.response, back.options, back.error, back.cancelled]).toEqual([
      'ready',
      response,
      {},
      undefined,
      false,
    ]);
  });

  it('leaves an empty page where there was none', () => {
    const started = reduceAudit(emptyState, { kind: 'started', file, options: {}, at: 1 });
    const none = reduceAudit(started, { kind: 'answered', answer: { kind: 'cancelled' } });
    expect([none.phase, none.cancelled, none.error]).toEqual(['failed', true, undefined]);
  });
});

describe('what is asked and answered', () => {
  it('sends the name and the options that are set, quoted', () => {
    expect(queryOf(file, { score: 'How likely & why?', where: 'type=NPS', metric: '' })).toBe(
      '?name=answers.csv&score=How+likely+%26+why%3F&where=type%3DNPS',
    );
    expect(queryOf(undefined, {})).toBe('');
  });

  it('takes a refusal with its columns, also when only their names came', () => {
    const error = { code: 'CND_NO_SCORE_COLUMN', message: '', details: { columns: ['a'] } };
    const answer = readAnswer(422, JSON.stringify({ error }));
    expect(answer).toMatchObject({ kind: 'refused', columns: [{ name: 'a' }] });
  });

  it('tells an answer that is neither result nor refusal as such', () => {
    for (const body of ['<html>', '{}', '']) {
      expect(readAnswer(502, body)).toMatchObject({ kind: 'refused', error: { code: 'HTTP 502' } });
    }
  });

  it('counts the rows of a text file, and does not guess those of a workbook', async () => {
    const { signal } = new AbortController();
    expect(await countRows(file, signal)).toBe(2);
    expect(await countRows(new File(['PK\n\n'], 'book.xlsx'), signal)).toBeUndefined();
  });

  it('writes sizes as people read them', () => {
    expect([sizeText(3_400_000, 'fi'), sizeText(12_300, 'en')]).toEqual(['3,4\u00a0MB', '12\u00a0kB']);
  });
});

describe('what can be corrected', () => {
  it('offers the columns of the likely kind first, never empty ones, each with an example', () => {
    const columns = [
      { name: 'comment', kind: 'text' as const, example: 'fine' },
      { name: 'unused', kind: 'empty' as const, example: '' },
      { name: 'sent', kind: 'date' as const, example: '2026-01-31' },
    ];
    const fields = correctable({ words: pageWords.en, language: 'en', columns });
    const date = fields.find(({ name }) => name === 'date')!;
    expect(date.choices).toEqual([
      { value: 'sent', text: 'sent (e.g. 2026-01-31)' },
      { value: 'comment', text: 'comment (e.g. fine)' },
    ]);
    expect(new Set(fields.map(({ name }) => name))).toEqual(new Set(optionNames));
  });
});

describe('the words of the page', () => {
  const texts = (of: object): [string, unknown][] =>
    Object.entries(of).flatMap(([key, value]) =>
      typeof value === 'object'
        ? texts(value as object).map(([inner, text]): [string, unknown] => [`${key}.${inner}`, text])
        : [[key, value]],
    );

  it.each(languages)('are complete in %s', (language) => {
    const keys = (of: object) =>
      texts(of)
        .map(([key]) => key)
        .sort();
    expect(keys(pageWords[language])).toEqual(keys(pageWords.en));
    expect(texts(pageWords[language]).filter(([, text]) => text === '')).toEqual([]);
  });

  it('are not English in the other languages', () => {
    const english = new Map(texts(pageWords.en));
    const loans = new Set(['Period', 'trend']);
    for (const language of ['fi', 'sv'] as const) {
      const same = texts(pageWords[language]).filter(
        ([key, text]) => english.get(key) === text && !loans.has(String(text)),
      );
      expect(same).toEqual([]);
    }
  });
});
