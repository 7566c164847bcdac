import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { NotOpen } from '../../answering/index.ts';
import type { Notice, RespondentWords, Theme } from '../../survey/index.ts';
import type { RouteEnv } from '../context.ts';
import { type Markup, markup } from './markup.ts';
import { sendPage } from './page-frame.ts';
import { wishesOf, wordsIn } from './page-language.ts';

/** A page that says one thing. */
export function sendNotice(
  c: Context<RouteEnv>,
  notice: Notice,
  {
    language,
    status,
    theme,
    more,
    isFramed,
  }: {
    readonly language: string;
    readonly status: ContentfulStatusCode;
    readonly theme?: Theme | undefined;
    readonly more?: Markup;
    readonly isFramed?: boolean;
  },
): Response {
  const body = markup`<main><h1>${notice.title}</h1><p>${notice.text}</p>${more}</main>`;
  return sendPage(c, {
    language,
    title: notice.title,
    body,
    status,
    ...(theme && { theme }),
    ...(isFramed && { isFramed }),
  });
}

const notices = {
  answered: ['alreadyAnswered', 200],
  closed: ['closed', 410],
  expired: ['expired', 410],
  unknown: ['linkNotValid', 404],
} as const satisfies Record<NotOpen['kind'], readonly [keyof RespondentWords, ContentfulStatusCode]>;

/** Why there is nothing to answer, in the language of the person where it is known, else in that of his browser. */
export function sendNotOpen(c: Context<RouteEnv>, { kind, languages }: NotOpen): Response {
  const [name, status] = notices[kind];
  const { language, words } = wordsIn([...languages, ...wishesOf(c)]);
  return sendNotice(c, words[name], { language, status });
}

/** What failed on our side: what was written is still in the browser. */
export function sendFailed(c: Context<RouteEnv>, status: ContentfulStatusCode): Response {
  const { language, words } = wordsIn(wishesOf(c));
  return sendNotice(c, words.failed, { language, status });
}
