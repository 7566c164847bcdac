import { Command, CommanderError } from 'commander';
import { CandorError, isCandorError } from '../errors/index.ts';
import { engine } from '../findings/index.ts';
import { visibleText } from '../present/index.ts';
import { analyzeCommand } from './analyze-command.ts';
import { auditCommand } from './audit-command.ts';
import { backupCommand } from './backup-command.ts';
import { demoCommand } from './demo-command.ts';
import { doctorCommand } from './doctor-command.ts';
import { errorLine, languageAsked } from './error-line.ts';
import { eventsCommand } from './events-command.ts';
import { exportCommand } from './export-command.ts';
import { importCommand } from './import-command.ts';
import { mailCommand } from './mail-command.ts';
import { migrateCommand } from './migrate-command.ts';
import { writeOut } from './output.ts';
import { restoreCommand } from './restore-command.ts';
import { serveCommand } from './serve-command.ts';
import { worldCommand } from './world-command.ts';

/**
 * Runs one command and answers its exit code: 0 done; 1 the data or the model refuse an answer; 2 the call is wrong;
 * 3 a fault of ours. With --json a refusal is one JSON document on standard output as well.
 */
export async function run(args: readonly string[]): Promise<number> {
  const program = new Command('candor')
    .description('Measures customer experience and says honestly whether it moved, why it moved, and what it is worth.')
    .version(engine, '--version')
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .showSuggestionAfterError(true)
    .addHelpText('after', '\nExample:\n  candor audit answers.csv --html report.html\nEvery command has --help.\n');
  const commands = [
    auditCommand(),
    analyzeCommand(),
    worldCommand(),
    exportCommand(),
    importCommand(),
    eventsCommand(),
    mailCommand(),
    serveCommand(),
    demoCommand(),
    migrateCommand(),
    doctorCommand(),
    backupCommand(),
    restoreCommand(),
  ];
  for (const command of commands) {
    program.addCommand(withOverrides(command));
  }
  // Told by the write that fails; without a listener the event would end the process with a stack.
  process.stdout.on('error', () => undefined);
  try {
    await program.parseAsync(args, { from: 'user' });
    // A command that answered but found a problem (doctor) sets its own.
    return Number(process.exitCode ?? 0);
  } catch (error) {
    return report(asCandorError(error, program), args);
  }
}

/** A sub-command does not inherit these from its parent when it is made by itself. */
function withOverrides(command: Command): Command {
  command
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .showSuggestionAfterError(true);
  command.commands.forEach(withOverrides);
  return command;
}

function asCandorError(error: unknown, program: Command): unknown {
  if (!(error instanceof CommanderError)) return error;
  if (error.exitCode === 0) return undefined; // --help, --version
  if (error.code === 'commander.help') {
    return new CandorError('CND_USAGE', `candor needs a command: ${program.commands.map((c) => c.name()).join(', ')}`);
  }
  return new CandorError('CND_USAGE', error.message.replace(/^error: /, '').replaceAll('\n', ' '));
}

async function report(error: unknown, args: readonly string[]): Promise<number> {
  if (error === undefined) return 0;
  const json = args.includes('--json');
  if (isCandorError(error)) {
    const cannotTell = error.code === 'CND_OUTPUT' && error.message.startsWith('standard output');
    if (json && !cannotTell) await writeOut(`${JSON.stringify({ error: error.toJSON() }, null, 2)}\n`);
    else process.stderr.write(`${errorLine(error, languageAsked(args))}\n`);
    return error.exitCode;
  }
  const trace = String(error instanceof Error ? error.stack : error)
    .split('\n')
    .map(visibleText);
  process.stderr.write(`candor: a fault of ours. ${trace.join('\n')}\n`);
  if (json) {
    const fault = { code: 'CND_FAULT', message: String(error), details: {}, remedy: 'Report it with the call.' };
    await writeOut(`${JSON.stringify({ error: fault }, null, 2)}\n`);
  }
  return 3;
}
