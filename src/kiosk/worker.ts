/** What a service worker finds around it; its own library of types does not go together with that of pages. */
interface WorkerScope {
  readonly registration: { readonly scope: string };
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  addEventListener(
    type: 'install' | 'activate',
    listener: (event: { waitUntil(work: Promise<unknown>): void }) => void,
  ): void;
  addEventListener(
    type: 'fetch',
    listener: (event: { readonly request: Request; respondWith(reply: Promise<Response>): void }) => void,
  ): void;
}

const worker = self as unknown as WorkerScope;
const base = new URL(worker.registration.scope).pathname.replace(/\/$/, '');
const survey = `${base}/survey.json`;
const kept = [base, `${base}/kiosk.js`, `${base}/manifest.webmanifest`, survey];
const cacheName = `candor ${base}`;

/** A network that takes longer is as good as none: a person stands in front of the screen. */
const patienceMilliseconds = 4_000;

/** Keeps the page, its script and the questions of one place, and nothing else; answers are not its business. */
worker.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(cacheName)
      .then((cache) => cache.addAll(kept))
      .then(() => worker.skipWaiting()),
  );
});

worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const path = new URL(request.url).pathname.replace(/\/$/, '');
  if (request.method !== 'GET' || !kept.includes(path)) return;
  event.respondWith(path === survey ? fromServer(path) : fromDevice(path));
});

/** The questions: those of now if they can be had. */
async function fromServer(path: string): Promise<Response> {
  try {
    return await renew(path);
  } catch {
    return (await (await caches.open(cacheName)).match(path)) ?? Response.error();
  }
}

/** Page and script: from the device at once, renewed behind for the next time. */
async function fromDevice(path: string): Promise<Response> {
  const known = await (await caches.open(cacheName)).match(path);
  if (!known) return renew(path);
  renew(path).catch(() => undefined);
  return known;
}

async function renew(path: string): Promise<Response> {
  const reply = await fetch(path, { signal: AbortSignal.timeout(patienceMilliseconds), cache: 'no-cache' });
  if (reply.status >= 500) throw new Error('away');
  // A closed place says so and keeps nothing: the page on the device still has answers to bring.
  if (reply.ok && !reply.redirected) await (await caches.open(cacheName)).put(path, reply.clone());
  return reply;
}
