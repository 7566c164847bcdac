import { newId, type Store, type WorkspaceTransaction } from '../store/index.ts';
import type { Principal } from './access.ts';
import type { KeyScope } from './permission.ts';
import { hashOf, workspaceOfSecret, workspaceSecret } from './secret.ts';

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

/** The principal of a key; nothing where it is unknown, revoked or expired. */
export async function findApiKey(store: Store, text: string, now: Date): Promise<Principal | undefined> {
  const workspaceId = workspaceOfSecret('cnd', text);
  if (workspaceId === undefined) return undefined;
  return store.inWorkspace(workspaceId, async (transaction) => {
    const [row] = await transaction.query<{ id: string; scopes: KeyScope[]; lastUsedAt: Date | null }>(
      `select id, scopes, last_used_at as "lastUsedAt" from api_key
       where workspace_id = $1 and secret_hash = $2 and revoked_at is null and (expires_at is null or expires_at > $3)`,
      [workspaceId, hashOf(text), now],
    );
    if (!row) return undefined;
    if (now.getTime() - (row.lastUsedAt?.getTime() ?? 0) >= usedEveryMilliseconds) {
      await transaction.query('update api_key set last_used_at = $3 where workspace_id = $1 and id = $2', [
        workspaceId,
        row.id,
        now,
      ]);
    }
    return { kind: 'key', keyId: row.id, workspaceId, scopes: row.scopes };
  });
}
