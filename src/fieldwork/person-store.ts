import { e164Of } from '../channels/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';

/** A person of a workspace, as whoever handles his request has to recognise him. */
export interface FoundPerson {
  readonly id: string;
  readonly externalId: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly accounts: readonly string[];
  readonly invitations: number;
  readonly answers: number;
  readonly isOptedOut: boolean;
  readonly isErased: boolean;
}

/** As many as a person can look through; a longer list wants a better word. */
const mostFound = 20;

/**
 * Who is meant: an e-mail address in any case, a telephone number with its country code, the id of the system behind, or
 * a part of a name (three letters or more), the oldest first.
 */
export async function findPersons(transaction: WorkspaceTransaction, text: string): Promise<readonly FoundPerson[]> {
  const { workspaceId, query } = transaction;
  const part = text.length >= 3 ? `%${text.replace(/[\\%_]/g, '\\$&')}%` : null;
  return query<FoundPerson>(
    `select c.id, c.external_id as "externalId", c.name, c.email, c.phone,
       c.opted_out_at is not null as "isOptedOut", c.erased_at is not null as "isErased",
       array(select distinct a.name from contact_role cr
             join account a on a.workspace_id = cr.workspace_id and a.id = cr.account_id
             where cr.workspace_id = c.workspace_id and cr.contact_id = c.id order by 1) as accounts,
       (select count(*)::int from invitation i where i.workspace_id = c.workspace_id and i.contact_id = c.id
          and i.state <> 'refused') as invitations,
       (select count(*)::int from response r where r.workspace_id = c.workspace_id and r.contact_id = c.id) as answers
     from contact c
     where c.workspace_id = $1
       and (lower(c.email) = lower($2) or c.external_id = $2 or c.phone = $3 or c.name ilike $4)
     order by c.id limit $5`,
    [workspaceId, text, e164Of(text) ?? null, part, mostFound],
  );
}

type Rows = readonly Readonly<Record<string, unknown>>[];

/** Everything that is kept of one person, in the words of the store: what he has a right to see (GDPR article 15). */
export interface KeptOfPerson {
  readonly contact: Readonly<Record<string, unknown>>;
  readonly roles: Rows;
  readonly bases: Rows;
  readonly encounters: Rows;
  readonly invitations: Rows;
  readonly messages: Rows;
  readonly signals: Rows;
  readonly answers: Rows;
}

/** What is kept of this person; undefined where there is no such person. */
export async function keptOfPerson(
  { workspaceId, query }: WorkspaceTransaction,
  contactId: string,
): Promise<KeptOfPerson | undefined> {
  const rows = (text: string) => query<Record<string, unknown>>(text, [workspaceId, contactId]);
  const [contact] = await rows(
    `select external_id as "externalId", name, email, phone, language, time_zone as "timeZone",
       opted_out_at as "optedOutAt", erased_at as "erasedAt", created_at as "createdAt"
     from contact where workspace_id = $1 and id = $2`,
  );
  if (!contact) return undefined;
  return {
    contact,
    roles: await rows(
      `select a.name as account, cr.role, cr.valid_from as "validFrom", cr.valid_to as "validTo"
       from contact_role cr join account a on a.workspace_id = cr.workspace_id and a.id = cr.account_id
       where cr.workspace_id = $1 and cr.contact_id = $2 order by cr.id`,
    ),
    bases: await rows(
      `select channel, basis, evidence, given_at as "givenAt", withdrawn_at as "withdrawnAt"
       from contact_basis where workspace_id = $1 and contact_id = $2 order by id`,
    ),
    encounters: await rows(
      `select t.name as touchpoint, e.source, e.external_id as "externalId", e.occurred_at as "occurredAt", e.attributes
       from encounter e join touchpoint t on t.workspace_id = e.workspace_id and t.id = e.touchpoint_id
       where e.workspace_id = $1 and e.contact_id = $2 order by e.occurred_at, e.id`,
    ),
    invitations: await rows(
      `select p.name as programme, i.channel, i.state, i.refused_reason as "refusedReason", i.planned_at as "plannedAt",
         i.sent_at as "sentAt", i.completed_at as "completedAt"
       from invitation i join programme p on p.workspace_id = i.workspace_id and p.id = i.programme_id
       where i.workspace_id = $1 and i.contact_id = $2 order by i.planned_at, i.id`,
    ),
    messages: await rows(
      `select m.kind, m.number, m.channel, m.state, m.planned_at as "plannedAt", m.sent_at as "sentAt"
       from message m join invitation i on i.workspace_id = m.workspace_id and i.id = m.invitation_id
       where m.workspace_id = $1 and i.contact_id = $2 order by m.planned_at, m.id`,
    ),
    signals: await rows(
      `select s.kind, s.detail, s.heard_at as "heardAt"
       from contact_signal s join invitation i on i.workspace_id = s.workspace_id and i.id = s.invitation_id
       where s.workspace_id = $1 and i.contact_id = $2 order by s.heard_at, s.id`,
    ),
    answers: await rows(
      `select r.responded_at as "respondedAt", r.channel, r.respondent_role as "respondentRole", q.key as question,
         q.scale_minimum + x.point - 1 as score, x.words
       from response r
       join answer x on x.workspace_id = r.workspace_id and x.response_id = r.id
       join question q on q.workspace_id = x.workspace_id and q.id = x.question_id
       where r.workspace_id = $1 and r.contact_id = $2 order by r.responded_at, r.id, x.id`,
    ),
  };
}
