import { type Context, Hono } from 'hono';
import { workspaceOf } from '../../answering/index.ts';
import { privacyNoticeOf, settingsOf } from '../../people/index.ts';
import type { RouteEnv } from '../context.ts';
import { type Markup, markup } from './markup.ts';
import { sendNotOpen } from './notice-page.ts';
import { sendPage } from './page-frame.ts';
import { wishesOf, wordsIn } from './page-language.ts';

/** `/p/CODE`: who asks in this workspace, what is kept of an answer, and how to object. */
export function privacyPages(): Hono<RouteEnv> {
  const pages = new Hono<RouteEnv>();
  pages.get('/p/:code', async (c) => {
    const told = await toldOf(c);
    if (!told) return sendNotOpen(c, { kind: 'unknown', languages: [] });
    const { language, words } = wordsIn([c.req.query('lang') ?? '', ...wishesOf(c)].filter((tag) => tag !== ''));
    const { who, kept, keptText, linkedText, notKeptText, rights, rightsText, stopText } = words.privacyNotice;
    const { workspace, notice } = told;
    const lines = [notice.controller || workspace, ...notice.address.split('\n')].filter((line) => line !== '');
    const part = (title: string, texts: readonly Markup[]) =>
      markup`<section class="block"><h2>${title}</h2>${texts}</section>`;
    const paragraphs = (...texts: readonly string[]) => texts.map((text) => markup`<p>${text}</p>`);
    const body = markup`<header><p>${workspace}</p></header><main><h1>${words.privacy}</h1>${part(who, [
      markup`<p>${lines.map((line, at) => markup`${at > 0 && markup`<br>`}${line}`)}</p>`,
      contactLine(notice.contact),
    ])}${part(kept, paragraphs(keptText, linkedText, notKeptText))}${part(rights, paragraphs(rightsText, stopText))}</main>`;
    return sendPage(c, { language, title: words.privacy, body });
  });
  return pages;
}

function contactLine(contact: string): Markup {
  if (contact === '') return markup``;
  // An address of a page or of a mail box can be opened; nothing else becomes a link.
  const href = /^https?:\/\//.test(contact) ? contact : /^[^\s@]+@[^\s@]+$/.test(contact) ? `mailto:${contact}` : '';
  return href === '' ? markup`<p>${contact}</p>` : markup`<p><a href="${href}">${contact}</a></p>`;
}

async function toldOf(c: Context<RouteEnv>) {
  const { answering, store, clock } = c.var.context;
  const workspaceId = await workspaceOf(answering, (c.req.param('code') ?? '').replaceAll('\0', ''), clock());
  return store.readWorkspace(workspaceId, async (transaction) => {
    const settings = await settingsOf(transaction);
    return settings && { workspace: settings.name, notice: await privacyNoticeOf(transaction) };
  });
}
