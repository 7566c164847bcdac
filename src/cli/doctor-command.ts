import { Command } from 'commander';
import { readConfig, shownSettings } from '../config/index.ts';
import { diagnoseFaces } from './diagnose-faces.ts';
import { writeOut } from './output.ts';

export function doctorCommand(): Command {
  return new Command('doctor')
    .description(
      'Look at store, jobs, backup, time zone, disk, port, mail and SMS; say of each: ok, or the problem and how to mend it.',
    )
    .option('--json', 'one JSON document on standard output')
    .addHelpText('after', '\nExample:\n  candor doctor\n')
    .action(async ({ json }: { json?: boolean }) => {
      const { diagnoseStore } = await import('../store/index.ts');
      const config = readConfig(process.env);
      const checks = [...(await diagnoseStore(config.store)), ...(await diagnoseFaces(config))];
      const settings = shownSettings(process.env);
      if (json) await writeOut(`${JSON.stringify({ checks, settings }, null, 2)}\n`);
      else {
        const width = Math.max(10, ...checks.map(({ check }) => check.length));
        const lines = checks.map(({ check, ok, finding, mend }) => {
          const line = `${ok ? 'ok      ' : 'problem '} ${check.padEnd(width)} ${finding}`;
          return mend ? `${line}\n${' '.repeat(width + 10)}${mend}` : line;
        });
        const set = settings.map(({ name, value }) => `${name}=${value}`).join(' ') || 'all as by default';
        await writeOut(`${lines.join('\n')}\n${'settings'.padEnd(width + 9)} ${set}\n`);
      }
      if (checks.some(({ ok }) => !ok)) process.exitCode = 1;
    });
}
