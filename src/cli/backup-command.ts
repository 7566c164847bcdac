import { Command } from 'commander';
import { readConfig } from '../config/index.ts';
import { engine } from '../findings/index.ts';
import { writeOut } from './output.ts';
import { progressOf } from './progress.ts';

export function backupCommand(): Command {
  return new Command('backup')
    .description('Write the whole store into one file, as of this moment, while everybody goes on working.')
    .argument('<out>', 'the file; replaced as a whole or not at all')
    .option('--json', 'print what was written as JSON')
    .option('--no-progress', 'no progress line')
    .addHelpText('after', '\nExample:\n  candor backup candor-2026-11-22.backup\n')
    .action(async (out: string, flags: { json?: boolean; progress?: boolean }) => runBackup(out, flags));
}

async function runBackup(out: string, flags: { json?: boolean; progress?: boolean }): Promise<void> {
  const { backupStore, writeWhole } = await import('../exchange/index.ts');
  const { noteUpkeep, openStore } = await import('../store/index.ts');
  const store = await openStore(readConfig(process.env).store, { connections: 2 });
  const progress = progressOf({ quiet: flags.progress === false });
  let rows = 0;
  try {
    const onRows = (written: number) => {
      rows = written;
      progress.onProgress(0, undefined, written);
    };
    const bytes = await writeWhole(out, backupStore(store, { engine, now: new Date(), onRows }), { gzip: true });
    // The file is whole by now: that a store cannot be written to, as on a full disk, makes it no worse.
    await noteUpkeep(store, 'backup', new Date()).catch(() => undefined);
    progress.done();
    if (flags.json) await writeOut(`${JSON.stringify({ file: out, rows, bytes }, null, 2)}\n`);
    else await writeOut(`${rows.toLocaleString('en')} rows, ${(bytes / 1e6).toFixed(1)} MB in ${out}\n`);
  } finally {
    progress.done();
    await store.close();
  }
}
