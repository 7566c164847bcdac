import { type Context, Hono } from 'hono';
import { askedVersion, type FoundLink, findOpenLink, privacyPath, standingOfLink } from '../../answering/index.ts';
import { kioskCall, pinRounds, readPlaceSettings, takeKioskAnswers } from '../../places/index.ts';
import { addressOf } from '../address.ts';
import type { RouteEnv } from '../context.ts';
import { type BrowserScripts, sendScript } from './browser-scripts.ts';
import { sendNotOpen } from './notice-page.ts';
import { pageStyle } from './page-style.ts';
import { readBody } from './posted-form.ts';
import { rateLimit } from './rate-limit.ts';

/** A device calls four times a minute, and oftener after a day without a connection. */
const mostCalls = 600;
const limitMilliseconds = 60_000;

/**
 * `/k/CODE/KEY`: the page of a kiosk. Its worker keeps page, script and questions on the device; what is answered waits
 * there until this server has acknowledged it.
 */
export function kioskPages(scripts: BrowserScripts): Hono<RouteEnv> {
  const pages = new Hono<RouteEnv>();
  const allows = rateLimit(mostCalls, limitMilliseconds);
  pages.get('/k/:code/:key', async (c) => {
    const found = await find(c);
    if (!found) return sendNotOpen(c, { kind: 'unknown', languages: [] });
    const standing = standingOfLink(found, c.var.context.clock());
    if (standing !== 'open') return sendNotOpen(c, { kind: standing, languages: languagesOf(found) });
    return sendShell(c, found);
  });
  pages.get('/k/:code/:key/survey.json', async (c) => {
    const found = await find(c);
    return found ? c.json(await definitionOf(c, found), 200, { 'Cache-Control': 'no-cache' }) : sendUnknown(c);
  });
  pages.get('/k/:code/:key/manifest.webmanifest', async (c) => {
    const found = await find(c);
    if (!found) return sendUnknown(c);
    const manifest = {
      name: found.name || found.workspaceName,
      start_url: pathOf(c),
      scope: pathOf(c),
      display: 'fullscreen',
    };
    return c.body(JSON.stringify(manifest), 200, { 'Content-Type': 'application/manifest+json' });
  });
  pages.get('/k/:code/:key/kiosk.js', (c) => sendScript(c, scripts('kiosk'), { 'Cache-Control': 'no-cache' }));
  pages.get('/k/:code/:key/worker.js', (c) =>
    sendScript(c, scripts('worker'), { 'Cache-Control': 'no-cache', 'Service-Worker-Allowed': pathOf(c) }),
  );
  pages.post('/k/:code/:key/answers', async (c) => {
    const { clock, answering, metrics } = c.var.context;
    if (!allows(addressOf(c), clock())) return c.json({ reason: 'limit' }, 429, { 'Retry-After': '60' });
    if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) return c.json({ reason: 'form' }, 415);
    const found = await find(c);
    if (!found) return sendUnknown(c);
    const call = kioskCall.safeParse(jsonOf(await readBody(c)));
    if (!call.success) {
      const [issue] = call.error.issues;
      return c.json({ reason: 'form', field: issue!.path.join('.').slice(0, 100), message: issue!.message }, 400);
    }
    const outcomes = await takeKioskAnswers(answering, found, call.data, clock());
    for (const { kind } of outcomes) if (kind !== 'refused') metrics.responseTaken(kind === 'stored');
    return c.json({ now: clock().getTime(), outcomes }, 200, { 'Cache-Control': 'no-store' });
  });
  return pages;
}

const find = (c: Context<RouteEnv>) =>
  findOpenLink(
    c.var.context.answering,
    { code: c.req.param('code') ?? '', key: c.req.param('key') ?? '' },
    c.var.context.clock(),
  );

const pathOf = (c: Context<RouteEnv>) =>
  `/k/${encodeURIComponent(c.req.param('code') ?? '')}/${encodeURIComponent(c.req.param('key') ?? '')}`;

const sendUnknown = (c: Context<RouteEnv>) => c.json({ reason: 'unknown' }, 404);
const languagesOf = ({ language }: FoundLink) => (language === null ? [] : [language]);

function jsonOf(body: Uint8Array | undefined): unknown {
  try {
    return body && JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    return undefined;
  }
}

/** All that a device needs to ask without a connection. */
async function definitionOf(c: Context<RouteEnv>, found: FoundLink) {
  const { answering, clock } = c.var.context;
  const { workspaceId, versionId, language, workspaceName, touchpointName, code } = found;
  const version = versionId && (await askedVersion(answering, { workspaceId, versionId, now: clock() }));
  const isOpen = version && standingOfLink(found, clock()) === 'open';
  const { pin } = readPlaceSettings(found.settings).kiosk;
  return {
    open: Boolean(isOpen),
    place: { name: found.name, workspace: workspaceName, touchpoint: touchpointName ?? undefined },
    language: language ?? undefined,
    privacy: privacyPath(code),
    ...(pin && { pin: { ...pin, rounds: pinRounds } }),
    ...(version && {
      version: version.id,
      questionnaire: version.questionnaire,
      css: pageStyle(version.questionnaire.theme).css,
    }),
  };
}

/** Nothing but a script and a place to draw: what is shown comes with the questions, so that it can change offline. */
function sendShell(c: Context<RouteEnv>, { name, workspaceName }: FoundLink): Response {
  const path = pathOf(c);
  const title = (name || workspaceName).replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex,nofollow">
<link rel="icon" href="data:,"><link rel="manifest" href="${path}/manifest.webmanifest">
<script src="${path}/kiosk.js" defer></script></head><body></body></html>`;
  return c.body(html, 200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy':
      "default-src 'none'; script-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'Cache-Control': 'no-cache',
    'Referrer-Policy': 'no-referrer',
    'X-Robots-Tag': 'noindex, nofollow',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Cross-Origin-Opener-Policy': 'same-origin',
    ...(c.var.context.config.secureCookies && { 'Strict-Transport-Security': 'max-age=31536000' }),
  });
}
