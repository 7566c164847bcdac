import { decisionSentence, refusalReasons, type WordLanguage } from '../fielding/index.ts';
import { type DecidedFilter, type DecidedRow, listDecided, listProgrammes } from '../fieldwork/index.ts';
import type { WorkspaceSettings } from '../people/index.ts';
import { writeCsv } from '../present/index.ts';
import type { Store } from '../store/index.ts';
import { encoder, type WrittenTable } from './export-table.ts';

export interface DecisionAsk {
  readonly workspace: WorkspaceSettings;
  readonly filter: Omit<DecidedFilter, 'limit' | 'cursor'>;
  readonly searchesPeople: boolean;
  /** Names of persons and accounts and keys of encounters too. */
  readonly personal: boolean;
  readonly language: WordLanguage;
}

const pageSize = 500;
const columns = [
  'decision_id',
  'decided_at',
  'programme',
  'state',
  'reason',
  'sentence',
  'channel',
  'touchpoint',
  'encounter_at',
  'planned_at',
  'sent_at',
  'contact_id',
];
const personalColumns = ['account_name', 'contact_name', 'encounter'];

/** The list of decisions as CSV, a page at a time, latest first. */
export async function* decisionTable(
  store: Store,
  ask: DecisionAsk,
  written: WrittenTable,
): AsyncGenerator<Uint8Array> {
  const { workspace, filter, personal, searchesPeople } = ask;
  const programmes = await store.readWorkspace(workspace.id, listProgrammes);
  const keys = new Map(programmes.map(({ id, key }) => [id, key]));
  yield encoder.encode(writeCsv([[...columns, ...(personal ? personalColumns : [])]]));
  let cursor: string | undefined;
  do {
    const from = cursor === undefined ? {} : { cursor };
    const page = await store.readWorkspace(workspace.id, (transaction) =>
      listDecided(transaction, { ...filter, searchesPeople, limit: pageSize, ...from }),
    );
    written.rows += page.decided.length;
    yield encoder.encode(writeCsv(page.decided.map((row) => cells(row, ask, keys))));
    cursor = page.cursor;
  } while (cursor !== undefined);
}

function cells(row: DecidedRow, { personal, language, workspace }: DecisionAsk, keys: ReadonlyMap<string, string>) {
  const { timeZone } = workspace;
  return [
    row.id,
    row.decidedAt.toISOString(),
    keys.get(row.programmeId),
    row.state,
    row.reason ?? undefined,
    decisionSentence(toldOf(row, personal), { language, timeZone }),
    row.channel,
    row.touchpoint ?? undefined,
    row.occurredAt?.toISOString(),
    row.plannedAt.toISOString(),
    row.sentAt?.toISOString(),
    row.contactId ?? undefined,
    ...(personal ? [row.account ?? undefined, row.contact ?? undefined, row.encounter ?? undefined] : []),
  ];
}

function toldOf(row: DecidedRow, personal: boolean) {
  const reason = refusalReasons.find((one) => one === row.reason);
  const { detail } = row.rules.find(({ outcome }) => outcome === 'fail') ?? {};
  return {
    state: row.state,
    channel: row.channel,
    plannedAt: row.plannedAt.getTime(),
    isUncertain: row.isUncertain,
    ...(personal && row.contact !== null && { person: row.contact }),
    ...(personal && row.account !== null && { account: row.account }),
    ...(row.touchpoint !== null && { touchpoint: row.touchpoint }),
    ...(row.occurredAt && { occurredAt: row.occurredAt.getTime() }),
    ...(row.sentAt && { sentAt: row.sentAt.getTime() }),
    ...(reason && { reason }),
    ...(detail && { detail }),
    ...(row.stopReason !== null && { stopReason: row.stopReason }),
  };
}
