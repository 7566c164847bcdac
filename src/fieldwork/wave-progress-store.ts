import type { WorkspaceTransaction } from '../store/index.ts';
import { type ProgrammeOutcome, programmeOutcome } from './disposition-store.ts';
import type { Silence } from './wave-population.ts';

/** How much of what a wave stands for has been heard: a count of accounts that are all known, not an estimate. */
export interface Heard {
  readonly accounts: number;
  readonly heardBefore: number;
  /** By an answer of this wave, where nobody of it was heard lately before. */
  readonly heardNow: number;
  /** Shares 0..1 of the revenue that is known; absent where none is. */
  readonly revenueBefore?: number;
  readonly revenueNow?: number;
}

export interface HeardSegment extends Heard {
  readonly segment: string;
}

export interface WaveProgress {
  readonly heard: Heard;
  readonly bySegment: readonly HeardSegment[];
  readonly outcome: ProgrammeOutcome;
  readonly silent: readonly { readonly why: Silence; readonly accounts: number; readonly revenue?: number }[];
  /** Members nobody has decided about yet. */
  readonly undecided: number;
}

/** How far a wave has come, as it stands at this moment. One that is not drawn yet stands for nobody. */
export async function waveProgress(
  transaction: WorkspaceTransaction,
  { waveId, programmeId }: { readonly waveId: string; readonly programmeId: string },
): Promise<WaveProgress> {
  const rows = await heardRows(transaction, waveId);
  const revenue = rows.reduce((sum, row) => sum + row.revenue, 0);
  return {
    heard: heardOf(rows, revenue),
    bySegment: rows.map((row) => ({ segment: row.segment, ...heardOf([row], row.revenue) })),
    outcome: await programmeOutcome(transaction, programmeId, { waveId }),
    silent: await silentRows(transaction, waveId, revenue),
    undecided: await undecidedOf(transaction, waveId),
  };
}

interface HeardRow {
  readonly segment: string;
  readonly accounts: number;
  readonly revenue: number;
  readonly before: number;
  readonly now: number;
  readonly revenueBefore: number;
  readonly revenueNow: number;
}

function heardOf(rows: readonly HeardRow[], revenue: number): Heard {
  const sum = (part: (row: HeardRow) => number) => rows.reduce((all, row) => all + part(row), 0);
  return {
    accounts: sum((row) => row.accounts),
    heardBefore: sum((row) => row.before),
    heardNow: sum((row) => row.now),
    ...(revenue > 0 && {
      revenueBefore: sum((row) => row.revenueBefore) / revenue,
      revenueNow: sum((row) => row.revenueNow) / revenue,
    }),
  };
}

async function heardRows({ workspaceId, query }: WorkspaceTransaction, waveId: string): Promise<readonly HeardRow[]> {
  return query<HeardRow>(
    `select segment, count(*)::int as accounts, coalesce(sum(revenue), 0)::float8 as revenue,
       count(*) filter (where before)::int as before, count(*) filter (where heard and not before)::int as now,
       coalesce(sum(revenue) filter (where before), 0)::float8 as "revenueBefore",
       coalesce(sum(revenue) filter (where heard and not before), 0)::float8 as "revenueNow"
     from (
       select a.segment, a.revenue, a.has_fresh_voice as before, exists (
         select from wave_member m join invitation i on i.workspace_id = m.workspace_id and i.id = m.id
         where m.workspace_id = $1 and i.workspace_id = $1 and m.wave_id = $2 and m.draw_id = w.draw_id
           and m.account_id = a.account_id and m.is_deciding and i.state = 'completed') as heard
       from wave_account a join wave w on w.workspace_id = a.workspace_id and w.id = a.wave_id
       where a.workspace_id = $1 and w.workspace_id = $1 and a.wave_id = $2 and a.draw_id = w.draw_id) as one
     group by segment order by 3 desc, segment`,
    [workspaceId, waveId],
  );
}

async function silentRows({ workspaceId, query }: WorkspaceTransaction, waveId: string, revenue: number) {
  const rows = await query<{ why: Silence; accounts: number; part: number }>(
    `select a.silence as why, count(*)::int as accounts, coalesce(sum(a.revenue), 0)::float8 as part
     from wave_account a join wave w on w.workspace_id = a.workspace_id and w.id = a.wave_id
     where a.workspace_id = $1 and w.workspace_id = $1 and a.wave_id = $2 and a.draw_id = w.draw_id
       and a.silence is not null
     group by a.silence order by 2 desc, 1`,
    [workspaceId, waveId],
  );
  return rows.map(({ why, accounts, part }) => ({ why, accounts, ...(revenue > 0 && { revenue: part / revenue }) }));
}

async function undecidedOf({ workspaceId, query }: WorkspaceTransaction, waveId: string): Promise<number> {
  const [row] = await query<{ count: number }>(
    `select count(*)::int as count from wave_member m join wave w on w.workspace_id = m.workspace_id and w.id = m.wave_id
     where m.workspace_id = $1 and w.workspace_id = $1 and m.wave_id = $2 and m.draw_id = w.draw_id
       and m.decided_at is null and w.closed_at is null`,
    [workspaceId, waveId],
  );
  return row!.count;
}

/** An account of a wave that nobody who pays or decides can be heard of. */
export interface SilentAccount {
  readonly id: string;
  readonly name: string;
  readonly segment: string;
  readonly why: Silence;
  readonly revenue: number | null;
}

/** Those accounts, the largest first, a page at a time. */
export async function silentAccounts(
  { workspaceId, query }: WorkspaceTransaction,
  { waveId, limit, offset }: { readonly waveId: string; readonly limit: number; readonly offset: number },
): Promise<readonly SilentAccount[]> {
  return query<SilentAccount>(
    `select a.account_id as id, n.name, a.segment, a.silence as why, a.revenue::float8 as revenue
     from wave_account a join wave w on w.workspace_id = a.workspace_id and w.id = a.wave_id
     join account n on n.workspace_id = a.workspace_id and n.id = a.account_id
     where a.workspace_id = $1 and w.workspace_id = $1 and n.workspace_id = $1 and a.wave_id = $2
       and a.draw_id = w.draw_id and a.silence is not null
     order by a.revenue desc nulls last, n.name, a.account_id limit $3 offset $4`,
    [workspaceId, waveId, limit, offset],
  );
}
