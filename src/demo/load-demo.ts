import { type ImportReport, importRows, undoImport } from '../collect/index.ts';
import { CandorError } from '../errors/index.ts';
import { createWorkspace, endSessionsOf, memberRoles } from '../people/index.ts';
import type { Store } from '../store/index.ts';
import { type DemoCompany, demoImport, worldOf } from './demo-company.ts';
import { addDemoPeople, demoEmail, newDemoPassword } from './demo-people.ts';
import { addInitiatives, demoImports, demoSlug, findDemo, giveUpDeadImports, setDemoPasswords } from './demo-store.ts';

/** An import shows that it lives twice a second; one that was not seen for so long is dead. */
const deadAfterMilliseconds = 20_000;

export interface DemoOptions {
  readonly company: DemoCompany;
  readonly clock: () => Date;
  /** Takes the company that is there away first; without it a demo that is loaded is refused (`CND_DEMO`). */
  readonly replace?: boolean;
  /** Told as customers are stored. */
  readonly onProgress?: (progress: { readonly share: number; readonly rows: number }) => void;
}

/**
 * The workspace "demo" with a person for every role, made where it is not there. Answers its id, and the password where it
 * was made: it is told once and kept nowhere.
 */
export async function ensureDemoWorkspace(
  store: Store,
  clock: () => Date,
): Promise<{ workspaceId: string; password: string | undefined }> {
  const found = await findDemo(store);
  if (found !== undefined) return { workspaceId: found, password: undefined };
  const { password, passwordHash } = await newDemoPassword();
  const workspace = {
    slug: demoSlug,
    name: 'Demo company',
    timeZone: 'Europe/Helsinki',
    currency: 'EUR',
    language: 'en',
    demo: true,
  } as const;
  const workspaceId = await createWorkspace(store, workspace, (transaction) =>
    addDemoPeople(transaction, { passwordHash, now: clock() }),
  );
  return { workspaceId, password };
}

/** Whether the demo was made but never filled: the process that loaded it died. An owner who undid it wants it empty. */
export async function isDemoUnfinished(store: Store): Promise<boolean> {
  const workspaceId = await findDemo(store);
  if (workspaceId === undefined) return false;
  const kept = await store.inWorkspace(workspaceId, (transaction) =>
    transaction.query("select 1 from import where workspace_id = $1 and state in ('done', 'undone') limit 1", [
      workspaceId,
    ]),
  );
  return kept.length === 0;
}

/** Loads the company into the demo workspace by one import: all of it or nothing. */
export async function loadDemo(store: Store, workspaceId: string, options: DemoOptions): Promise<ImportReport> {
  const { company, clock, replace = false, onProgress = () => undefined } = options;
  const aliveSince = new Date(clock().getTime() - deadAfterMilliseconds);
  const { inForce, running } = await store.inWorkspace(workspaceId, async (transaction) => {
    await giveUpDeadImports(transaction, aliveSince);
    return demoImports(transaction, aliveSince);
  });
  if (running || (inForce && !replace)) {
    const what = running ? 'is being loaded' : `holds "${inForce!.fileName}"`;
    throw new CandorError('CND_DEMO', `the demo ${what}`, { workspace: demoSlug });
  }
  let share = 0;
  const onShare = (made: number) => {
    share = made;
  };
  if (inForce) await undoImport(store, workspaceId, { id: inForce.id, now: clock() });
  const report = await importRows(store, workspaceId, demoImport(company, onShare), {
    clock,
    onProgress: ({ rows }) => onProgress({ share, rows }),
  });
  await store.inWorkspace(workspaceId, (transaction) => addInitiatives(transaction, worldOf(company)));
  return report;
}

/** Makes a new password for all people of the demo and ends their sessions; refused where there is no demo (`CND_DEMO`). */
export async function renewDemoPassword(store: Store, now: Date): Promise<string> {
  const { password, passwordHash } = await newDemoPassword();
  const emails = memberRoles.map(demoEmail);
  await store.inTransaction(async (transaction) => {
    const people = await setDemoPasswords(transaction, { emails, passwordHash });
    if (people.length === 0) throw new CandorError('CND_DEMO', 'there is no demo here', { workspace: demoSlug });
    for (const userId of people) await endSessionsOf(transaction, { userId, now, by: 'password' });
  });
  return password;
}
