import type { AnswerQueue, QueuedAnswer } from './answer-queue.ts';

/** How the kiosk stands after a call, for whoever looks after it. */
export type SyncOutcome = 'done' | 'away' | 'busy';

interface Reply {
  readonly now: number;
  readonly outcomes: readonly { readonly id: string; readonly kind: string; readonly reason?: string }[];
}

const together = 50;
/** Told to come later; everything else of 4xx is about what was sent. */
const later = new Set([408, 425, 429]);
/** A server that does not answer is away. */
const patienceMilliseconds = 20_000;

/**
 * Brings what waits to the server, in its order. An answer leaves the device only when the server has said that it has it;
 * what it refuses is kept aside with the reason; a reply that is lost costs a second call and nothing else.
 */
export async function sync(queue: AnswerQueue, path: string): Promise<SyncOutcome> {
  for (let batch = together; ; ) {
    const all = await queue.all();
    const waiting = all.filter(({ state }) => state === 'waiting');
    const answers = waiting.slice(0, batch);
    const reply = await call(queue, path, { all, answers });
    if (reply === 'away' || reply === 'busy') return reply;
    if ('status' in reply) {
      if (answers.length === 0) return 'away';
      // One bad answer must not hold up the others that were sent with it.
      if (answers.length > 1) batch = 1;
      else await queue.change(answers[0]!.id, { state: 'parked', reason: `HTTP ${reply.status}` });
      continue;
    }
    const settled = await settle(queue, reply, answers);
    if (waiting.length <= answers.length) return 'done';
    // A server that says nothing of what was sent would be asked for ever.
    if (settled === 0) return 'busy';
  }
}

async function settle(queue: AnswerQueue, { outcomes }: Reply, sent: readonly QueuedAnswer[]): Promise<number> {
  const ids = new Set(sent.map(({ id }) => id));
  const told = outcomes.filter(({ id }) => ids.has(id));
  await queue.remove(told.filter(({ kind }) => kind === 'stored' || kind === 'known').map(({ id }) => id));
  for (const { id, kind, reason } of told) {
    if (kind === 'refused') await queue.change(id, { state: 'parked', reason: reason ?? 'refused' });
  }
  return told.length;
}

async function call(
  queue: AnswerQueue,
  path: string,
  { all, answers }: { all: readonly QueuedAnswer[]; answers: readonly QueuedAnswer[] },
): Promise<Reply | { readonly status: number } | 'away' | 'busy'> {
  const { device, sequence } = await queue.device();
  const parked = all.filter(({ state }) => state === 'parked');
  const reason = parked.at(-1)?.reason;
  const sentAt = Date.now();
  try {
    const reply = await fetch(`${path}/answers`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'omit',
      signal: AbortSignal.timeout(patienceMilliseconds),
      body: JSON.stringify({
        device,
        sentAt,
        // As it will be when the server has taken these.
        waiting: all.length - parked.length - answers.length,
        parked: parked.length,
        ...(reason && { parkedReason: reason }),
        sequence,
        answers: answers.map(({ state: _state, reason: _reason, ...answer }) => answer),
      }),
    });
    if (later.has(reply.status)) return 'busy';
    if (reply.status >= 500) return 'away';
    if (!reply.ok) return { status: reply.status };
    const told = (await reply.json()) as Reply;
    const now = Date.now();
    await queue.noteSync(Math.round(told.now - (sentAt + now) / 2), now);
    return told;
  } catch {
    return 'away';
  }
}

/** Gives everything that was kept aside another try. */
export async function unpark(queue: AnswerQueue): Promise<void> {
  for (const { id, state } of await queue.all()) if (state === 'parked') await queue.change(id, { state: 'waiting' });
}

/**
 * At the start: whoever was there when the device lost its power is gone, and what he tapped counts as it is. What a proxy or
 * an older server refused as a whole has another try.
 */
export async function takeUpQueue(queue: AnswerQueue): Promise<void> {
  for (const { id, state, reason } of await queue.all()) {
    const isWhole = state === 'parked' && reason?.startsWith('HTTP ');
    if (state === 'open' || isWhole) await queue.change(id, { state: 'waiting' });
  }
}
