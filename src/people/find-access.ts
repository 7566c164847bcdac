import { gatheredLookup, type ShortMemory, type Store, shortMemory } from '../store/index.ts';
import { type Access, keyAccess, memberAccess, type Principal } from './access.ts';
import { findApiKey, keyWasUsed } from './api-key-store.ts';
import { hashOf, workspaceOfSecret } from './secret.ts';
import { findSession, type SessionLook } from './session-store.ts';
import { memberIn, settingsOf, workspaceOfSlug } from './workspace-store.ts';

/** Who asks, and what he may do in the workspace of the slug: no access where it is none of his, or there is none. */
export interface Asking {
  readonly principal: Principal;
  readonly access?: Access;
}

interface Lookups {
  bySession(key: string, look: SessionLook & { slug: string }): Promise<Asking | undefined>;
  byKey(key: string, look: { text: string; slug: string; now: Date }): Promise<Asking | undefined>;
  /** Programs that opened a workspace lately. */
  readonly programs: ShortMemory<Asking>;
}

/**
 * A key is looked up once in this time however many answers it brings. Revoked here it is refused at once
 * (`forgetPrograms`), revoked by another process after this time.
 */
const believedMilliseconds = 1_000;

/** The pages of a dashboard ask many things at once, and programs send many answers: each group is looked up once. */
const lookups = new WeakMap<Store, Lookups>();

function lookupsOf(store: Store): Lookups {
  const made = lookups.get(store) ?? {
    bySession: gatheredLookup((_, looks: readonly (SessionLook & { slug: string })[]) =>
      memberAsking(store, looks.at(-1)!),
    ),
    byKey: gatheredLookup((_, looks: readonly { text: string; slug: string; now: Date }[]) =>
      keyAsking(store, looks.at(-1)!),
    ),
    programs: shortMemory(believedMilliseconds),
  };
  lookups.set(store, made);
  return made;
}

/** The one who asks by the token of a session; nothing where the session does not live. */
export function findMember(store: Store, look: SessionLook & { slug: string }): Promise<Asking | undefined> {
  return lookupsOf(store).bySession(`${hashOf(look.token).toString('base64')} ${look.slug}`, look);
}

/** The one who asks by the text of a key; nothing where the key is unknown, revoked or expired. */
export async function findProgram(
  store: Store,
  look: { text: string; slug: string; now: Date },
): Promise<Asking | undefined> {
  const { byKey, programs } = lookupsOf(store);
  // By its hash: a secret is not kept in memory for longer than its request.
  const key = `${hashOf(look.text).toString('base64')} ${look.slug}`;
  const known = programs.recall(key, look.now);
  if (known) return known;
  const asking = await byKey(key, look);
  // Who was refused is looked up again: a key that was just made opens at once.
  if (asking?.access) programs.keep(key, asking, look.now);
  return asking;
}

/** After a key was revoked or the settings of a workspace changed. */
export function forgetPrograms(store: Store): void {
  lookupsOf(store).programs.forget();
}

async function memberAsking(store: Store, look: SessionLook & { slug: string }): Promise<Asking | undefined> {
  const session = await findSession(store, look);
  if (!session) return undefined;
  const userId = session.person.id;
  const principal = { kind: 'person', userId, sessionId: session.sessionId } as const;
  const workspaceId = await workspaceOfSlug(store, look.slug);
  const found = workspaceId === undefined ? undefined : await memberIn(store, workspaceId, userId);
  if (!found) return { principal };
  const { role, ...settings } = found;
  return { principal, access: memberAccess({ ...settings, slug: look.slug }, principal, role) };
}

async function keyAsking(
  store: Store,
  { text, slug, now }: { text: string; slug: string; now: Date },
): Promise<Asking | undefined> {
  const workspaceId = workspaceOfSecret('cnd', text);
  if (workspaceId === undefined) return undefined;
  const found = await store.readWorkspace(workspaceId, async (transaction) => {
    const [key, settings] = await Promise.all([findApiKey(transaction, { text, now }), settingsOf(transaction)]);
    return key && { ...key, settings };
  });
  if (!found) return undefined;
  const { principal, isUseNew, settings } = found;
  if (isUseNew) await store.inWorkspace(workspaceId, (transaction) => keyWasUsed(transaction, principal.keyId, now));
  return settings?.slug === slug ? { principal, access: keyAccess(settings, principal) } : { principal };
}
