import { describe, expect, it } from 'vitest';
import { longQuestionnaire } from '../../test/answering/questionnaires.ts';
import { takeAnswers } from '../survey/index.ts';
import { nextStep, stepsOf } from './steps.ts';

const nobody = new Set<string>();

describe('the screens of a kiosk', () => {
  it('are one for each scale, row and choice, and none for what needs a keyboard', () => {
    const fields = stepsOf(longQuestionnaire, { recommend: '9' }, 'seed').map(({ field }) => field);
    expect(fields).toEqual(['recommend', 'how', 'liked', 'parts.price', 'parts.tone']);
  });

  it('keep the order of shuffled options for one person', () => {
    const orderOf = (seed: string) => {
      const step = stepsOf(longQuestionnaire, {}, seed).find(({ field }) => field === 'how')!;
      return step.kind === 'options' ? step.options.map(({ key }) => key).join() : '';
    };
    expect(orderOf('a')).toBe(orderOf('a'));
    expect(new Set(['a', 'b', 'c', 'd', 'e', 'f'].map(orderOf)).size).toBeGreaterThan(1);
  });

  it('go on until nothing is left, and what they give is taken', () => {
    let given: Record<string, string> = {};
    const seen: string[] = [];
    for (;;) {
      const step = nextStep(stepsOf(longQuestionnaire, given, 's'), given, nobody);
      if (!step) break;
      seen.push(step.field);
      given = { ...given, [step.field]: step.kind === 'scale' ? String(step.points.at(-1)) : step.options[0]!.key };
    }
    expect(seen).toEqual(['recommend', 'how', 'liked', 'parts.price', 'parts.tone']);
    expect(takeAnswers(longQuestionnaire, given)).toMatchObject({ problems: [] });
  });

  it('pass over what somebody leaves out', () => {
    const given = { recommend: '9' };
    expect(nextStep(stepsOf(longQuestionnaire, given, 's'), given, new Set(['how']))?.field).toBe('liked');
  });
});
