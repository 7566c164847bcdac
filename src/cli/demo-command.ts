import { Command } from 'commander';
import { readConfig } from '../config/index.ts';
import { CandorError } from '../errors/index.ts';
import { memberRoles } from '../people/index.ts';
import { monthBefore } from '../world/index.ts';
import { writeOut } from './output.ts';
import { progressOf } from './progress.ts';
import { wholeNumber } from './whole-number.ts';

interface Flags {
  readonly accounts: string;
  readonly seed: string;
  readonly replace?: boolean;
  readonly newPassword?: boolean;
  readonly json?: boolean;
  readonly progress?: boolean;
}

export function demoCommand(): Command {
  return new Command('demo')
    .description('Load the simulated company as the workspace "demo": 36 months up to the last one, by the imports.')
    .option('--accounts <n>', 'companies, 60 to 20000', String(demoAccounts))
    .option('--seed <n>', 'the same seed makes the same company', '7')
    .option('--replace', 'take the company that is there away first')
    .option('--new-password', 'make a new password for the people of the demo, and nothing else')
    .option('--json', 'one JSON document on standard output')
    .option('--no-progress', 'no progress bar')
    .addHelpText('after', '\nExample:\n  candor demo --accounts 300 --seed 11 --replace\n')
    .action(async (flags: Flags) => (flags.newPassword ? newPassword(flags) : load(flags)));
}

/** As a first start loads it. */
const demoAccounts = readConfig({}).demoAccounts!;

async function load(flags: Flags): Promise<void> {
  const accounts = wholeNumber(flags.accounts, '--accounts');
  if (accounts < 60 || accounts > 20_000)
    throw new CandorError('CND_USAGE', `--accounts needs 60 to 20000, got ${accounts}`);
  const company = { accounts, seed: wholeNumber(flags.seed, '--seed'), lastMonth: monthBefore(new Date()) };
  const { ensureDemoWorkspace, loadDemo } = await import('../demo/index.ts');
  const clock = () => new Date();
  await withStore(async (store) => {
    const { workspaceId, password } = await ensureDemoWorkspace(store, clock);
    const bar = progressOf({ quiet: flags.progress === false });
    const replace = flags.replace === true;
    const onProgress = ({ share, rows }: { share: number; rows: number }) => bar.onProgress(share, 1, rows);
    const report = await loadDemo(store, workspaceId, { company, clock, replace, onProgress }).finally(bar.done);
    if (flags.json)
      return writeOut(
        `${JSON.stringify({ workspace: 'demo', company, rows: report.used, ...(await signIn(password)) }, null, 2)}\n`,
      );
    await writeOut(`${report.used.toLocaleString('en')} rows of ${accounts} companies are in the workspace demo.\n`);
    return tellSignIn(password);
  });
}

async function newPassword(flags: Flags): Promise<void> {
  const { renewDemoPassword } = await import('../demo/index.ts');
  await withStore(async (store) => {
    const password = await renewDemoPassword(store, new Date());
    if (flags.json) return writeOut(`${JSON.stringify({ workspace: 'demo', ...(await signIn(password)) }, null, 2)}\n`);
    return tellSignIn(password);
  });
}

async function withStore(work: (store: import('../store/index.ts').Store) => Promise<void>): Promise<void> {
  const { openStore } = await import('../store/index.ts');
  const store = await openStore(readConfig(process.env).store, { connections: 4 });
  await work(store).finally(() => store.close());
}

async function signIn(password: string | undefined) {
  const { demoEmail } = await import('../demo/index.ts');
  return { people: memberRoles.map(demoEmail), ...(password === undefined ? {} : { password }) };
}

async function tellSignIn(password: string | undefined): Promise<void> {
  const { people } = await signIn(password);
  const told = password ?? 'as it was told when the demo was made; candor demo --new-password makes another';
  await writeOut(`Sign in as ${people.join(', ')}\nPassword: ${told}\n`);
}
