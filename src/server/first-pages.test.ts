import { expect, it } from 'vitest';
import { readConfig } from '../config/index.ts';
import { firstPages } from './first-pages.ts';
import type { Health } from './health.ts';
import type { Fetch } from './listen.ts';
import { serverMetrics } from './server-metrics.ts';

const health: Health = {
  config: { role: 'web', metricsToken: undefined },
  metrics: serverMetrics(),
  clock: () => new Date(),
  store: undefined,
  workerBeat: () => undefined,
  livePages: () => 0,
  stopping: false,
};
const ask = async (fetch: Fetch, path: string) =>
  (await fetch(
    new Request(`http://localhost:4000${path}`, { headers: { host: 'localhost:4000' } }),
    {} as never,
  )) as Response;

it('answers with pages at once; whatever else is asked for waits for the rest of the server', async () => {
  let load = (_: Fetch): void => undefined;
  const rest = new Promise<Fetch>((resolve) => {
    load = resolve;
  });
  const fetch = firstPages(readConfig({}), health, rest);
  expect((await ask(fetch, '/healthz')).status).toBe(200);
  const waiting = ['/api/me', '/a/token', '/methods/scores', '/web'].map((path) => ask(fetch, path));
  const first = await Promise.race([...waiting, new Promise((resolve) => setTimeout(resolve, 20, 'nobody'))]);
  expect(first).toBe('nobody');
  load((request) => new Response(new URL(request.url).pathname));
  expect(await Promise.all(waiting.map(async (reply) => (await reply).text()))).toEqual([
    '/api/me',
    '/a/token',
    '/methods/scores',
    '/web',
  ]);
});
