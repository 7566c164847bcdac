import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCandorError } from '../errors/index.ts';
import { checkQuestionnaire, parseQuestionnaire, type Questionnaire, questionnaire, templateFor } from './index.ts';

const text = (words: string) => ({ en: words });
const score = {
  kind: 'scale',
  key: 'score',
  text: text('How likely?'),
  metric: 'nps',
  scale: { minimum: 0, points: 11 },
  anchors: { low: text('Not'), high: text('Very') },
};
const choice = {
  kind: 'single',
  key: 'choice',
  text: text('Which?'),
  options: [
    { key: 'a', text: text('A') },
    { key: 'b', text: text('B') },
  ],
};
const words = { kind: 'text', key: 'why', text: text('Why?'), longest: 200 };
const survey = (...questions: unknown[]): Questionnaire =>
  parseQuestionnaire({ languages: ['en'], title: text('Survey'), pages: [{ key: 'one', questions }] });
const codes = (q: Questionnaire) => checkQuestionnaire(q).map(({ path, code }) => `${path} ${code}`);

describe('a questionnaire', () => {
  it('has the theme of Candor where none is said', () => {
    expect(survey(words).theme).toEqual({ accent: '#1d5fa8', ground: '#ffffff', ink: '#16202a' });
  });

  it.each<[string, unknown, string]>([
    ['an unknown key', { colour: 'red' }, ''],
    ['a descending scale', { orientation: 'descending' }, 'orientation'],
    ['no anchors', { anchors: undefined }, 'anchors'],
    ['a metric that does not exist', { metric: 'joy' }, 'metric'],
    ['twelve points', { scale: { minimum: 0, points: 12 } }, 'scale.points'],
    ['a key with a dot', { key: 'a.b' }, 'key'],
    ['a condition of another shape', { when: { question: 'a', is: 'like' } }, 'when'],
    ['a text without words', { text: { en: ' ' } }, 'text.en'],
    ['a language that is none', { text: { english_: 'x' } }, 'text.english_'],
    ['a second spelling of a language', { text: { EN: 'x' } }, 'text.EN'],
  ])('is refused with %s, by the name of the field', (_, change, field) => {
    try {
      survey({ ...score, ...(change as object) });
      expect.unreachable();
    } catch (error) {
      expect(isCandorError(error) && [error.code, error.details.field]).toEqual([
        'CND_SURVEY',
        ['pages.0.questions.0', field].filter(Boolean).join('.'),
      ]);
    }
  });

  it('takes conditions four deep and refuses deeper ones, also hostile ones, without falling', () => {
    const nested = (depth: number): unknown =>
      depth === 0 ? { question: 'score', is: 'answered' } : { not: nested(depth - 1) };
    expect(checkQuestionnaire(survey(score, { ...words, when: nested(4) }))).toEqual([]);
    expect(() => survey(score, { ...words, when: nested(5) })).toThrow(/at most 4 deep/);
    expect(() => survey(score, { ...words, when: nested(5000) })).toThrow(/at most 4 deep/);
  });

  it('comes back from JSON as it went', () => {
    const q = templateFor('chat', ['en', 'ar']);
    expect(parseQuestionnaire(JSON.parse(JSON.stringify(q)))).toEqual(q);
  });

  it('reads or refuses any JSON, with a field', () => {
    const key = fc.constantFrom('languages', 'title', 'pages', 'key', 'questions', 'kind', 'text', 'when', 'theme');
    const json = fc.letrec((tie) => ({
      any: fc.oneof(
        { depthSize: 'small' },
        fc.jsonValue({ maxDepth: 1 }),
        fc.constantFrom('scale', 'single', 'matrix', 'en'),
        fc.array(tie('any'), { maxLength: 3 }),
        fc.dictionary(key, tie('any'), { maxKeys: 6 }),
      ),
    })).any;
    fc.assert(
      fc.property(json, (given) => {
        const read = questionnaire.safeParse(given);
        if (read.success) return Array.isArray(checkQuestionnaire(read.data));
        try {
          parseQuestionnaire(given);
          return false;
        } catch (error) {
          return isCandorError(error) && error.code === 'CND_SURVEY' && typeof error.details.field === 'string';
        }
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('what a questionnaire cannot be asked with', () => {
  it('is nothing, where all is well', () => expect(codes(survey(score, choice, words))).toEqual([]));

  it('is a key that stands twice', () => {
    const q = survey(score, { ...words, key: 'score' }, { ...choice, options: [choice.options[0], choice.options[0]] });
    q.pages.push(structuredClone(q.pages[0]!));
    q.languages.push('en');
    expect(codes(q)).toEqual([
      'languages.1 duplicate-language',
      'pages.1.key duplicate-key',
      ...['0.questions.1', '1.questions.0', '1.questions.1', '1.questions.2'].map(
        (at) => `pages.${at}.key duplicate-key`,
      ),
      'pages.0.questions.2.options.1.key duplicate-key',
      'pages.1.questions.2.options.1.key duplicate-key',
    ]);
  });

  it('is a second line of other words', () => {
    const options = choice.options.map((option) => ({ ...option, other: true }));
    expect(codes(survey({ ...choice, options }))).toEqual(['pages.0.questions.0.options.1.other duplicate-key']);
  });

  it.each<[unknown, string | undefined]>([
    [{ question: 'score', is: 'atLeast', value: 9 }, undefined],
    [{ question: 'score', is: 'equals', value: 0 }, undefined],
    [{ question: 'choice', is: 'includes', value: 'a' }, undefined],
    [{ question: 'why', is: 'answered' }, undefined],
    [{ question: 'rows.one', is: 'atMost', value: 2 }, undefined],
    [{ question: 'rows', is: 'answered' }, 'unknown-question'],
    [{ question: 'nothing', is: 'answered' }, 'unknown-question'],
    [{ question: 'last', is: 'answered' }, 'forward-reference'],
    [{ all: [{ any: [{ not: { question: 'last', is: 'answered' } }] }] }, 'forward-reference'],
    [{ question: 'choice', is: 'includes', value: 'z' }, 'unknown-option'],
    [{ question: 'choice', is: 'atLeast', value: 1 }, 'value-does-not-fit'],
    [{ question: 'choice', is: 'equals', value: 1 }, 'value-does-not-fit'],
    [{ question: 'score', is: 'atLeast', value: 11 }, 'value-does-not-fit'],
    [{ question: 'score', is: 'atLeast', value: '9' }, 'value-does-not-fit'],
    [{ question: 'score', is: 'equals' }, 'value-does-not-fit'],
    [{ question: 'score', is: 'includes', value: 9 }, 'value-does-not-fit'],
    [{ question: 'score', is: 'answered', value: 9 }, 'value-does-not-fit'],
    [{ question: 'why', is: 'equals', value: 'x' }, 'value-does-not-fit'],
  ])('is a condition that cannot be met: %j', (when, code) => {
    const rows = {
      ...score,
      kind: 'matrix',
      key: 'rows',
      metric: 'mean',
      scale: { minimum: 1, points: 5 },
      rows: [{ key: 'one', text: text('One') }],
    };
    const last = { ...words, key: 'last', when };
    expect(codes(survey(score, choice, words, rows, last))).toEqual(code ? [`pages.0.questions.4.when ${code}`] : []);
  });

  it('is a metric on a scale that is not its own, in a matrix too', () => {
    const five = { minimum: 1, points: 5 };
    const rows = [{ key: 'one', text: text('One') }];
    expect(
      codes(
        survey({ ...score, scale: five }, { ...score, kind: 'matrix', key: 'm', metric: 'ces-7', scale: five, rows }),
      ),
    ).toEqual(['pages.0.questions.0.scale scale-does-not-fit', 'pages.0.questions.1.scale scale-does-not-fit']);
    expect(codes(survey({ ...score, metric: 'ces-5', scale: five }))).toEqual([]);
  });

  it('is half a pair', () => {
    const one = (key: string, as: string, other: string, points = 11) => ({
      ...score,
      key,
      metric: 'mean',
      scale: { minimum: 0, points },
      pair: { as, with: other },
    });
    expect(codes(survey(one('a', 'expectation', 'b'), one('b', 'performance', 'a')))).toEqual([]);
    const [first, second] = ['pages.0.questions.0.pair pair', 'pages.0.questions.1.pair pair'];
    expect(codes(survey(one('a', 'expectation', 'b'), one('b', 'expectation', 'a')))).toEqual([first, second]);
    expect(codes(survey(one('a', 'expectation', 'b'), one('b', 'performance', 'a', 5)))).toEqual([first, second]);
    expect(codes(survey(one('a', 'expectation', 'a'), words))).toEqual([first]);
    expect(codes(survey(one('a', 'expectation', 'why'), words))).toEqual([first]);
    expect(codes(survey(one('a', 'expectation', 'score'), score))).toEqual([first]);
  });

  it('is a text that is missing in one of its languages', () => {
    const q = survey(score);
    q.languages.push('fi');
    expect(codes(q)).toEqual(
      ['title', 'pages.0.questions.0.text', 'pages.0.questions.0.anchors.low', 'pages.0.questions.0.anchors.high'].map(
        (path) => `${path} missing-translation`,
      ),
    );
  });

  it('is a slot that nothing fills, or not yet', () => {
    const said = (words: string) => ({ ...score, text: text(words) });
    expect(codes(survey(said('{{contact.name|you}} at {{encounter.branch}}?')))).toEqual([]);
    expect(codes(survey(said('{{company}}')))).toEqual(['pages.0.questions.0.text.en unknown-slot']);
    expect(codes(survey(said('{{answer.score}}')))).toEqual(['pages.0.questions.0.text.en forward-reference']);
    expect(codes(survey(score, { ...words, text: text('Why {{answer.score}}?') }))).toEqual([]);
    expect(codes(survey({ ...words, text: text('Why {{answer.score}}?') }))).toEqual([
      'pages.0.questions.0.text.en unknown-question',
    ]);
    expect(codes({ ...survey(score), thanks: text('{{answer.score}}!'), intro: text('{{answer.score}}?') })).toEqual([
      'intro.en forward-reference',
    ]);
  });

  it('is a theme that not everybody can read', () => {
    expect(codes({ ...survey(score), theme: { accent: '#ffd400', ground: '#ffffff', ink: '#16202a' } })).toEqual([
      'theme contrast',
    ]);
  });
});
