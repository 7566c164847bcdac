import { type Context, Hono } from 'hono';
import {
  type FoundLink,
  findOpenLink,
  type LinkVisit,
  newHolder,
  openFoundLink,
  standingOfLink,
} from '../../answering/index.ts';
import { type SurveyReader, secretSeal, surveyReader } from '../../fieldwork/index.ts';
import { askKnownVisitor, markAnswered, readIdentity, readPlaceSettings, standingAsk } from '../../places/index.ts';
import { addressOf } from '../address.ts';
import type { RouteEnv } from '../context.ts';
import { languageOf, showForm, takePost } from './answer-flow.ts';
import { type BrowserScripts, sendScript } from './browser-scripts.ts';
import { sendFailed, sendNotOpen } from './notice-page.ts';
import { flowOf, limitMilliseconds, mostPosts, visitForm } from './open-link-pages.ts';
import { type PostedForm, readForm } from './posted-form.ts';
import { rateLimit } from './rate-limit.ts';

/** Any page may load the scripts; which may show a survey is said by its place. */
const forAnybody = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Cache-Control': 'public, max-age=600',
};

/**
 * `/embed/…`: the loader that a host puts into its pages, the script of the form, and for each place its rules (GET) and
 * the pages of its survey (POST), for the origins that are named and no other.
 */
export function widgetPages(scripts: BrowserScripts): Hono<RouteEnv> {
  const pages = new Hono<RouteEnv>();
  const allows = rateLimit(mostPosts, limitMilliseconds);
  const reader = surveyReader();
  pages.get('/embed/loader.js', (c) => sendScript(c, scripts('loader'), forAnybody));
  pages.get('/embed/form.js', (c) => sendScript(c, scripts('form'), forAnybody));
  pages.get('/embed/:code/:key', async (c) => {
    const found = await findAllowed(c);
    if (found instanceof Response) return found;
    const { origins: _, ...rules } = readPlaceSettings(found.settings).widget;
    const isOpen = standingOfLink(found, c.var.context.clock()) === 'open';
    const integrity = scripts('form')?.integrity;
    return c.json({ open: isOpen, ...rules, ...(integrity && { integrity }) }, 200, {
      'Cache-Control': 'private, max-age=60',
    });
  });
  pages.post('/embed/:code/:key', async (c) => {
    const found = await findAllowed(c);
    if (found instanceof Response) return found;
    c.set('asPiece', true);
    if (!allows(addressOf(c), c.var.context.clock())) return sendFailed(c, 429);
    const posted = (await readForm(c)) ?? { control: () => '', given: {} };
    const visitor = await visitorOf(c, found, { posted, reader });
    // Not a fault of the page of the host, so not told as one: there is nothing to show.
    if ('reason' in visitor)
      return c.json({ status: 204, reason: visitor.reason }, 200, { 'Cache-Control': 'no-store' });
    const { visit, askId } = visitor;
    const opened = await openFoundLink(c.var.context.answering, found, visit, c.var.context.clock());
    if (opened.kind !== 'open') return sendNotOpen(c, opened);
    const flow = flowOf(opened.form, visit.visit);
    if (posted.control('_page') !== '') {
      return takePost(c, { ...flow, done: () => askId && noteAnswer(c, found, askId) }, posted);
    }
    const language = languageOf(c, opened.form, [posted.control('_lang')]);
    return showForm(c, flow, { language, page: opened.form.version.questionnaire.pages[0]!.key, given: {} });
  });
  return pages;
}

/** The place, if the page that asks stands at one of its origins; else why not. Browsers say where a page stands. */
async function findAllowed(c: Context<RouteEnv>): Promise<FoundLink | Response> {
  const { answering, clock } = c.var.context;
  const found = await findOpenLink(
    answering,
    { code: c.req.param('code') ?? '', key: c.req.param('key') ?? '' },
    clock(),
  );
  c.header('Vary', 'Origin');
  if (!found) return c.json({ reason: 'unknown' }, 404);
  const origin = c.req.header('origin') ?? '';
  const { origins } = readPlaceSettings(found.settings).widget;
  if (!origins.includes(origin)) return c.json({ reason: 'origin' }, 403);
  c.header('Access-Control-Allow-Origin', origin);
  return found;
}

type Visitor = { readonly visit: LinkVisit; readonly askId?: string } | { readonly reason: string };

/** Whoever the back-end of the host has signed for, else anybody. A signature that is wrong is nobody at all. */
async function visitorOf(
  c: Context<RouteEnv>,
  found: FoundLink,
  { posted, reader }: { posted: PostedForm; reader: SurveyReader },
): Promise<Visitor> {
  const { store, clock, answering } = c.var.context;
  const given = posted.control('_visit');
  const anybody = { visit: { visit: visitForm.test(given) ? given : newHolder(), channel: 'widget' } } as const;
  const token = posted.control('_who');
  if (token === '') return anybody;
  const identity = identityOf(found, token, { serverSecret: answering.secret, now: clock() });
  if (identity.kind === 'refused') return { reason: `identity ${identity.reason}` };
  const { contact } = identity;
  const known =
    posted.control('_page') === ''
      ? await askKnownVisitor(store, found, { contact, reader, now: clock() })
      : await standingAsk(store, found, contact);
  if (known.kind === 'unknown') return anybody;
  if (known.kind === 'refused') return { reason: known.reason };
  const { askId, contactId, accountId } = known;
  const person = { contactId, ...(accountId && { accountId }) };
  // One ask, one answer: its id stands for the visit.
  return { visit: { visit: askId, channel: 'widget', person }, askId };
}

function identityOf(
  { id, identitySecret }: FoundLink,
  token: string,
  { serverSecret, now }: { serverSecret: string; now: Date },
): ReturnType<typeof readIdentity> {
  try {
    if (identitySecret) return readIdentity(secretSeal(serverSecret).open(identitySecret, id), token, now);
  } catch {
    // Sealed under another secret of the server: made anew on the page Places.
  }
  return { kind: 'refused', reason: 'signature' };
}

/** The answer is durable; that the ask is answered is told beside it, and a failure of that only asks less. */
function noteAnswer(c: Context<RouteEnv>, { workspaceId }: FoundLink, askId: string): void {
  const { store, clock, log } = c.var.context;
  markAnswered(store, workspaceId, askId, clock()).catch((error: unknown) =>
    log.warn({ requestId: c.var.requestId, error: (error as Error).name }, 'an ask of a widget was not closed'),
  );
}
