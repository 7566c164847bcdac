import { type WaveSample, waveSample } from '../fielding/index.ts';
import { newId, type Store, type WorkspaceTransaction } from '../store/index.ts';
import { type Column, writeRows } from './row-writer.ts';
import type { SurveyReader } from './survey-reader.ts';
import { type PopulationAccount, type WavePopulation, wavePopulation } from './wave-population.ts';
import { findWave, type Wave, type WaveDraw } from './wave-store.ts';

/** The draw of one wave, and of the same wave in a dry run, is the same. */
export function sampleWave(population: WavePopulation, number: number): WaveSample {
  const { accounts, programme, responseShare } = population;
  const { waves, roles } = programme.rules;
  return waveSample(accounts, { waves, responseShare, ...(roles && { roles }) }, `${programme.seed} wave ${number}`);
}

export function drawOf({ accounts, responseShare, responseFrom }: WavePopulation, sample: WaveSample): WaveDraw {
  return {
    accounts: accounts.length,
    persons: accounts.reduce((sum, { persons }) => sum + persons.length, 0),
    drawnAccounts: new Set(sample.members.map(({ accountId }) => accountId)).size,
    drawnPersons: sample.members.length,
    responseShare,
    responseFrom,
    expected: sample.expected,
  };
}

const rowsAtOnce = 2_000;

/**
 * Draws the members of a wave that has opened, and keeps them a part at a time. What a worker left that died on the way, or
 * that another was quicker than, has another `draw_id` and counts for nothing. False where the wave is drawn or closed.
 */
export async function drawWave(
  store: Store,
  workspaceId: string,
  { waveId, reader, now }: { readonly waveId: string; readonly reader: SurveyReader; readonly now: Date },
): Promise<boolean> {
  const wave = await store.readWorkspace(workspaceId, (transaction) => findWave(transaction, waveId, now));
  if (wave.state !== 'drawing') return false;
  const { programmeId } = wave;
  const population = await wavePopulation(store, workspaceId, { programmeId, wave, reader, now });
  if (!population) return false;
  const sample = sampleWave(population, wave.number);
  const rows = { waveId, drawId: newId() };
  await inParts(store, workspaceId, accountTable(rows), accountRows(population.accounts, sample));
  await inParts(store, workspaceId, memberTable(rows), sample.members);
  const kept = await store.inWorkspace(workspaceId, (transaction) =>
    keepDraw(transaction, { ...rows, wave, draw: drawOf(population, sample), now }),
  );
  await dropOtherDraws(store, workspaceId, waveId);
  return kept;
}

type AccountRow = PopulationAccount & { readonly isDrawn: boolean };
type MemberRow = WaveSample['members'][number];
interface Table<Row> {
  readonly table: string;
  readonly columns: readonly Column<Row>[];
}

function accountRows(accounts: readonly PopulationAccount[], { members }: WaveSample): readonly AccountRow[] {
  const drawn = new Set(members.map(({ accountId }) => accountId));
  return accounts.map((account) => ({ ...account, isDrawn: drawn.has(account.id) }));
}

const accountTable = ({ waveId, drawId }: { waveId: string; drawId: string }): Table<AccountRow> => ({
  table: 'wave_account',
  columns: [
    ['id', 'uuid', () => newId()],
    ['wave_id', 'uuid', () => waveId],
    ['draw_id', 'uuid', () => drawId],
    ['account_id', 'uuid', ({ id }) => id],
    ['segment', 'text', ({ segment }) => segment],
    ['revenue', 'float8', ({ revenue }) => revenue],
    ['has_fresh_voice', 'bool', ({ hasFreshVoice }) => hasFreshVoice],
    ['is_drawn', 'bool', ({ isDrawn }) => isDrawn],
    ['silence', 'text', ({ silence }) => silence],
  ],
});

const memberTable = ({ waveId, drawId }: { waveId: string; drawId: string }): Table<MemberRow> => ({
  table: 'wave_member',
  columns: [
    ['id', 'uuid', () => newId()],
    ['wave_id', 'uuid', () => waveId],
    ['draw_id', 'uuid', () => drawId],
    ['account_id', 'uuid', ({ accountId }) => accountId],
    ['contact_id', 'uuid', ({ contactId }) => contactId],
    ['is_deciding', 'bool', ({ isDeciding }) => isDeciding],
    ['probability', 'float8', ({ probability }) => probability],
  ],
});

async function inParts<Row>(store: Store, workspaceId: string, table: Table<Row>, rows: readonly Row[]): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const part = rows.slice(from, from + rowsAtOnce);
    await store.inWorkspace(workspaceId, (transaction) => writeRows(transaction, table, part));
  }
}

async function keepDraw(
  { workspaceId, query }: WorkspaceTransaction,
  {
    waveId,
    drawId,
    wave,
    draw,
    now,
  }: {
    readonly waveId: string;
    readonly drawId: string;
    readonly wave: Wave;
    readonly draw: WaveDraw;
    readonly now: Date;
  },
): Promise<boolean> {
  const kept = await query(
    `update wave set sampled_at = $3, draw_id = $4, sample = $5::jsonb, population = $6
     where workspace_id = $1 and id = $2 and sampled_at is null and closed_at is null returning id`,
    [workspaceId, wave.id, now, drawId, JSON.stringify(draw), draw.accounts],
  );
  if (kept.length === 1) return true;
  for (const table of ['wave_member', 'wave_account']) {
    await query(`delete from ${table} where workspace_id = $1 and wave_id = $2 and draw_id = $3`, [
      workspaceId,
      waveId,
      drawId,
    ]);
  }
  return false;
}

/** What workers left that died while they drew. One that draws still takes its own away when it comes too late. */
async function dropOtherDraws(store: Store, workspaceId: string, waveId: string): Promise<void> {
  await store.inWorkspace(workspaceId, async ({ query }) => {
    for (const table of ['wave_member', 'wave_account']) {
      await query(
        `delete from ${table} t using wave w where t.workspace_id = $1 and t.wave_id = $2 and w.workspace_id = $1
           and w.id = t.wave_id and w.draw_id is not null and t.draw_id <> w.draw_id`,
        [workspaceId, waveId],
      );
    }
  });
}
