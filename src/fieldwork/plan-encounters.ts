import { newId, type WorkspaceTransaction } from '../store/index.ts';
import { askForSending } from './ask-for-sending.ts';
import { loadHistory } from './asking-history.ts';
import { type AskingProgramme, askingProgrammes } from './asking-programmes.ts';
import { type DecidedCandidate, decideCandidates } from './decide-candidates.ts';
import { type Asked, type Candidate, encounterCandidates, eventTypes } from './encounter-candidates.ts';
import type { EncounterChange } from './encounter-change.ts';
import type { LinkMaker } from './link-maker.ts';
import { loadPeople } from './people-facts.ts';
import { type DecidedInvitation, keepDecisions } from './planned-invitation-store.ts';
import { countQuotas, lockQuotas } from './quota-store.ts';
import { stopOfEncounters } from './stop-invitations.ts';
import { type SurveyReader, surveyReader } from './survey-reader.ts';
import type { OnChanged } from './take-events.ts';
import { askingWorkspace } from './workspace-asking-store.ts';

/** What planning needs beside the store. */
export interface Planning {
  readonly links: LinkMaker;
  readonly reader: SurveyReader;
}

/** Plans invitations in the transaction that changes encounters (`takeEvents`). */
export function encounterPlanner(links: LinkMaker): OnChanged {
  const planning = { links, reader: surveyReader() };
  return (transaction, changes, now) => planEncounters(transaction, changes, { ...planning, now });
}

/**
 * Decides for every encounter that changed and every programme that runs who is asked about it, and keeps every decision:
 * an invitation that is planned with its message and links, or one that is refused with its reason. What was planned
 * about an encounter that was taken back or runs again is cancelled. A decision that was kept stands, unless the
 * encounter changed and nobody was sent anything: then it is made again.
 */
export async function planEncounters(
  transaction: WorkspaceTransaction,
  changes: readonly EncounterChange[],
  { links, reader, now }: Planning & { readonly now: Date },
): Promise<void> {
  await stopTakenBack(transaction, changes, now);
  const workspace = await askingWorkspace(transaction);
  const programmes = await askingProgrammes(transaction, { reader, addressKey: workspace.addressKey });
  if (programmes.length === 0) return;
  const found = await encounterCandidates(transaction, { programmes, encounters: changes, now });
  if (found.length === 0) return;
  const contactIds = distinct(found.map(({ contactId }) => contactId));
  const accountIds = distinct(found.map(({ change }) => change.accountId));
  await lockPeople(transaction, { contactIds, accountIds });
  const candidates = await toBeDecided(transaction, found);
  const decided = decideCandidates(candidates, {
    people: await loadPeople(transaction, workspace, { contactIds, accountIds, now }),
    history: await loadHistory(transaction, { contactIds, accountIds, now, reader }),
    quotas: await lockQuotas(transaction, withQuotas(programmes)),
    eventTypes: await typesFor(transaction, found),
    timeZone: workspace.timeZone,
    now,
  });
  await keep(transaction, decided, { links, now });
}

async function stopTakenBack(
  transaction: WorkspaceTransaction,
  changes: readonly EncounterChange[],
  now: Date,
): Promise<void> {
  const idsOf = (change: EncounterChange['change']) =>
    changes.filter((one) => one.change === change).map(({ encounterId }) => encounterId);
  await stopOfEncounters(transaction, idsOf('withdrawn'), { reason: 'encounter-withdrawn', now });
  await stopOfEncounters(transaction, idsOf('reopened'), { reason: 'encounter-reopened', now });
}

const distinct = (ids: readonly (string | undefined)[]): readonly string[] =>
  [...new Set(ids.filter((id) => id !== undefined))].sort();

/**
 * Whoever plans for the same person or account waits, in the order of ids so that no two wait for each other. Other keys
 * to the rows are not held up (`no key update`).
 */
export async function lockPeople(
  { workspaceId, query }: WorkspaceTransaction,
  { contactIds, accountIds }: { readonly contactIds: readonly string[]; readonly accountIds: readonly string[] },
): Promise<void> {
  await query(
    'select id from account where workspace_id = $1 and id = any ($2::uuid[]) order by id for no key update',
    [workspaceId, accountIds],
  );
  await query(
    'select id from contact where workspace_id = $1 and id = any ($2::uuid[]) order by id for no key update',
    [workspaceId, contactIds],
  );
}

const withQuotas = (programmes: readonly AskingProgramme[]): readonly string[] =>
  programmes.filter(({ rules }) => rules.quotas.length > 0).map(({ id }) => id);

async function typesFor(transaction: WorkspaceTransaction, candidates: readonly Candidate[]) {
  const needed = candidates.filter(
    ({ programme: { rules } }) => rules.level === 'encounter' && JSON.stringify(rules.trigger).includes('event'),
  );
  if (needed.length === 0) return new Map<string, string>();
  return eventTypes(transaction, [...new Set(needed.map(({ change }) => change.encounterId))]);
}

/** Leaves out what was decided and stands; what is decided again keeps its id. */
async function toBeDecided(transaction: WorkspaceTransaction, candidates: readonly Candidate[]) {
  const held = new Map(
    (await heldDecisions(transaction, candidates)).map((row) => [
      `${row.programmeId} ${row.encounterId} ${row.contactId ?? ''}`,
      row,
    ]),
  );
  return candidates.flatMap((candidate) => {
    const { programme, change, contactId } = candidate;
    const row = held.get(`${programme.id} ${change.encounterId} ${contactId ?? ''}`);
    if (row && !row.mayChange) return [];
    return [{ ...candidate, id: row?.id ?? newId() }];
  });
}

async function heldDecisions({ workspaceId, query }: WorkspaceTransaction, candidates: readonly Candidate[]) {
  return query<{
    id: string;
    programmeId: string;
    encounterId: string;
    contactId: string | null;
    mayChange: boolean;
  }>(
    `select id, programme_id as "programmeId", encounter_id as "encounterId", contact_id as "contactId",
       state = 'refused' or (state = 'cancelled' and sent_at is null
         and stop_reason in ('encounter-withdrawn', 'encounter-reopened')) as "mayChange"
     from invitation where workspace_id = $1 and encounter_id = any ($2::uuid[]) and import_id is null`,
    [workspaceId, [...new Set(candidates.map(({ change }) => change.encounterId))]],
  );
}

async function keep(
  transaction: WorkspaceTransaction,
  decided: readonly DecidedCandidate[],
  { links, now }: { readonly links: LinkMaker; readonly now: Date },
): Promise<void> {
  await keepDecisions(transaction, decided.map(asInvitation), { links, now });
  await countQuotas(
    transaction,
    decided.flatMap(({ programme, decision }) =>
      decision.kind === 'allowed'
        ? decision.quotaCells.map(({ key }) => ({ programmeId: programme.id, cell: key, count: 1 }))
        : [],
    ),
  );
  const sendings = decided.flatMap(({ decision }) => (decision.kind === 'allowed' ? [decision.sendAt] : []));
  if (sendings.length > 0 && Math.min(...sendings) <= now.getTime()) await askForSending(transaction, now);
}

function asInvitation({ id, programme, change, contactId, decision, segment }: DecidedCandidate): DecidedInvitation {
  const { accountId, orgUnitId, encounterId, touchpointId }: Asked = change;
  const [metric] = programme.survey.metrics;
  return {
    id,
    programmeId: programme.id,
    encounterId,
    touchpointId,
    segment,
    channel: programme.rules.channels[0]!.channel,
    role: decision.kind === 'allowed' ? (decision.role ?? '') : '',
    decision,
    ...(programme.version && { versionId: programme.version.versionId }),
    ...(contactId !== undefined && { contactId }),
    ...(accountId !== undefined && { accountId }),
    ...(orgUnitId !== undefined && { orgUnitId }),
    ...(metric !== undefined && { metric }),
  };
}
