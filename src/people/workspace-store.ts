import { CandorError } from '../errors/index.ts';
import { newId, type Store, type WorkspaceTransaction } from '../store/index.ts';
import type { WorkspaceSettings } from './access.ts';
import type { MemberRole } from './permission.ts';
import type { Language } from './person.ts';
import { refuseWrongSlug, refuseWrongTimeZone } from './workspace.ts';

export interface NewWorkspace {
  readonly slug: string;
  readonly name: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly language: Language;
  readonly smallGroupFloor?: number;
  readonly demo?: boolean;
}

/** Makes a workspace; `within` runs in the same transaction, for its first members. Answers its id. */
export async function createWorkspace(
  store: Store,
  workspace: NewWorkspace,
  within: (transaction: WorkspaceTransaction) => Promise<void> = async () => undefined,
): Promise<string> {
  const { slug, name, timeZone, currency, language, smallGroupFloor = 5, demo = false } = workspace;
  refuseWrongSlug(slug);
  refuseWrongTimeZone(timeZone);
  const id = newId();
  await store.inWorkspace(id, async (transaction) => {
    const made = await transaction.query(
      'insert into workspace_directory (workspace_id, slug) values ($1, $2) on conflict do nothing returning slug',
      [id, slug],
    );
    if (made.length === 0) throw new CandorError('CND_TAKEN', `slug "${slug}" is taken`, { field: 'slug' });
    await transaction.query(
      `insert into workspace (workspace_id, name, time_zone, currency, language, small_group_floor, settings)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, name, timeZone, currency, language, smallGroupFloor, demo ? { demo } : {}],
    );
    await within(transaction);
  });
  return id;
}

/** The settings of a workspace for its member, and his role; nothing where he is none, or has no access. */
export async function memberIn(
  store: Store,
  workspaceId: string,
  userId: string,
): Promise<(WorkspaceRow & { role: MemberRole }) | undefined> {
  return store.readWorkspace(workspaceId, async (transaction) => {
    const [row] = await transaction.query<WorkspaceRow & { role: MemberRole }>(
      `select ${workspaceColumns}, m.role from workspace w
       join membership m on m.workspace_id = w.workspace_id
       where w.workspace_id = $1 and m.workspace_id = $1 and m.user_id = $2 and m.disabled_at is null`,
      [workspaceId, userId],
    );
    return row;
  });
}

/** The settings of the workspace of this transaction. */
export async function settingsOf(transaction: WorkspaceTransaction): Promise<WorkspaceSettings | undefined> {
  const [row] = await transaction.query<WorkspaceSettings>(
    `select ${workspaceColumns}, d.slug from workspace w
     join workspace_directory d on d.workspace_id = w.workspace_id where w.workspace_id = $1`,
    [transaction.workspaceId],
    'workspace-settings',
  );
  return row;
}

type WorkspaceRow = Omit<WorkspaceSettings, 'slug'>;

const workspaceColumns = `w.workspace_id as id, w.name, w.time_zone as "timeZone", w.currency, w.language,
  w.small_group_floor as "smallGroupFloor", coalesce((w.settings ->> 'demo')::boolean, false) as demo`;

export async function workspaceOfSlug(store: Store, slug: string): Promise<string | undefined> {
  const [row] = await store.inTransaction((transaction) =>
    transaction.query<{ id: string }>('select workspace_id as id from workspace_directory where slug = $1', [slug]),
  );
  return row?.id;
}

/** The workspaces of a person with his role in each, by name. */
export async function workspacesOf(
  store: Store,
  userId: string,
): Promise<readonly (WorkspaceSettings & { role: MemberRole })[]> {
  const places = await store.inTransaction((transaction) =>
    transaction.query<{ slug: string; id: string }>(
      `select d.slug, d.workspace_id as id from user_workspace u
       join workspace_directory d on d.workspace_id = u.workspace_id where u.user_id = $1`,
      [userId],
    ),
  );
  const found: (WorkspaceSettings & { role: MemberRole })[] = [];
  for (const { slug, id } of places) {
    const row = await memberIn(store, id, userId);
    if (row) found.push({ ...row, slug });
  }
  return found.sort((a, b) => a.name.localeCompare(b.name));
}
