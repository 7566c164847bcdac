import { slugOf } from '../collect/index.ts';
import { CandorError } from '../errors/index.ts';
import { newId, type WorkspaceTransaction } from '../store/index.ts';

export interface Touchpoint {
  readonly id: string;
  /** By which events and imports name it. */
  readonly key: string;
  readonly name: string;
}

/** The touchpoints of the workspace, by name. */
export async function listTouchpoints({ workspaceId, query }: WorkspaceTransaction): Promise<readonly Touchpoint[]> {
  return query<Touchpoint>(
    'select id, key, name from touchpoint where workspace_id = $1 order by lower(name), key limit 2000',
    [workspaceId],
  );
}

/** Makes a touchpoint of a name; its key is made of it, and one that is there already is refused (`CND_TAKEN`). */
export async function makeTouchpoint({ workspaceId, query }: WorkspaceTransaction, name: string): Promise<Touchpoint> {
  const made = { id: newId(), key: slugOf(name) || name, name };
  const rows = await query(
    `insert into touchpoint (workspace_id, id, key, name) values ($1, $2, $3, $4)
     on conflict (workspace_id, key) do nothing returning id`,
    [workspaceId, made.id, made.key, name],
  );
  if (rows.length > 0) return made;
  throw new CandorError('CND_TAKEN', `there is a touchpoint "${made.key}" already`, { field: 'name' });
}
