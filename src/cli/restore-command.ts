import { Command } from 'commander';
import { readConfig } from '../config/index.ts';
import { CandorError } from '../errors/index.ts';
import type { VerifiedArchive } from '../exchange/index.ts';
import type { Store } from '../store/index.ts';
import { writeOut } from './output.ts';
import { progressOf } from './progress.ts';

interface Flags {
  readonly owner?: string;
  readonly slug?: string;
  readonly json?: boolean;
  readonly progress?: boolean;
}

export function restoreCommand(): Command {
  return new Command('restore')
    .description('Bring a backup back into an empty store, or take in the file of one workspace.')
    .argument('<in>', 'a file of "candor backup", or of "candor export --format jsonl"')
    .option(
      '--owner <e-mail>',
      'who will own the workspace; made with a password where he is new (workspace files only)',
    )
    .option('--slug <name>', 'another short name for the workspace (workspace files only)')
    .option('--json', 'print what came back as JSON')
    .option('--no-progress', 'no progress bar')
    .addHelpText(
      'after',
      '\nExample:\n  CANDOR_HOME=/srv/candor-2 candor restore candor-2026-11-22.backup\n  candor restore acme.jsonl.gz --owner aino@example.com\n',
    )
    .action(async (path: string, flags: Flags) => runRestore(path, flags));
}

async function runRestore(path: string, flags: Flags): Promise<void> {
  const { verifyArchive } = await import('../exchange/index.ts');
  // Before the store is touched: a damaged file is refused without one.
  const verified = await verifyArchive(path);
  const isWorkspace = verified.header.kind === 'workspace';
  if (isWorkspace && flags.owner === undefined) {
    throw new CandorError('CND_USAGE', 'the file holds one workspace: name its owner here with --owner E-MAIL');
  }
  if (!isWorkspace && (flags.owner !== undefined || flags.slug !== undefined)) {
    throw new CandorError('CND_USAGE', 'the file is the backup of a store: leave out --owner and --slug');
  }
  const { openStore } = await import('../store/index.ts');
  const store = await openStore(readConfig(process.env).store, { connections: 2 });
  const progress = progressOf({ quiet: flags.progress === false });
  try {
    const onRows = (rows: number) => progress.onProgress(rows, verified.rows, rows);
    const asked = { path, verified, onRows };
    const told = isWorkspace ? await takeIn(store, asked, flags) : await bringBack(store, asked);
    progress.done();
    await writeOut(flags.json ? `${JSON.stringify(told.json, null, 2)}\n` : `${told.text}\n`);
  } finally {
    progress.done();
    await store.close();
  }
}

interface Asked {
  readonly path: string;
  readonly verified: VerifiedArchive;
  readonly onRows: (rows: number) => void;
}

async function bringBack(store: Store, { path, verified, onRows }: Asked) {
  const { restore } = await import('../exchange/index.ts');
  const { rows, workspaces, exportedAt } = await restore(store, path, { verified, onRows });
  const text = `${rows.toLocaleString('en')} rows of ${exportedAt} are back: ${workspaces.join(', ') || 'no workspace'}`;
  return { json: { rows, workspaces, exportedAt }, text };
}

async function takeIn(store: Store, { path, verified, onRows }: Asked, flags: Flags) {
  const { importWorkspace } = await import('../exchange/index.ts');
  const email = flags.owner!;
  const taken = await importWorkspace(store, path, {
    owner: { email, name: email.split('@')[0]!, language: 'en' },
    now: new Date(),
    verified,
    onRows,
    ...(flags.slug === undefined ? {} : { slug: flags.slug }),
  });
  const { slug, rows, newPeople, talliesAgree, password } = taken;
  const lines = [
    `${rows.toLocaleString('en')} rows are in the workspace ${slug}, owned by ${email}`,
    ...(password ? [`password of ${email}, told only now: ${password}`] : []),
    ...(newPeople > 0
      ? [`${newPeople} of its people are new here; an owner invites them before they can sign in`]
      : []),
    ...(talliesAgree ? [] : ['its tallies were counted anew from the answers and say something else than before']),
  ];
  return { json: { ...taken, owner: email }, text: lines.join('\n') };
}
