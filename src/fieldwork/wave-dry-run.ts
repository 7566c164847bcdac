import { CandorError } from '../errors/index.ts';
import type { Store } from '../store/index.ts';
import { drawOf, sampleWave } from './draw-wave.ts';
import { findProgramme } from './programme-store.ts';
import type { SurveyReader } from './survey-reader.ts';
import { type Silence, wavePopulation } from './wave-population.ts';
import { closingOf, listWaves, type WaveDraw } from './wave-store.ts';

/** Whom the next wave of a programme would ask. */
export interface WaveDryRun {
  readonly number: number;
  readonly draw: WaveDraw;
  /** Share 0..1 of the known revenue that the accounts drawn have; absent where none is known. */
  readonly drawnRevenue?: number;
  /** Accounts that nobody who pays or decides can be heard of, by why, most first. */
  readonly silent: readonly { readonly why: Silence; readonly accounts: number; readonly revenue?: number }[];
  /** The largest of them by revenue. */
  readonly silentAccounts: readonly { readonly id: string; readonly name: string; readonly why: Silence }[];
  /** Persons who are on record and cannot be asked now, by the rule that says no, most first. */
  readonly refusals: readonly { readonly reason: string; readonly count: number }[];
}

const mostNamed = 50;

/**
 * Whom would the next wave ask if it opened now, and who cannot be heard? The draw is that of the wave itself, as long as
 * nothing changes until then. Nothing is kept and nobody is asked. Refused for a programme of encounters
 * (`CND_PROGRAMME_STATE`).
 */
export async function waveDryRun(
  store: Store,
  workspaceId: string,
  { programmeId, reader, now }: { readonly programmeId: string; readonly reader: SurveyReader; readonly now: Date },
): Promise<WaveDryRun> {
  const { programme, waves } = await store.readWorkspace(workspaceId, async (transaction) => ({
    programme: await findProgramme(transaction, programmeId),
    waves: await listWaves(transaction, programmeId, now),
  }));
  const number = (waves[0]?.number ?? 0) + 1;
  const wave = {
    id: `wave ${number}`,
    opensAt: now,
    closesAt: closingOf(now, now, programme.rules?.expiryDays ?? 0),
  };
  const population = await wavePopulation(store, workspaceId, { programmeId, wave, reader, now });
  if (!population) {
    throw new CandorError('CND_PROGRAMME_STATE', 'only a programme of the relationship asks in waves', {
      field: 'level',
    });
  }
  const sample = sampleWave(population, number);
  const revenue = sumOf(population.accounts);
  const drawn = new Set(sample.members.map(({ accountId }) => accountId));
  const silent = population.accounts.filter(({ silence }) => silence !== undefined);
  const named = [...silent].sort((a, b) => (b.revenue ?? 0) - (a.revenue ?? 0)).slice(0, mostNamed);
  const names = await namesOf(
    store,
    workspaceId,
    named.map(({ id }) => id),
  );
  return {
    number,
    draw: drawOf(population, sample),
    ...(revenue > 0 && { drawnRevenue: sumOf(population.accounts.filter(({ id }) => drawn.has(id))) / revenue }),
    silent: bySilence(silent, revenue),
    silentAccounts: named.map(({ id, silence }) => ({ id, name: names.get(id) ?? '', why: silence! })),
    refusals: population.refusals,
  };
}

type Counted = { readonly revenue?: number; readonly silence?: Silence };

const sumOf = (accounts: readonly Counted[]) => accounts.reduce((sum, { revenue = 0 }) => sum + revenue, 0);

function bySilence(silent: readonly Counted[], revenue: number): WaveDryRun['silent'] {
  const whys = [...new Set(silent.map(({ silence }) => silence!))];
  return whys
    .map((why) => {
      const own = silent.filter(({ silence }) => silence === why);
      return { why, accounts: own.length, ...(revenue > 0 && { revenue: sumOf(own) / revenue }) };
    })
    .sort((a, b) => b.accounts - a.accounts || (a.why < b.why ? -1 : 1));
}

async function namesOf(store: Store, workspaceId: string, ids: readonly string[]) {
  const rows = await store.readWorkspace(workspaceId, ({ query }) =>
    query<{ id: string; name: string }>(
      'select id, name from account where workspace_id = $1 and id = any ($2::uuid[])',
      [workspaceId, ids],
    ),
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
