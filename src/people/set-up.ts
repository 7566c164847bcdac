import { CandorError } from '../errors/index.ts';
import type { Store, WorkspaceTransaction } from '../store/index.ts';
import { recordEvent } from './audit-event-store.ts';
import { addMember } from './member-store.ts';
import { hashPassword, refuseWeakPassword, shortestPassword } from './password.ts';
import { createPerson } from './person-store.ts';
import { beginSession, type SessionLife } from './session-store.ts';
import { createWorkspace, type NewWorkspace } from './workspace-store.ts';

export interface SetUp {
  readonly workspace: NewWorkspace;
  /** Who owns it: somebody new, or whoever is signed in. */
  readonly owner:
    | { readonly email: string; readonly name: string; readonly password: string }
    | { readonly id: string };
  /** The first one of all: of two that come at once, one is refused. */
  readonly first?: boolean;
  readonly now: Date;
  readonly life: SessionLife;
}

/** Makes a real workspace with its owner. Answers its id and, for a new owner, the token of his session. */
export async function setUp(store: Store, asked: SetUp): Promise<{ workspaceId: string; token?: string }> {
  const { workspace, owner, now, life } = asked;
  const isNew = !('id' in owner);
  if (isNew) refuseWeakPassword(owner.password, { least: shortestPassword.owner, email: owner.email });
  const passwordHash = isNew ? await hashPassword(owner.password) : '';
  let token: string | undefined;
  const workspaceId = await createWorkspace(store, workspace, async (transaction) => {
    if (asked.first) await refuseSecond(transaction);
    const userId = isNew
      ? await createPerson(transaction, { ...owner, language: workspace.language, passwordHash })
      : owner.id;
    if (userId === undefined) {
      throw new CandorError('CND_TAKEN', 'this e-mail has an account; sign in with it', { field: 'owner.email' });
    }
    await addMember(transaction, { userId, role: 'owner', now });
    if (isNew) token = await beginSession(transaction, { userId, now, life });
    const event = { action: 'create-workspace', subjectKind: 'workspace', subjectId: transaction.workspaceId } as const;
    await recordEvent(transaction, { kind: 'person', userId, sessionId: '' }, { ...event, at: now });
  });
  return { workspaceId, ...(token === undefined ? {} : { token }) };
}

/** Held until the end of the transaction: whoever comes second waits, and then sees the person of the first. */
async function refuseSecond(transaction: WorkspaceTransaction): Promise<void> {
  await transaction.query("select pg_advisory_xact_lock(hashtextextended('first set-up', 0))");
  const people = await transaction.query('select 1 from "user" limit 1');
  if (people.length > 0) throw new CandorError('CND_SIGN_IN', 'somebody else has set up the first workspace meanwhile');
}
