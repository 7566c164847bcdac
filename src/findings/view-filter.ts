import type { WorkspaceTransaction } from '../store/index.ts';
import type { View } from '../view/index.ts';

/** Stands in the tallies where a response has no touchpoint or org unit. */
export const noId = '00000000-0000-0000-0000-000000000000';

/** The filters of a view with ids in place of keys. A key that does not exist finds nothing. */
export interface ViewFilter {
  readonly touchpoint: readonly string[];
  readonly unit: readonly string[];
  readonly segment: readonly string[];
  readonly role: readonly string[];
  readonly channel: readonly string[];
}

/** Names of touchpoints and org units, by id. */
export interface DimensionNames {
  readonly touchpoint: ReadonlyMap<string, { readonly key: string; readonly name: string }>;
  readonly unit: ReadonlyMap<string, { readonly key: string; readonly name: string }>;
}

export async function readDimensionNames({ workspaceId, query }: WorkspaceTransaction): Promise<DimensionNames> {
  type Named = { id: string; key: string; name: string };
  const touchpoints = await query<Named>(
    'select id, key, name from touchpoint where workspace_id = $1 order by position nulls last, key',
    [workspaceId],
  );
  const units = await query<Named>('select id, code as key, name from org_unit where workspace_id = $1 order by code', [
    workspaceId,
  ]);
  const byId = (rows: readonly Named[]) => new Map(rows.map(({ id, key, name }) => [id, { key, name }]));
  return { touchpoint: byId(touchpoints), unit: byId(units) };
}

export function filterOf(view: View, names: DimensionNames): ViewFilter {
  const ids = (keys: readonly string[], known: DimensionNames['touchpoint']) =>
    keys.flatMap((key) => {
      if (key === '') return [noId];
      const found = [...known].filter(([, one]) => one.key === key).map(([id]) => id);
      // No row has the id of a workspace's beginning: an unknown key finds nothing and does not lift the filter.
      return found.length > 0 ? found : ['ffffffff-ffff-ffff-ffff-ffffffffffff'];
    });
  return {
    touchpoint: ids(view.touchpoint, names.touchpoint),
    unit: ids(view.unit, names.unit),
    segment: view.segment,
    role: view.role,
    channel: view.channel,
  };
}

export const isNarrow = (filter: ViewFilter): boolean => Object.values(filter).some((values) => values.length > 0);

/** Whether the coarse tally by touchpoint and day is enough. */
export const needsOnlyTouchpoint = ({ unit, segment, role, channel }: ViewFilter): boolean =>
  unit.length + segment.length + role.length + channel.length === 0;

/** Conditions on the columns of a tally, and their values from `$first` on. */
export function tallyConditions(filter: ViewFilter, first: number): { sql: string; values: unknown[] } {
  return conditions(filter, first, (column) => column);
}

/** The same on a response, whose touchpoint and org unit are null where the tallies have the zero id. */
export function responseConditions(filter: ViewFilter, first: number): { sql: string; values: unknown[] } {
  return conditions(filter, first, (column) =>
    column.endsWith('_id') ? `coalesce(r.${column}, '${noId}')` : `r.${column}`,
  );
}

function conditions(filter: ViewFilter, first: number, at: (column: string) => string) {
  const parts: string[] = [];
  const values: unknown[] = [];
  const add = (column: string, wanted: readonly string[], type: string) => {
    if (wanted.length === 0) return;
    parts.push(`and ${at(column)} = any ($${first + values.length}::${type}[])`);
    values.push(wanted);
  };
  add('touchpoint_id', filter.touchpoint, 'uuid');
  add('org_unit_id', filter.unit, 'uuid');
  add('segment', filter.segment, 'text');
  add('respondent_role', filter.role, 'text');
  add('channel', filter.channel, 'text');
  return { sql: parts.join(' '), values };
}

/**
 * Half-open days as a range of the instant, which has an index: a day of any zone lies within a day of UTC. Without it
 * a month of a million answers was found by reading all of them. As `timestamptz`, since row level security lets no
 * comparison but a leakproof one into an index, and that of an instant with a `timestamp` is none.
 */
export function instantWithin(from: string, to: string): string {
  const day = "interval '1 day'";
  return `r.responded_at >= (${from}::date - ${day})::timestamptz and r.responded_at < (${to}::date + ${day})::timestamptz`;
}
