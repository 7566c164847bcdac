import { CandorError, nearestName } from '../errors/index.ts';
import type { WorkspaceSettings } from '../people/index.ts';
import type { Store } from '../store/index.ts';
import type { Operator } from './gate.ts';

/** Whoever runs a command on the machine of the store, in the workspace of this short name. */
export async function operatorIn(store: Store, slug: string): Promise<Operator> {
  const places = await store.inTransaction((connection) =>
    connection.query<{ slug: string; id: string }>('select slug, workspace_id as id from workspace_directory'),
  );
  const found = places.find((place) => place.slug === slug);
  if (!found) {
    const slugs = places.map((place) => place.slug);
    const near = nearestName(slug, slugs);
    const there = slugs.length > 0 ? `there are ${slugs.sort().join(', ')}` : 'the store holds none';
    const message = `there is no workspace "${slug}"; ${near ? `did you mean ${near}? ` : ''}${there}`;
    throw new CandorError('CND_NOT_FOUND', message, { kind: 'workspace', workspaces: slugs });
  }
  const [settings] = await store.inWorkspace(found.id, (transaction) =>
    transaction.query<Omit<WorkspaceSettings, 'slug'>>(
      `select workspace_id as id, name, time_zone as "timeZone", currency, language,
         small_group_floor as "smallGroupFloor", coalesce((settings ->> 'demo')::boolean, false) as demo
       from workspace where workspace_id = $1`,
      [found.id],
    ),
  );
  return { kind: 'operator', workspace: { ...settings!, slug } };
}
