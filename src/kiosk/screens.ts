import {
  pipe,
  type RespondentWords,
  respondentLanguage,
  respondentWords,
  type Texts,
  textIn,
} from '../survey/index.ts';
import type { AskedDefinition } from './definition.ts';
import { element } from './element.ts';
import type { Given, Step } from './steps.ts';

/** In which language a screen speaks, and what it says of the survey. */
export interface Speech {
  readonly language: string;
  readonly words: RespondentWords;
  readonly say: (texts: Texts) => string;
}

export function speechOf({ questionnaire, place }: AskedDefinition, language: string): Speech {
  const fallback = questionnaire.languages[0]!;
  return {
    language,
    words: respondentWords[respondentLanguage(language)],
    say: (texts) => pipe(textIn(texts, language, fallback), { touchpoint: place.touchpoint }),
  };
}

/** A question whose answer is one tap: real buttons in a group that carries the words of both ends. */
export function scaleScreen(
  step: Extract<Step, { kind: 'scale' }>,
  { say, words }: Speech,
  { tap, pass }: { tap: (value: string) => void; pass: (() => void) | undefined },
): HTMLElement {
  const { points } = step;
  const [low, high] = [say(step.low), say(step.high)];
  const buttons = points.map((point) =>
    element(
      'button',
      { type: 'button', 'data-point': String(point), onclick: () => tap(String(point)) },
      String(point),
    ),
  );
  return element(
    'fieldset',
    {},
    legendOf(step, say, `${points[0]}: ${low}, ${points.at(-1)}: ${high}`),
    element('div', { class: points.length <= 7 ? 'taps few' : 'taps' }, ...buttons),
    element(
      'div',
      { class: points.length <= 7 ? 'ends few' : 'ends', 'aria-hidden': 'true' },
      element('span', {}, low),
      element('span', {}, high),
    ),
    pass && element('div', { class: 'go' }, element('button', { type: 'button', onclick: pass }, words.next)),
  );
}

/** Options: one tap, or several and a tap. */
export function optionsScreen(
  step: Extract<Step, { kind: 'options' }>,
  { say, words }: Speech,
  { tap, pass }: { tap: (value: string | readonly string[]) => void; pass: () => void },
): HTMLElement {
  const { options, isMultiple, atMost, isRequired } = step;
  const chosen = new Set<string>();
  const buttons = options.map(({ key, text, exclusive }) => {
    const button = element(
      'button',
      { type: 'button', 'data-option': key, ...(isMultiple && { 'aria-pressed': 'false' }) },
      say(text),
    );
    button.addEventListener('click', () => {
      if (!isMultiple) return tap(key);
      if (chosen.has(key)) chosen.delete(key);
      else {
        const alone = options.filter((one) => one.exclusive || exclusive).map((one) => one.key);
        for (const other of alone) chosen.delete(other);
        if (atMost === undefined || chosen.size < atMost) chosen.add(key);
      }
      for (const one of buttons) one.setAttribute('aria-pressed', String(chosen.has(one.dataset.option!)));
      next.textContent = chosen.size > 0 || isRequired ? words.next : `${words.next} →`;
    });
    return button;
  });
  const next = element(
    'button',
    {
      type: 'button',
      class: 'main',
      onclick: () => {
        if (chosen.size > 0) tap([...chosen]);
        else if (!isRequired) pass();
      },
    },
    words.next,
  );
  const how = isMultiple ? (atMost ? words.chooseAtMost(atMost) : words.chooseAny) : words.chooseOne;
  const passing = !isMultiple && !isRequired && element('button', { type: 'button', onclick: pass }, words.next);
  return element(
    'fieldset',
    {},
    legendOf(step, say, how),
    element('div', { class: 'choices' }, ...buttons),
    (isMultiple || passing) && element('div', { class: 'go' }, isMultiple ? next : passing),
  );
}

function legendOf({ texts }: Step, say: Speech['say'], heard: string): HTMLElement {
  const [first, second] = texts.map(say);
  const asked = second === undefined ? [first!] : [element('small', {}, first!), second];
  return element('legend', {}, element('h1', {}, ...asked), element('span', { class: 'hide' }, ` (${heard})`));
}

/** One thing said in the middle of the screen. */
export function noticeScreen({ title, text }: { readonly title: string; readonly text: string }): HTMLElement {
  return element('div', { class: 'thanks', role: 'status' }, element('h1', {}, title), element('p', {}, text));
}

/** What one tap adds to the answers of a person. */
export const withTap = (given: Given, { field }: Step, value: string | readonly string[]): Given => ({
  ...given,
  [field]: value,
});
