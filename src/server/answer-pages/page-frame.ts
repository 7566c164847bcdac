import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { directionOf, respondentLanguage, respondentWords, type Theme } from '../../survey/index.ts';
import type { RouteEnv } from '../context.ts';
import { Markup as Html, type Markup, markup } from './markup.ts';
import { pageStyle, pieceStyle } from './page-style.ts';

/** One page that a respondent sees: a whole document in one request. */
export interface AnswerPage {
  readonly language: string;
  readonly title: string;
  readonly body: Markup;
  readonly theme?: Theme;
  readonly status?: ContentfulStatusCode;
  /** A page of our own shows it inside itself: a preview. All others are never framed. */
  readonly isFramed?: boolean;
}

/** Sends a page that is not kept, not indexed, not framed, runs no script and tells no other site where one was. */
export function sendPage(c: Context<RouteEnv>, page: AnswerPage): Response {
  return c.var.asPiece ? sendPiece(c, page) : sendDocument(c, page);
}

/** The same page for the script of a widget. The status stands inside, or the console of the host would fill with it. */
function sendPiece(c: Context<RouteEnv>, { language, title, body, theme, status = 200 }: AnswerPage): Response {
  c.header('Cache-Control', 'no-store');
  const { closeSurvey: close, failed } = respondentWords[respondentLanguage(language)];
  const direction = directionOf(language);
  const words = { close, failed: failed.text };
  return c.json({ status, language, direction, title, words, css: pieceStyle(theme), html: partHtml(body) }, 200);
}

/** The page of the host has its own main part, header and footer: ours are parts of it like any other. */
const partHtml = ({ html }: Markup): string =>
  html.replace(/<(main|header|footer)>/g, '<div class="as-$1">').replace(/<\/(?:main|header|footer)>/g, '</div>');

function sendDocument(
  c: Context<RouteEnv>,
  { language, title, body, theme, status = 200, isFramed }: AnswerPage,
): Response {
  const { css, source } = pageStyle(theme);
  // An icon that is nothing saves a request of its own.
  const page = markup`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex,nofollow">
<meta name="referrer" content="${isFramed ? 'same-origin' : 'no-referrer'}"><link rel="icon" href="data:,"><style>${new Html(css)}</style></head>
<body>${body}</body></html>`;
  const headers: Record<string, string> = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': `default-src 'none'; style-src ${source}; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors ${isFramed ? "'self'" : "'none'"}`,
    'Cache-Control': 'no-store',
    // Over plain HTTP a form that tells nobody where it comes from could not be told from one of another site.
    'Referrer-Policy': isFramed ? 'same-origin' : 'no-referrer',
    'X-Robots-Tag': 'noindex, nofollow',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': isFramed ? 'SAMEORIGIN' : 'DENY',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    ...(c.var.context.config.secureCookies && { 'Strict-Transport-Security': 'max-age=31536000' }),
  };
  return c.body(page.html, status, headers);
}
