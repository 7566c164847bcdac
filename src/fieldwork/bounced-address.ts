import { type HashedAddress, suppressAddresses } from '../accounts/index.ts';
import { channelObstacle } from '../fielding/index.ts';
import { newId, stopInvitations, type WorkspaceTransaction } from '../store/index.ts';
import { askForSending } from './ask-for-sending.ts';
import { type AskingProgramme, askingProgrammes } from './asking-programmes.ts';
import { messageChannels } from './contact-address.ts';
import { loadPeople, type People } from './people-facts.ts';
import type { SurveyReader } from './survey-reader.ts';
import { askingWorkspace } from './workspace-asking-store.ts';

interface OpenInvitation {
  readonly id: string;
  readonly programmeId: string;
  readonly contactId: string;
  readonly accountId: string | null;
}

/**
 * Nobody is at this address: it goes on the list, and every open invitation that was sent there goes on by the next
 * channel of its programme that may be used for the person, or ends as bounced. What was not sent yet needs nothing: its
 * channel is chosen at the hand-over. `invitationId` is the one that was refused before the address was kept with it.
 */
export async function giveUpAddress(
  transaction: WorkspaceTransaction,
  address: HashedAddress,
  { reader, now, invitationId }: { readonly reader: SurveyReader; readonly now: Date; readonly invitationId?: string },
): Promise<void> {
  await suppressAddresses(transaction, [address], { reason: 'bounced', now });
  const open = await openAt(transaction, address, { now, invitationId });
  if (open.length === 0) return;
  const workspace = await askingWorkspace(transaction);
  const ids = [...new Set(open.map(({ programmeId }) => programmeId))];
  const programmes = await askingProgrammes(transaction, { reader, addressKey: workspace.addressKey, ids });
  const people = await loadPeople(transaction, workspace, {
    contactIds: open.map(({ contactId }) => contactId),
    accountIds: [],
    now,
  });
  const goesOn: boolean[] = [];
  for (const invitation of open) {
    const step = nextStep(invitation, address.channel, { programmes, people });
    goesOn.push(step !== undefined && (await planEscalation(transaction, { id: invitation.id, ...step, now })));
  }
  const ended = open.filter((_, i) => !goesOn[i]).map(({ id }) => id);
  await stopInvitations(transaction, ended, { reason: 'bounced', now });
  if (goesOn.includes(true)) await askForSending(transaction, now);
}

/** Whoever stopped the reminders, or began to answer, was reached after all and is not asked by another channel. */
async function openAt(
  { workspaceId, query }: WorkspaceTransaction,
  { channel, hash }: HashedAddress,
  { now, invitationId }: { readonly now: Date; readonly invitationId: string | undefined },
): Promise<readonly OpenInvitation[]> {
  return query<OpenInvitation>(
    `select i.id, i.programme_id as "programmeId", i.contact_id as "contactId", i.account_id as "accountId"
     from invitation i
     where i.workspace_id = $1 and i.import_id is null and i.contact_id is not null and i.expires_at > $4
       and (i.state = 'sent' or i.id = $5 and i.state in ('planned', 'sent')) and i.id in
         (select m.invitation_id from message m
          where m.workspace_id = $1 and m.address_hash = $2 and m.channel = $3
          union all select $5::uuid where $5 is not null)
       -- One that went on already is not asked at this address any more.
       and (i.channel = $3 or not exists (select from message e
         where e.workspace_id = $1 and e.invitation_id = i.id and e.kind = 'escalation'))
     order by i.id for no key update of i`,
    [workspaceId, hash, channel, now, invitationId ?? null],
  );
}

/** The first step behind the channel that failed which nothing keeps from being used; it needs a legal basis of its own. */
function nextStep(
  { programmeId, contactId, accountId }: OpenInvitation,
  channel: string,
  { programmes, people }: { readonly programmes: readonly AskingProgramme[]; readonly people: People },
): { readonly number: number; readonly channel: string } | undefined {
  const steps = programmes.find(({ id }) => id === programmeId)?.rules.channels ?? [];
  const contact = people.contact(contactId, accountId ?? undefined);
  const failed = steps.findIndex((step) => step.channel === channel);
  const number = steps.findIndex(
    (step, place) =>
      place > failed &&
      messageChannels.some((one) => one === step.channel) &&
      contact !== undefined &&
      channelObstacle(step, contact) === undefined,
  );
  return number < 0 ? undefined : { number, channel: steps[number]!.channel };
}

/**
 * Once for each step: the store holds one row of it. Its hour, the contact rules and all else are looked at when it is
 * handed over, as with every message. False where it was planned before, or the person stopped the reminders.
 */
async function planEscalation(
  { workspaceId, query }: WorkspaceTransaction,
  {
    id,
    number,
    channel,
    now,
  }: { readonly id: string; readonly number: number; readonly channel: string; readonly now: Date },
): Promise<boolean> {
  const planned = await query(
    `insert into message (workspace_id, id, invitation_id, kind, number, channel, state, planned_at, due_at)
     select $1, $2, i.id, 'escalation', $4, $5, 'planned', $6, $6 from invitation i
     where i.workspace_id = $1 and i.id = $3 and i.stopped_at is null
     on conflict (workspace_id, invitation_id, kind, number) do nothing returning id`,
    [workspaceId, newId(), id, number, channel, now],
  );
  if (planned.length === 0) return false;
  await query('update invitation set channel = $3 where workspace_id = $1 and id = $2', [workspaceId, id, channel]);
  return true;
}
