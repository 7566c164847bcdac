import { Command } from 'commander';
import { readConfig } from '../config/index.ts';
import { writeOut } from './output.ts';

export function doctorCommand(): Command {
  return new Command('doctor')
    .description('Look at the store, the time zone and the disk; say of each: ok, or the problem and how to mend it.')
    .option('--json', 'one JSON document on standard output')
    .addHelpText('after', '\nExample:\n  candor doctor\n')
    .action(async ({ json }: { json?: boolean }) => {
      const { diagnoseStore } = await import('../store/index.ts');
      const checks = await diagnoseStore(readConfig(process.env).store);
      if (json) await writeOut(`${JSON.stringify({ checks }, null, 2)}\n`);
      else {
        const lines = checks.map(({ check, ok, finding, mend }) => {
          const line = `${ok ? 'ok      ' : 'problem '} ${check.padEnd(10)} ${finding}`;
          return mend ? `${line}\n${' '.repeat(20)}${mend}` : line;
        });
        await writeOut(`${lines.join('\n')}\n`);
      }
      if (checks.some(({ ok }) => !ok)) process.exitCode = 1;
    });
}
