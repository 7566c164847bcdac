import type { CloudEvent } from '../../src/fieldwork/index.ts';
import { eventWriter, readEventValues, takeAllEvents, takeEvents } from '../../src/fieldwork/index.ts';
import { newId } from '../../src/store/index.ts';
import type { TestStore } from '../store/test-store.ts';

export const now = new Date('2030-06-15T09:00:00Z');
export const clock = () => now;

/** A workspace with two touchpoints and an org unit. */
export async function workspaceWithTouchpoints(test: TestStore): Promise<string> {
  const workspaceId = await test.newWorkspace();
  await test.store.inWorkspace(workspaceId, async ({ query }) => {
    for (const key of ['delivery', 'customer-support']) {
      await query('insert into touchpoint (workspace_id, id, key, name) values ($1, $2, $3, $3)', [
        workspaceId,
        newId(),
        key,
      ]);
    }
    await query("insert into org_unit (workspace_id, id, code, name) values ($1, $2, 'U1', 'Unit')", [
      workspaceId,
      newId(),
    ]);
  });
  return workspaceId;
}

/** An event as a system behind sends it. */
export function sent(id: string, data: unknown, more: object = {}): CloudEvent {
  const time = '2030-06-01T12:00:00Z';
  return readEventValues({ specversion: '1.0', id, source: '/crm', type: 'ticket', time, data, ...more })[0]!;
}

export async function send(test: TestStore, workspaceId: string, events: readonly CloudEvent[]) {
  return eventWriter(test.store, { clock })(workspaceId, events);
}

export const take = (test: TestStore, workspaceId: string, most?: number) =>
  takeEvents(test.store, workspaceId, now, most === undefined ? {} : { most });

export const takeAll = (test: TestStore, workspaceId: string) => takeAllEvents(test.store, workspaceId, { clock });

/** The encounters of the workspace by what their ids stand for: two workspaces that were told the same look the same. */
export async function encountersOf(test: TestStore, workspaceId: string) {
  return test.asSuperuser<Record<string, unknown>>(
    `select e.source, e.external_id as key, e.state, e.occurred_at, e.changed_at, t.key as touchpoint, a.external_id as account,
       c.external_id as contact, o.code as unit, e.attributes
     from encounter e join touchpoint t using (workspace_id)
     left join account a on a.workspace_id = e.workspace_id and a.id = e.account_id
     left join contact c on c.workspace_id = e.workspace_id and c.id = e.contact_id
     left join org_unit o on o.workspace_id = e.workspace_id and o.id = e.org_unit_id
     where e.workspace_id = $1 and t.id = e.touchpoint_id order by e.source, e.external_id`,
    [workspaceId],
  );
}

export async function eventsOf(test: TestStore, workspaceId: string) {
  return test.asSuperuser<{ event: string; state: string; reason: string | null }>(
    `select event_id as event, state, refused_reason as reason from event where workspace_id = $1 order by event_id`,
    [workspaceId],
  );
}
