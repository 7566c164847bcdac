import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkQuestionnaire,
  library,
  parseQuestionnaire,
  type Questionnaire,
  respondentRoles,
  surveyChannels,
  templateFor,
  touchpointTypes,
} from '../../survey/index.ts';
import {
  addQuestion,
  moveQuestion,
  placedQuestions,
  removeQuestion,
  togglePage,
  withOptionalText,
  withText,
} from './edit-draft.ts';
import { channels, roles, touchpoints } from './survey-api.ts';

const keys = (draft: Questionnaire) => draft.pages.map(({ questions }) => questions.map(({ key }) => key));
const ready = () => templateFor('delivery', ['en']);
const [score, driver, open] = placedQuestions(ready()).map(({ question }) => question.key) as [string, string, string];

describe('editing a draft', () => {
  it('moves a question inside its page, over the edge of it, and no further', () => {
    const two = togglePage(ready(), open);
    expect(keys(two)).toEqual([[score, driver], [open]]);
    expect(placedQuestions(two).map(({ begins }) => begins)).toEqual([undefined, undefined, 2]);
    expect(keys(moveQuestion(two, score, 1))).toEqual([[driver, score], [open]]);
    expect(keys(moveQuestion(two, driver, 1))).toEqual([[score], [driver, open]]);
    // The page that was left empty is gone.
    expect(keys(moveQuestion(two, open, -1))).toEqual([[score, driver, open]]);
    expect(moveQuestion(two, score, -1)).toBe(two);
    expect(moveQuestion(two, open, 1)).toBe(two);
    expect(keys(togglePage(two, open))).toEqual([[score, driver, open]]);
    expect(togglePage(two, score)).toBe(two);
  });

  it('gives a question that is there already another key, and begins a page where there is none', () => {
    const [question] = ready().pages[0]!.questions;
    expect(keys(addQuestion(ready(), question!))).toEqual([[score, driver, open, `${score}-2`]]);
    const none = [score, driver, open].reduce(removeQuestion, ready());
    expect(none.pages).toEqual([]);
    expect(checkQuestionnaire(none).map(({ code }) => code)).toEqual(['no-questions']);
    expect(keys(addQuestion(none, question!))).toEqual([[score]]);
  });

  it('takes a blank text out, so that it is told as missing', () => {
    expect(withText({ en: 'a', fi: 'b' }, 'fi', ' ')).toEqual({ en: 'a' });
    expect(withText(undefined, 'sv', 'c')).toEqual({ sv: 'c' });
    expect(withOptionalText('help', { en: 'a' }, ['en', ''])).toEqual({ help: undefined });
  });

  it('always leaves a draft that the server can keep, with no question lost by moving', () => {
    const step = fc.record({ do: fc.nat(3), at: fc.nat(70), entry: fc.nat(library.length - 1) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 100 }), (steps) => {
        let draft = ready();
        for (const { do: what, at, entry } of steps) {
          const placed = placedQuestions(draft);
          const key = placed[at % Math.max(placed.length, 1)]?.question.key ?? '';
          const before = placed.length;
          if (what === 0) draft = addQuestion(draft, library[entry]!.question);
          else if (what === 1) draft = moveQuestion(draft, key, at % 2 ? 1 : -1);
          else if (what === 2) draft = togglePage(draft, key);
          else draft = removeQuestion(draft, key);
          const difference = what === 0 ? 1 : what === 3 && before > 0 ? -1 : 0;
          expect(placedQuestions(draft)).toHaveLength(before + difference);
        }
        expect(parseQuestionnaire(draft)).toEqual(draft);
        const all = placedQuestions(draft).map(({ question }) => question.key);
        expect(new Set(all).size).toBe(all.length);
        expect(new Set(draft.pages.map(({ key }) => key)).size).toBe(draft.pages.length);
      }),
    );
  });

  it('offers what the library knows', () => {
    expect(touchpoints).toEqual(touchpointTypes);
    expect(channels).toEqual(surveyChannels);
    expect(roles).toEqual(respondentRoles);
  });
});
