// `node bench/path-model.mjs`: bootstrap of a path model, small and large, beside copying rows and fitting anew.
import { spawnSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { root } from '../scripts/prepare.mjs';
import { buildBench } from './run-typescript.mjs';

const budget = { small: 0.3, smallPlain: 0.9, fit: 0.1, fitPlain: 0.6, bootstrap: 45, megabytes: 200 };
const program = await buildBench('path-model');
const mobile = join(root, '../shared/oracles/scores-and-model/mobi.csv');
const measure = (part) => {
  const run = spawnSync(process.execPath, [program, part, mobile], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`the bench ended with ${run.status}: ${run.stderr}`);
  return JSON.parse(run.stdout);
};
const small = measure('small');
const large = measure('large');
const say = (line = '') => process.stdout.write(`${line}\n`);
const seconds = (value) => value.toFixed(value < 1 ? 3 : 1);
say('## Path model: 7 constructs, 12 paths, 24 items');
say();
say(`Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'processor'}, load ${loadavg()[0].toFixed(1)}.`);
say();
say(`250 answers (${small.name}), 5000 resamples with BCa intervals of all ${small.figures} figures, CPU seconds:`);
say();
say('| | first call | median of 9 | least |');
say('|---|---:|---:|---:|');
const row = (name, { first, median, least }) =>
  say(`| ${name} | ${seconds(first)} | ${seconds(median)} | ${seconds(least)} |`);
row(`vectors (budget ${budget.small})`, small.fast);
row(`plain arithmetic (budget ${budget.smallPlain})`, small.plain);
row('rows copied, paths alone, 250 resamples scaled to 5000', small.yardstick);
say();
say(
  `Vectors and plain arithmetic agree ${small.isSame ? 'to the last digit' : 'NOT to the last digit'}; the first resample agrees with copied rows to ${small.apart.toExponential(1)}. ${(small.yardstick.median / small.fast.median).toFixed(0)} times less than copying rows.`,
);
say();
say('1,000,000 answers (simulated), CPU seconds of one thread:');
say();
say('| | CPU s |');
say('|---|---:|');
say(`| one fit, all figures, vectors (budget ${budget.fit}) | ${seconds(large.fast)} |`);
say(`| one fit, plain arithmetic (budget ${budget.fitPlain}) | ${seconds(large.plain)} |`);
say(`| 1000 resamples, Poisson counts, vectors (budget ${budget.bootstrap}) | ${seconds(large.bootstrap)} |`);
say(`| rows copied, one resample of 50,000 answers scaled by 20 | ${seconds(large.yardstick)} |`);
say();
say(`Memory at most ${large.megabytes.toFixed(0)} MB (budget ${budget.megabytes}), 24 MB of it the answers.`);
say();
const met =
  small.fast.median <= budget.small &&
  small.plain.median <= budget.smallPlain &&
  small.isSame &&
  small.apart < 1e-12 &&
  large.fast <= budget.fit &&
  large.plain <= budget.fitPlain &&
  large.bootstrap <= budget.bootstrap &&
  large.megabytes <= budget.megabytes;
say(met ? 'Every budget is met.' : 'Over budget.');
process.exitCode = met ? 0 : 1;
