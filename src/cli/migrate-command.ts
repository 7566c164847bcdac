import { Command } from 'commander';
import { readConfig } from '../config/index.ts';
import { writeOut } from './output.ts';

export function migrateCommand(): Command {
  return new Command('migrate')
    .description('Bring the schema of the store up to date. Safe to interrupt and to run again.')
    .option('--json', 'one JSON document on standard output')
    .addHelpText('after', '\nExample:\n  DATABASE_URL=postgresql://candor:secret@localhost/candor candor migrate\n')
    .action(async ({ json }: { json?: boolean }) => {
      const { openStore } = await import('../store/index.ts');
      const store = await openStore(readConfig(process.env).store, { connections: 1 });
      const { server, migrated } = store;
      await store.close();
      const applied = migrated.map(({ number, name, purpose, breaking }) => ({ number, name, purpose, breaking }));
      if (json) return writeOut(`${JSON.stringify({ server, applied }, null, 2)}\n`);
      const lines = applied.map(({ number, purpose }) => `applied ${String(number).padStart(4, '0')} ${purpose}\n`);
      await writeOut(lines.length > 0 ? lines.join('') : 'the schema is up to date\n');
    });
}
