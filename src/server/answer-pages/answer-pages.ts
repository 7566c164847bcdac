import { Hono, type MiddlewareHandler } from 'hono';
import { addressOf } from '../address.ts';
import type { RouteEnv } from '../context.ts';
import { safeError } from '../log.ts';
import type { BrowserScripts } from './browser-scripts.ts';
import { invitationPages } from './invitation-pages.ts';
import { kioskPages } from './kiosk-pages.ts';
import { sendFailed } from './notice-page.ts';
import { openLinkPages } from './open-link-pages.ts';
import { privacyPages } from './privacy-pages.ts';
import { addressCounter } from './rate-limit.ts';
import { stopPages } from './stop-pages.ts';
import { widgetPages } from './widget-pages.ts';

/** Every address that holds a token or a key. */
const withSecret = ['a', 'u', 's', 'q', 'k', 'p', 'embed'];

/**
 * An office whose mail program breaks links makes a few a day; two a second is a program that guesses. It is told so, and a
 * link that leads somewhere still does: mail filters break hundreds of links from the address of those who answer. Only
 * fifty a second are refused unseen, for what they cost the store.
 */
const mostMisses = 120;
const mostLooks = 3_000;
const missMilliseconds = 60_000;

/**
 * What respondents open. They hold a link and nothing else, so these pages stand before the rules for signed-in people:
 * no cookie of theirs opens anything, and a form comes back without a word of where from (Referrer-Policy).
 */
export function answerPages(scripts: BrowserScripts): Hono<RouteEnv> {
  const pages = new Hono<RouteEnv>();
  pages.onError((error, c) => {
    const { context, requestId } = c.var;
    c.set('code', 'CND_FAULT');
    context.log.error({ requestId, ...safeError(error) }, 'a page of a respondent failed');
    c.header('Retry-After', '2');
    return sendFailed(c, 503);
  });
  const stopGuessing = refuseGuesses();
  for (const name of withSecret) pages.use(`/${name}/*`, stopGuessing);
  pages.route('/', invitationPages());
  pages.route('/', openLinkPages());
  pages.route('/', stopPages());
  pages.route('/', privacyPages());
  pages.route('/', kioskPages(scripts));
  pages.route('/', widgetPages(scripts));
  return pages;
}

function refuseGuesses(): MiddlewareHandler<RouteEnv> {
  const misses = addressCounter(missMilliseconds);
  return async (c, next) => {
    const address = addressOf(c);
    const now = c.var.context.clock();
    const refuse = () => {
      c.header('Retry-After', '60');
      return sendFailed(c, 429);
    };
    if (misses.count(address, now) >= mostLooks) return refuse();
    await next();
    if (c.res.status !== 404) return undefined;
    misses.add(address, now);
    if (misses.count(address, now) > mostMisses) c.res = refuse();
    return undefined;
  };
}
