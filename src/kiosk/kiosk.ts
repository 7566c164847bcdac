import { directionOf, languageFor, respondentLanguage, respondentWords } from '../survey/index.ts';
import { type AnswerQueue, openQueue } from './answer-queue.ts';
import { type AskedDefinition, isAsked, type KioskDefinition, kioskPath, loadDefinition } from './definition.ts';
import { element } from './element.ts';
import { kioskStyle } from './kiosk-style.ts';
import { noticeScreen, optionsScreen, type Speech, scaleScreen, speechOf, withTap } from './screens.ts';
import { staffScreen } from './staff-screen.ts';
import { staffWords } from './staff-words.ts';
import { type Given, nextStep, type Step, stepsOf } from './steps.ts';
import { sync, takeUpQueue } from './sync.ts';

/** Nobody is there any more. */
const idleMilliseconds = 20_000;
/** Long enough to be read, short enough for the next in the queue. */
const thanksMilliseconds = 3_000;
const syncMilliseconds = 15_000;
const renewMilliseconds = 300_000;

/** The one who stands in front of the screen now. */
interface Visit {
  readonly language: string;
  readonly seed: string;
  readonly given: Given;
  readonly passed: ReadonlySet<string>;
  /** His answer on the disk, from the first tap. */
  readonly answer?: { readonly id: string };
  readonly definition: AskedDefinition;
}

const path = kioskPath();
const sheet = new CSSStyleSheet();
let definition: KioskDefinition | undefined;
let queue: AnswerQueue;
let visit: Visit | undefined;
let timer = 0;
let isWriting = false;

async function start(): Promise<void> {
  document.adoptedStyleSheets = [sheet];
  if (!isSecureContext) {
    notice(staffWords(navigator.language).insecure);
    return;
  }
  void navigator.serviceWorker
    .register(`${path}/worker.js`, { scope: path, updateViaCache: 'none' })
    .catch(() => undefined);
  // Asked once; a browser that says no may throw the queue away when its disk is full.
  void navigator.storage.persist?.().catch(() => false);
  queue = await openQueue(path);
  await takeUpQueue(queue);
  definition = await loadDefinition();
  welcome();
  setInterval(() => void bring(), syncMilliseconds);
  setInterval(() => void renew(), renewMilliseconds);
  addEventListener('online', () => void bring());
  addEventListener('pointerdown', stayAwake);
  addEventListener('keydown', stayAwake);
  void bring();
}

/** One call at a time, also when the page is open twice. */
const bring = () =>
  navigator.locks.request(`candor sync ${path}`, async () => {
    try {
      return await sync(queue, path);
    } catch {
      await reopen();
      return 'away';
    }
  });

/** A full disk ends the connection to the queue; it is there again when there is room. */
async function reopen(): Promise<void> {
  queue = await openQueue(path).catch(() => queue);
}

async function renew(): Promise<void> {
  definition = (await loadDefinition()) ?? definition;
  // Never under the hands of somebody who answers.
  if (visit?.answer === undefined && !isStaff()) welcome();
}

const isStaff = () => document.querySelector('.staff') !== null;

/** The first screen, for the next person. */
function welcome(language?: string): void {
  clearTimeout(timer);
  visit = undefined;
  if (!isAsked(definition)) {
    sheet.replaceSync((definition?.css ?? '') + kioskStyle);
    if (definition === undefined) {
      notice(staffWords(navigator.language).notReady);
      return;
    }
    const spoken = languageFor({ languages: Object.keys(respondentWords) }, [
      definition.language ?? navigator.language,
    ]);
    const { closed } = respondentWords[respondentLanguage(spoken)];
    draw(noticeScreen(closed), spoken, []);
    return;
  }
  sheet.replaceSync((definition.css ?? '') + kioskStyle);
  const { questionnaire } = definition;
  const first = languageFor(questionnaire, [...(definition.language ? [definition.language] : []), navigator.language]);
  visit = { language: language ?? first, seed: crypto.randomUUID(), given: {}, passed: new Set(), definition };
  ask(visit);
  if (language !== undefined && language !== first) restart();
}

/** The next question, or thanks. */
function ask(now: Visit): void {
  const step = nextStep(stepsOf(now.definition.questionnaire, now.given, now.seed), now.given, now.passed);
  if (!step) {
    void end(now, true);
    return;
  }
  const speech = speechOf(now.definition, now.language);
  const screen =
    step.kind === 'scale'
      ? scaleScreen(step, speech, { tap: (value) => void tap(now, step, value), pass: passOf(now, step) })
      : optionsScreen(step, speech, {
          tap: (value) => void tap(now, step, value),
          pass: () => pass(now, step),
        });
  draw(screen, now.language, now.answer === undefined ? now.definition.questionnaire.languages : []);
}

/** The first question is all that there is as yet: passing over it would be leaving. */
const passOf = (now: Visit, step: Step) =>
  now.answer === undefined || step.isRequired ? undefined : () => pass(now, step);

function pass(now: Visit, { field }: Step): void {
  if (isWriting) return;
  visit = { ...now, passed: new Set([...now.passed, field]) };
  restart();
  ask(visit);
}

/** Kept on the disk before anything else happens: what is shown next says that it is. */
async function tap(now: Visit, step: Step, value: string | readonly string[]): Promise<void> {
  if (isWriting) return;
  isWriting = true;
  try {
    const given = withTap(now.given, step, value);
    const { language } = now;
    const rest = nextStep(stepsOf(now.definition.questionnaire, given, now.seed), given, now.passed);
    const completed = rest === undefined;
    const answer =
      now.answer ?? (await queue.begin({ version: now.definition.version, language, given, completed }, Date.now()));
    if (now.answer) await queue.change(answer.id, { given, completed });
    document.body.dataset.kept = answer.id;
    visit = { ...now, given, answer };
    restart();
    ask(visit);
  } catch {
    fail(now);
  } finally {
    isWriting = false;
  }
}

/** He is done, or has gone: his answer may go to the server. */
async function end({ answer, language, definition: asked }: Visit, isThanked: boolean): Promise<void> {
  clearTimeout(timer);
  visit = undefined;
  if (answer) {
    await queue.change(answer.id, { state: 'waiting' }).catch(() => undefined);
    void bring();
  }
  if (!isThanked || !answer) {
    welcome();
    return;
  }
  const { words, say } = speechOf(asked, language);
  const { thanks } = asked.questionnaire;
  const text = thanks ? say(thanks) : '';
  draw(noticeScreen({ title: words.thankYou.title, text }), language, []);
  document.body.dataset.thanked = answer.id;
  timer = window.setTimeout(() => welcome(), thanksMilliseconds);
}

/** What could not be kept is not thanked for. */
function fail({ language }: Visit): void {
  visit = undefined;
  void reopen();
  draw(noticeScreen(respondentWords[respondentLanguage(language)].cannotKeep), language, []);
  clearTimeout(timer);
  timer = window.setTimeout(() => welcome(), idleMilliseconds);
}

function stayAwake(): void {
  if (visit || isStaff()) restart();
}

function restart(): void {
  clearTimeout(timer);
  timer = window.setTimeout(() => (visit?.answer ? void end(visit, false) : welcome()), idleMilliseconds);
}

async function showStaff(language: string): Promise<void> {
  const screen = await staffScreen({ queue, definition, language, syncNow: bring, leave: () => welcome() });
  visit = undefined;
  draw(screen, language, []);
  screen.querySelector('input')?.focus();
  restart();
}

const notice = (text: string) => draw(noticeScreen({ title: 'Candor', text }), 'en', []);

function draw(screen: HTMLElement, language: string, languages: readonly string[]): void {
  const speech: Pick<Speech, 'words'> = { words: respondentWords[respondentLanguage(language)] };
  const root = document.documentElement;
  root.lang = language;
  root.dir = directionOf(language);
  const main = element('main', { tabindex: '-1' }, screen);
  const hadFocus = document.body.contains(document.activeElement) && document.activeElement !== document.body;
  const names = languages.length > 1 ? languages : [];
  document.body.replaceChildren(
    element(
      'header',
      {},
      element('p', {}, definition?.place.workspace ?? ''),
      names.length > 0 &&
        element(
          'div',
          { class: 'lang', role: 'group', 'aria-label': speech.words.chooseLanguage },
          ...names.map((one) =>
            element(
              'button',
              {
                type: 'button',
                lang: one,
                ...(one === language && { 'aria-current': 'true' }),
                onclick: () => welcome(one),
              },
              ownName(one),
            ),
          ),
        ),
    ),
    main,
    element(
      'footer',
      {},
      definition &&
        element('span', { class: 'note' }, `${speech.words.privacy}: ${location.host}${definition.privacy}`),
      queue &&
        element('button', { type: 'button', onclick: () => void showStaff(language) }, staffWords(language).staff),
    ),
  );
  delete document.body.dataset.thanked;
  // The keyboard goes on where the next question begins.
  if (hadFocus) main.focus();
}

function ownName(language: string): string {
  const known = respondentLanguage(language);
  if (known === language.toLowerCase()) return respondentWords[known].languageName;
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}

start().catch(() => notice(staffWords(navigator.language).notReady));
