import { CandorError } from '../errors/index.ts';
import { addMember } from '../people/index.ts';
import { addTableToTallies, growing, newId, type Store, type WorkspaceTransaction } from '../store/index.ts';
import type { ArchiveDigest } from './archive-format.ts';
import { ArchiveLoader } from './archive-loader.ts';
import { readArchive } from './archive-reader.ts';
import { archiveTables } from './archive-table.ts';
import type { OnRows } from './archive-writer.ts';
import { fileBytes } from './exchange-file.ts';
import { takePersons } from './imported-person.ts';
import { tallyDigest } from './tally-digest.ts';
import { refuseOtherKind, type VerifiedArchive, verifyArchive } from './verify-archive.ts';
import { personTable } from './workspace-export.ts';
import { type NamedOwner, workspaceOwner } from './workspace-owner.ts';

export interface WorkspaceImportOptions {
  /** Who will own it here. */
  readonly owner: NamedOwner;
  readonly now: Date;
  /** The short name here, where it shall be another. */
  readonly slug?: string;
  readonly verified?: VerifiedArchive;
  readonly onRows?: OnRows;
}

/** What taking in a workspace gave. */
export interface ImportedWorkspace {
  readonly workspaceId: string;
  readonly slug: string;
  readonly rows: number;
  /** The password of the owner, where he is new here. */
  readonly password?: string;
  /** Members who cannot sign in here yet: an owner invites them anew. */
  readonly newPeople: number;
  /** Whether the tallies, counted anew from the answers, say what those of the origin said. */
  readonly talliesAgree: boolean;
}

/**
 * Takes the file of a workspace in as a new workspace with the same ids, in one transaction or not at all. Tallies are
 * counted anew from its answers. A workspace that is here already is refused (`CND_WORKSPACE_TAKEN`).
 */
export async function importWorkspace(
  store: Store,
  path: string,
  options: WorkspaceImportOptions,
): Promise<ImportedWorkspace> {
  const { verified = await verifyArchive(path) } = options;
  const { header } = verified;
  refuseOtherKind(header, 'workspace', path);
  const { id, slug: given } = header.workspaces[0]!;
  const slug = options.slug ?? given;
  return store.inWorkspace(id, async (transaction) => {
    await enterDirectory(transaction, slug);
    // Before the people of the file: he may be one of them, and must be able to sign in.
    const owner = await workspaceOwner(transaction, options.owner);
    const tables = [personTable, ...(await archiveTables(transaction))];
    const loader = new ArchiveLoader({ tables, archived: header.tables, file: path });
    const taken = await loadWorkspace(transaction, { loader, path, onRows: options.onRows });
    await countAnswers(transaction);
    const counted = await tallyDigest(transaction);
    await makeOwner(transaction, { ownerId: owner.id, now: options.now });
    await transaction.query(
      `insert into audit_log (workspace_id, id, user_id, action, subject_kind, subject_id, detail, occurred_at)
       values ($1, $2, $3, 'import-workspace', 'workspace', $1, $4, $5)`,
      [id, newId(), owner.id, { rows: taken.rows, exportedAt: header.exportedAt }, options.now],
    );
    const talliesAgree = counted.digest === taken.digest?.digest;
    const { password } = owner;
    const { rows, newPeople } = taken;
    return { workspaceId: id, slug, rows, newPeople, talliesAgree, ...(password !== undefined && { password }) };
  });
}

async function enterDirectory({ workspaceId, query }: WorkspaceTransaction, slug: string): Promise<void> {
  const made = await query(
    'insert into workspace_directory (workspace_id, slug) values ($1, $2) on conflict do nothing returning slug',
    [workspaceId, slug],
  );
  if (made.length === 1) return;
  const message = `this store has the workspace ${workspaceId}, or another one called ${slug}`;
  throw new CandorError('CND_WORKSPACE_TAKEN', message, { workspaceId, slug });
}

async function loadWorkspace(
  transaction: WorkspaceTransaction,
  { loader, path, onRows }: { loader: ArchiveLoader; path: string; onRows: OnRows | undefined },
): Promise<{ rows: number; newPeople: number; digest: ArchiveDigest | undefined }> {
  const { workspaceId } = transaction;
  const persons = new Map<string, string>();
  let digest: ArchiveDigest | undefined;
  let newPeople = 0;
  let rows = 0;
  const statistics = growing(transaction);
  for await (const part of readArchive(fileBytes(path), path)) {
    if (part.kind === 'control') {
      if (part.control.candor === 'tallies') digest = part.control;
      continue;
    }
    if (part.table === personTable.name) newPeople += await takePersons(transaction, part.lines, persons);
    else await loader.rows(transaction, part, { workspaceId, persons });
    rows += part.rows;
    await statistics.to(rows);
    onRows?.(rows);
  }
  await statistics.end(rows);
  return { rows, newPeople, digest };
}

/** Counts the answers that came in into all tallies, as an import of answers does. */
async function countAnswers(transaction: WorkspaceTransaction): Promise<void> {
  const { workspaceId, query } = transaction;
  const noId = "'00000000-0000-0000-0000-000000000000'::uuid";
  await query(
    `create temporary table answers_taken_in on commit drop as
     select a.question_id, r.day, coalesce(r.touchpoint_id, ${noId}) as touchpoint_id,
       coalesce(r.org_unit_id, ${noId}) as org_unit_id, coalesce(r.account_id, ${noId}) as account_id, r.segment,
       r.respondent_role, r.channel, a.point, q.scale_points as points, 1::smallint as weight
     from response r
     join answer a on a.workspace_id = r.workspace_id and a.response_id = r.id
     join question q on q.workspace_id = a.workspace_id and q.id = a.question_id
     where r.workspace_id = '${workspaceId}'::uuid and a.workspace_id = '${workspaceId}'::uuid
       and q.workspace_id = '${workspaceId}'::uuid and a.point is not null`,
  );
  await addTableToTallies(transaction, 'answers_taken_in');
}

/** The people of the file keep their roles; the owner of this store becomes an owner, whoever he was there. */
async function makeOwner(
  transaction: WorkspaceTransaction,
  { ownerId, now }: { ownerId: string; now: Date },
): Promise<void> {
  const { workspaceId, query } = transaction;
  await query(
    `insert into user_workspace (user_id, workspace_id)
     select user_id, workspace_id from membership where workspace_id = $1 on conflict do nothing`,
    [workspaceId],
  );
  await addMember(transaction, { userId: ownerId, role: 'owner', now });
  await query("update membership set role = 'owner', disabled_at = null where workspace_id = $1 and user_id = $2", [
    workspaceId,
    ownerId,
  ]);
}
