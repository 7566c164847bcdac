import { newId } from './identifier.ts';
import type { Store } from './open-store.ts';
import type { WorkspaceTransaction } from './workspace-transaction.ts';

/** A request that may come again. The key of its caller and what it asked are kept as hashes. */
export interface RepeatableRequest {
  readonly route: string;
  /** Of the caller and the key. */
  readonly keyHash: Buffer;
  /** Of everything that was asked. */
  readonly bodyHash: Buffer;
}

/** Who does the work: `mine` does it, the others are told why not. */
export type RequestClaim =
  | { readonly kind: 'mine'; readonly id: string }
  | { readonly kind: 'running' }
  | { readonly kind: 'other-request' }
  | { readonly kind: 'answered'; readonly status: number; readonly reply: Buffer };

/** Longer than any request works on JSON (statements end after 60 s); then its process is taken for dead. */
const longestWork = 120_000;

/** How long a reply is kept: who repeats later does it anew. */
const keptMilliseconds = 30 * 24 * 3_600_000;

/** Takes a request for this process, or answers what became of it. Of several that come at once one is told `mine`. */
export async function claimRequest(
  store: Store,
  workspaceId: string,
  request: RepeatableRequest,
  now: Date,
): Promise<RequestClaim> {
  const { route, keyHash, bodyHash } = request;
  for (;;) {
    const id = newId();
    const claimed = await store.inWorkspaceAtOnce(workspaceId, ({ query }) =>
      query(
        `insert into idempotency_key (workspace_id, id, route, key_hash, body_hash, created_at)
         values ($1, $2, $3, $4, $5, $6) on conflict (workspace_id, route, key_hash) do nothing returning id`,
        [workspaceId, id, route, keyHash, bodyHash, now],
        'claim-request',
      ),
    );
    if (claimed.length > 0) return { kind: 'mine', id };
    const known = await store.inWorkspace(workspaceId, (transaction) => knownRequest(transaction, request, now));
    // The one that was there was let go of between the two: then it is tried again.
    if (known) return known;
  }
}

async function knownRequest(
  { workspaceId, query }: WorkspaceTransaction,
  { route, keyHash, bodyHash }: RepeatableRequest,
  now: Date,
): Promise<RequestClaim | undefined> {
  const id = newId();
  const at = now.getTime();
  const taken = await query(
    `update idempotency_key set id = $4, body_hash = $5, status = null, reply = null, created_at = $6
     where workspace_id = $1 and route = $2 and key_hash = $3
       and (created_at < $8 or (status is null and created_at < $7 and body_hash = $5)) returning id`,
    [workspaceId, route, keyHash, id, bodyHash, now, new Date(at - longestWork), new Date(at - keptMilliseconds)],
  );
  if (taken.length > 0) return { kind: 'mine', id };
  const [row] = await query<{ bodyHash: Buffer; status: number | null; reply: Buffer }>(
    `select body_hash as "bodyHash", status, reply from idempotency_key
     where workspace_id = $1 and route = $2 and key_hash = $3`,
    [workspaceId, route, keyHash],
  );
  if (!row) return undefined;
  if (!row.bodyHash.equals(bodyHash)) return { kind: 'other-request' };
  return row.status === null ? { kind: 'running' } : { kind: 'answered', status: row.status, reply: row.reply };
}

/** Keeps what was answered; nothing where another process took the request over meanwhile. */
export async function keepReply(
  store: Store,
  workspaceId: string,
  { id, status, reply }: { id: string; status: number; reply: Buffer },
): Promise<void> {
  await store.inWorkspaceAtOnce(workspaceId, ({ query }) =>
    query(
      'update idempotency_key set status = $3, reply = $4 where workspace_id = $1 and id = $2',
      [workspaceId, id, status, reply],
      'keep-reply',
    ),
  );
}

/** Lets a request go that came to nothing, so that it can be tried again. */
export async function releaseRequest(store: Store, workspaceId: string, id: string): Promise<void> {
  await store.inWorkspaceAtOnce(workspaceId, ({ query }) =>
    query('delete from idempotency_key where workspace_id = $1 and id = $2', [workspaceId, id]),
  );
}

/** Forgets the replies of more than 30 days, in every workspace. */
export async function sweepKeptReplies(store: Store, now: Date): Promise<void> {
  const rows = await store.inTransaction((connection) =>
    connection.query<{ id: string }>('select workspace_id as id from workspace_directory order by workspace_id'),
  );
  const before = new Date(now.getTime() - keptMilliseconds);
  for (const { id } of rows) {
    await store.inWorkspace(id, ({ query }) =>
      query('delete from idempotency_key where workspace_id = $1 and created_at < $2', [id, before]),
    );
  }
}
