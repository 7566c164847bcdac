import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { CandorError } from '../errors/index.ts';
import { type AuditedFile, auditFile, auditOptions } from '../findings/index.ts';
import { auditReport, auditText, type Language, languages, visibleText } from '../present/index.ts';
import { outputWidth, wantsColour, writeOut } from './output.ts';
import { progressOf } from './progress.ts';

interface Flags {
  readonly [flag: string]: string | boolean | undefined;
  readonly language?: string;
  readonly html?: string;
  readonly json?: boolean;
  readonly progress?: boolean;
}

export function auditCommand(): Command {
  return new Command('audit')
    .description('Was there ever a signal in our programme? Judges a file of answers (CSV, TSV, XLSX).')
    .argument('<file>', 'export of a survey tool, or any table with a score and a date')
    .option('--score <column>', 'column of the score')
    .option('--date <column>', 'column of the date of the answer')
    .option('--metric <id>', 'nps, csat-top2 (csat), csat-mean, ces-5, ces-7 (ces), mean, index-100')
    .option('--scale <min-max>', 'ends of the answer scale, for example 0-10')
    .option('--period <unit>', 'week, month (default) or quarter')
    .option('--time-zone <zone>', 'zone in which periods are cut, for example Europe/Helsinki (default UTC)')
    .option('--date-order <order>', 'dmy, mdy or ymd, where the file leaves it open')
    .option('--account <column>', 'column of the account (answers of one are not independent), or none')
    .option('--population <n>', 'accounts (persons without accounts) that could have answered in each period')
    .option('--role <column>', 'column of the respondent role, or none')
    .option('--where <column=value>', 'only the rows with this value')
    .option('--sheet <name>', 'sheet of a workbook')
    .option('--confidence <share>', 'confidence of the intervals (default 0.95)')
    .option('--language <code>', 'en, fi or sv (default en)')
    .option('--html <file>', 'also write the report as one HTML file')
    .option('--json', 'print the result as JSON and nothing else')
    .option('--no-progress', 'no progress bar')
    .addHelpText('after', '\nExample:\n  candor audit answers.csv --html report.html\n')
    .action(async (path: string, flags: Flags) => audit(path, flags));
}

async function audit(path: string, flags: Flags): Promise<void> {
  const language = languageOf(flags.language);
  const progress = progressOf({ quiet: flags.progress === false });
  const options = auditOptions(flags as Record<string, string | undefined>);
  let audited: AuditedFile;
  try {
    audited = await auditFile({ name: path, path }, { ...options, onProgress: progress.onProgress });
  } finally {
    progress.done();
  }
  const { result } = audited;
  if (flags.html !== undefined) {
    // Loaded when it is wanted: a document without a browser takes longer to load than ten thousand rows to judge.
    const { auditDocument } = await import('./audit-document.ts');
    await writeReport(flags.html, await auditDocument(result, language));
    process.stderr.write(`Report written to ${visibleText(flags.html)}\n`);
  }
  if (flags.json) await writeOut(`${JSON.stringify(result, null, 2)}\n`);
  else {
    const report = auditReport(result, language);
    await writeOut(`${auditText(report, { width: outputWidth(), colour: wantsColour(process.env) })}\n`);
  }
}

function languageOf(given: string | undefined): Language {
  if (given === undefined) return 'en';
  const language = languages.find((code) => code === given.toLowerCase());
  if (language) return language;
  throw new CandorError('CND_USAGE', `--language needs ${languages.join(', ')}, got "${given}"`, {
    option: 'language',
    given,
  });
}

async function writeReport(path: string, html: string): Promise<void> {
  try {
    await writeFile(path, html);
  } catch (error) {
    const cause = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new CandorError('CND_OUTPUT', `"${path}" cannot be written (${cause})`, { file: path, cause });
  }
}
