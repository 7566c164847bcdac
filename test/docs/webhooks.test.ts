import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transform } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newWebhookSecret, signatureHeaders } from '../../src/outbound/index.ts';
import { webhookEvents } from '../../src/webhooks/index.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/guides/webhooks.md'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'candor-webhook-example-'));
type IsFromCandor = (secret: string, headers: Record<string, string>, body: string, now?: number) => boolean;
let isFromCandor: IsFromCandor;

beforeAll(async () => {
  const source = /```ts\n([\s\S]*?)```/.exec(page)![1]!;
  const file = join(folder, 'example.mjs');
  writeFileSync(file, (await transform(source, { loader: 'ts' })).code);
  ({ isFromCandor } = (await import(pathToFileURL(file).href)) as { isFromCandor: IsFromCandor });
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the guide of webhooks', () => {
  it('checks a signature that is ours, and no other', () => {
    const [secret, next] = [newWebhookSecret(), newWebhookSecret()];
    const at = new Date('2030-01-01T00:00:00Z');
    const body = '{"type":"ping"}';
    const headers = { ...signatureHeaders({ id: 'm1', at, body, secrets: [next, secret] }) };
    const now = at.getTime();
    expect(isFromCandor(secret, headers, body, now)).toBe(true);
    expect(isFromCandor(next, headers, body, now + 299_000)).toBe(true);
    expect(isFromCandor(secret, headers, body, now + 301_000)).toBe(false);
    expect(isFromCandor(newWebhookSecret(), headers, body, now)).toBe(false);
    expect(isFromCandor(secret, headers, `${body} `, now)).toBe(false);
    expect(isFromCandor(secret, { ...headers, 'webhook-id': 'm2' }, body, now)).toBe(false);
    expect(isFromCandor(secret, {}, body, now)).toBe(false);
  });

  it('lists every event', () => {
    const listed = [...page.matchAll(/^\| `([a-z]+\.[a-z]+)` \|/gm)].map(([, event]) => event);
    expect(listed).toEqual(webhookEvents);
  });
});
