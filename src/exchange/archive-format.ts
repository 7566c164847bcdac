/**
 * The file of a workspace or of a whole store: JSON lines. A line that begins with `{"candor":` says what follows, every
 * other line is one row as an object. Values are as PostgreSQL writes them in JSON; a file is read by any Candor of the
 * same or a newer format (docs/guides/backup.md).
 */
export const archiveVersion = 1;

/** How a line that is no row begins. No row has a column of this name. */
export const controlStart = '{"candor":';

export interface ArchivedTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

interface WorkspaceName {
  readonly id: string;
  readonly slug: string;
}

export interface ArchiveHeader {
  readonly candor: 'header';
  readonly format: number;
  readonly kind: 'workspace' | 'store';
  readonly engine: string;
  /** The last migration of the store that it was written from. */
  readonly migration: number;
  readonly exportedAt: string;
  readonly workspaces: readonly WorkspaceName[];
  readonly tables: readonly ArchivedTable[];
}

/** Before the tables of one workspace. */
export interface ArchiveWorkspace extends WorkspaceName {
  readonly candor: 'workspace';
}

export interface ArchiveTableStart {
  readonly candor: 'table';
  readonly table: string;
}

/** After the rows of a table: how many, and the SHA-256 of their lines. */
export interface ArchiveTableEnd {
  readonly candor: 'end';
  readonly table: string;
  readonly rows: number;
  readonly sha256: string;
}

/** What all tallies of a workspace add up to, so that a copy can be compared with them. */
export interface ArchiveDigest {
  readonly candor: 'tallies';
  readonly answers: number;
  readonly digest: string;
}

/** The last line. Its hash is over all other lines of control, so with theirs over everything. */
export interface ArchiveTrailer {
  readonly candor: 'trailer';
  readonly rows: number;
  readonly sha256: string;
}

export type ArchiveControl =
  | ArchiveHeader
  | ArchiveWorkspace
  | ArchiveTableStart
  | ArchiveTableEnd
  | ArchiveDigest
  | ArchiveTrailer;
