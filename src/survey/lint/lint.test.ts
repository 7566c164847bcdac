import { describe, expect, it } from 'vitest';
import { parseQuestionnaire } from '../check-questionnaire.ts';
import { type LintContext, lint } from '../index.ts';
import { lintWords } from './lint-words.ts';
import { met, vocabularies, wordsOf } from './vocabulary.ts';

const text = (en: string) => ({ en });
const scale = (key: string, words: string, more: object = {}) => ({
  kind: 'scale',
  key,
  text: text(words),
  metric: 'csat-top2',
  scale: { minimum: 1, points: 5 },
  anchors: { low: text('Very dissatisfied'), high: text('Very satisfied') },
  ...more,
});
const nps = (key = 'recommend') =>
  scale(key, 'How likely are you to recommend us?', { metric: 'nps', scale: { minimum: 0, points: 11 } });
const open = { kind: 'text', key: 'why', text: text('What is the main reason?'), longest: 500 };
const options = [
  { key: 'a', text: text('A') },
  { key: 'b', text: text('B') },
];
const survey = (questions: unknown[], languages = ['en']) => ({
  languages,
  title: text('T'),
  pages: [{ key: 'one', questions }],
});
const rules = (questions: unknown[], context: LintContext = {}) =>
  lint(survey(questions), context).map(({ rule, severity, question }) =>
    `${rule} ${severity} ${question ?? ''}`.trim(),
  );

describe('the lint', () => {
  it('refuses a draft that is none, by the field', () => {
    for (const draft of [null, 7, 'x', [], {}, { pages: {} }, survey([7]), survey([{ kind: 'scale' }])]) {
      expect(() => lint(draft)).toThrow(expect.objectContaining({ code: 'CND_SURVEY' }));
    }
    expect(() => lint(survey([{ ...nps(), sparkle: true }]))).toThrow(/sparkle/);
  });

  it('names every fault of presentation, and lets a false flag pass', () => {
    const bad = { ...nps(), orientation: 'descending', colors: ['red'], default: 10 };
    expect(rules([bad, open])).toEqual(Array(3).fill('presentation refused recommend'));
    expect(rules([{ ...nps(), preselected: false, colours: false }, open])).toEqual([]);
  });

  it('wants ratings behind the recommendation at the relationship level alone', () => {
    const late = [scale('overall', 'How satisfied are you?'), nps(), open];
    expect(rules(late, { level: 'relationship' })).toEqual(['order warn recommend']);
    expect(rules(late, { level: 'encounter' })).toEqual([]);
    const consented = [
      { kind: 'consent', key: 'ok', text: text('I agree to be asked.'), purpose: 'survey' },
      nps(),
      open,
    ];
    expect(rules(consented, { level: 'relationship' })).toEqual([]);
  });

  it('says nothing of order and reasons where there is no scale', () => {
    expect(rules([{ kind: 'single', key: 's', text: text('Which?'), options }])).toEqual([]);
  });

  it('wants the open question behind the score and not before it', () => {
    expect(rules([open, nps()])).toEqual(['order warn why', 'follow-up warn recommend']);
  });

  it('counts the longest path and not all that is written', () => {
    const low = { question: 'recommend', is: 'atMost', value: 6 };
    const branch = (side: string, when: object) =>
      [1, 2, 3].map((k) => scale(`${side}${k}`, `How satisfied are you with part ${side}${k}?`, { when }));
    const two = [{ ...nps(), required: true }, ...branch('a', low), ...branch('b', { not: low }), open];
    expect(rules(two)).toEqual([]);
    expect(rules(two.map((question) => ({ ...question, when: undefined })))).toEqual(['length warn']);
  });

  it('has another bound at the relationship level, and a last one', () => {
    const many = (n: number) => [
      nps(),
      ...Array.from({ length: n - 2 }, (_, k) => scale(`p${k}`, 'How satisfied are you?')),
      open,
    ];
    expect(rules(many(12), { level: 'relationship' })).toEqual([]);
    expect(rules(many(13), { level: 'relationship' })).toEqual(['length warn']);
    expect(rules(many(7))).toEqual([]);
    expect(lint(survey(many(8)))[0]!.why).toMatch(/^8 questions/);
    expect(lint(survey(many(13)))[0]!.why).toMatch(/more than 12/);
  });

  it('refuses empty anchors: the same words or bare figures', () => {
    const anchored = (low: string, high: string) => [
      scale('s', 'How satisfied are you?', { anchors: { low: text(low), high: text(high) } }),
      open,
    ];
    expect(rules(anchored('Good', 'Good'))).toEqual(['anchors refused s']);
    expect(rules(anchored('1', '5'))).toEqual(['anchors refused s']);
    expect(rules(anchored('1 Bad', '5 Good'))).toEqual([]);
  });

  it('sees what would change in the field, and warns only where a break is marked', () => {
    const choice = { kind: 'single', key: 'which', text: text('Which?'), options };
    const inField = parseQuestionnaire(survey([nps(), choice, open]));
    const changed = (...questions: unknown[]) =>
      lint(survey(questions), { inField }).map(({ why }) => /\((.*?)\)/.exec(why)?.[1]);
    expect(changed(nps(), choice, open)).toEqual([]);
    expect(changed({ ...nps(), text: text('Would you recommend us?') }, choice, open)).toEqual(['wording']);
    expect(changed({ ...nps(), metric: 'mean', scale: { minimum: 1, points: 10 } }, choice, open)).toEqual(['scale']);
    expect(changed(nps(), { ...choice, options: [...options].reverse() }, open)).toEqual(['options']);
    expect(changed(nps(), { ...choice, order: 'shuffled' }, open)).toEqual(['options']);
    expect(changed(nps(), { ...choice, order: 'fixed' }, open)).toEqual([]);
    expect(changed(nps(), scale('new', 'How satisfied are you?'), choice, open)).toEqual(['place in the order']);
    expect(changed(nps(), choice, { ...open, text: text('Why?') })).toEqual([]);
    const translated = { ...nps(), text: { en: 'How likely are you to recommend us?', fi: 'Suositteletko?' } };
    expect(changed(translated, choice, open)).toEqual([]);
    const other = [{ ...nps(), text: text('Would you recommend us?') }, choice, open];
    expect(rules(other, { inField })).toEqual(['presentation-changed refused recommend']);
    expect(rules(other, { inField, isBreakMarked: true })).toEqual(['presentation-changed warn recommend']);
  });
});

describe('the words of a question', () => {
  const found = (language: string, words: string, more: object = {}) =>
    lint({
      languages: [language],
      title: { [language]: 'T' },
      pages: [
        {
          key: 'one',
          questions: [
            {
              ...scale('s', ''),
              text: { [language]: words },
              anchors: { low: { [language]: 'L' }, high: { [language]: 'H' } },
              ...more,
            },
            { ...open, text: { [language]: 'W' } },
          ],
        },
      ],
    }).map(({ rule, language: of }) => `${rule} ${of}`);

  it.each([
    ['en', 'How satisfied were you with the touchpoint?', 'process-words'],
    ['fi', 'Kuinka tyytyväinen olit palveluprosessiin ja prosessin kulkuun?', 'process-words'],
    ['sv', 'Hur nöjd är du med handläggningen?', 'process-words'],
    ['en', 'How clear and useful was our answer?', 'double-barrelled'],
    ['fi', 'Kuinka nopeaa ja ystävällistä palvelu oli?', 'double-barrelled'],
    ['sv', 'Hur snabb och vänlig var personalen?', 'double-barrelled'],
    ['sv', 'Hur snabbt samt korrekt fick du svar?', 'double-barrelled'],
    ['en', 'Of course, how satisfied are you?', 'leading'],
    ['fi', 'Kuinka tyytyväinen olet erinomaiseen palveluumme?', 'leading'],
    ['sv', 'Hur nöjd är du med vår utmärkta service?', 'leading'],
    ['en', 'The staff didn’t help me.', 'negation'],
    ['fi', 'En saanut apua.', 'negation'],
    ['sv', 'Jag fick inte hjälp.', 'negation'],
    ['en-GB', 'I never got help.', 'negation'],
  ])('%s: "%s" fails %s', (language, words, rule) => expect(found(language, words)).toEqual([`${rule} ${language}`]));

  it.each([
    ['en', 'How likely are you to recommend us to a friend or colleague?'],
    ['en', 'How satisfied are you with the delivery and with everything around it?'],
    ['fi', 'Kuinka todennäköisesti suosittelisit meitä ystävälle tai kollegalle?'],
    ['sv', 'Hur troligt är det att du skulle rekommendera oss till en vän eller kollega?'],
    ['en', 'How satisfied are you with {{encounter.process|the work}}?'],
    ['de', 'Wie schnell und freundlich war unser Prozess nicht?'],
  ])('%s: "%s" passes', (language, words) => expect(found(language, words)).toEqual([]));

  it('may ask in words what did not work, but not with two negations', () => {
    const asked = (words: string) => rules([nps(), { ...open, text: text(words) }]);
    expect(asked('What did not work?')).toEqual([]);
    expect(asked('What did not work and never will?')).toEqual(['negation warn why']);
  });

  it('are looked at in the rows of a matrix and in a consent', () => {
    const rows = [{ key: 'a', text: text('Our excellent staff') }];
    expect(rules([{ ...scale('m', 'How satisfied are you with:'), kind: 'matrix', rows }, open])).toEqual([
      'leading warn m',
    ]);
    const consent = { kind: 'consent', key: 'c', text: text('Do not call me.'), purpose: 'p' };
    expect(rules([nps(), open, consent])).toEqual(['negation warn c']);
  });

  it('are cut at what is no letter, and stems end with a star', () => {
    expect(wordsOf('It’s (very) GOOD—{{touchpoint}} åäö 7?')).toEqual(["it's", 'very', 'good', 'åäö', '7']);
    expect(met(['end', 'users', 'escalated'], ['end users', 'escalat*', 'end'])).toEqual([
      'end users',
      'escalated',
      'end',
    ]);
  });

  it('are told in the language asked for, and every reason has words', () => {
    const reasons = Object.keys(lintWords.en);
    for (const words of ['fi', 'sv'] as const)
      expect(Object.keys(lintWords[words]).sort()).toEqual([...reasons].sort());
    expect(lint(survey([nps()]), { words: 'fi' })[0]!.why).toMatch(/Arvosanaan/);
    expect(Object.keys(vocabularies)).toEqual(['en', 'fi', 'sv']);
  });
});
