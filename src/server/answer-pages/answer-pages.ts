import { Hono } from 'hono';
import type { RouteEnv } from '../context.ts';
import { safeError } from '../log.ts';
import { invitationPages } from './invitation-pages.ts';
import { sendFailed } from './notice-page.ts';
import { openLinkPages } from './open-link-pages.ts';
import { stopPages } from './stop-pages.ts';

/**
 * What respondents open. They hold a link and nothing else, so these pages stand before the rules for signed-in people:
 * no cookie of theirs opens anything, and a form comes back without a word of where from (Referrer-Policy).
 */
export function answerPages(): Hono<RouteEnv> {
  const pages = new Hono<RouteEnv>();
  pages.onError((error, c) => {
    const { context, requestId } = c.var;
    c.set('code', 'CND_FAULT');
    context.log.error({ requestId, ...safeError(error) }, 'a page of a respondent failed');
    c.header('Retry-After', '2');
    return sendFailed(c, 503);
  });
  pages.route('/', invitationPages());
  pages.route('/', openLinkPages());
  pages.route('/', stopPages());
  return pages;
}
