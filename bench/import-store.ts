/** A store with an empty workspace for `bench/import.mjs`, and COPY of the rows that the import made. */
import { withConnection } from '../src/store/connection.ts';
import { secret } from '../src/store/embedded/home-folder.ts';
import { embeddedAddress } from '../src/store/embedded/index.ts';
import { administrator } from '../src/store/embedded/server-process.ts';
import { newId, openStore, recountTallies } from '../src/store/index.ts';

export async function prepareWorkspace(home: string): Promise<string> {
  const store = await openStore({ kind: 'embedded', home, port: 0 });
  const id = newId();
  await store.inTransaction((c) =>
    c.query("insert into workspace_directory (workspace_id, slug) values ($1, 'bench')", [id]),
  );
  await store.inWorkspace(id, (t) =>
    t.query(
      "insert into workspace (workspace_id, name, time_zone, currency) values ($1, 'B', 'Europe/Helsinki', 'EUR')",
      [id],
    ),
  );
  await store.close();
  return id;
}

/** Cells of the tallies that do not agree with the answers: none. */
export async function drift(home: string, workspaceId: string): Promise<number> {
  const store = await openStore({ kind: 'embedded', home, port: 0 });
  try {
    return (await store.inWorkspace(workspaceId, recountTallies)).length;
  } finally {
    await store.close();
  }
}

/** The same responses and answers out, away, and in again by COPY as a superuser: same indexes, same keys. Seconds. */
export async function copyAgain(home: string, folder: string): Promise<number> {
  const { address, release } = await embeddedAddress({ home, port: 0 });
  const superuser = { ...address, user: administrator, password: secret(home, administrator) };
  try {
    return await withConnection(superuser, undefined, async ({ query }) => {
      await query(`copy (select * from response order by id) to '${folder}/response'`);
      await query(`copy (select * from answer order by id) to '${folder}/answer'`);
      await query('truncate answer, response cascade');
      await query('checkpoint');
      const started = performance.now();
      await query('begin');
      await query(`copy response from '${folder}/response'`);
      // Without it the planner would look up the response of every answer the slow way, and flatter the import.
      await query('analyze response');
      await query(`copy answer from '${folder}/answer'`);
      await query('commit');
      return (performance.now() - started) / 1000;
    });
  } finally {
    await release();
  }
}
