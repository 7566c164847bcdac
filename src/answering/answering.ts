import { type ResponseWriter, type ShortMemory, type Store, shortMemory } from '../store/index.ts';
import type { AskedVersion } from './asked-version.ts';

/** What answering needs; one for each process. */
export interface Answering {
  readonly store: Store;
  /** The one way of responses into the store, shared with the API: both are committed together. */
  readonly write: ResponseWriter;
  /** The secret of the server, from which the links are made. */
  readonly secret: string;
  readonly versions: ShortMemory<AskedVersion>;
  readonly workspaces: ShortMemory<string>;
}

const hour = 3_600_000;

/** A published version never changes, nor does the code of a workspace: both are remembered for an hour. */
export function openAnswering(given: Pick<Answering, 'store' | 'write' | 'secret'>): Answering {
  return { ...given, versions: shortMemory(hour, 200), workspaces: shortMemory(hour) };
}

/** Stands for a workspace that there is not: its rows are looked for all the same, in the same time. */
const nobody = '00000000-0000-0000-0000-000000000000';

/** The workspace that the code of a link names. */
export async function workspaceOf({ store, workspaces }: Answering, code: string, now: Date): Promise<string> {
  const remembered = workspaces.recall(code, now);
  if (remembered !== undefined) return remembered;
  const [found] = await store.inTransaction((connection) =>
    connection.query<{ id: string }>('select workspace_id as id from workspace_directory where code = $1', [code]),
  );
  if (!found) return nobody;
  workspaces.keep(code, found.id, now);
  return found.id;
}
