import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { readConfig } from '../config/index.ts';
import { CandorError } from '../errors/index.ts';
import type { ColumnMapping } from '../fieldwork/index.ts';
import { visibleText } from '../present/index.ts';
import { type SentEvents, sendInProcess, sendOverHttp } from './event-delivery.ts';
import { eventBatches } from './event-input.ts';
import { writeOut } from './output.ts';
import { wholeNumber } from './whole-number.ts';

interface Flags {
  readonly url?: string;
  readonly key?: string;
  readonly workspace?: string;
  readonly batch: string;
  readonly mapping?: string;
  readonly source?: string;
  readonly json?: boolean;
}

export function eventsCommand(): Command {
  const send = new Command('send')
    .description('Send events of a file: CloudEvents as JSON or a line each, or the rows of a CSV file.')
    .argument('<file>', 'JSON, NDJSON or CSV; - is standard input')
    .option('--url <address>', 'address of the server, https://candor.example.com')
    .option('--key <key>', 'API key with events:write; without it the setting CANDOR_KEY')
    .option('--workspace <slug>', 'the workspace; without --url its store is written here')
    .option('--batch <n>', 'events of one request, 1 to 1000', '100')
    .option('--mapping <file>', 'JSON that says which column of a CSV file is what')
    .option('--source <source>', 'source of the rows of a CSV file')
    .option('--json', 'print the result as JSON and nothing else')
    .addHelpText(
      'after',
      '\nExample:\n  candor events send tickets.csv --workspace acme\n  cat events.ndjson | candor events send - --url https://candor.example.com --workspace acme --key cnd_…\n',
    )
    .action((file: string, flags: Flags) => sendFile(file, flags));
  return new Command('events').description('Send events of the systems behind.').addCommand(send);
}

const usage = (message: string): CandorError => new CandorError('CND_USAGE', message);

async function sendFile(file: string, flags: Flags): Promise<void> {
  const size = wholeNumber(flags.batch, '--batch');
  if (size < 1 || size > 1_000) throw usage(`--batch needs 1 to 1000, got ${size}`);
  if (flags.workspace === undefined) throw usage('candor events send needs --workspace SLUG');
  const input = { file, size, source: flags.source ?? '/file', mapping: await mappingOf(flags.mapping) };
  const sent =
    flags.url === undefined
      ? await sendInProcess(readConfig(process.env).store, flags.workspace, (timeZone) =>
          eventBatches({ ...input, timeZone }),
        )
      : await sendOverHttp(
          { url: flags.url, key: keyOf(flags), workspace: flags.workspace },
          eventBatches({ ...input, timeZone: 'UTC' }),
        );
  await tell(sent, flags);
}

function keyOf({ key }: Flags): string {
  const given = key ?? readConfig(process.env).key;
  if (given === undefined) throw usage('--url needs a key: give --key or set CANDOR_KEY');
  return given;
}

async function mappingOf(path: string | undefined): Promise<ColumnMapping> {
  if (path === undefined) return {};
  const { readColumnMapping } = await import('../fieldwork/index.ts');
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    const why = error instanceof SyntaxError ? 'it is no JSON' : ((error as NodeJS.ErrnoException).code ?? 'unknown');
    throw new CandorError('CND_EVENT_MAPPING', `the mapping "${path}" cannot be read (${why})`, { field: '' });
  }
  return readColumnMapping(value);
}

/** Rows that are no events are told and counted; then the exit code is 1, as for a file that refuses an answer. */
async function tell(sent: SentEvents, { json }: Flags): Promise<void> {
  const { accepted, duplicates, problems, rejected } = sent;
  if (rejected > 0) process.exitCode = 1;
  if (json) return writeOut(`${JSON.stringify({ accepted, duplicates, rejected, problems }, null, 2)}\n`);
  const number = (value: number): string => value.toLocaleString('en');
  const lines = [
    `${number(accepted)} accepted, ${number(duplicates)} known already, ${number(rejected)} rejected`,
    ...problems.map(({ line, reason, field }) => `  line ${line}: ${reason}${field ? ` (${field})` : ''}`),
    ...(rejected > problems.length ? [`  and ${number(rejected - problems.length)} more`] : []),
  ];
  await writeOut(`${lines.map(visibleText).join('\n')}\n`);
}
