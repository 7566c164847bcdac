import { listDecided, programmeOutcome } from '../../src/fieldwork/index.ts';
import type { Store, WorkspaceTransaction } from '../../src/store/index.ts';
import type { Books } from './books.ts';
import { monthOf, quarterOf } from './local-time.ts';
import type { AboutInvitation, Violation } from './message-oracle.ts';

/** What the store says that messages were about, by the hash of their links. */
export async function aboutOf(
  { workspaceId, query }: WorkspaceTransaction,
  hashes: readonly Buffer[],
): Promise<ReadonlyMap<string, AboutInvitation>> {
  const rows = await query<Omit<AboutInvitation, 'metrics' | 'seconds'> & { hash: string; metrics: string[] | null }>(
    `select encode(l.token_hash, 'hex') as hash, i.programme_id as "programmeId", e.external_id as encounter,
       c.external_id as contact, i.variant,
       (select array_agg(distinct q.metric) from question q where q.workspace_id = $1
          and q.survey_version_id = i.survey_version_id and q.metric is not null) as metrics
     from invitation_link l join invitation i on i.workspace_id = $1 and i.id = l.invitation_id
     join encounter e on e.workspace_id = $1 and e.id = i.encounter_id
     join contact c on c.workspace_id = $1 and c.id = i.contact_id
     where l.workspace_id = $1 and l.token_hash = any ($2)`,
    [workspaceId, hashes],
  );
  // Every ready survey has three questions, of 43 to 48 seconds.
  return new Map(rows.map(({ hash, metrics, ...row }) => [hash, { ...row, metrics: metrics ?? [], seconds: 43 }]));
}

interface Cell {
  readonly programmeId: string;
  readonly cells: readonly string[] | null;
  readonly decided: Date;
  readonly segment: string;
}

/** I1, I2, I7 of one state of the store: cheap enough to be asked after every step. */
export async function standingOracle(
  { workspaceId, query }: WorkspaceTransaction,
  books: Books,
): Promise<readonly Violation[]> {
  const found: Violation[] = [];
  const [row] = await query<{
    events: number;
    waiting: number;
    doubled: number;
    answers: number;
    stuck: number;
    lost: number;
  }>(
    `select (select count(*)::int from event where workspace_id = $1) as events,
       (select count(*)::int from response where workspace_id = $1) as answers,
       (select count(*)::int from (select 1 from response where workspace_id = $1 group by invitation_id having count(*) > 1) d)
         as doubled,
       (select count(*)::int from invitation i where i.workspace_id = $1 and i.state = 'completed' and not exists
          (select from response r where r.workspace_id = $1 and r.invitation_id = i.id)) as lost`,
    [workspaceId],
  );
  if (row!.events !== books.acknowledged.size) {
    found.push({
      invariant: 'I1',
      what: `${books.acknowledged.size} events were acknowledged and ${row!.events} are stored`,
    });
  }
  if (row!.doubled > 0) found.push({ invariant: 'I2', what: `${row!.doubled} invitations have two answers` });
  if (row!.answers < books.answers.size) {
    found.push({
      invariant: 'I1',
      what: `${books.answers.size} answers were acknowledged and ${row!.answers} are stored`,
    });
  }
  if (row!.lost > 0) found.push({ invariant: 'I1', what: `${row!.lost} invitations are completed without an answer` });
  found.push(...(await quotaOracle({ workspaceId, query }, books)));
  return found;
}

/** Counted anew from the invitations themselves, by when they were decided. */
async function quotaOracle(
  { workspaceId, query }: Pick<WorkspaceTransaction, 'workspaceId' | 'query'>,
  books: Books,
): Promise<readonly Violation[]> {
  const rows = await query<Cell>(
    `select i.programme_id as "programmeId", i.decision -> 'cells' as cells, i.created_at as decided, a.segment
     from invitation i left join account a on a.workspace_id = $1 and a.id = i.account_id
     where i.workspace_id = $1 and i.state not in ('refused', 'cancelled')`,
    [workspaceId],
  );
  const found: Violation[] = [];
  const counts = new Map<string, { most: number; count: number }>();
  for (const { programmeId, decided, segment } of rows) {
    const rules = books.rules.get(programmeId)!.all[0]!.value as unknown as {
      quotas: { period: string; most: number; each?: string; only?: string }[];
    };
    for (const [i, { period, most, only }] of rules.quotas.entries()) {
      if (only !== undefined && only !== segment) continue;
      const at = decided.getTime();
      const part = period === 'month' ? monthOf(at, 'Europe/Helsinki') : quarterOf(at, 'Europe/Helsinki');
      const key = `${programmeId} ${i} ${part}`;
      const held = counts.get(key) ?? { most, count: 0 };
      held.count += 1;
      counts.set(key, held);
    }
  }
  for (const [key, { most, count }] of counts) {
    if (count > most) found.push({ invariant: 'I7', what: `quota ${key.slice(37)}: ${count} of ${most} were asked` });
  }
  return found;
}

/** I1, I8 and I9 when a year is over and everything has had the time to come to its end. */
export async function finalOracle(
  store: Store,
  workspaceId: string,
  { books, now, sealOf }: { books: Books; now: Date; sealOf: (token: string) => Buffer },
): Promise<readonly Violation[]> {
  return store.inWorkspace(workspaceId, async (transaction) => [
    ...(await eventsEnd(transaction, books)),
    ...(await answersEnd(transaction, books, sealOf)),
    ...(await messagesEnd(transaction, books, now)),
    ...(await dispositionsEnd(transaction, books)),
  ]);
}

async function eventsEnd({ workspaceId, query }: WorkspaceTransaction, books: Books): Promise<readonly Violation[]> {
  const events = await query<{ id: string; state: string }>(
    'select event_id as id, state from event where workspace_id = $1',
    [workspaceId],
  );
  const waiting = events.filter(({ state }) => state === 'waiting');
  const encounters = await query<{ key: string; state: string }>(
    'select external_id as key, state from encounter where workspace_id = $1',
    [workspaceId],
  );
  const wrong = encounters.filter(({ key, state }) => books.encounters.get(key)?.state.all.at(-1)?.value !== state);
  return [
    ...(waiting.length > 0 ? [{ invariant: 'I8', what: `${waiting.length} events were never read` }] : []),
    ...wrong.map(({ key, state }) => ({
      invariant: 'I1',
      what: `encounter ${key} is ${state}, which is not what was told last`,
    })),
  ];
}

async function answersEnd(
  { workspaceId, query }: WorkspaceTransaction,
  books: Books,
  sealOf: (token: string) => Buffer,
): Promise<readonly Violation[]> {
  const rows = await query<{ hash: string; completed: boolean; scores: number[] }>(
    `select encode(l.token_hash, 'hex') as hash, r.completed,
       array(select a.point::int from answer a where a.workspace_id = $1 and a.response_id = r.id and a.point is not null) as scores
     from response r join invitation_link l on l.workspace_id = $1 and l.invitation_id = r.invitation_id and l.purpose = 'answer'
     where r.workspace_id = $1`,
    [workspaceId],
  );
  const stored = new Map(rows.filter(({ completed }) => completed).map(({ hash, scores }) => [hash, scores]));
  const found: Violation[] = [];
  for (const [token, { score }] of books.answers) {
    const scores = stored.get(sealOf(token).toString('hex'));
    if (!scores?.every((one) => one === score))
      found.push({ invariant: 'I1', what: `an answer of ${score} is stored as ${scores?.join(', ')}` });
  }
  if (stored.size !== books.answers.size)
    found.push({ invariant: 'I1', what: `${stored.size} answers are stored of ${books.answers.size}` });
  return found;
}

async function messagesEnd(transaction: WorkspaceTransaction, books: Books, now: Date): Promise<readonly Violation[]> {
  const { workspaceId, query } = transaction;
  const found: Violation[] = [];
  const open = await query<{ state: string; count: number }>(
    `select m.state, count(*)::int as count from message m join invitation i on i.workspace_id = $1 and i.id = m.invitation_id
     where m.workspace_id = $1 and m.state in ('planned', 'claimed', 'handing-over') group by 1`,
    [workspaceId],
  );
  for (const { state, count } of open) found.push({ invariant: 'I8', what: `${count} messages are ${state} for good` });
  const left = await query<{ state: string; count: number }>(
    `select state, count(*)::int as count from invitation where workspace_id = $1 and state in ('planned', 'sent', 'opened')
       and (expires_at is null or expires_at < $2) group by 1`,
    [workspaceId, now],
  );
  for (const { state, count } of left)
    found.push({ invariant: 'I8', what: `${count} invitations are ${state} for good` });
  const messages = await query<{ number: number; state: string; invitation: string }>(
    'select number, state, invitation_id as invitation from message where workspace_id = $1',
    [workspaceId],
  );
  const states = new Map(messages.map(({ invitation, number, state }) => [`${invitation} ${number}`, state]));
  const uncertain = messages.filter(({ state }) => state === 'uncertain').length;
  const { decided } = await listDecided(transaction, { uncertain: true, limit: 100_000 });
  const listed = new Set(decided.map(({ id }) => id)).size;
  const held = new Set(messages.filter(({ state }) => state === 'uncertain').map(({ invitation }) => invitation)).size;
  if (listed !== held)
    found.push({ invariant: 'I8', what: `${held} invitations hold an uncertain message and ${listed} are listed` });
  const sent = messages.filter(({ state }) => state === 'sent' || state === 'bounced').length;
  const delivered = books.deliveries.length;
  if (delivered > sent + uncertain)
    found.push({ invariant: 'I8', what: `${delivered} messages went and the store knows of ${sent + uncertain}` });
  const mayBe = books.mayBeUncertain;
  const heard = books.deliveries.filter(({ messageId }) => !mayBe.has(messageId)).length;
  if (sent < heard)
    found.push({ invariant: 'I8', what: `${heard} messages were surely taken and ${sent} are kept as sent` });
  if (uncertain > mayBe.size)
    found.push({ invariant: 'I8', what: `${uncertain} messages are uncertain and ${mayBe.size} can be` });
  return states.size === messages.length ? found : [...found, { invariant: 'I3', what: 'a message stands twice' }];
}

async function dispositionsEnd(transaction: WorkspaceTransaction, books: Books): Promise<readonly Violation[]> {
  const { workspaceId, query } = transaction;
  const found: Violation[] = [];
  for (const programmeId of books.states.keys()) {
    const [row] = await query<{ all: number; completed: number }>(
      `select count(*)::int as all, (count(*) filter (where state = 'completed'))::int as completed from invitation
       where workspace_id = $1 and programme_id = $2`,
      [workspaceId, programmeId],
    );
    const { dispositions } = await programmeOutcome(transaction, programmeId);
    const sum = Object.values(dispositions).reduce((a, b) => a + b, 0);
    if (sum !== row!.all) found.push({ invariant: 'I9', what: `${row!.all} invitations have ${sum} dispositions` });
    if ((dispositions.complete ?? 0) !== row!.completed)
      found.push({ invariant: 'I9', what: `${row!.completed} answers, ${dispositions.complete} complete` });
  }
  return found;
}
