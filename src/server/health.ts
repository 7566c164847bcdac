import { timingSafeEqual } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context, Hono } from 'hono';
import type { Config } from '../config/index.ts';
import type { Store } from '../store/index.ts';
import type { ServerMetrics } from './server-metrics.ts';

/** What is known of this process; filled in while it starts and stops. */
export interface Health {
  readonly config: Pick<Config, 'role' | 'metricsToken'>;
  readonly metrics: ServerMetrics;
  readonly clock: () => Date;
  /** Open and migrated; undefined while it is not. */
  store: Store | undefined;
  /** When the loop of jobs last reached the store. */
  workerBeat: () => Date | undefined;
  /** How many pages listen for changes. */
  livePages: () => number;
  stopping: boolean;
}

/** A worker that was not heard for so long is stuck: it sweeps every few seconds. */
const quietMilliseconds = 60_000;

/** GET /healthz: the process answers. GET /readyz: it can work. GET /metrics: figures for Prometheus. */
export function healthRoutes(health: Health): Hono {
  const routes = new Hono();
  routes.use(async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
  });
  routes.get('/healthz', (c) => c.json({ status: 'up' }));
  routes.get('/readyz', async (c) => {
    const parts = await readiness(health);
    const ready = Object.values(parts).every((state) => state === 'ok');
    return c.json({ status: ready ? 'ready' : 'not ready', ...parts }, ready ? 200 : 503);
  });
  routes.get('/metrics', async (c) => {
    if (!mayRead(c, health.config.metricsToken))
      return c.text('Set CANDOR_METRICS_TOKEN and send it as a bearer token.', 403);
    const { metrics, store, livePages } = health;
    metrics.livePages(livePages());
    return c.text(await metrics.text(store), 200, { 'Content-Type': metrics.contentType });
  });
  return routes;
}

/** Each part as ok, or what it waits for. */
export async function readiness(health: Health): Promise<Record<string, string>> {
  const process = health.stopping ? 'stopping' : 'ok';
  if (!health.store) return { process, store: 'starting' };
  const store = await health.store
    .inTransaction((connection) => connection.query('select 1'))
    .then(() => 'ok')
    .catch(() => 'away');
  if (health.config.role === 'web') return { process, store };
  const beat = health.workerBeat();
  const quiet = beat && health.clock().getTime() - beat.getTime() > quietMilliseconds;
  return { process, store, worker: beat ? (quiet ? 'quiet' : 'ok') : 'starting' };
}

/** With the token, or from this machine without a proxy between: a proxy makes everybody look local. */
function mayRead(c: Context, token: string | undefined): boolean {
  if (token !== undefined) return equal(c.req.header('authorization') ?? '', `Bearer ${token}`);
  if (c.req.header('x-forwarded-for') ?? c.req.header('forwarded')) return false;
  const address = getConnInfo(c).remote.address ?? '';
  return /^(127\.|::1$|::ffff:127\.)/.test(address);
}

function equal(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
