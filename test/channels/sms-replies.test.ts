import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSmsReply } from '../../src/channels/index.ts';

const rows = readFileSync(join(import.meta.dirname, '../fixtures/sms-replies.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [language, meaning, text] = line.split('\t') as [string, string, string];
    return { language, meaning, text: text.replaceAll('\\n', '\n') };
  });

const meaningOf = (text: string): string => {
  const reply = readSmsReply(text);
  return reply.kind === 'score' ? String(reply.score) : reply.kind;
};

describe('300 replies', () => {
  it('are 300, in five languages', () => {
    expect(rows.length).toBeGreaterThanOrEqual(300);
    expect([...new Set(rows.map(({ language }) => language))].sort()).toEqual(['ar', 'de', 'en', 'fi', 'sv']);
  });

  it('are never read as a score that was not given', () => {
    const wrong = rows.filter(({ meaning, text }) => /^\d/.test(meaningOf(text)) && meaningOf(text) !== meaning);
    expect(wrong).toEqual([]);
  });

  it('never lose a stop', () => {
    expect(rows.filter(({ meaning, text }) => meaning === 'stop' && meaningOf(text) !== 'stop')).toEqual([]);
  });

  it('are read exactly in at least 98 of 100', () => {
    const wrong = rows
      .filter(({ meaning, text }) => meaningOf(text) !== meaning)
      .map(({ meaning, text }) => `${text}: ${meaning}, read as ${meaningOf(text)}`);
    expect(wrong.length / rows.length, wrong.join('\n')).toBeLessThanOrEqual(0.02);
  });
});

describe('a reply', () => {
  const comments: readonly [text: string, words: string | undefined][] = [
    ['9', undefined],
    ['9/10', undefined],
    ['I would give 9', undefined],
    ['9 koska palvelu oli nopeaa', 'koska palvelu oli nopeaa'],
    ['10/10 would recommend', 'would recommend'],
    ['6 because I waited 40 minutes', 'because I waited 40 minutes'],
    ['Palvelu oli hyvää, 9', 'Palvelu oli hyvää'],
    ['8 (parking was hard to find)', 'parking was hard to find)'],
    ['٩ لأن الخدمة ممتازة', 'لأن الخدمة ممتازة'],
  ];
  it.each(comments)('keeps its reason: %s', (text, words) => {
    const reply = readSmsReply(text);
    expect(reply.kind).toBe('score');
    expect('words' in reply ? reply.words : undefined).toBe(words);
  });

  it('keeps all its words where no score is sure', () => {
    expect(readSmsReply('7 tai 8')).toEqual({ kind: 'ambiguous', words: '7 tai 8' });
    expect(readSmsReply(' hyvää ')).toEqual({ kind: 'words', words: 'hyvää' });
  });

  it('follows the scale that was asked for', () => {
    expect(readSmsReply('4/5', 5)).toEqual({ kind: 'score', score: 4 });
    expect(readSmsReply('7', 5).kind).toBe('ambiguous');
  });

  it('of anything is read without an error, and a score is always on the scale', { timeout: 120_000 }, () => {
    const pieces = fc.constantFrom(
      '9',
      '10',
      ' ',
      '/',
      ',',
      '.',
      '-',
      'tai',
      'ysi',
      'STOP',
      'koska',
      '٩',
      '½',
      '👍',
      '\n',
      'out of',
      '+',
    );
    const text = fc.oneof(
      fc.string({ maxLength: 200, unit: 'grapheme' }),
      fc.array(pieces, { maxLength: 12 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (reply) => {
        const read = readSmsReply(reply);
        if (read.kind === 'score')
          expect(Number.isInteger(read.score) && read.score >= 0 && read.score <= 10).toBe(true);
      }),
      { numRuns: 10_000, seed: 4 },
    );
  });
});
