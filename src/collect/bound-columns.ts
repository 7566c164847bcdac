import { CandorError } from '../errors/index.ts';
import { type Cell, textOf } from './cell.ts';
import type { ImportMapping } from './import-mapping.ts';

/** The columns of a table as a mapping names them. */
export interface BoundColumns {
  /** Where the column of a field stands; -1 where the mapping has none. */
  index(field: string): number;
  /** Where a column stands by its name. */
  columnIndex(column: string): number;
  /** The name of the column of a field, for reports. */
  name(field: string): string;
  /** The cell of a field as text. */
  text(row: readonly Cell[], field: string): string | undefined;
}

export function bindColumns(mapping: ImportMapping, columns: readonly string[]): BoundColumns {
  const columnIndex = (column: string): number => {
    const index = columns.indexOf(column);
    if (index >= 0) return index;
    throw new CandorError(
      'CND_IMPORT_MAPPING',
      `the mapping names the column "${column}", which the file does not have`,
      {
        column,
        columns: columns.slice(0, 200),
      },
    );
  };
  const places = new Map(Object.entries(mapping.columns).map(([field, column]) => [field, columnIndex(column)]));
  const index = (field: string): number => places.get(field) ?? -1;
  return {
    index,
    columnIndex,
    name: (field) => mapping.columns[field] ?? field,
    text: (row, field) => {
      const at = index(field);
      return at < 0 ? undefined : textOf(row[at]);
    },
  };
}
