import { createHmac } from 'node:crypto';
import { addressKeyOf } from '../accounts/index.ts';
import { type LegalBasis, legalBases } from '../fielding/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';
import { type MessageChannel, messageChannels } from './contact-address.ts';

/** On which basis people are written to who have none of their own on record, by channel. */
export type UsualBasis = { readonly [Name in MessageChannel]?: LegalBasis };

/** What asking needs of the workspace. */
export interface AskingWorkspace {
  readonly name: string;
  /** Its short name in links. */
  readonly code: string;
  readonly timeZone: string;
  /** Keys the hashes of addresses and, apart from them, the draws. */
  readonly addressKey: Buffer;
  readonly usualBasis: UsualBasis;
}

/** What asking needs of the workspace; its key is made when it is first asked for. */
export async function askingWorkspace(transaction: WorkspaceTransaction): Promise<AskingWorkspace> {
  const { workspaceId, query } = transaction;
  const [row] = await query<
    Omit<AskingWorkspace, 'addressKey' | 'usualBasis'> & { key: Buffer | null; basis: unknown }
  >(
    `select w.name, d.code, w.time_zone as "timeZone", w.address_key as key, w.settings -> 'contactBasis' as basis
     from workspace w join workspace_directory d on d.workspace_id = w.workspace_id where w.workspace_id = $1`,
    [workspaceId],
  );
  const { key, basis, ...rest } = row!;
  return { ...rest, usualBasis: usualBasisIn(basis), addressKey: key ?? (await addressKeyOf(transaction)) };
}

/** Makes the draws of a programme: nobody outside can tell who will be in a sample, and a restored workspace draws alike. */
export function drawSeed(addressKey: Uint8Array, programmeId: string): string {
  return createHmac('sha256', addressKey).update(`draws of ${programmeId}`).digest('hex');
}

export async function usualBasisOf({ workspaceId, query }: WorkspaceTransaction): Promise<UsualBasis> {
  const [row] = await query<{ basis: unknown }>(
    "select settings -> 'contactBasis' as basis from workspace where workspace_id = $1",
    [workspaceId],
  );
  return usualBasisIn(row?.basis);
}

export async function keepUsualBasis({ workspaceId, query }: WorkspaceTransaction, basis: UsualBasis): Promise<void> {
  await query(
    `update workspace set settings = settings || jsonb_build_object('contactBasis', $2::jsonb) where workspace_id = $1`,
    [workspaceId, JSON.stringify(basis)],
  );
}

function usualBasisIn(given: unknown): UsualBasis {
  if (typeof given !== 'object' || given === null) return {};
  const held = given as Record<string, unknown>;
  return Object.fromEntries(
    messageChannels.flatMap((channel) => {
      const basis = legalBases.find((one) => one === held[channel]);
      return basis === undefined ? [] : [[channel, basis] as const];
    }),
  );
}
