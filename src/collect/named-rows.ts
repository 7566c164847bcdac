import { type Claim, type ClaimedEntity, type EntityNames, orgUnitEntity, stateFields } from '../accounts/index.ts';
import { bindColumns } from './bound-columns.ts';
import { type Cell, longestName, slugOf } from './cell.ts';
import { Fingerprints } from './fingerprints.ts';
import type { ImportMapping } from './import-mapping.ts';
import type { ImportRun } from './import-run.ts';
import { type RowTaker, readBatch } from './row-taker.ts';
import { touchpointEntity } from './touchpoint-entity.ts';

/** Takes rows of org units: code, name and the org unit above. */
export const orgUnitRows = (run: ImportRun, mapping: ImportMapping, columns: readonly string[]): RowTaker =>
  namedRows(run, mapping, { columns, key: 'code', entity: orgUnitEntity, names: run.orgUnits, keyOf: (text) => text });

/** Takes rows of touchpoints: key and name. */
export const touchpointRows = (run: ImportRun, mapping: ImportMapping, columns: readonly string[]): RowTaker =>
  namedRows(run, mapping, { columns, key: 'key', entity: touchpointEntity, names: run.touchpoints, keyOf: slugOf });

interface NamedKind {
  readonly columns: readonly string[];
  readonly key: string;
  readonly entity: ClaimedEntity;
  readonly names: EntityNames;
  readonly keyOf: (text: string) => string;
}

function namedRows(run: ImportRun, mapping: ImportMapping, kind: NamedKind): RowTaker {
  const columns = bindColumns(mapping, kind.columns);
  const { report } = run;
  const seen = new Fingerprints();
  const read = (row: readonly Cell[], line: number) => {
    const key = columns.text(row, kind.key);
    if (key === undefined) return report.reject(line, 'empty-id', columns.name(kind.key));
    if (key.length > longestName) return report.reject(line, 'too-long', columns.name(kind.key), key);
    if (seen.meet(kind.keyOf(key)) > 0) return report.reject(line, 'duplicate', columns.name(kind.key), key);
    return { key, name: columns.text(row, 'name')?.slice(0, longestName), parent: columns.text(row, 'parent') };
  };
  return {
    async take(batch) {
      const rows = readBatch(run, batch, read);
      if (rows.length === 0) return;
      await kind.names.name(rows.flatMap(({ key, parent }) => [key, parent]));
      const claims: Claim[] = rows.map(({ key, name, parent }) => ({
        entityId: kind.names.id(key),
        fields: {
          ...(name === undefined ? {} : { name }),
          ...(parent === undefined || parent === key ? {} : { parent_id: kind.names.id(parent) }),
        },
      }));
      await stateFields(run, kind.entity, claims);
      report.used += rows.length;
    },
  };
}
