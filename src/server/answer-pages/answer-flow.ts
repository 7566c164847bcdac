import type { Context } from 'hono';
import { type AnswerForm, answersToSend, isHis, sealAge, sealTime, sendAnswer } from '../../answering/index.ts';
import {
  languageFor,
  nextPage,
  type Questionnaire,
  respondentLanguage,
  respondentWords,
  storedKeys,
  takeAnswers,
  textIn,
  visible,
} from '../../survey/index.ts';
import type { RouteEnv } from '../context.ts';
import { type FormState, formPage } from './form-page.ts';
import { markup } from './markup.ts';
import { sendNotice, sendNotOpen } from './notice-page.ts';
import { sendPage } from './page-frame.ts';
import { wishesOf } from './page-language.ts';
import type { GivenFields, PostedForm } from './posted-form.ts';

/** What differs between the page of an invitation and one that anybody may open. */
export interface FlowPage {
  readonly form: AnswerForm;
  /** Fields that the page needs back, without the seal. */
  readonly control: Readonly<Record<string, string>>;
  /** Keeps what was given so far, where that is done; answers whether it was kept. */
  readonly keep: (state: Pick<FormState, 'language' | 'page' | 'given'>) => Promise<boolean>;
  /** Runs when the answer is stored. */
  readonly done: () => void;
  /** A draft that is looked at: every step is taken, and nothing is stored. */
  readonly isPreview?: boolean;
}

/** A person reads longer than this; what presses the button of a filled page sooner is a program. */
const leastReadingMilliseconds = 1_500;

/** In which language this page is: as chosen on it, else as the person is asked, else as his browser wishes. */
export function languageOf(c: Context<RouteEnv>, form: AnswerForm, chosen: readonly string[]): string {
  const known = chosen.filter((tag) => form.version.questionnaire.languages.includes(tag));
  return languageFor(form.version.questionnaire, [...known, ...form.languages, ...wishesOf(c)]);
}

/** Shows a page of the form; its seal says when. */
export function showForm(c: Context<RouteEnv>, page: FlowPage, state: Omit<FormState, 'form' | 'control'>): Response {
  const { answering, clock } = c.var.context;
  const seal = sealTime(answering.secret, page.form.seed, clock());
  const { form, isPreview } = page;
  return sendPage(c, formPage({ ...state, form, isPreview, control: { ...page.control, _seen: seal } }));
}

/** Takes a posted page: another language, one back, one on, or the answer. */
export async function takePost(c: Context<RouteEnv>, page: FlowPage, posted: PostedForm): Promise<Response> {
  const { questionnaire } = page.form.version;
  const { control, given } = posted;
  const language = languageOf(c, page.form, [control('_lang'), control('_language')]);
  const at = questionnaire.pages.some(({ key }) => key === control('_page'))
    ? control('_page')
    : questionnaire.pages[0]!.key;
  const show = async (key: string, more: Partial<FormState> = {}) => {
    const saved = more.problems ? false : await page.keep({ language, page: key, given });
    return showForm(c, page, { language, page: key, given, saved: saved && control('_lang') === '', ...more });
  };
  if (control('_lang') !== '') return show(at);
  if (control('_go') === 'back') return show(pageBefore(questionnaire, given, at));
  const problems = takeAnswers(questionnaire, given, { through: at }).problems.filter(isHis);
  if (problems.length > 0) return show(pageOfField(questionnaire, problems[0]!.question) ?? at, { problems });
  if (hasNewQuestions(questionnaire, posted, at)) return show(at);
  const next = nextPage(questionnaire, given, at);
  if (next) return show(next.key);
  if (isTooQuick(c, page.form, posted)) {
    return showForm(c, page, { language, page: at, given, preselected: control('_preselected') });
  }
  return send(c, page, { language, at, given });
}

async function send(
  c: Context<RouteEnv>,
  page: FlowPage,
  { language, at, given }: { language: string; at: string; given: GivenFields },
): Promise<Response> {
  const { answering, clock, metrics } = c.var.context;
  const { form } = page;
  const { questionnaire } = form.version;
  const sent = { given, language, device: deviceOf(c) };
  const outcome = page.isPreview
    ? previewOutcome(form, given)
    : await sendAnswer(answering, form, sent, clock()).catch((error: unknown) => {
        c.var.context.log.warn(
          { requestId: c.var.requestId, error: (error as Error).name },
          'an answer was not stored',
        );
        return undefined;
      });
  // What was written stands in the form again, to be sent once more.
  if (!outcome) return showForm(c, page, { language, page: at, given, failed: true });
  if (outcome.kind === 'problems') {
    const { problems } = outcome;
    return showForm(c, page, {
      language,
      page: pageOfField(questionnaire, problems[0]!.question) ?? at,
      given,
      problems,
    });
  }
  page.done();
  if (outcome.kind === 'walked') return showThanks(c, questionnaire, { language, isFramed: true });
  if (outcome.kind === 'answered') {
    metrics.responseTaken(false);
    return sendNotOpen(c, { kind: 'answered', languages: [language] });
  }
  metrics.responseTaken(true);
  return showThanks(c, questionnaire, { language });
}

/** The same judgement as of an answer that is stored. */
function previewOutcome(form: AnswerForm, given: GivenFields) {
  const { problems } = answersToSend(form, given);
  return problems.length > 0 ? ({ kind: 'problems', problems } as const) : ({ kind: 'walked' } as const);
}

function showThanks(
  c: Context<RouteEnv>,
  { thanks, languages, theme }: Questionnaire,
  { language, isFramed }: { language: string; isFramed?: true },
): Response {
  const words = respondentWords[respondentLanguage(language)];
  const { title, text } = words.thankYou;
  const own = thanks && textIn(thanks, language, languages[0]!);
  // A link, so that the walk begins anew: the page that was sent would be sent once more.
  const again = markup`<p class="said">${words.preview.note}</p><p><a href="${c.req.path}?lang=${language}">${words.preview.again}</a></p>`;
  const more = { language, status: 200, theme, ...(isFramed && { isFramed, more: again }) } as const;
  return sendNotice(c, { title, text: own || text }, more);
}

/** Chromium says it outright; others in the name of the browser. Kept with the answer, never used to tell people apart. */
export function deviceOf(c: Context<RouteEnv>): 'phone' | 'desktop' {
  const isPhone =
    c.req.header('sec-ch-ua-mobile') === '?1' || /Mobi|Android|iPhone/.test(c.req.header('user-agent') ?? '');
  return isPhone ? 'phone' : 'desktop';
}

function pageBefore(questionnaire: Questionnaire, given: GivenFields, at: string): string {
  const pages = visible(questionnaire, given);
  const place = new Map(questionnaire.pages.map(({ key }, index) => [key, index]));
  return pages.filter(({ key }) => place.get(key)! < place.get(at)!).at(-1)?.key ?? pages[0]?.key ?? at;
}

const pageOfField = ({ pages }: Questionnaire, field: string): string | undefined =>
  pages.find(({ questions }) => questions.some((question) => storedKeys(question).includes(field)))?.key;

/** Questions of this page that the answers on it have opened: without a script they are seen after the post only. */
function hasNewQuestions(questionnaire: Questionnaire, { control, given }: PostedForm, at: string): boolean {
  if (control('_asked') === '') return false;
  const asked = new Set(control('_asked').split(' '));
  const now = visible(questionnaire, given).find(({ key }) => key === at)?.questions ?? [];
  return now.some(({ key }) => !asked.has(key));
}

/** Pressed at once, with nothing but what the link in the mail had filled in: a program that looks at pages does that. */
function isTooQuick(c: Context<RouteEnv>, form: AnswerForm, { control, given }: PostedForm): boolean {
  if (control('_preselected') === '') return false;
  const values = Object.values(given).flat();
  if (values.filter((value) => value.trim() !== '').length > 1) return false;
  const { answering, clock } = c.var.context;
  const age = sealAge(answering.secret, form.seed, control('_seen'), clock());
  return age === undefined || age < leastReadingMilliseconds;
}
