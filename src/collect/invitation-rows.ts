import { type ClaimedEntity, claimEntities, keepWhatStood } from '../accounts/index.ts';
import { newId } from '../store/index.ts';
import { levelMeaning } from '../tables/index.ts';
import { bindColumns } from './bound-columns.ts';
import type { ImportMapping, Level } from './import-mapping.ts';
import type { ImportRun } from './import-run.ts';
import { type Moment, momentReader } from './moment.ts';
import { type RowTaker, readBatch } from './row-taker.ts';
import { nameSurvey } from './survey-store.ts';

/** A programme that an import needs for its invitations. */
export const programmeEntity: ClaimedEntity = {
  entity: 'programme',
  table: 'programme',
  key: 'key',
  born: {},
  columns: [],
  tellsImport: false,
  neededBy: [
    ['invitation', 'programme_id'],
    ['wave', 'programme_id'],
  ],
};

interface InvitationRow {
  readonly id: string;
  readonly key: string;
  readonly moment: Moment;
  readonly level: Level;
  readonly encounterId: string | undefined;
  readonly account: string | undefined;
  readonly contact: string | undefined;
  readonly channel: string;
  readonly completed: boolean;
}

type Known = Map<string, { id: string; encounterId: string | undefined }>;

interface InvitationOptions {
  readonly columns: readonly string[];
  readonly encounters: ReadonlyMap<string, string>;
  readonly known: Known;
}

/** Takes rows of invitations, each of a programme of its level; `known` learns their ids by those of the file. */
export function invitationRows(run: ImportRun, mapping: ImportMapping, options: InvitationOptions): RowTaker {
  const read = invitationReader(run, mapping, options);
  const programmes = new Map<Level, string>();
  return {
    async take(batch) {
      const rows = readBatch(run, batch, read);
      if (rows.length === 0) return;
      for (const level of new Set(rows.map((row) => row.level))) {
        if (!programmes.has(level)) programmes.set(level, await nameProgramme(run, mapping, level));
      }
      await run.accounts.name(rows.map(({ account }) => account));
      await run.contacts.name(rows.map(({ contact }) => contact));
      const fresh = await insertInvitations(run, { rows, programmes, source: mapping.source ?? 'file' });
      for (const { id, key, encounterId } of rows) if (fresh.has(id)) options.known.set(key, { id, encounterId });
      run.report.known += rows.length - fresh.size;
      run.report.used += rows.length;
    },
  };
}

function invitationReader(run: ImportRun, mapping: ImportMapping, options: InvitationOptions) {
  const columns = bindColumns(mapping, options.columns);
  const { report } = run;
  const readMoment = momentReader({
    timeZone: run.timeZone,
    fileZone: mapping.timeZone ?? run.timeZone,
    order: mapping.dateOrder ?? 'ymd',
  });
  return (row: Parameters<typeof columns.text>[0], line: number): InvitationRow | undefined => {
    const key = columns.text(row, 'id');
    if (key === undefined) return report.reject(line, 'empty-id', columns.name('id'));
    const dated = columns.text(row, 'date');
    const moment = dated === undefined ? undefined : readMoment(dated);
    if (!moment) return report.reject(line, 'unreadable-date', columns.name('date'), dated ?? '');
    const level = levelMeaning(columns.text(row, 'level') ?? '');
    if (level === 'other') return report.reject(line, 'unreadable-level', columns.name('level'));
    const encounter = columns.text(row, 'encounter');
    return {
      id: newId(),
      key,
      moment,
      level,
      encounterId: encounter === undefined ? undefined : options.encounters.get(encounter),
      account: columns.text(row, 'account'),
      contact: columns.text(row, 'contact'),
      channel: columns.text(row, 'channel') ?? '',
      completed: columns.text(row, 'outcome') === 'answered',
    };
  };
}

/** The programme that asks at this level, made with its survey where it is not there. */
async function nameProgramme(run: ImportRun, mapping: ImportMapping, level: Level): Promise<string> {
  const { survey = 'survey', surveyName } = mapping;
  const key = `${survey}-${level}`;
  const name = `${surveyName ?? survey} (${level})`;
  const surveyId = await nameSurvey(run, { key, name, level });
  const { transaction } = run;
  const made = await transaction.query<{ id: string }>(
    `insert into programme (workspace_id, id, key, name, level, survey_id, state)
     values ($1, $2, $3, $4, $5, $6, 'running') on conflict (workspace_id, key) do nothing returning id`,
    [transaction.workspaceId, newId(), key, name, level, surveyId],
  );
  const [held] = await transaction.query<{ id: string }>(
    'select id from programme where workspace_id = $1 and key = $2',
    [transaction.workspaceId, key],
  );
  const { id } = held!;
  if (made.length === 0) await keepWhatStood(transaction, programmeEntity, [id]);
  await claimEntities(run, programmeEntity, [{ entityId: id }]);
  return id;
}

async function insertInvitations(
  run: ImportRun,
  given: {
    readonly rows: readonly InvitationRow[];
    readonly programmes: ReadonlyMap<Level, string>;
    readonly source: string;
  },
): Promise<ReadonlySet<string>> {
  const { transaction, importId } = run;
  const { rows, programmes, source } = given;
  const at = rows.map(({ moment }) => moment.instant.toISOString());
  const inserted = await transaction.query<{ id: string }>(
    `insert into invitation (workspace_id, import_id, source, id, external_id, programme_id, encounter_id, account_id,
       contact_id, channel, state, planned_at, sent_at)
     select $1, $2::uuid, $3::text, * from unnest($4::uuid[], $5::text[], $6::uuid[], $7::uuid[], $8::uuid[], $9::uuid[],
       $10::text[], $11::text[], $12::timestamptz[], $13::timestamptz[])
     on conflict (workspace_id, source, external_id) do nothing returning id`,
    [
      transaction.workspaceId,
      importId,
      source,
      rows.map(({ id }) => id),
      rows.map(({ key }) => key),
      rows.map(({ level }) => programmes.get(level)),
      rows.map(({ encounterId }) => encounterId ?? null),
      rows.map(({ account }) => run.accounts.optionalId(account) ?? null),
      rows.map(({ contact }) => run.contacts.optionalId(contact) ?? null),
      rows.map(({ channel }) => channel),
      rows.map(({ completed }) => (completed ? 'completed' : 'expired')),
      at,
      at,
    ],
  );
  return new Set(inserted.map(({ id }) => id));
}

/** An invitation that was answered was completed when the answer came. */
export async function completeInvitations({ transaction, importId }: ImportRun): Promise<void> {
  await transaction.query(
    `update invitation i set completed_at = r.responded_at from response r
     where i.workspace_id = $1 and r.workspace_id = $1 and r.import_id = $2 and i.import_id = $2 and r.invitation_id = i.id`,
    [transaction.workspaceId, importId],
  );
}
