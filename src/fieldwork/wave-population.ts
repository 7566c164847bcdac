import {
  type Decision,
  decidingRoles,
  type RefusalReason,
  type RelationshipRules,
  type RespondentRole,
  refusalReasons,
  type WaveAccount,
} from '../fielding/index.ts';
import type { Store, WorkspaceTransaction } from '../store/index.ts';
import { loadHistory } from './asking-history.ts';
import { type AskingProgramme, askingProgrammes } from './asking-programmes.ts';
import { decideCandidates, type WaveCandidate } from './decide-candidates.ts';
import { contactsOfAccounts } from './encounter-candidates.ts';
import { loadPeople } from './people-facts.ts';
import type { SurveyReader } from './survey-reader.ts';
import { type AskingWorkspace, askingWorkspace } from './workspace-asking-store.ts';

/** Why no payer or decision maker of an account can be heard: none is on record, or the rule that refuses the last. */
export type Silence = 'no-deciding-contact' | RefusalReason;

/** An account as a wave looks at it, with the names that the draw itself does not need. */
export interface PopulationAccount extends WaveAccount {
  readonly segment: string;
  /** Absent where a payer or decision maker can be asked, or was heard lately. */
  readonly silence?: Silence;
}

/** All whom a wave stands for. */
export interface WavePopulation {
  readonly accounts: readonly PopulationAccount[];
  readonly programme: AskingProgramme & { readonly rules: RelationshipRules };
  readonly responseShare: number;
  readonly responseFrom: number;
  /** Persons who cannot be asked, by the rule that says no, most first. */
  readonly refusals: readonly { readonly reason: RefusalReason; readonly count: number }[];
}

export interface PopulationAsk {
  readonly programmeId: string;
  /** The wave whose members are drawn, or one as it would be. */
  readonly wave: { readonly id: string; readonly opensAt: Date; readonly closesAt: Date };
  readonly reader: SurveyReader;
  readonly now: Date;
}

/** Accounts read in one transaction: 100,000 contacts are a few hundred short ones, and none is held. */
const accountsAtOnce = 500;

/**
 * Every customer account with its persons, each judged by the same rules that judge him when he is asked. An account whose
 * segment is not asked, or all of whose persons fail the conditions, is none of the wave. Undefined where the programme has
 * no rules of waves. A programme that does not run yet is looked at as if it did.
 */
export async function wavePopulation(
  store: Store,
  workspaceId: string,
  ask: PopulationAsk,
): Promise<WavePopulation | undefined> {
  // Not only read: the key of the workspace is made when it is first asked for.
  const opened = await store.inWorkspace(workspaceId, (transaction) => openPopulation(transaction, ask));
  const { workspace, programme, answered } = opened;
  if (programme?.rules.level !== 'relationship') return undefined;
  const running = { ...programme, rules: programme.rules, state: 'running' as const };
  const accounts: PopulationAccount[] = [];
  const refused = new Map<RefusalReason, number>();
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const page = await store.readWorkspace(workspaceId, (transaction) =>
      populationPage(transaction, { ...ask, workspace, programme: running, after }),
    );
    accounts.push(...page.accounts);
    for (const reason of page.refused) refused.set(reason, (refused.get(reason) ?? 0) + 1);
    if (page.last === undefined) break;
    after = page.last;
  }
  const refusals = [...refused].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count);
  return { accounts, programme: running, ...answered, refusals };
}

async function openPopulation(transaction: WorkspaceTransaction, { programmeId, reader }: PopulationAsk) {
  const workspace = await askingWorkspace(transaction);
  const ids = [programmeId];
  const [programme] = await askingProgrammes(transaction, { reader, addressKey: workspace.addressKey, ids });
  return { workspace, programme, answered: await answeredShare(transaction, programmeId) };
}

/** Below this many invitations their answers say little. */
const fewestInvitations = 30;
const usualShare = 0.3;

/** How many of those whom earlier waves asked answered. */
async function answeredShare({ workspaceId, query }: WorkspaceTransaction, programmeId: string) {
  const [row] = await query<{ sent: number; answered: number }>(
    `select count(*)::int as sent, count(*) filter (where state = 'completed')::int as answered
     from invitation where workspace_id = $1 and programme_id = $2 and wave_id is not null and sent_at is not null
       and import_id is null and (state = 'completed' or expires_at <= now() or stopped_at is not null)`,
    [workspaceId, programmeId],
  );
  const { sent, answered } = row!;
  if (sent < fewestInvitations) return { responseShare: usualShare, responseFrom: 0 };
  return { responseShare: Math.min(0.99, Math.max(0.01, answered / sent)), responseFrom: sent };
}

interface PageAsk extends PopulationAsk {
  readonly workspace: AskingWorkspace;
  readonly programme: WavePopulation['programme'];
  readonly after: string;
}

async function populationPage(transaction: WorkspaceTransaction, ask: PageAsk) {
  const { workspace, programme, now, reader } = ask;
  const rows = await accountRows(transaction, ask);
  const accountIds = rows.map(({ id }) => id);
  const roles = await contactsOfAccounts(transaction, accountIds, now);
  const persons = new Map(
    accountIds.map((id) => [id, [...new Set((roles.get(id) ?? []).map(({ contactId }) => contactId))]]),
  );
  const contactIds = [...new Set([...persons.values()].flat())];
  const people = await loadPeople(transaction, workspace, { contactIds, accountIds, now });
  const candidates = accountIds.flatMap((accountId) =>
    persons.get(accountId)!.map((contactId) => candidateOf(ask, accountId, contactId)),
  );
  const facts = {
    people,
    quotas: new Map(),
    eventTypes: new Map(),
    timeZone: workspace.timeZone,
    now,
  };
  // Each is judged as if he alone were asked: who is asked beside him is not known before the draw.
  const history = {
    ...(await loadHistory(transaction, { contactIds, accountIds, now, reader })),
    add: () => undefined,
  };
  const decisionOf = new Map(
    candidates.map((one) => [one.id, decideCandidates<WaveCandidate>([one], { ...facts, history })[0]!.decision]),
  );
  const accounts = rows.flatMap((row) => {
    const own = persons.get(row.id)!.map((contactId) => {
      const decision = decisionOf.get(`${row.id} ${contactId}`)!;
      return { contactId, decision, roles: people.contact(contactId, row.id)!.roles };
    });
    return accountOf(row, own, programme.rules);
  });
  const refused = [...decisionOf.values()].flatMap((one) => (one.kind === 'refused' ? [one.reason] : []));
  return { accounts, refused, last: rows.length < accountsAtOnce ? undefined : accountIds.at(-1) };
}

function candidateOf({ programme, wave }: PageAsk, accountId: string, contactId: string) {
  const [opensAt, closesAt] = [wave.opensAt.getTime(), wave.closesAt.getTime()];
  const member = { waveId: wave.id, opensAt, closesAt, isChosen: true, probability: 1, accountId };
  return { id: `${accountId} ${contactId}`, programme, member, contactId };
}

interface AccountRow {
  readonly id: string;
  readonly segment: string;
  readonly revenue: number | null;
  readonly isFresh: boolean;
}

/** Revenue in another currency than the workspace's counts as not known: it cannot be added. */
async function accountRows({ workspaceId, query }: WorkspaceTransaction, { programme, wave, after, now }: PageAsk) {
  const { freshMonths } = programme.rules.waves.goal;
  return query<AccountRow>(
    `select a.id, a.segment, case when coalesce(a.currency, s.currency) = s.currency then a.revenue::float8 end as revenue,
       exists (select from response r where r.workspace_id = $1 and r.account_id = a.id
         and r.respondent_role in ('payer', 'decision-maker', 'decision-maker-and-contact-person')
         and r.day > ($3::timestamptz - make_interval(months => $4))::date) as "isFresh"
     from account a join workspace s on s.workspace_id = a.workspace_id
     where a.workspace_id = $1 and s.workspace_id = $1 and a.id > $2 and (a.left_at is null or a.left_at > $5)
     order by a.id limit $6`,
    [workspaceId, after, wave.opensAt, freshMonths, now, accountsAtOnce],
  );
}

interface JudgedPerson {
  readonly contactId: string;
  readonly roles: readonly RespondentRole[];
  readonly decision: Decision;
}

const outside: readonly RefusalReason[] = ['segment-not-asked', 'condition-not-met'];

function accountOf(
  { id, segment, revenue, isFresh }: AccountRow,
  persons: readonly JudgedPerson[],
  { segments, roles }: RelationshipRules,
): PopulationAccount[] {
  const isOutside = ({ decision }: JudgedPerson) => decision.kind === 'refused' && outside.includes(decision.reason);
  if (segments && !segments.includes(segment)) return [];
  if (persons.length > 0 && persons.every(isOutside)) return [];
  const silence = isFresh ? undefined : silenceOf(persons, roles);
  return [
    {
      ...{ id, segment, hasFreshVoice: isFresh },
      ...(revenue !== null && { revenue }),
      persons: persons.map(({ contactId, roles: own, decision }) => ({
        contactId,
        roles: own,
        canBeAsked: decision.kind === 'allowed',
      })),
      ...(silence && { silence }),
    },
  ];
}

/** Of several deciding persons the one who came furthest says why: mending his rule is what lets the account be heard. */
function silenceOf(persons: readonly JudgedPerson[], wanted: RelationshipRules['roles']): Silence | undefined {
  const deciding = persons.filter(
    ({ roles }) =>
      roles.some((role) => decidingRoles.includes(role)) && (!wanted || wanted.some((role) => roles.includes(role))),
  );
  if (deciding.length === 0) return 'no-deciding-contact';
  if (deciding.some(({ decision }) => decision.kind === 'allowed')) return undefined;
  const places = deciding.map(({ decision }) =>
    decision.kind === 'refused' ? refusalReasons.indexOf(decision.reason) : -1,
  );
  return refusalReasons[Math.max(...places)];
}
