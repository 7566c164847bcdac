import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holds } from './condition.ts';
import {
  type AnswerProblem,
  askedQuestions,
  type Condition,
  checkQuestionnaire,
  nextPage,
  parseQuestionnaire,
  type Question,
  type Questionnaire,
  type TakenAnswer,
  takeAnswers,
  visible,
} from './index.ts';

const text = (words: string) => ({ en: words });
const anchors = { low: text('Low'), high: text('High') };
const options = [
  { key: 'price', text: text('Price') },
  { key: '2', text: text('Two') },
  { key: 'none', text: text('None'), exclusive: true },
  { key: 'else', text: text('Else'), other: true },
];
const sample = parseQuestionnaire({
  languages: ['en'],
  title: text('Sample'),
  pages: [
    {
      key: 'first',
      questions: [
        {
          kind: 'scale',
          key: 'score',
          text: text('Score'),
          metric: 'nps',
          scale: { minimum: 0, points: 11 },
          anchors,
          required: true,
        },
        { kind: 'single', key: 'main', text: text('Main'), options },
      ],
    },
    {
      key: 'low',
      questions: [
        {
          kind: 'multiple',
          key: 'many',
          text: text('Many'),
          options,
          atMost: 2,
          when: { question: 'score', is: 'atMost', value: 6 },
        },
        {
          kind: 'text',
          key: 'why',
          text: text('Why'),
          longest: 10,
          required: true,
          when: { question: 'many', is: 'includes', value: 'price' },
        },
      ],
    },
    {
      key: 'last',
      questions: [
        {
          kind: 'matrix',
          key: 'rows',
          text: text('Rows:'),
          metric: 'mean',
          scale: { minimum: -1, points: 3 },
          anchors,
          rows: [
            { key: 'one', text: text('One') },
            { key: 'two', text: text('Two') },
          ],
        },
        { kind: 'consent', key: 'call', text: text('Call me'), purpose: 'call-back' },
      ],
    },
  ],
});

const taken = (given: unknown) => {
  const { answers, problems } = takeAnswers(sample, given);
  return { answers, problems: problems.map(({ question, code }) => `${question} ${code}`) };
};
const problemsOf = (given: Record<string, unknown>) => taken({ score: 9, ...given }).problems;

describe('the answers of a form', () => {
  it('are read from texts and lists, with white space, in the order of the questionnaire', () => {
    const given = {
      call: 'on',
      'rows.two': '-1',
      'rows.one': ' 1 ',
      many: ['2', 'price', '2'],
      score: '\t3\n',
      main: ['2'],
      why: ' It\r\nis ',
    };
    expect(taken(given)).toEqual({
      answers: [
        { question: 'score', score: 3 },
        { question: 'main', choices: ['2'] },
        { question: 'many', choices: ['price', '2'] },
        { question: 'why', words: 'It\nis' },
        { question: 'rows.one', score: 1 },
        { question: 'rows.two', score: -1 },
        { question: 'call', choices: ['given'] },
      ],
      problems: [],
    });
  });

  it('are the same from JSON', () => {
    expect(taken({ score: 3, many: 'price', why: 7, call: true, 'rows.one': 0 }).answers).toEqual([
      { question: 'score', score: 3 },
      { question: 'many', choices: ['price'] },
      { question: 'why', words: '7' },
      { question: 'rows.one', score: 0 },
      { question: 'call', choices: ['given'] },
    ]);
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['a needed one that is missing', { score: '' }, ['score needed']],
    ['a point above the scale', { score: 11 }, ['score outside-scale']],
    ['half a point', { score: '8.5' }, ['score outside-scale']],
    ['a point in words', { score: 'nine' }, ['score outside-scale']],
    ['an object for a point', { score: {} }, ['score outside-scale']],
    ['two different points', { score: ['3', '4'] }, ['score too-many']],
    ['the same point twice', { score: ['9', 9] }, []],
    ['an option that is none', { main: 'quality' }, ['main unknown-option']],
    ['a list inside a list', { main: [['price']] }, ['main unknown-option']],
    ['two of a single choice', { main: ['price', '2'] }, ['main too-many']],
    ['three of at most two', { score: 1, many: ['price', '2', 'else'], why: 'x' }, ['many too-many', 'why not-shown']],
    ['"none" and another', { score: 1, many: ['price', 'none'] }, ['many too-many']],
    ['eleven characters of at most ten', { score: 1, many: 'price', why: 'x'.repeat(11) }, ['why too-long']],
    ['an object for words', { score: 1, many: 'price', why: {} }, ['why unreadable']],
    ['a row outside the scale', { 'rows.two': 2 }, ['rows.two outside-scale']],
    ['a matrix by its own key', { rows: 1 }, ['rows unknown-question']],
    [
      'a field of nobody',
      { constructor: 1, __proto__x: 2 },
      ['constructor unknown-question', '__proto__x unknown-question'],
    ],
    ['a question that is not shown', { many: 'price' }, ['many not-shown']],
    ['a consent in other words', { call: 'perhaps' }, ['call unknown-option']],
    ['a consent that was not given', { call: 'false' }, []],
  ])('that are told wrong: %s', (_, given, problems) => expect(problemsOf(given)).toEqual(problems));

  it('count although another one is wrong', () => {
    expect(taken({ score: 99, main: 'price' }).answers).toEqual([{ question: 'main', choices: ['price'] }]);
  });

  it('choose "something else" by its words, and keep them with it alone', () => {
    expect(taken({ score: 9, 'main.words': 'The view' }).answers).toContainEqual({
      question: 'main',
      choices: ['else'],
      words: 'The view',
    });
    expect(taken({ score: 9, main: 'price', 'main.words': 'The view' }).answers).toContainEqual({
      question: 'main',
      choices: ['price'],
    });
    expect(taken({ score: 1, many: 'price', 'many.words': 'The view', why: 'x' }).answers).toContainEqual({
      question: 'many',
      choices: ['price', 'else'],
      words: 'The view',
    });
    expect(problemsOf({ 'main.words': 'x'.repeat(301) })).toEqual(['main too-long']);
    expect(problemsOf({ 'score.words': 'x' })).toEqual(['score.words unknown-question']);
  });

  it('hold nothing that a database cannot', () => {
    expect(taken({ score: 1, many: 'price', why: 'a\0b\uD800c' }).answers).toContainEqual({
      question: 'why',
      words: 'ab\uFFFDc',
    });
  });

  it('need nothing of a later page while an earlier one is sent', () => {
    const given = { score: 2, many: 'price' };
    expect(takeAnswers(sample, given, { through: 'first' }).problems).toEqual([]);
    expect(takeAnswers(sample, given, { through: 'low' }).problems).toEqual([{ question: 'why', code: 'needed' }]);
    expect(takeAnswers(sample, given).problems).toEqual([{ question: 'why', code: 'needed' }]);
  });

  it('are read from anything at all without a fall', () => {
    const names = [...askedQuestions(sample).map(({ key }) => key), 'main.words', 'rows', 'x', '__proto__'];
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom('0', '10', ' 6', 'price', 'else', 'on', ''),
      fc.array(fc.constantFrom<unknown>('price', '2', 'none', 'else', 4, null), { maxLength: 4 }),
    );
    const form = fc.oneof(fc.jsonValue(), fc.dictionary(fc.constantFrom(...names), value));
    fc.assert(
      fc.property(form, (given) => {
        const { answers, problems } = takeAnswers(sample, given);
        const asked = askedQuestions(sample).map(({ key }) => key);
        const places = answers.map(({ question }) => asked.indexOf(question));
        expect(places).toEqual([...places].sort((a, b) => a - b));
        expect(places).not.toContain(-1);
        const wrong = new Set(problems.map(({ question }) => question));
        expect(answers.filter(({ question }) => wrong.has(question))).toEqual([]);
        // What was taken is taken again, word for word.
        const again = Object.fromEntries(
          answers.flatMap<[string, unknown]>(({ question, score, choices, words }) =>
            choices
              ? [
                  [question, choices],
                  [`${question}.words`, words ?? ''],
                ]
              : [[question, score ?? words]],
          ),
        );
        expect(takeAnswers(sample, again).answers).toEqual(answers);
      }),
      { numRuns: 10_000 },
    );
  });
});

/** Random questionnaires of scales, choices and texts whose conditions look back. */
const surveys: fc.Arbitrary<Questionnaire> = fc
  .array(
    fc.record({
      kind: fc.nat(2),
      pick: fc.nat(),
      is: fc.nat(5),
      value: fc.nat(4),
      join: fc.nat(4),
      second: fc.nat(),
      isRequired: fc.boolean(),
    }),
    { minLength: 1, maxLength: 9 },
  )
  .map((specs) => {
    const kinds = specs.map(({ kind }) => (['scale', 'multiple', 'text'] as const)[kind]!);
    const leaf = (place: number, pick: number, is: number, value: number): Condition => {
      const on = pick % place;
      const question = `q${on}`;
      if (kinds[on] === 'scale' && is < 3)
        return { question, is: (['equals', 'atLeast', 'atMost'] as const)[is]!, value };
      if (kinds[on] === 'multiple' && is < 4)
        return { question, is: is < 2 ? 'equals' : 'includes', value: `o${value % 3}` };
      return { question, is: 'answered' };
    };
    const questions = specs.map(({ pick, is, value, join, second, isRequired }, place): Question => {
      const one = place > 0 ? leaf(place, pick, is, value) : undefined;
      const two = place > 0 ? leaf(place, second, is, value) : undefined;
      const when =
        !one || !two || join === 0
          ? undefined
          : join === 1
            ? one
            : join === 2
              ? { all: [one, two] }
              : join === 3
                ? { any: [one, { not: two }] }
                : { not: { all: [one, two] } };
      const asked = { key: `q${place}`, text: text('Q'), required: isRequired, ...(when ? { when } : {}) };
      if (kinds[place] === 'scale')
        return { ...asked, kind: 'scale', metric: 'mean', scale: { minimum: 0, points: 5 }, anchors };
      if (kinds[place] === 'text') return { ...asked, kind: 'text', longest: 3 };
      return { ...asked, kind: 'multiple', options: [0, 1, 2].map((k) => ({ key: `o${k}`, text: text('O') })) };
    });
    const pages = questions.map((question, k) => ({ key: `p${k}`, questions: [question] }));
    return {
      ...sample,
      pages: pages.length > 4 ? [{ key: 'p0', questions: questions.slice(0, 3) }, ...pages.slice(3)] : pages,
    };
  });
const forms = fc.dictionary(
  fc.constantFrom(...Array.from({ length: 10 }, (_, k) => `q${k}`)),
  fc.oneof(
    fc.constantFrom<unknown>('0', 1, '2', '4', 5, 'o0', 'o1', 'abcd', ''),
    fc.subarray(['o0', 'o1', 'o2', 'o9']),
  ),
  { maxKeys: 10 },
);

/** The same rules in the plainest words: shown if its condition holds on what was accepted before it. */
function reference(q: Questionnaire, given: Record<string, unknown>) {
  const accepted: TakenAnswer[] = [];
  const problems: AnswerProblem[] = [];
  const test = (when: Condition | undefined): boolean => {
    if (!when) return true;
    if ('all' in when) return when.all.filter((one) => !test(one)).length === 0;
    if ('any' in when) return when.any.filter((one) => test(one)).length > 0;
    if ('not' in when) return !test(when.not);
    const answer = accepted.find(({ question }) => question === when.question);
    if (!answer) return false;
    if (when.is === 'answered') return true;
    if (when.is === 'includes') return (answer.choices ?? []).includes(String(when.value));
    if (when.is === 'equals') return String(answer.score ?? answer.choices) === String(when.value);
    return when.is === 'atLeast' ? answer.score! >= Number(when.value) : answer.score! <= Number(when.value);
  };
  for (const question of q.pages.flatMap(({ questions }) => questions)) {
    const { key } = question;
    const values = [given[key]]
      .flat()
      .filter((value) => value !== undefined && value !== '')
      .map(String);
    const isShown = test(question.when);
    if (values.length === 0) {
      if (isShown && question.required) problems.push({ question: key, code: 'needed' });
    } else if (!isShown) {
      problems.push({ question: key, code: 'not-shown' });
    } else if (question.kind === 'multiple') {
      if (values.every((value) => /^o[012]$/.test(value)))
        accepted.push({ question: key, choices: [...new Set(values)].sort() });
      else problems.push({ question: key, code: 'unknown-option' });
    } else if (values.length > 1) {
      problems.push({ question: key, code: 'too-many' });
    } else if (question.kind === 'scale') {
      if (/^[0-4]$/.test(values[0]!)) accepted.push({ question: key, score: Number(values[0]) });
      else problems.push({ question: key, code: 'outside-scale' });
    } else if (values[0]!.length > 3) problems.push({ question: key, code: 'too-long' });
    else accepted.push({ question: key, words: values[0]! });
  }
  const known = q.pages.flatMap(({ questions }) => questions.map(({ key }) => key));
  const strangers = Object.keys(given).filter((name) => !known.includes(name));
  return {
    answers: accepted,
    problems: [...problems, ...strangers.map((question) => ({ question, code: 'unknown-question' }))],
  };
}

describe('branching', () => {
  it('agrees with the plainest reading of its rules', () => {
    fc.assert(
      fc.property(surveys, forms, (q, given) => {
        expect(checkQuestionnaire(q)).toEqual([]);
        expect(takeAnswers(q, given)).toEqual(reference(q, given));
      }),
      { numRuns: 10_000 },
    );
  });

  it('ends: every next page lies further on, and those pages are the visible ones', () => {
    fc.assert(
      fc.property(surveys, forms, (q, given) => {
        const seen: string[] = [];
        for (let page = nextPage(q, given); page; page = nextPage(q, given, page.key)) {
          seen.push(page.key);
          if (seen.length > q.pages.length) return false;
        }
        expect(seen).toEqual(visible(q, given).map(({ key }) => key));
        return true;
      }),
      { numRuns: 2000 },
    );
  });

  it('asks at least what is unconditional, and forgets the answer to what is hidden again', () => {
    expect(visible(sample, {}).map(({ key, questions }) => [key, questions.map((q) => q.key)])).toEqual([
      ['first', ['score', 'main']],
      ['last', ['rows', 'call']],
    ]);
    const open = { score: 2, many: 'price', why: 'x' };
    expect(visible(sample, open)[1]!.questions.map(({ key }) => key)).toEqual(['many', 'why']);
    expect(taken({ ...open, score: 9 })).toEqual({
      answers: [{ question: 'score', score: 9 }],
      problems: ['many not-shown', 'why not-shown'],
    });
  });

  it('takes an unanswered question as neither high nor low, and refuses a page that is not there', () => {
    const low: Condition = { question: 'score', is: 'atMost', value: 6 };
    expect([holds(low, new Map()), holds({ not: low }, new Map())]).toEqual([false, true]);
    expect(nextPage(sample, { score: 9 }, 'first')?.key).toBe('last');
    expect(nextPage(sample, {}, 'last')).toBeUndefined();
    expect(() => nextPage(sample, {}, 'elsewhere')).toThrow(expect.objectContaining({ code: 'CND_NOT_FOUND' }));
  });
});

describe('the stored questions', () => {
  it('are single items: a matrix is its rows, and only scales have points', () => {
    expect(
      askedQuestions(sample).map(({ key, kind, metric, scaleMinimum, scalePoints }) => [
        key,
        kind,
        metric,
        scaleMinimum,
        scalePoints,
      ]),
    ).toEqual([
      ['score', 'scale', 'nps', 0, 11],
      ['main', 'single', undefined, undefined, undefined],
      ['many', 'multiple', undefined, undefined, undefined],
      ['why', 'text', undefined, undefined, undefined],
      ['rows.one', 'scale', 'mean', -1, 3],
      ['rows.two', 'scale', 'mean', -1, 3],
      ['call', 'consent', undefined, undefined, undefined],
    ]);
    expect(askedQuestions(sample)[4]!.texts).toEqual({ en: 'Rows: One' });
  });
});
