import { CandorError } from '../errors/index.ts';
import { newWebhookSecret } from '../outbound/index.ts';
import { newId, type WorkspaceTransaction } from '../store/index.ts';
import { chatEvents, type Webhook, type WebhookEvent, type WebhookKind, type WebhookTarget } from './webhook.ts';

export interface NewWebhook {
  readonly url: string;
  readonly kind: WebhookKind;
  readonly events: readonly WebhookEvent[];
  readonly includesWords: boolean;
}

/** More than this many nobody watches over; each is one more message for every answer. */
const mostWebhooks = 20;

/** Makes a webhook; its address was judged before. The secret is answered here and never again. */
export async function createWebhook(
  transaction: WorkspaceTransaction,
  webhook: NewWebhook,
  now: Date,
): Promise<{ id: string; secret: string }> {
  refuseEvents(webhook);
  const { workspaceId, query } = transaction;
  const [count] = await query<{ number: number }>(
    'select count(*)::int as number from webhook where workspace_id = $1',
    [workspaceId],
  );
  if (count!.number >= mostWebhooks) throw refused('url', `there are ${mostWebhooks} webhooks already`);
  const id = newId();
  const secret = newWebhookSecret();
  await query(
    `insert into webhook (workspace_id, id, url, secret, events, kind, includes_words, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [workspaceId, id, webhook.url, secret, webhook.events, webhook.kind, webhook.includesWords, now],
  );
  return { id, secret };
}

export interface WebhookChange {
  readonly url?: string;
  readonly events?: readonly WebhookEvent[];
  readonly includesWords?: boolean;
  readonly enabled?: boolean;
}

/** Changes a webhook. Switched off it keeps what waits and hears of nothing new; switched on it goes on. */
export async function changeWebhook(
  transaction: WorkspaceTransaction,
  { id, ...change }: WebhookChange & { id: string },
  now: Date,
): Promise<Webhook> {
  const { workspaceId, query } = transaction;
  const [row] = await query<Webhook & { secret: string }>(
    `select ${columns}, secret from webhook where workspace_id = $1 and id = $2 for update`,
    [workspaceId, id],
  );
  if (!row) throw notFound();
  const { secret, ...before } = row;
  const after = { ...before, ...change, ...switched(before, change.enabled, now) };
  refuseEvents(after);
  if (after.disabledAt === null && secret === '') throw refused('enabled', 'it has no secret: make a new one first');
  await query(
    `update webhook set url = $3, events = $4, includes_words = $5, disabled_at = $6, disabled_reason = $7
     where workspace_id = $1 and id = $2`,
    [workspaceId, id, after.url, after.events, after.includesWords, after.disabledAt, after.disabledReason],
  );
  return after;
}

function switched(before: Webhook, enabled: boolean | undefined, now: Date) {
  if (enabled === true) return { disabledAt: null, disabledReason: null };
  if (enabled === false && before.disabledAt === null) return { disabledAt: now, disabledReason: 'by-hand' as const };
  return {};
}

/** How long the secret before the new one signs too. */
const bothMilliseconds = 24 * 3_600_000;

/** Gives a webhook a new secret, answered here and never again. The one before signs beside it for 24 hours. */
export async function renewSecret({ workspaceId, query }: WorkspaceTransaction, id: string, now: Date) {
  const secret = newWebhookSecret();
  const renewed = await query(
    `update webhook set old_secret = nullif(secret, ''), secret = $3,
       old_secret_until = case when secret = '' then null else $4::timestamptz end
     where workspace_id = $1 and id = $2 returning id`,
    [workspaceId, id, secret, new Date(now.getTime() + bothMilliseconds)],
  );
  if (renewed.length === 0) throw notFound();
  return secret;
}

/** Removes a webhook with its deliveries. */
export async function removeWebhook({ workspaceId, query }: WorkspaceTransaction, id: string): Promise<void> {
  const removed = await query('delete from webhook where workspace_id = $1 and id = $2 returning id', [
    workspaceId,
    id,
  ]);
  if (removed.length === 0) throw notFound();
}

/** The webhooks of the workspace, oldest first, without their secrets, with how many messages to each were given up. */
export async function webhooksOf({
  workspaceId,
  query,
}: WorkspaceTransaction): Promise<readonly (Webhook & { readonly givenUp: number })[]> {
  return query<Webhook & { readonly givenUp: number }>(
    `select ${columns}, (select count(*)::int from webhook_delivery d
       where d.workspace_id = $1 and d.webhook_id = webhook.id and d.state = 'given-up') as "givenUp"
     from webhook where workspace_id = $1 order by id`,
    [workspaceId],
  );
}

/** What is needed to write to a webhook, also to one that is switched off; nothing where it was removed. */
export async function findTarget(
  { workspaceId, query }: WorkspaceTransaction,
  id: string,
  now: Date,
): Promise<(WebhookTarget & { readonly isOn: boolean }) | undefined> {
  const [row] = await query<Pick<Webhook, 'url' | 'kind'> & { secrets: (string | null)[]; isOn: boolean }>(
    `select url, kind, disabled_at is null as "isOn",
       array[nullif(secret, ''), case when old_secret_until > $3 then old_secret end] as secrets
     from webhook where workspace_id = $1 and id = $2`,
    [workspaceId, id, now],
  );
  return row && { ...row, secrets: row.secrets.filter((secret) => secret !== null) };
}

/** Ends a webhook whose receiver said that it is gone, and what still waits for it. */
export async function disableGone({ workspaceId, query }: WorkspaceTransaction, id: string, now: Date): Promise<void> {
  await query(
    `update webhook set disabled_at = $3, disabled_reason = 'gone'
     where workspace_id = $1 and id = $2 and disabled_at is null`,
    [workspaceId, id, now],
  );
  await query(
    `update webhook_delivery set state = 'given-up', last_error = 'gone'
     where workspace_id = $1 and webhook_id = $2 and state in ('waiting', 'failed')`,
    [workspaceId, id],
  );
}

const columns = `id, url, kind, events, includes_words as "includesWords", created_at as "createdAt",
  disabled_at as "disabledAt", disabled_reason as "disabledReason", old_secret_until as "oldSecretUntil"`;

function refuseEvents({ kind, events }: Pick<NewWebhook, 'kind' | 'events'>): void {
  const wrong = kind === 'chat' ? events.find((event) => !chatEvents.includes(event)) : undefined;
  if (wrong !== undefined) throw refused('events', `a chat is not told of ${wrong}`);
}

/** What a webhook cannot be: the field is named as it was sent. */
export function refused(field: string, message: string, reason?: string): CandorError {
  return new CandorError('CND_WEBHOOK', `${field}: ${message}`, { field, ...(reason === undefined ? {} : { reason }) });
}

export const notFound = () => new CandorError('CND_NOT_FOUND', 'there is no such webhook', { kind: 'webhook' });
