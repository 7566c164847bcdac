import type { Store } from '../store/index.ts';
import type { TableSource } from '../tables/index.ts';
import type { GivenMapping } from './check-mapping.ts';
import { type DetectedFile, detectMapping } from './detect-mapping.ts';
import { fileRows } from './file-rows.ts';
import type { FileKind } from './import-mapping.ts';
import { type ImportOptions, type ImportResult, importRows } from './import-rows.ts';

export interface FileToImport {
  readonly kind: FileKind;
  /** The name that people see. */
  readonly name: string;
  /** Opens the file from its beginning: it is read twice, once to understand it and once to take it in. */
  readonly open: () => TableSource;
  readonly given?: GivenMapping | undefined;
}

export interface ImportedFile extends ImportResult, Pick<DetectedFile, 'mapping' | 'assumed' | 'columns'> {}

/** Imports a file: finds out how it is written, then takes its rows in one transaction. */
export async function importFile(
  store: Store,
  workspaceId: string,
  file: FileToImport,
  options: ImportOptions,
): Promise<ImportedFile> {
  const { kind, name, given } = file;
  const { mapping, assumed, columns, fileHash } = await detectMapping(kind, file.open(), {
    given,
    onProgress: (bytes, total, rows) =>
      options.onProgress?.({ phase: 'examining', rows, ...(total ? { share: bytes / total } : {}) }),
  });
  const opened = await fileRows(file.open(), mapping);
  try {
    const tables = { [kind]: { mapping, columns: opened.columns } };
    const toImport = { kind, fileName: name, fileHash, tables, rows: opened.rows };
    return { ...(await importRows(store, workspaceId, toImport, options)), mapping, assumed, columns };
  } finally {
    await opened.close();
  }
}
