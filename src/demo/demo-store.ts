import { newId, type Queryable, type Store, type WorkspaceTransaction } from '../store/index.ts';
import { initiatives, type World } from '../world/index.ts';

export const demoSlug = 'demo';

export async function findDemo(store: Store): Promise<string | undefined> {
  const [row] = await store.inTransaction((connection) =>
    connection.query<{ id: string }>('select workspace_id as id from workspace_directory where slug = $1', [demoSlug]),
  );
  return row?.id;
}

/** Whether nobody has used this installation yet: neither a workspace nor a person. */
export async function isFirstRun(store: Store): Promise<boolean> {
  const found = await store.inTransaction((connection) =>
    connection.query('select 1 from workspace_directory union all select 1 from "user" limit 1'),
  );
  return found.length === 0;
}

/** What stands in the demo workspace: the import in force, and those whose process died. */
export async function demoImports(
  { workspaceId, query }: WorkspaceTransaction,
  aliveSince: Date,
): Promise<{ inForce: { id: string; fileName: string } | undefined; running: boolean }> {
  const rows = await query<{ id: string; fileName: string; state: string }>(
    `select id, file_name as "fileName", state from import
     where workspace_id = $1 and kind = 'company' and (state = 'done' or (state = 'running' and beat_at >= $2))`,
    [workspaceId, aliveSince],
  );
  return {
    inForce: rows.find(({ state }) => state === 'done'),
    running: rows.some(({ state }) => state === 'running'),
  };
}

/** Gives up imports of the demo whose process died: nothing of them was kept, and they may begin again. */
export async function giveUpDeadImports({ workspaceId, query }: WorkspaceTransaction, aliveSince: Date): Promise<void> {
  await query(
    `update import set state = 'failed', finished_at = $2
     where workspace_id = $1 and kind = 'company' and state = 'running' and beat_at < $2`,
    [workspaceId, aliveSince],
  );
}

/** What the company did to be better, with its cost but without what it truly does. */
export async function addInitiatives(transaction: WorkspaceTransaction, world: World): Promise<void> {
  const { workspaceId } = transaction;
  const [known] = await transaction.query('select 1 from initiative where workspace_id = $1 limit 1', [workspaceId]);
  if (known) return;
  for (const { id, name, purpose, costPerAccountMonth, waves } of Object.values(initiatives)) {
    const startsOn = `${world.calendar.months[waves[0]! - 1]!.text}-01`;
    const cost = Math.round(costPerAccountMonth * 100 * world.accounts);
    await transaction.query(
      `insert into initiative (workspace_id, id, name, starts_on, currency, cost_low, cost_likely, cost_high, expected, state)
       values ($1, $2, $3, $4, 'EUR', $5, $6, $7, $8::jsonb, 'running')`,
      [
        workspaceId,
        newId(),
        name,
        startsOn,
        Math.round(cost * 0.8),
        cost,
        Math.round(cost * 1.3),
        JSON.stringify({ letter: id, purpose, costPer: 'month' }),
      ],
    );
  }
}

/** Gives these people this password. Answers who they are. */
export async function setDemoPasswords(
  connection: Queryable,
  given: { emails: readonly string[]; passwordHash: string },
): Promise<string[]> {
  const changed = await connection.query<{ id: string }>(
    'update "user" set password_hash = $2 where email = any ($1) returning id',
    [given.emails, given.passwordHash],
  );
  return changed.map(({ id }) => id);
}
