import { newId } from '../store/index.ts';
import { bindColumns } from './bound-columns.ts';
import type { Cell } from './cell.ts';
import type { ImportMapping } from './import-mapping.ts';
import type { ImportRun } from './import-run.ts';
import { type Moment, momentReader } from './moment.ts';
import { type RowTaker, readBatch } from './row-taker.ts';

interface EncounterRow {
  readonly id: string;
  readonly key: string;
  readonly moment: Moment;
  readonly account: string | undefined;
  readonly contact: string | undefined;
  readonly touchpoint: string;
  readonly orgUnit: string | undefined;
}

/** Takes rows of encounters; `known` learns their ids by those of the file. One that is there already stays as it is. */
export function encounterRows(
  run: ImportRun,
  mapping: ImportMapping,
  options: { readonly columns: readonly string[]; readonly known: Map<string, string> },
): RowTaker {
  const columns = bindColumns(mapping, options.columns);
  const { report } = run;
  const readMoment = momentReader({
    timeZone: run.timeZone,
    fileZone: mapping.timeZone ?? run.timeZone,
    order: mapping.dateOrder ?? 'ymd',
  });
  const read = (row: readonly Cell[], line: number): EncounterRow | undefined => {
    const key = columns.text(row, 'id');
    const touchpoint = columns.text(row, 'touchpoint');
    const dated = columns.text(row, 'date');
    const moment = dated === undefined ? undefined : readMoment(dated);
    if (key === undefined) return report.reject(line, 'empty-id', columns.name('id'));
    if (touchpoint === undefined) return report.reject(line, 'empty-id', columns.name('touchpoint'));
    if (!moment) return report.reject(line, 'unreadable-date', columns.name('date'), dated ?? '');
    const [account, contact, orgUnit] = ['account', 'contact', 'orgUnit'].map((field) => columns.text(row, field));
    return { id: newId(), key, moment, account, contact, touchpoint, orgUnit };
  };
  return {
    async take(batch) {
      const rows = readBatch(run, batch, read);
      if (rows.length === 0) return;
      await run.accounts.name(rows.map(({ account }) => account));
      await run.contacts.name(rows.map(({ contact }) => contact));
      await run.orgUnits.name(rows.map(({ orgUnit }) => orgUnit));
      await run.touchpoints.name(rows.map(({ touchpoint }) => touchpoint));
      const fresh = await insertEncounters(run, mapping, rows);
      for (const { id, key } of rows) if (fresh.has(id)) options.known.set(key, id);
      report.known += rows.length - fresh.size;
      report.used += rows.length;
    },
  };
}

async function insertEncounters(
  run: ImportRun,
  mapping: ImportMapping,
  rows: readonly EncounterRow[],
): Promise<ReadonlySet<string>> {
  const { transaction, importId } = run;
  const inserted = await transaction.query<{ id: string }>(
    `insert into encounter (workspace_id, import_id, source, id, external_id, touchpoint_id, account_id, contact_id,
       org_unit_id, occurred_at)
     select $1, $2::uuid, $3::text, * from unnest($4::uuid[], $5::text[], $6::uuid[], $7::uuid[], $8::uuid[], $9::uuid[],
       $10::timestamptz[])
     on conflict (workspace_id, source, external_id) do nothing returning id`,
    [
      transaction.workspaceId,
      importId,
      mapping.source ?? 'file',
      rows.map(({ id }) => id),
      rows.map(({ key }) => key),
      rows.map(({ touchpoint }) => run.touchpoints.id(touchpoint)),
      rows.map(({ account }) => run.accounts.optionalId(account) ?? null),
      rows.map(({ contact }) => run.contacts.optionalId(contact) ?? null),
      rows.map(({ orgUnit }) => run.orgUnits.optionalId(orgUnit) ?? null),
      rows.map(({ moment }) => moment.instant.toISOString()),
    ],
  );
  return new Set(inserted.map(({ id }) => id));
}
