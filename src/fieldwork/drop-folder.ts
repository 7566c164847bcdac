/** A file that lies in a folder where others drop them. */
export interface DroppedFile {
  readonly name: string;
  readonly size: number;
  /** When it was changed last, in milliseconds. */
  readonly modified: number;
}

/** A folder where systems drop files: of this machine, or behind SFTP. Names are those of files directly in it. */
export interface DropFolder {
  list(): Promise<readonly DroppedFile[]>;
  /** A copy that can be read as often as it takes; `release` lets it go. */
  fetch(name: string): Promise<{ readonly path: string; release(): Promise<void> }>;
  /** Writes a whole file: nobody sees half of it. */
  put(name: string, path: string): Promise<void>;
  /** Moves a file into a folder below, under another name where that is taken. */
  move(name: string, folder: 'done' | 'failed', asName: string): Promise<void>;
  remove(name: string): Promise<void>;
  close(): Promise<void>;
}
