import { CandorError } from '../errors/index.ts';
import type { Queryable, Store, WorkspaceTransaction } from '../store/index.ts';
import { recordEvent } from './audit-event-store.ts';
import { closeInvitation, invitationOf, workspaceOfInvitation } from './member-invitation-store.ts';
import { addMember } from './member-store.ts';
import { hashPassword, refuseWeakPassword, shortestPassword } from './password.ts';
import type { MemberRole } from './permission.ts';
import type { Language } from './person.ts';
import { createPerson, renewPassword } from './person-store.ts';
import { beginSession, type SessionLife } from './session-store.ts';
import { signIn } from './sign-in.ts';

export interface Offer {
  readonly workspace: string;
  readonly email: string;
  readonly role: MemberRole;
  /** Whether the address has an account that works elsewhere too: then its present password is asked for. */
  readonly account: 'new' | 'existing';
}

/** What an invitation offers. */
export async function offerOf(store: Store, token: string, now: Date): Promise<Offer> {
  return store.inWorkspace(workspaceOfInvitation(token), async (transaction) => {
    const { email, role } = await invitationOf(transaction, { token, now });
    const [workspace] = await transaction.query<{ name: string }>(
      'select name from workspace where workspace_id = $1',
      [transaction.workspaceId],
    );
    const known = await knownPerson(transaction, email);
    return { workspace: workspace!.name, email, role, account: known?.worksElsewhere ? 'existing' : 'new' };
  });
}

export interface Join {
  readonly token: string;
  readonly name: string;
  readonly password: string;
  readonly language: Language;
  readonly address: string;
  readonly now: Date;
  readonly life: SessionLife;
}

/**
 * Takes an invitation up and signs in. An address without an account gets one. One whose account works in other
 * workspaces must show its password, or an owner here could take it over. One that works here only, or nowhere, gets the
 * new password: so an owner helps whoever lost his. Answers the token of the session and the slug.
 */
export async function join(store: Store, asked: Join): Promise<{ token: string; slug: string }> {
  const { token, now } = asked;
  const workspaceId = workspaceOfInvitation(token);
  const { email, known } = await store.inWorkspace(workspaceId, async (transaction) => {
    const invitation = await invitationOf(transaction, { token, now });
    return { email: invitation.email, known: await knownPerson(transaction, invitation.email) };
  });
  if (known?.worksElsewhere) {
    const session = await signIn(store, { ...asked, email });
    const slug = await store.inWorkspace(workspaceId, (transaction) => takeUp(transaction, asked, known));
    return { token: session.token, slug };
  }
  refuseWeakPassword(asked.password, { least: shortestPassword.member, email });
  const passwordHash = await hashPassword(asked.password);
  return store.inWorkspace(workspaceId, async (transaction) => {
    const person = await personFor(transaction, { ...asked, email, passwordHash });
    const slug = await takeUp(transaction, asked, person);
    return { slug, token: await beginSession(transaction, { userId: person.id, now, life: asked.life }) };
  });
}

interface KnownPerson {
  readonly id: string;
  readonly worksElsewhere: boolean;
}

async function knownPerson(transaction: WorkspaceTransaction, email: string): Promise<KnownPerson | undefined> {
  const [known] = await transaction.query<KnownPerson>(
    `select u.id, exists (select from user_workspace w where w.user_id = u.id and w.workspace_id <> $2)
       as "worksElsewhere" from "user" u where u.email = $1`,
    [email, transaction.workspaceId],
  );
  return known;
}

async function personFor(
  transaction: WorkspaceTransaction,
  asked: Join & { email: string; passwordHash: string },
): Promise<KnownPerson> {
  const { email, name, language, passwordHash, now } = asked;
  const made = await createPerson(transaction, { email, name, language, passwordHash });
  if (made !== undefined) return { id: made, worksElsewhere: false };
  const known = await knownPerson(transaction, email);
  // Looked at again under the invitation's lock: he may have joined elsewhere meanwhile.
  if (!known || known.worksElsewhere)
    throw new CandorError('CND_TAKEN', 'the account was changed meanwhile; try again');
  await renewPassword(transaction, { userId: known.id, name, language, passwordHash, now });
  return known;
}

/** Uses the invitation, once, and makes the person a member unless he is one. Answers the slug. */
async function takeUp(transaction: WorkspaceTransaction, asked: Join, person: { id: string }): Promise<string> {
  const { token, now } = asked;
  const { id, role } = await invitationOf(transaction, { token, now });
  await closeInvitation(transaction, { id, now });
  const memberId = await addMember(transaction, { userId: person.id, role, now });
  const principal = { kind: 'person', userId: person.id, sessionId: '' } as const;
  const event = memberId
    ? ({ action: 'join', subjectKind: 'member', subjectId: memberId, detail: { role } } as const)
    : ({ action: 'renew-password', subjectKind: 'person', subjectId: person.id } as const);
  await recordEvent(transaction, principal, { ...event, at: now });
  return slugOf(transaction, transaction.workspaceId);
}

async function slugOf(transaction: Queryable, workspaceId: string): Promise<string> {
  const [row] = await transaction.query<{ slug: string }>(
    'select slug from workspace_directory where workspace_id = $1',
    [workspaceId],
  );
  return row!.slug;
}
