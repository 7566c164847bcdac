import { type Context, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import {
  type AnswerForm,
  keepHoneypot,
  keepIntent,
  keepPartial,
  newHolder,
  openAnswer,
  secretHash,
} from '../../answering/index.ts';
import { visible } from '../../survey/index.ts';
import type { RouteEnv } from '../context.ts';
import { safeError } from '../log.ts';
import { deviceOf, type FlowPage, languageOf, showForm, takePost } from './answer-flow.ts';
import { sendNotOpen } from './notice-page.ts';
import { fieldsOf, type GivenFields, readForm } from './posted-form.ts';

/** Names the browser that began the form of one link: the cookie is sent to this path only, and only after a post. */
const holderCookie = 'candor_answer';
const holderForm = /^[A-Za-z0-9_-]{24}$/;
const thirtyDays = 30 * 86_400;

/** `/a/TOKEN`: the page of an invitation. A GET changes nothing; a click of a score in a mail only fills it in. */
export function invitationPages(): Hono<RouteEnv> {
  const pages = new Hono<RouteEnv>();
  pages.get('/a/:token/h', async (c) => {
    const opened = await open(c);
    // The link that nobody sees, in a mail: what opens it opens every link.
    if (opened.kind === 'open') await keepHoneypot(c.var.context.answering, opened.form, c.var.context.clock());
    return sendNotOpen(c, { kind: 'unknown', languages: [] });
  });
  pages.get('/a/:token', async (c) => {
    const opened = await open(c);
    if (opened.kind !== 'open') return sendNotOpen(c, opened);
    return show(c, opened.form);
  });
  pages.post('/a/:token', async (c) => {
    const [opened, posted] = await Promise.all([open(c), readForm(c)]);
    if (opened.kind !== 'open') {
      // In the language that was chosen on the page that is sent.
      const chosen = posted?.control('_language') ?? '';
      return sendNotOpen(c, { ...opened, languages: [chosen, ...opened.languages].filter((tag) => tag !== '') });
    }
    if (!posted) return show(c, opened.form);
    const given = [posted.control('_holder'), getCookie(c, holderCookie) ?? ''].find((one) => holderForm.test(one));
    return takePost(c, flowOf(c, opened.form, given ?? newHolder()), posted);
  });
  return pages;
}

const open = (c: Context<RouteEnv>) =>
  openAnswer(c.var.context.answering, c.req.param('token') ?? '', c.var.context.clock());

async function show(c: Context<RouteEnv>, form: AnswerForm): Promise<Response> {
  const holder = heldBy(c, form);
  const given = holder === undefined ? {} : textsOf(form.partial!.given);
  const { questionnaire } = form.version;
  const language = languageOf(c, form, [
    c.req.query('lang') ?? '',
    ...(holder === undefined ? [] : [form.partial!.language ?? '']),
  ]);
  const page = holder === undefined ? undefined : form.partial!.page;
  const known = questionnaire.pages.some(({ key }) => key === page) ? page! : questionnaire.pages[0]!.key;
  const clicked = c.req.query('score');
  const preselected = clicked === undefined ? undefined : await preselect(c, form, clicked);
  const filled = preselected ? { ...given, [preselected.field]: [preselected.score] } : given;
  return showForm(c, flowOf(c, form, holder ?? ''), {
    language,
    page: known,
    given: fieldsOf(Object.entries(filled)),
    preselected: preselected?.score,
    saved: holder !== undefined && !preselected,
  });
}

/** The holder of what is kept, if this browser is it. */
function heldBy(c: Context<RouteEnv>, { partial }: AnswerForm): string | undefined {
  const holder = getCookie(c, holderCookie) ?? '';
  return partial && holderForm.test(holder) && secretHash(holder).equals(partial.holderHash) ? holder : undefined;
}

/** Fills in the score that was clicked, where the first page begins with a scale that has it, and keeps the intent. */
async function preselect(c: Context<RouteEnv>, form: AnswerForm, clicked: string) {
  const first = visible(form.version.questionnaire, {})[0]?.questions.find(({ kind }) => kind === 'scale');
  if (first?.kind !== 'scale' || !/^-?\d{1,3}$/.test(clicked)) return undefined;
  const score = Number(clicked);
  const { minimum, points } = first.scale;
  if (score < minimum || score >= minimum + points) return undefined;
  const { answering, clock, log } = c.var.context;
  const intent = {
    score,
    at: clock(),
    method: c.req.method,
    agent: c.req.header('user-agent') ?? '',
    languages: c.req.header('accept-language') ?? '',
    purpose: c.req.header('sec-purpose') ?? c.req.header('purpose') ?? c.req.header('x-purpose') ?? '',
  };
  // A page is worth more than the note of how it was opened.
  await keepIntent(answering, form, intent).catch((error: unknown) =>
    log.warn(safeError(error), 'an intent was not kept'),
  );
  return { field: first.key, score: String(score) };
}

function flowOf(c: Context<RouteEnv>, form: AnswerForm, holder: string): FlowPage {
  const { answering, clock, config } = c.var.context;
  const path = c.req.path;
  return {
    form,
    control: holder === '' ? {} : { _holder: holder },
    async keep(state) {
      const kept = await keepPartial(answering, form, { ...state, device: deviceOf(c), holder }, clock());
      if (kept === 'held') return false;
      const cookie = {
        path,
        httpOnly: true,
        sameSite: 'Lax',
        secure: config.secureCookies,
        maxAge: thirtyDays,
      } as const;
      setCookie(c, holderCookie, holder, cookie);
      return true;
    },
    done: () => {
      if (getCookie(c, holderCookie) !== undefined) deleteCookie(c, holderCookie, { path });
    },
  };
}

/** What is kept, as the fields of a form. */
function textsOf(given: Readonly<Record<string, unknown>>): GivenFields {
  return fieldsOf(Object.entries(given).map(([name, value]) => [name, [value].flat().map(String)]));
}
