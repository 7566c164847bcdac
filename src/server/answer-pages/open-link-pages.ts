import { type Context, Hono } from 'hono';
import { newHolder, openLink } from '../../answering/index.ts';
import { addressOf } from '../address.ts';
import type { RouteEnv } from '../context.ts';
import { type FlowPage, languageOf, showForm, takePost } from './answer-flow.ts';
import { sendFailed, sendNotOpen } from './notice-page.ts';
import { readForm } from './posted-form.ts';
import { rateLimit } from './rate-limit.ts';

export const visitForm = /^[A-Za-z0-9_-]{24}$/;

/** A shop with a dozen customers behind one address passes; a program that fills in forms does not. */
export const mostPosts = 120;
export const limitMilliseconds = 60_000;

/**
 * `/s/CODE/KEY`: a page that anybody may open; `/q/CODE/KEY`: the same, as its QR code names it, so that an answer says by
 * which of the two it came.
 */
export function openLinkPages(): Hono<RouteEnv> {
  const pages = new Hono<RouteEnv>();
  const allows = rateLimit(mostPosts, limitMilliseconds);
  const show = async (c: Context<RouteEnv>) => {
    const visit = newHolder();
    const opened = await open(c, visit);
    if (opened.kind !== 'open') return sendNotOpen(c, opened);
    const { form } = opened;
    const language = languageOf(c, form, [c.req.query('lang') ?? '']);
    const page = form.version.questionnaire.pages[0]!.key;
    return showForm(c, flowOf(form, visit), { language, page, given: {} });
  };
  const take = async (c: Context<RouteEnv>) => {
    if (!allows(addressOf(c), c.var.context.clock())) {
      c.header('Retry-After', '60');
      return sendFailed(c, 429);
    }
    const posted = await readForm(c);
    const given = posted?.control('_visit') ?? '';
    const visit = visitForm.test(given) ? given : newHolder();
    const opened = await open(c, visit);
    if (opened.kind !== 'open') return sendNotOpen(c, opened);
    return takePost(c, flowOf(opened.form, visit), posted ?? { control: () => '', given: {} });
  };
  for (const path of ['/s/:code/:key', '/q/:code/:key']) {
    pages.get(path, show);
    pages.post(path, take);
  }
  return pages;
}

const open = (c: Context<RouteEnv>, visit: string) =>
  openLink(
    c.var.context.answering,
    {
      code: c.req.param('code') ?? '',
      key: c.req.param('key') ?? '',
      visit,
      ...(c.req.path.startsWith('/q/') && { channel: 'qr' }),
    },
    c.var.context.clock(),
  );

/** Nothing is kept of what is not sent: the form carries it. */
export const flowOf = (form: FlowPage['form'], visit: string): FlowPage => ({
  form,
  control: { _visit: visit },
  keep: async () => false,
  done: () => undefined,
});
