import type pg from 'pg';
import type { ServerAddress } from './address.ts';
import { clientSettings, roles } from './connection.ts';
import { loadDriver } from './driver.ts';
import type { Entry, WorkspaceTransaction } from './workspace-transaction.ts';

/** What is done with what is heard. */
export interface Hearing {
  heard(payload: string): void;
  /** The connection was broken: something may have been told that nobody heard. */
  missed(): void;
}

/** The channel that tells in which workspace responses came or went. */
export const responsesChanged = 'candor_responses';

/** Tells every process, when this transaction commits, that responses of its workspace changed. */
export async function notifyChange({ workspaceId, query }: WorkspaceTransaction): Promise<void> {
  await query('select pg_notify($1, $2)', [responsesChanged, workspaceId], 'notify-change');
}

/** The same while the workspace is entered: one statement less for every group of answers. */
export const enterAndTell: Entry = {
  name: 'enter-and-tell',
  text: `select enter($1), pg_notify('${responsesChanged}', $1::uuid::text)`,
};

const retryMilliseconds = 1_000;

/** Listens until it is told to stop; the first connection is waited for, later ones come back by themselves. */
export async function listenTo(
  address: () => ServerAddress,
  channel: string,
  hear: Hearing,
): Promise<() => Promise<void>> {
  const driver = await loadDriver();
  let stopped = false;
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  const lost = () => {
    client = undefined;
    if (stopped) return;
    retry = setTimeout(() => connect().then(hear.missed, lost), retryMilliseconds);
    retry.unref();
  };
  const connect = async () => {
    const next = new driver.Client({ ...clientSettings(driver, address(), roles.app), keepAlive: true });
    next.on('error', () => undefined);
    next.on('notification', ({ payload }) => hear.heard(payload ?? ''));
    await next.connect();
    await next.query(`listen ${driver.escapeIdentifier(channel)}`);
    next.once('end', lost);
    client = next;
    // Told to stop while the connection was being made.
    if (stopped) await next.end();
  };
  await connect();
  return async () => {
    stopped = true;
    clearTimeout(retry);
    await client?.end();
  };
}
