import { describe, expect, it } from 'vitest';
import { allTexts, checkQuestionnaire, missingTranslations } from '../index.ts';
import { lint } from '../lint/lint.ts';
import type { Question } from '../question.ts';
import { type Questionnaire, questionnaire } from '../questionnaire.ts';
import { respondentLanguages } from '../respondent-words/respondent-words.ts';
import { templateFor } from '../template.ts';
import { defaultTheme } from '../theme.ts';
import { metricOf, respondentRoles, surveyChannels, touchpointTypes } from './entry.ts';
import { library, questionFromLibrary, searchLibrary } from './search-library.ts';

const three = ['en', 'fi', 'sv'];

/** A survey that the entry fits into: before it a metric, where it is none itself, behind it an open question. */
function around(question: Question, isMetric: boolean): Questionnaire {
  const open = { ...questionFromLibrary('phone-why'), key: 'why' };
  const metric = { ...questionFromLibrary('phone-satisfaction'), key: 'score' };
  const title = { en: 'Survey', fi: 'Kysely', sv: 'Enkät' };
  const questions = isMetric ? [question, open] : [metric, question, open];
  return { languages: three, title, theme: defaultTheme, pages: [{ key: 'one', questions }] };
}

describe('the question library', () => {
  it('has at least 120 questions, ten or more for each of twelve touchpoint types', () => {
    expect(library.length).toBeGreaterThanOrEqual(120);
    expect(touchpointTypes).toHaveLength(12);
    for (const touchpoint of touchpointTypes) {
      expect(searchLibrary({ touchpoint }).length, touchpoint).toBeGreaterThanOrEqual(10);
    }
  });

  it('has a question for every role, channel and kind of metric', () => {
    for (const role of respondentRoles) expect(searchLibrary({ role }).length, role).toBeGreaterThan(40);
    for (const channel of surveyChannels) expect(searchLibrary({ channel }).length, channel).toBeGreaterThan(40);
    for (const metric of ['nps', 'csat-top2', 'csat-mean', 'ces-5', 'ces-7', 'mean', 'index-100'] as const) {
      expect(searchLibrary({ metric }).length, metric).toBeGreaterThan(2);
    }
  });

  it('calls every question by a name of its own', () => {
    expect(new Set(library.map(({ id }) => id)).size).toBe(library.length);
    expect(library.filter(({ id, question, touchpoint }) => question.key !== id || !id.startsWith(touchpoint))).toEqual(
      [],
    );
  });

  it('asks no question of a touchpoint twice, and gives each its own reason', () => {
    for (const language of ['en', 'fi', 'sv'] as const) {
      const asked = library.map(({ touchpoint, question }) => `${touchpoint} ${question.text[language]}`);
      expect(new Set(asked).size, language).toBe(asked.length);
      expect(new Set(library.map(({ reason }) => reason[language])).size, language).toBe(library.length);
    }
  });

  it.each(library.map((entry) => [entry.id, entry] as const))('%s can be asked, in three languages', (_, entry) => {
    const survey = around(entry.question, entry.part === 'metric');
    expect(questionnaire.safeParse(survey).error).toBeUndefined();
    expect(checkQuestionnaire(survey)).toEqual([]);
    expect(lint(survey)).toEqual([]);
    const texts = [
      ...allTexts(survey)
        .filter(({ question }) => question === entry.id)
        .map((one) => one.texts),
      entry.reason,
    ];
    for (const text of texts) {
      for (const language of three) expect(text[language as 'en']?.trim(), `${entry.id} ${language}`).toBeTruthy();
    }
    // The price or the search may be called alike; a whole question may not.
    expect(new Set(three.map((language) => entry.question.text[language])).size).toBe(three.length);
    expect(new Set(three.map((language) => entry.reason[language as 'en'])).size).toBe(three.length);
  });

  it('does not send an SMS that takes two pages, and no list where none can be shown', () => {
    const sms = searchLibrary({ channel: 'sms' });
    for (const { id, question } of sms) {
      for (const language of three)
        expect(question.text[language]!.length, `${id} ${language}`).toBeLessThanOrEqual(160);
    }
    for (const channel of ['sms', 'phone'] as const) {
      expect(searchLibrary({ channel }).filter(({ question }) => question.kind === 'multiple')).toEqual([]);
    }
    expect(searchLibrary({ channel: 'kiosk' }).filter(({ question }) => question.kind === 'text')).toEqual([]);
  });

  it('finds by every key together, and nothing in a language it is not written in', () => {
    const found = searchLibrary({
      touchpoint: 'invoice',
      channel: 'email',
      role: 'payer',
      metric: 'ces-7',
      language: 'fi',
    });
    expect(found.map(({ id }) => id)).toEqual(['invoice-ease']);
    expect(found[0]!.seconds).toBeGreaterThan(3);
    expect(searchLibrary({ role: 'end-user', touchpoint: 'invoice' })).toEqual([]);
    expect(searchLibrary({ language: 'ja' })).toEqual([]);
    expect(searchLibrary({ metric: 'nps' }).every((entry) => metricOf(entry) === 'nps')).toBe(true);
  });

  it('counts the cost in the language that is asked in', () => {
    const [en, fi] = ['en', 'fi'].map((language) => searchLibrary({ language }).map(({ seconds }) => seconds));
    expect(en).not.toEqual(fi);
  });

  it('gives a copy that may be changed, and refuses what it does not have', () => {
    questionFromLibrary('visit-why').text.en = 'changed';
    searchLibrary({ touchpoint: 'visit' }).find(({ id }) => id === 'visit-why')!.question.text.en = 'changed';
    expect(questionFromLibrary('visit-why').text.en).not.toBe('changed');
    expect(() => questionFromLibrary('visit-nothing')).toThrow(expect.objectContaining({ code: 'CND_NOT_FOUND' }));
  });
});

describe('a ready survey', () => {
  it.each(touchpointTypes)('of %s can be asked as it is, in all five languages', (touchpoint) => {
    const survey = templateFor(touchpoint, respondentLanguages);
    expect(questionnaire.parse(survey)).toEqual(survey);
    expect(checkQuestionnaire(survey)).toEqual([]);
    expect(lint(survey, { level: touchpoint === 'relationship' ? 'relationship' : 'encounter' })).toEqual([]);
    expect(missingTranslations(survey)).toEqual([]);
    expect(survey.pages[0]!.questions.map(({ kind }) => kind)).toEqual(['scale', 'scale', 'text']);
    for (const { path, texts } of allTexts(survey)) {
      expect(new Set(Object.values(texts)).size, path).toBe(5);
      expect(texts.ar, path).toMatch(/\p{Script=Arabic}/u);
    }
  });

  it.each([[[]], [['en', 'en']], [['en', 'xx']]])('is refused in the languages %j', (languages) => {
    expect(() => templateFor('visit', languages as ['en'])).toThrow(expect.objectContaining({ code: 'CND_ARGUMENT' }));
  });
});
