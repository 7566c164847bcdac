import { CandorError } from '../errors/index.ts';
import { newId, type WorkspaceTransaction } from '../store/index.ts';
import type { KeyPrincipal } from './access.ts';
import type { KeyScope } from './permission.ts';
import { hashOf, workspaceSecret } from './secret.ts';

export interface NewApiKey {
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  readonly expiresAt?: Date;
  readonly createdBy?: string;
}

/** Makes a key. Its text is answered here and never again: only its hash is kept. */
export async function createApiKey(
  transaction: WorkspaceTransaction,
  key: NewApiKey,
  now: Date,
): Promise<{ id: string; key: string }> {
  const id = newId();
  const text = workspaceSecret('cnd', transaction.workspaceId);
  await transaction.query(
    `insert into api_key (workspace_id, id, name, secret_hash, scopes, created_by, expires_at, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      transaction.workspaceId,
      id,
      key.name,
      hashOf(text),
      key.scopes,
      key.createdBy ?? null,
      key.expiresAt ?? null,
      now,
    ],
  );
  return { id, key: text };
}

/** Written at most once a minute, or every answer of a program would be a second write. */
const usedEveryMilliseconds = 60_000;

/** The principal of a key of this workspace; nothing where it is unknown, revoked or expired. */
export async function findApiKey(
  { workspaceId, query }: WorkspaceTransaction,
  { text, now }: { text: string; now: Date },
): Promise<{ principal: KeyPrincipal; isUseNew: boolean } | undefined> {
  const [row] = await query<{ id: string; scopes: KeyScope[]; lastUsedAt: Date | null }>(
    `select id, scopes, last_used_at as "lastUsedAt" from api_key
     where workspace_id = $1 and secret_hash = $2 and revoked_at is null and (expires_at is null or expires_at > $3)`,
    [workspaceId, hashOf(text), now],
    'find-key',
  );
  if (!row) return undefined;
  const isUseNew = now.getTime() - (row.lastUsedAt?.getTime() ?? 0) >= usedEveryMilliseconds;
  return { principal: { kind: 'key', keyId: row.id, workspaceId, scopes: row.scopes }, isUseNew };
}

export async function keyWasUsed({ workspaceId, query }: WorkspaceTransaction, id: string, now: Date): Promise<void> {
  await query('update api_key set last_used_at = $3 where workspace_id = $1 and id = $2', [workspaceId, id, now]);
}

export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  /** Name of the person who made it. */
  readonly by: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  readonly lastUsedAt: Date | null;
}

/** The keys of the workspace, newest first, also those that open nothing any more. */
export async function apiKeysOf(transaction: WorkspaceTransaction): Promise<readonly ApiKey[]> {
  return transaction.query<ApiKey>(
    `select k.id, k.name, k.scopes, u.name as by, k.created_at as "createdAt", k.expires_at as "expiresAt",
       k.revoked_at as "revokedAt", k.last_used_at as "lastUsedAt"
     from api_key k left join "user" u on u.id = k.created_by where k.workspace_id = $1 order by k.id desc`,
    [transaction.workspaceId],
  );
}

/** Ends a key at once; its row stays, since the audit log names it. */
export async function revokeApiKey(
  transaction: WorkspaceTransaction,
  revoke: { id: string; now: Date },
): Promise<void> {
  const revoked = await transaction.query(
    'update api_key set revoked_at = $3 where workspace_id = $1 and id = $2 and revoked_at is null returning id',
    [transaction.workspaceId, revoke.id, revoke.now],
  );
  if (revoked.length === 0) throw new CandorError('CND_NOT_FOUND', 'there is no such key', { kind: 'key' });
}
