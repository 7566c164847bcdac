import type { Store, WorkspaceTransaction } from '../store/index.ts';
import { hashOfText } from './run.ts';

/** The version of the data of a workspace now. */
export function dataVersion(store: Store, workspaceId: string): Promise<string> {
  return store.inSnapshot(workspaceId, readDataVersion);
}

/**
 * A text that changes whenever a figure, a row or a name of the workspace may have changed: of index entries and small
 * tables, so that asking costs a millisecond at any number of answers. Answers show by the newest response and the
 * deltas while they wait, and by the writes of the tallies after.
 */
export async function readDataVersion({ workspaceId, query }: WorkspaceTransaction): Promise<string> {
  const newest = (table: string) =>
    `(select id::text from ${table} where workspace_id = $1 order by id desc limit 1) as ${table}`;
  const [row] = await query<object>(
    `select (select writes from tally_state where workspace_id = $1) as writes,
       (select count(*) from tally_delta where workspace_id = $1) as waiting, ${newest('tally_delta')},
       ${newest('response')}, ${newest('metric_definition')}, ${newest('question')}, ${newest('account')},
       ${newest('outcome_fact')},
       (select string_agg(state, ',' order by id) from import where workspace_id = $1) as imports,
       (select string_agg(key || name, ',' order by key) from touchpoint where workspace_id = $1) as touchpoints,
       (select string_agg(code || name, ',' order by code) from org_unit where workspace_id = $1) as units,
       (select name || time_zone || currency || small_group_floor from workspace where workspace_id = $1) as workspace`,
    [workspaceId],
  );
  return hashOfText(JSON.stringify(row)).slice(0, 24);
}
