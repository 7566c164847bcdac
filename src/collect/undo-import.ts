import {
  accountEntity,
  contactEntity,
  orgUnitEntity,
  withdrawClaims,
  withdrawContactRoles,
  withdrawFacts,
} from '../accounts/index.ts';
import { CandorError } from '../errors/index.ts';
import { dropEmptyTallies, notifyChange, type Store, type WorkspaceTransaction } from '../store/index.ts';
import { countImport, countResponsesOf } from './count-import.ts';
import type { ImportState } from './import.ts';
import { importNotFound, lockImports } from './import-store.ts';
import { programmeEntity } from './invitation-rows.ts';
import { heirsOf, removeImportedResponses, reviveResponses } from './response-store.ts';
import { withdrawSurveys } from './survey-store.ts';
import { touchpointEntity } from './touchpoint-entity.ts';

/**
 * Takes an import away, so that the workspace is what the other imports alone would have made of it, in their order.
 * Rows that came by the API or by hand stay as they are. One transaction.
 */
export async function undoImport(
  store: Store,
  workspaceId: string,
  undo: {
    readonly id: string;
    readonly now: Date;
    /** What else belongs to the same transaction. */
    readonly within?: (transaction: WorkspaceTransaction) => Promise<void>;
  },
): Promise<void> {
  await store.inWorkspace(workspaceId, async (transaction) => {
    await lockImports(transaction);
    await refuseUndo(transaction, undo.id);
    await undoResponses(transaction, undo.id);
    await withdrawFacts(transaction, undo.id);
    await removeAsked(transaction, undo.id);
    await withdrawContactRoles(transaction, undo.id);
    await withdrawSurveysAndProgrammes(transaction, undo.id);
    for (const kind of [contactEntity, accountEntity, touchpointEntity, orgUnitEntity]) {
      await withdrawClaims(transaction, kind, undo.id);
    }
    await transaction.query("update import set state = 'undone', undone_at = $3 where workspace_id = $1 and id = $2", [
      workspaceId,
      undo.id,
      undo.now,
    ]);
    await undo.within?.(transaction);
    await notifyChange(transaction);
  });
}

async function refuseUndo(transaction: WorkspaceTransaction, id: string): Promise<void> {
  const [held] = await transaction.query<{ state: ImportState }>(
    'select state from import where workspace_id = $1 and id = $2 for no key update',
    [transaction.workspaceId, id],
  );
  if (!held) throw importNotFound(id);
  if (held.state !== 'done') {
    throw new CandorError('CND_IMPORT_STATE', `import ${id} is ${held.state}, so there is nothing to undo`, {
      import: id,
      state: held.state,
    });
  }
}

async function undoResponses(transaction: WorkspaceTransaction, id: string): Promise<void> {
  await countImport(transaction, id, -1);
  const heirs = await heirsOf(transaction, id);
  await removeImportedResponses(transaction, id);
  await reviveResponses(transaction, heirs);
  await countResponsesOf(transaction, heirs);
  await dropEmptyTallies(transaction);
}

/** Invitations and encounters of the import; a response of another origin that names one goes on without it. */
async function removeAsked(transaction: WorkspaceTransaction, id: string): Promise<void> {
  const of = [transaction.workspaceId, id];
  for (const [table, column] of [
    ['invitation', 'invitation_id'],
    ['encounter', 'encounter_id'],
  ] as const) {
    await transaction.query(
      `update response r set ${column} = null from ${table} t
       where r.workspace_id = $1 and t.workspace_id = $1 and t.import_id = $2 and r.${column} = t.id`,
      of,
    );
  }
  await transaction.query('delete from invitation where workspace_id = $1 and import_id = $2', of);
  await transaction.query(
    `update invitation i set encounter_id = null from encounter e
     where i.workspace_id = $1 and e.workspace_id = $1 and e.import_id = $2 and i.encounter_id = e.id`,
    of,
  );
  await transaction.query('delete from encounter where workspace_id = $1 and import_id = $2', of);
}

async function withdrawSurveysAndProgrammes(transaction: WorkspaceTransaction, id: string): Promise<void> {
  await withdrawClaims(transaction, programmeEntity, id);
  await withdrawSurveys(transaction, id);
}
