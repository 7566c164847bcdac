// `node bench/drivers.mjs`: LMG of 15 drivers with 1000 resamples, beside a Gray-code sweep over the same subsets.
import { spawnSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { buildBench } from './run-typescript.mjs';

const run = spawnSync(process.execPath, [await buildBench('drivers')], { encoding: 'utf8' });
if (run.status !== 0) throw new Error(`the bench ended with ${run.status}: ${run.stderr}`);
const { own, least, yardstick, apart, budget } = JSON.parse(run.stdout);
const say = (line = '') => process.stdout.write(`${line}\n`);
say('## Drivers: LMG, 15 drivers, 250 answers, 1000 resamples, beside a Gray-code sweep of the subsets');
say();
say(`Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'processor'}, load ${loadavg()[0].toFixed(1)}.`);
say();
say('| | CPU seconds |');
say('|---|---:|');
say(`| drivers with intervals and ranks, median of 5 (budget ${budget}) | ${own.toFixed(2)} |`);
say(`| least | ${least.toFixed(2)} |`);
say(`| sweep, shares only, 20 matrices scaled to 1000 | ${yardstick.toFixed(1)} |`);
say();
say(`The two agree to ${apart.toExponential(1)}; the recursion takes ${(yardstick / own).toFixed(0)} times less.`);
say();
const met = own <= budget && apart < 1e-12;
say(met ? 'Every budget is met.' : 'Over budget.');
process.exitCode = met ? 0 : 1;
