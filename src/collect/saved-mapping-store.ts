import { CandorError } from '../errors/index.ts';
import { newId, type WorkspaceTransaction } from '../store/index.ts';
import type { ImportMapping } from './import-mapping.ts';

/** A way to read files, kept under a name. */
export interface SavedMapping {
  readonly id: string;
  readonly name: string;
  readonly mapping: ImportMapping;
  readonly savedAt: Date;
}

/** Keeps a mapping under its name; one of the same name is replaced. Answers its id. */
export async function saveMapping(
  { workspaceId, query }: WorkspaceTransaction,
  given: {
    readonly name: string;
    readonly mapping: ImportMapping;
    readonly savedBy?: string | undefined;
    readonly now: Date;
  },
): Promise<string> {
  const { name, mapping, savedBy, now } = given;
  const [saved] = await query<{ id: string }>(
    `insert into import_mapping as held (workspace_id, id, name, mapping, saved_by, saved_at)
     values ($1, $2, $3, $4::jsonb, $5, $6)
     on conflict (workspace_id, name) do update
       set mapping = excluded.mapping, saved_by = excluded.saved_by, saved_at = excluded.saved_at
     returning id`,
    [workspaceId, newId(), name, JSON.stringify(mapping), savedBy ?? null, now],
  );
  return saved!.id;
}

export async function savedMappings({ workspaceId, query }: WorkspaceTransaction): Promise<readonly SavedMapping[]> {
  return query<SavedMapping>(
    'select id, name, mapping, saved_at as "savedAt" from import_mapping where workspace_id = $1 order by lower(name), id',
    [workspaceId],
  );
}

/** Forgets a mapping; `CND_NOT_FOUND` where the workspace has none of this id. */
export async function removeMapping({ workspaceId, query }: WorkspaceTransaction, id: string): Promise<void> {
  const gone = await query('delete from import_mapping where workspace_id = $1 and id = $2 returning id', [
    workspaceId,
    id,
  ]);
  if (gone.length === 0) throw new CandorError('CND_NOT_FOUND', `there is no saved mapping ${id}`, { mapping: id });
}
