import type { Config } from '../config/index.ts';
import {
  type DemoCompany,
  demoEmail,
  ensureDemoWorkspace,
  isDemoUnfinished,
  isFirstRun,
  loadDemo,
} from '../demo/index.ts';
import { memberRoles } from '../people/index.ts';
import type { Store } from '../store/index.ts';
import { monthBefore } from '../world/index.ts';
import { type Log, safeError } from './log.ts';

interface FirstRun {
  readonly store: Store;
  readonly clock: () => Date;
  readonly log: Log;
  /** For whoever watches the terminal. */
  readonly say: (line: string) => void;
}

/** The same company on every installation that is first started in the same month. */
const demoSeed = 7;

/**
 * On an installation that nobody has used, the demo company: its people first, so that one can sign in at once, then its 36
 * months in the background. A load that was cut off begins again at the next start.
 */
export async function loadDemoOnFirstRun(config: Pick<Config, 'demoAccounts'>, run: FirstRun): Promise<void> {
  const { store, clock, say } = run;
  const accounts = config.demoAccounts;
  if (accounts === undefined || !((await isFirstRun(store)) || (await isDemoUnfinished(store)))) return;
  const { workspaceId, password } = await ensureDemoWorkspace(store, clock);
  if (password !== undefined) {
    say(`  Sign in as ${demoEmail('owner')} with the password ${password}`);
    say(`  It is told once. The same for ${memberRoles.slice(1).map(demoEmail).join(', ')}.\n`);
  }
  await fill(workspaceId, { accounts, seed: demoSeed, lastMonth: monthBefore(clock()) }, run);
}

async function fill(workspaceId: string, company: DemoCompany, { store, clock, log, say }: FirstRun): Promise<void> {
  let told = 0;
  const onProgress = ({ share }: { share: number }) => {
    if (share < told + 0.25) return;
    told = Math.floor(share * 4) / 4;
    say(`  Loading the demo company: ${Math.round(told * 100)} %`);
  };
  try {
    const began = clock().getTime();
    await loadDemo(store, workspaceId, { company, clock, onProgress });
    say('  The demo company is loaded.\n');
    log.info({ accounts: company.accounts, seconds: Math.round((clock().getTime() - began) / 1000) }, 'demo loaded');
  } catch (error) {
    // The server goes on without it; candor demo loads it later.
    say('  The demo company could not be loaded; candor demo tries again.\n');
    log.error(safeError(error), 'demo not loaded');
  }
}
