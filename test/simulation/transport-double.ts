import type { EmailMessage, Handed, HandOverHooks, SmsMessage } from '../../src/channels/index.ts';
import type { MessageSender } from '../../src/fieldwork/index.ts';
import type { Books, Delivery } from './books.ts';
import type { Turnstile, WorkerStore } from './scheduled-store.ts';
import { type Chance, pick } from './seeded-chance.ts';

/** What the other side does with one attempt. */
export type Treatment =
  | 'takes'
  | 'greylists'
  | 'refuses-at-the-end'
  | 'no-such-address'
  | 'takes-and-hangs'
  | 'drops-and-hangs'
  | 'dies-before'
  | 'dies-between'
  | 'dies-after';

export interface Outside {
  readonly books: Books;
  readonly turnstile: Turnstile;
  readonly chance: Chance;
  readonly now: () => number;
  /** Time passes while a server says nothing. */
  readonly wait: (milliseconds: number) => void;
  /** Whether everything works: in the last weeks of a year, when what is left has to come to its end. */
  readonly isCalm: () => boolean;
  readonly mailboxOf: (address: string) => 'good' | 'gone' | 'bounces';
  readonly onDelivered: (delivery: Delivery) => void;
}

const never = new Promise<never>(() => undefined);

/** Where the messages of one worker go: mostly taken, sometimes not, and sometimes nobody knows. */
export function transportDouble(outside: Outside, worker: WorkerStore, begun: number, isReal: boolean): MessageSender {
  const channel = (kind: 'email' | 'sms') => ({
    kind,
    send: (message: EmailMessage | SmsMessage, hooks: HandOverHooks) =>
      handOver(outside, worker, { kind, message, hooks, begun }),
    close: async () => undefined,
  });
  return {
    channels: ['email', 'sms'],
    isReal,
    email: () => channel('email') as never,
    sms: () => channel('sms') as never,
    close: async () => undefined,
  };
}

interface HandOver {
  readonly kind: 'email' | 'sms';
  readonly message: EmailMessage | SmsMessage;
  readonly hooks: HandOverHooks;
  readonly begun: number;
}

const attempts = new WeakMap<Books, Map<string, number>>();

function treatmentOf({ chance, isCalm, mailboxOf, books }: Outside, to: string, id: string): Treatment {
  const counts = attempts.get(books) ?? new Map<string, number>();
  attempts.set(books, counts);
  const attempt = (counts.get(id) ?? 0) + 1;
  counts.set(id, attempt);
  if (mailboxOf(to) === 'gone') return 'no-such-address';
  if (isCalm()) return 'takes';
  const drawn = chance('treatment', id, attempt);
  if (drawn < 0.72) return 'takes';
  return pick(chance('trouble', id, attempt), [
    'greylists',
    'greylists',
    'greylists',
    'refuses-at-the-end',
    'takes-and-hangs',
    'drops-and-hangs',
    'dies-before',
    'dies-between',
    'dies-after',
  ]);
}

async function handOver(
  outside: Outside,
  worker: WorkerStore,
  { kind, message, hooks, begun }: HandOver,
): Promise<Handed> {
  const { books, turnstile } = outside;
  const to = typeof message.to === 'string' ? message.to : message.to.address;
  const treatment = treatmentOf(outside, to, message.id);
  if (treatment === 'greylists') return refused('451', false);
  if (treatment === 'no-such-address') return { ...refused('550', true), bounce: 'hard' };
  if (treatment === 'dies-before') return dead(worker);
  books.handedBy.push({ messageId: message.id, isDead: () => worker.isDead });
  // The clock leaps while another server hangs; the commit that follows takes no time of its own.
  const at = outside.now();
  await hooks.handingOver();
  const sequence = turnstile.sequence;
  const delivery = deliveryOf(message, { sequence, begun, at, kind, to });
  const deliver = (): void => {
    books.deliveries.push(delivery);
    outside.onDelivered(delivery);
  };
  if (treatment === 'dies-between') {
    books.unheard.add(message.id);
    return dead(worker);
  }
  if (treatment === 'refuses-at-the-end') return refused('451', false);
  if (treatment !== 'drops-and-hangs') deliver();
  if (treatment === 'dies-after') {
    books.unheard.add(message.id);
    return dead(worker);
  }
  if (treatment === 'takes') return { kind: 'sent', providerId: message.id, reply: '250 ok' };
  books.unheard.add(message.id);
  outside.wait(60_000 * (1 + Math.floor(outside.chance('hang', message.id) * 14)));
  return { kind: 'uncertain', stage: 'awaiting-reply', reply: '' };
}

const refused = (code: string, permanent: boolean): Handed & { kind: 'refused' } => ({
  kind: 'refused',
  permanent,
  code,
  reply: `${code} no`,
  bounce: 'unknown',
});

function dead(worker: WorkerStore): Promise<never> {
  worker.die();
  return never;
}

function deliveryOf(
  { id, text }: EmailMessage | SmsMessage,
  { sequence, begun, at, kind, to }: { sequence: number; begun: number; at: number; kind: 'email' | 'sms'; to: string },
): Delivery {
  const [, answerToken] = /\/a\/([0-9a-f]{8}[\w-]{32})/.exec(text)!;
  const [, stopToken] = /\/u\/([0-9a-f]{8}[\w-]{32})/.exec(text)!;
  const number = Number(id.split('.')[1]);
  return {
    sequence,
    begun,
    at,
    messageId: id,
    number,
    channel: kind,
    to,
    answerToken: answerToken!,
    stopToken: stopToken!,
  };
}
