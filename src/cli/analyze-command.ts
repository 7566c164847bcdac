import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { type MethodId, methodIds, scalarKeys } from '../analysis/index.ts';
import { CandorError, nearestName } from '../errors/index.ts';
import { analyzeFile } from '../findings/index.ts';
import { type AnalysisResult, analysisText } from '../present/index.ts';
import { flagTexts, specificationOnly } from './analyze-flags.ts';
import { writeOut } from './output.ts';

const about: Record<MethodId, { question: string; example: string }> = {
  score: {
    question: 'How does a metric stand, by group, with accounts, weights, strata, finite populations or known totals?',
    example: 'candor analyze score --data answers.csv --score recommend --metric nps --by role --account account',
  },
  compare: {
    question: 'Did a metric move between two groups?',
    example:
      'candor analyze compare --data answers.csv --score recommend --metric nps --group month --before May --after June',
  },
  plan: {
    question: 'How many answers are needed for a margin of error or for a change?',
    example: 'candor analyze plan --metric nps --promoters 0.5 --detractors 0.2 --change 5',
  },
  drivers: {
    question: 'What goes with an outcome, how much of what is explained goes with each driver, and how sure is that?',
    example: 'candor analyze drivers --data answers.csv --outcome recommend --drivers ease,price,delivery',
  },
  monitor: {
    question: 'Has the level changed since the baseline, at whatever moment one looks, and since when?',
    example: 'candor analyze monitor --data answers.csv --score recommend --date submitted --metric nps',
  },
  'path-model': {
    question: 'Which construct acts on which, how strongly, and how sure is that? A path model (PLS) with its indices.',
    example: 'candor analyze path-model --data answers.csv --spec model.json --json',
  },
  shrink: {
    question: 'Where do segments truly stand, small ones too, and which of them may be ranked?',
    example: 'candor analyze shrink --data answers.csv --score recommend --metric nps --segment branch',
  },
  'change-points': {
    question: 'Since when is the level another one?',
    example: 'candor analyze change-points --data answers.csv --score recommend --date submitted --metric nps',
  },
};

export function analyzeCommand(): Command {
  const command = new Command('analyze').description('The statistics, on any file: one method a call.');
  for (const method of methodIds) command.addCommand(methodCommand(method));
  command.addHelpText('after', `\nExample:\n  ${about.score.example}\n`);
  // A method that does not exist is met here, with the nearest that does.
  command.allowUnknownOption().allowExcessArguments();
  command.argument('[method]').action((method: string | undefined) => {
    const nearest = method && nearestName(method, methodIds);
    const hint = nearest ? `did you mean "${nearest}"?` : `known: ${methodIds.join(', ')}`;
    throw new CandorError(
      'CND_USAGE',
      method ? `there is no method "${method}"; ${hint}` : `analyze needs a method; ${hint}`,
    );
  });
  return command;
}

function methodCommand(method: MethodId): Command {
  const command = new Command(method)
    .description(about[method].question)
    .option('--data <file>', method === 'plan' ? 'not needed: a plan reads no file' : 'CSV, TSV or XLSX (required)')
    .option('--spec <file>', 'specification as JSON or YAML; flags win over it')
    .option('--json', 'print the result as JSON and nothing else');
  for (const key of scalarKeys(method)) {
    const { value, about: words } = flagTexts[method][key] ?? { value: 'value', about: '' };
    command.option(`--${kebab(key)} <${value}>`, words);
  }
  return command
    .addHelpText(
      'after',
      `\n${specificationOnly[method] ? `${specificationOnly[method]}\n` : ''}Example:\n  ${about[method].example}\n`,
    )
    .action(async (flags: Record<string, string | boolean | undefined>) => analyze(method, flags));
}

async function analyze(method: MethodId, flags: Record<string, string | boolean | undefined>): Promise<void> {
  const { data, spec, json, ...scalars } = flags;
  const fromFile = typeof spec === 'string' ? await readSpecification(spec) : {};
  const { data: dataOfSpec, ...keys } = fromFile;
  const path = typeof data === 'string' ? data : typeof dataOfSpec === 'string' ? dataOfSpec : undefined;
  const result = await analyzeFile(
    method,
    { ...keys, ...scalars },
    path === undefined ? undefined : { name: path, path },
  );
  await writeOut(
    json ? `${JSON.stringify(result, null, 2)}\n` : `${analysisText(result as unknown as AnalysisResult)}\n`,
  );
}

async function readSpecification(path: string): Promise<Record<string, unknown>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    throw new CandorError('CND_FILE_NOT_FOUND', `there is no specification "${path}"`, { file: path });
  }
  let value: unknown;
  try {
    // JSON is YAML, but its own parser words its faults better.
    value = /^\s*[{[]/.test(text) ? JSON.parse(text) : (await import('yaml')).parse(text);
  } catch (error) {
    const cause = error instanceof Error ? error.message.split('\n')[0]! : String(error);
    throw new CandorError('CND_SPEC', `"${path}" is neither JSON nor YAML: ${cause}`, { file: path });
  }
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new CandorError('CND_SPEC', `"${path}" holds no specification: an object of keys is needed`, { file: path });
}

const kebab = (key: string) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
