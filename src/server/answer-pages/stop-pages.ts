import { type Context, Hono } from 'hono';
import { openStop, resubscribe, type StopPage, stopReminders, unsubscribe } from '../../answering/index.ts';
import type { Confirmation } from '../../survey/index.ts';
import type { RouteEnv } from '../context.ts';
import { markup } from './markup.ts';
import { sendNotice, sendNotOpen } from './notice-page.ts';
import { sendPage } from './page-frame.ts';
import { wishesOf, wordsIn } from './page-language.ts';
import { readForm } from './posted-form.ts';

/**
 * `/u/TOKEN`: stops the reminders of one survey, or all surveys. A GET shows and never acts; a POST acts. The same
 * address takes the one-click POST of a mail program (RFC 8058): no cookie, no redirect, no question.
 */
export function stopPages(): Hono<RouteEnv> {
  const pages = new Hono<RouteEnv>();
  pages.get('/u/:token', async (c) => {
    const stop = await open(c);
    return stop.kind === 'open' ? show(c, stop.page) : sendNotOpen(c, { kind: 'unknown', languages: [] });
  });
  pages.post('/u/:token', async (c) => {
    const stop = await open(c);
    if (stop.kind !== 'open') return sendNotOpen(c, { kind: 'unknown', languages: [] });
    const posted = await readForm(c);
    const isOneClick = posted?.given['List-Unsubscribe']?.[0]?.trim().toLowerCase() === 'one-click';
    return act(c, stop.page, isOneClick ? 'unsubscribe' : (posted?.control('_do') ?? ''));
  });
  return pages;
}

const open = (c: Context<RouteEnv>) =>
  openStop(c.var.context.answering, c.req.param('token') ?? '', c.var.context.clock());

const acts = {
  'stop-reminders': [stopReminders, 'stopReminders'],
  unsubscribe: [unsubscribe, 'unsubscribe'],
  resubscribe: [resubscribe, 'resubscribe'],
} as const;

const isAct = (name: string): name is keyof typeof acts => Object.hasOwn(acts, name);

async function act(c: Context<RouteEnv>, page: StopPage, name: string): Promise<Response> {
  if (!isAct(name)) return show(c, page);
  const { answering, clock } = c.var.context;
  const [run, wording] = acts[name];
  await run(answering, page, clock());
  const { language, words } = wordsOf(c, page);
  const more = name === 'unsubscribe' ? confirm(words.resubscribe, 'resubscribe') : undefined;
  return sendNotice(c, words[wording].done, { language, status: 200, ...(more && { more }) });
}

const wordsOf = (c: Context<RouteEnv>, { languages }: StopPage) =>
  wordsIn([c.req.query('lang') ?? '', ...languages, ...wishesOf(c)].filter((tag) => tag !== ''));

const confirm = ({ title, text, button }: Confirmation, name: keyof typeof acts) =>
  markup`<form method="post" class="block"><h2>${title}</h2><p>${text}</p><button name="_do" value="${name}">${button}</button></form>`;

function show(c: Context<RouteEnv>, page: StopPage): Response {
  const { language, words } = wordsOf(c, page);
  const title = page.unsubscribed ? words.resubscribe.title : words.unsubscribeLink;
  const body = markup`<header><p>${page.workspaceName}</p></header><main><h1>${title}</h1>${
    page.reminders && !page.unsubscribed && confirm(words.stopReminders, 'stop-reminders')
  }${page.unsubscribed ? confirm(words.resubscribe, 'resubscribe') : confirm(words.unsubscribe, 'unsubscribe')}</main>`;
  return sendPage(c, { language, title, body });
}
