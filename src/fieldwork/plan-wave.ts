import type { Store, WorkspaceTransaction } from '../store/index.ts';
import { askForSending } from './ask-for-sending.ts';
import { loadHistory } from './asking-history.ts';
import { type AskingProgramme, askingProgrammes } from './asking-programmes.ts';
import { type Decided, decideCandidates, type WaveCandidate } from './decide-candidates.ts';
import type { LinkMaker } from './link-maker.ts';
import { loadPeople } from './people-facts.ts';
import { lockPeople } from './plan-encounters.ts';
import { type DecidedInvitation, keepDecisions } from './planned-invitation-store.ts';
import { countQuotas, lockQuotas } from './quota-store.ts';
import type { SurveyReader } from './survey-reader.ts';
import { askingWorkspace } from './workspace-asking-store.ts';

export interface WavePlanning {
  readonly store: Store;
  readonly links: LinkMaker;
  readonly reader: SurveyReader;
}

/** Persons decided in one transaction: about half a second, in which their accounts are locked. */
const membersAtOnce = 500;

/**
 * Decides about some members of a wave that nobody has decided about, by the same rules and under the same locks as about
 * encounters, and keeps an invitation for each. The id of the member is that of his invitation, so whoever comes again
 * asks nobody twice. Answers how many there were; 0 also while the programme does not run or the wave is closed.
 */
export async function planWavePart(
  { store, links, reader }: WavePlanning,
  workspaceId: string,
  { waveId, now, most = membersAtOnce }: { readonly waveId: string; readonly now: Date; readonly most?: number },
): Promise<number> {
  const planned = await store.inWorkspace(workspaceId, async (transaction) => {
    const wave = await openWave(transaction, waveId, now);
    if (!wave) return undefined;
    const workspace = await askingWorkspace(transaction);
    const ids = [wave.programmeId];
    const [programme] = await askingProgrammes(transaction, { reader, addressKey: workspace.addressKey, ids });
    if (programme?.state !== 'running') return undefined;
    const members = await takeMembers(transaction, { waveId, drawId: wave.drawId, most });
    if (members.length === 0) return { members: 0, drawId: wave.drawId };
    const contactIds = [...new Set(members.map(({ contactId }) => contactId))].sort();
    const accountIds = [...new Set(members.map(({ accountId }) => accountId))].sort();
    await lockPeople(transaction, { contactIds, accountIds });
    const candidates = members.map((member) => candidateOf(programme, wave, member));
    const decided = decideCandidates<WaveCandidate>(candidates, {
      people: await loadPeople(transaction, workspace, { contactIds, accountIds, now }),
      history: await loadHistory(transaction, { contactIds, accountIds, now, reader }),
      quotas: await lockQuotas(transaction, programme.rules.quotas.length > 0 ? [programme.id] : []),
      eventTypes: new Map(),
      timeZone: workspace.timeZone,
      now,
    });
    await keep(transaction, decided, { links, now });
    return { members: members.length, drawId: wave.drawId };
  });
  if (!planned) return 0;
  const { members, drawId } = planned;
  // Not in that transaction: two that share the wave and then both want to change it would wait for each other for ever.
  if (members === 0) {
    await store.inWorkspace(workspaceId, (transaction) => notePlanned(transaction, { waveId, drawId, now }));
  }
  return members;
}

interface OpenWave {
  readonly id: string;
  readonly programmeId: string;
  readonly drawId: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
}

/** Whoever closes the wave waits until this part is kept, and finds it then. */
async function openWave({ workspaceId, query }: WorkspaceTransaction, waveId: string, now: Date) {
  const [wave] = await query<OpenWave>(
    `select id, programme_id as "programmeId", draw_id as "drawId", opens_at as "opensAt", closes_at as "closesAt"
     from wave where workspace_id = $1 and id = $2 and sampled_at is not null and closed_at is null and opens_at <= $3
       and closes_at > $3 for share`,
    [workspaceId, waveId, now],
  );
  return wave;
}

interface Member {
  readonly id: string;
  readonly accountId: string;
  readonly contactId: string;
  readonly probability: number;
}

/** Another worker has others meanwhile. */
async function takeMembers(
  { workspaceId, query }: WorkspaceTransaction,
  { waveId, drawId, most }: { readonly waveId: string; readonly drawId: string; readonly most: number },
): Promise<readonly Member[]> {
  return query<Member>(
    `select id, account_id as "accountId", contact_id as "contactId", probability from wave_member
     where workspace_id = $1 and wave_id = $2 and draw_id = $3 and decided_at is null
     order by id limit $4 for update skip locked`,
    [workspaceId, waveId, drawId, most],
  );
}

/** Members that another worker has in hand are not decided yet as far as anybody else can see. */
async function notePlanned(
  { workspaceId, query }: WorkspaceTransaction,
  { waveId, drawId, now }: { readonly waveId: string; readonly drawId: string; readonly now: Date },
): Promise<void> {
  const waiting = await query(
    `select 1 from wave_member where workspace_id = $1 and wave_id = $2 and draw_id = $3 and decided_at is null limit 1`,
    [workspaceId, waveId, drawId],
  );
  if (waiting.length > 0) return;
  await query(
    'update wave set planned_at = $3 where workspace_id = $1 and id = $2 and planned_at is null and closed_at is null',
    [workspaceId, waveId, now],
  );
}

function candidateOf(
  programme: AskingProgramme,
  { id: waveId, opensAt, closesAt }: OpenWave,
  { id, accountId, contactId, probability }: Member,
): WaveCandidate & { readonly id: string } {
  const times = { opensAt: opensAt.getTime(), closesAt: closesAt.getTime() };
  return { id, programme, contactId, member: { waveId, ...times, isChosen: true, probability, accountId } };
}

async function keep(
  transaction: WorkspaceTransaction,
  decided: readonly Decided<WaveCandidate>[],
  { links, now }: { readonly links: LinkMaker; readonly now: Date },
): Promise<void> {
  const { workspaceId, query } = transaction;
  await keepDecisions(transaction, decided.map(asInvitation), { links, now });
  await countQuotas(
    transaction,
    decided.flatMap(({ programme, decision }) =>
      decision.kind === 'allowed'
        ? decision.quotaCells.map(({ key }) => ({ programmeId: programme.id, cell: key, count: 1 }))
        : [],
    ),
  );
  await query('update wave_member set decided_at = $3 where workspace_id = $1 and id = any ($2::uuid[])', [
    workspaceId,
    decided.map(({ id }) => id),
    now,
  ]);
  const isDue = decided.some(({ decision }) => decision.kind === 'allowed' && decision.sendAt <= now.getTime());
  if (isDue) await askForSending(transaction, now);
}

function asInvitation({
  id,
  programme,
  member,
  contactId,
  decision,
  segment,
}: Decided<WaveCandidate>): DecidedInvitation {
  const [metric] = programme.survey.metrics;
  return {
    id,
    programmeId: programme.id,
    waveId: member.waveId,
    contactId,
    accountId: member.accountId,
    segment,
    channel: programme.rules.channels[0]!.channel,
    role: decision.kind === 'allowed' ? (decision.role ?? '') : '',
    decision,
    ...(programme.version && { versionId: programme.version.versionId }),
    ...(metric !== undefined && { metric }),
  };
}
