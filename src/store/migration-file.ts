import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CandorError } from '../errors/index.ts';
import { splitStatements } from './split-statements.ts';

/** One numbered step of the schema. Once released it never changes: its checksum is kept in the store. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly purpose: string;
  /** Whether a Candor of before the step cannot work with the schema after it. */
  readonly breaking: boolean;
  readonly checksum: string;
  readonly statements: readonly string[];
}

/** Beside this file in the sources, and beside the built program (scripts/build.mjs copies it there). */
const migrationsFolder = fileURLToPath(new URL('./migrations/', import.meta.url));

/** Reads the migrations of a folder in their order; a gap, a double number or a missing header is refused. */
export function readMigrations(folder: string = migrationsFolder): readonly Migration[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort();
  return files.map((file, index) => {
    const migration = parseMigration(file, readFileSync(join(folder, file), 'utf8'));
    if (migration.number === index + 1) return migration;
    throw new CandorError('CND_MIGRATION_CHANGED', `migration ${file} stands where number ${index + 1} is due`, {
      file,
    });
  });
}

function parseMigration(file: string, text: string): Migration {
  const name = /^(\d{4})-([a-z0-9-]+)\.sql$/.exec(file);
  const header = /^-- purpose: (.+); breaking: (yes|no)\n/.exec(text);
  if (!name || !header) {
    throw new CandorError('CND_MIGRATION_CHANGED', `migration ${file} needs a number, a name and its header line`, {
      file,
    });
  }
  return {
    number: Number(name[1]),
    name: name[2]!,
    purpose: header[1]!,
    breaking: header[2] === 'yes',
    checksum: createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex'),
    statements: splitStatements(text),
  };
}
