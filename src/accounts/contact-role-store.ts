import { newId, type WorkspaceTransaction } from '../store/index.ts';
import { claimEntities, keepWhatStood, withdrawClaims } from './claim-store.ts';
import type { ClaimedEntity } from './claimed-entity.ts';
import type { ImportScope } from './import-scope.ts';

/** The roles in which the view of a person counts for an account. */
export const contactRoles = ['contact-person', 'payer', 'end-user', 'decision-maker'] as const;
export type ContactRole = (typeof contactRoles)[number];

export interface RoleOfContact {
  readonly contactId: string;
  readonly accountId: string;
  readonly role: ContactRole;
}

const contactRoleEntity: ClaimedEntity = {
  entity: 'contact-role',
  table: 'contact_role',
  key: 'id',
  born: {},
  columns: [],
  tellsImport: false,
  neededBy: [],
};

/** Says that contacts have roles at accounts; each once at most. A role that is there already is named once more. */
export async function nameContactRoles(scope: ImportScope, roles: readonly RoleOfContact[]): Promise<void> {
  const { transaction } = scope;
  const columns = [
    roles.map(({ contactId }) => contactId),
    roles.map(({ accountId }) => accountId),
    roles.map(({ role }) => role),
  ];
  const made = await transaction.query<{ id: string }>(
    `insert into contact_role (workspace_id, id, contact_id, account_id, role)
     select $1, * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[])
     on conflict (workspace_id, contact_id, account_id, role, valid_from) do nothing returning id`,
    [transaction.workspaceId, roles.map(() => newId()), ...columns],
  );
  const all = await transaction.query<{ id: string }>(
    `select r.id from unnest($2::uuid[], $3::uuid[], $4::text[]) as n (contact_id, account_id, role)
     join contact_role r on r.workspace_id = $1 and r.contact_id = n.contact_id and r.account_id = n.account_id
       and r.role = n.role and r.valid_from is null`,
    [transaction.workspaceId, ...columns],
  );
  const fresh = new Set(made.map(({ id }) => id));
  const ids = all.map(({ id }) => id);
  await keepWhatStood(
    transaction,
    contactRoleEntity,
    ids.filter((id) => !fresh.has(id)),
  );
  await claimEntities(
    scope,
    contactRoleEntity,
    ids.map((entityId) => ({ entityId })),
  );
}

export const withdrawContactRoles = (transaction: WorkspaceTransaction, importId: string): Promise<void> =>
  withdrawClaims(transaction, contactRoleEntity, importId);

/** Says, beside every import, that contacts have roles at accounts. What is there already stays as it is. */
export async function tellContactRoles(
  { workspaceId, query }: WorkspaceTransaction,
  roles: readonly RoleOfContact[],
): Promise<void> {
  if (roles.length === 0) return;
  await query(
    `insert into contact_role (workspace_id, id, contact_id, account_id, role)
     select $1, * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[])
     on conflict (workspace_id, contact_id, account_id, role, valid_from) do nothing`,
    [
      workspaceId,
      roles.map(() => newId()),
      roles.map(({ contactId }) => contactId),
      roles.map(({ accountId }) => accountId),
      roles.map(({ role }) => role),
    ],
  );
}
