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
import { missLimit } from './rate-limit.ts';
import { stopPages } from './stop-pages.ts';
import { widgetPages } from './widget-pages.ts';

/** Every address that holds a token or a key. */
const withSecret = ['a', 'u', 's', 'q', 'k', 'p', 'embed'];

/**
 * An office whose mail program breaks links makes a few a day; two a second is a program that guesses. Counted are the
 * ones that lead nowhere, so a hundred people who answer from one address are not in each other's way.
 */
const mostMisses = 120;
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
  const misses = missLimit(mostMisses, missMilliseconds);
  return async (c, next) => {
    const address = addressOf(c);
    const now = c.var.context.clock();
    if (misses.isOver(address, now)) {
      c.header('Retry-After', '60');
      return sendFailed(c, 429);
    }
    await next();
    if (c.res.status === 404) misses.miss(address, now);
    return undefined;
  };
}
