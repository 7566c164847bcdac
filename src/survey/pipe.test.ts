import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerTexts, parseQuestionnaire, pipe } from './index.ts';

const values = {
  contact: { name: ' Aino ' },
  account: { name: '' },
  touchpoint: 'delivery',
  encounter: {
    branch: 'Turku',
    parcels: 3,
    'order.number': 'A-1',
    list: [1],
    odd: Number.NaN,
    braces: '{{touchpoint}}',
  },
  answer: { score: '9', 'rows.one': '4' },
};

describe('piping', () => {
  it.each([
    ['Hello {{contact.name|customer}}!', 'Hello Aino!'],
    ['{{ contact.name }}, {{account.name|your company}}', 'Aino, your company'],
    ['{{encounter.branch}} {{encounter.parcels}} {{encounter.order.number}}', 'Turku 3 A-1'],
    ['{{answer.score}} and {{answer.rows.one}}', '9 and 4'],
    ['{{encounter.list}}{{encounter.odd|none}}', 'none'],
    ['{{unknown}}{{encounter.constructor}}{{answer.__proto__}}{{encounter|x}}', 'x'],
    ['{{encounter.braces}}', '{{touchpoint}}'],
    ['{{a|b|c}}', 'b|c'],
    ['{{{touchpoint}}}', '{delivery}'],
    ['open {{touchpoint', 'open {{touchpoint'],
    ['{{}}|{{|}}', '|'],
    [`{{${'x'.repeat(300)}}}`, `{{${'x'.repeat(300)}}}`],
    ['', ''],
  ])('fills %s', (text, wanted) => expect(pipe(text, values)).toBe(wanted));

  it('gives plain text and leaves the escaping to the sink', () => {
    expect(pipe('{{contact.name}}', { contact: { name: '<b>Aino</b>' } })).toBe('<b>Aino</b>');
  });

  it('cuts a value that is too long for a sentence, never through a character', () => {
    const cut = pipe('{{touchpoint}}', { touchpoint: `${'a'.repeat(198)}😀😀` });
    expect(cut).toBe(`${'a'.repeat(198)}…`);
    expect(pipe('{{touchpoint}}', { touchpoint: 'a'.repeat(200) })).toHaveLength(200);
  });

  it('lets no value add a line to a header', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (name, text) => {
        const piped = pipe(
          `${text}{{contact.name}}`,
          { contact: { name: `${name}\r\nBcc: x@example.com\0` } },
          { header: true },
        );
        expect(piped).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/u);
      }),
    );
  });

  it('takes any text and leaves what has no braces as it is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('{', '}', '{{', '}}', '|', 'contact.name', ' x ')).map((parts) => parts.join('')),
        (text) => {
          const piped = pipe(text, values);
          expect(typeof piped).toBe('string');
          if (!text.includes('{{')) expect(piped).toBe(text);
        },
      ),
      { numRuns: 10_000 },
    );
  });

  it.each(['{{', '{', '}}', '{{|', '{{contact.name', '{{a}}', '}{'])(
    'takes twice the time for twice the text of %s',
    (part) => {
      const time = (times: number) => {
        const text = `${part.repeat(times / part.length)}}}`;
        const started = performance.now();
        pipe(text, values);
        return performance.now() - started;
      };
      time(10_000);
      // A quadratic pass over a million characters takes minutes; a linear one a few milliseconds.
      expect(time(1_000_000)).toBeLessThan(2000);
    },
  );

  it('takes answers in the words of the options', () => {
    const text = (words: string) => ({ en: words });
    const options = [
      { key: 'a', text: { en: 'Price', fi: 'Hinta' } },
      { key: 'b', text: text('Other'), other: true },
    ];
    const questions = [{ kind: 'multiple', key: 'many', text: text('Which?'), options }];
    const q = parseQuestionnaire({ languages: ['en'], title: text('T'), pages: [{ key: 'one', questions }] });
    const answers = [
      { question: 'many', choices: ['a', 'b'], words: 'The view' },
      { question: 'score', score: 0 },
      { question: 'why', words: 'Because' },
    ];
    expect(answerTexts(q, answers, 'fi')).toEqual({ many: 'Hinta, The view', score: '0', why: 'Because' });
  });
});
