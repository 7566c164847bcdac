import type { FoundLink } from '../answering/index.ts';
import { contactKey } from '../collect/index.ts';
import { askedLately, askedLatelyForMetric, personsAskedInQuarter } from '../fielding/index.ts';
import { loadHistory, type SurveyReader } from '../fieldwork/index.ts';
import { newId, type Store, type WorkspaceTransaction } from '../store/index.ts';

/** The same as the usual rules of a programme (docs/guides/programme-rules.md). */
const rules = { perPersonPerMetricDays: 90, perPersonDays: 14, perAccountPerQuarter: 10 };

/** Who walks on to another page of the host before he answers still sees the same ask. */
const askStandsMilliseconds = 86_400_000;

export type KnownVisitor =
  | { readonly kind: 'asked'; readonly askId: string; readonly contactId: string; readonly accountId?: string }
  /** Nobody that this workspace knows: he is asked as any other visitor. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused'; readonly reason: 'opted-out' | 'staff' | 'asked-lately' | 'account-asked-enough' };

interface ContactRow {
  readonly id: string;
  readonly isOut: boolean;
  readonly staff: boolean;
  readonly accountId: string | null;
}

/**
 * May this person be asked by the widget now? The contact rules are those of every other channel, and the ask is kept, so
 * that no mail follows it. Decided under the lock of the person: two pages that open at once ask once.
 */
export function askKnownVisitor(
  store: Store,
  found: FoundLink,
  { contact, reader, now }: { contact: string; reader: SurveyReader; now: Date },
): Promise<KnownVisitor> {
  return store.inWorkspace(found.workspaceId, async (transaction): Promise<KnownVisitor> => {
    const person = await lockContact(transaction, contact);
    if (!person) return { kind: 'unknown' };
    if (person.isOut) return { kind: 'refused', reason: 'opted-out' };
    if (person.staff) return { kind: 'refused', reason: 'staff' };
    const known = { contactId: person.id, ...(person.accountId && { accountId: person.accountId }) };
    const standing = await lastAsk(transaction, found.id, person.id);
    const isOpen =
      standing && !standing.isAnswered && now.getTime() - standing.askedAt.getTime() < askStandsMilliseconds;
    if (isOpen) return { kind: 'asked', askId: standing.id, ...known };
    const reason = await obstacleOf(transaction, found, { known, reader, now });
    if (reason) return { kind: 'refused', reason };
    const askId = newId();
    await transaction.query(
      `insert into open_link_ask (workspace_id, id, open_link_id, contact_id, account_id, survey_version_id, asked_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [transaction.workspaceId, askId, found.id, person.id, person.accountId, found.versionId, now],
    );
    return { kind: 'asked', askId, ...known };
  });
}

/** The ask that a page which is open already belongs to: also one that was answered in another window. */
export function standingAsk(store: Store, found: FoundLink, contact: string): Promise<KnownVisitor> {
  return store.readWorkspace(found.workspaceId, async (transaction): Promise<KnownVisitor> => {
    const [person] = await contactRows(transaction, contact, '');
    if (!person) return { kind: 'unknown' };
    const ask = await lastAsk(transaction, found.id, person.id);
    if (!ask) return { kind: 'refused', reason: 'asked-lately' };
    return {
      kind: 'asked',
      askId: ask.id,
      contactId: person.id,
      ...(person.accountId && { accountId: person.accountId }),
    };
  });
}

export async function markAnswered(store: Store, workspaceId: string, askId: string, now: Date): Promise<void> {
  await store.inWorkspace(workspaceId, ({ query }) =>
    query('update open_link_ask set answered_at = coalesce(answered_at, $3) where workspace_id = $1 and id = $2', [
      workspaceId,
      askId,
      now,
    ]),
  );
}

async function obstacleOf(
  transaction: WorkspaceTransaction,
  { surveyId, versionId, timeZone }: FoundLink,
  asked: { known: { contactId: string; accountId?: string }; reader: SurveyReader; now: Date },
) {
  const { known, reader, now } = asked;
  const { contactId, accountId } = known;
  const history = await loadHistory(transaction, {
    contactIds: [contactId],
    accountIds: accountId === undefined ? [] : [accountId],
    now,
    reader,
  });
  const past = history.of(contactId, accountId);
  const at = now.getTime();
  const version = (await reader.read(transaction, [versionId!])).get(versionId!);
  const [survey] = await transaction.query<{ level: 'encounter' | 'relationship' }>(
    'select level from survey where workspace_id = $1 and id = $2',
    [transaction.workspaceId, surveyId],
  );
  const metrics = version?.facts.metrics ?? [];
  const sameMetric = { contactId, at, days: rules.perPersonPerMetricDays, metrics, level: survey!.level };
  if (askedLately(past, { contactId, at, days: rules.perPersonDays })) return 'asked-lately';
  if (askedLatelyForMetric(past, sameMetric)) return 'asked-lately';
  if (accountId === undefined) return undefined;
  const others = personsAskedInQuarter(past, { accountId, contactId, at, timeZone });
  return others >= rules.perAccountPerQuarter ? 'account-asked-enough' : undefined;
}

const lockContact = async (transaction: WorkspaceTransaction, contact: string) =>
  (await contactRows(transaction, contact, 'for update of c'))[0];

/** The account is known where the person has one. */
function contactRows({ workspaceId, query }: WorkspaceTransaction, contact: string, lock: 'for update of c' | '') {
  return query<ContactRow>(
    `select c.id, c.opted_out_at is not null or c.erased_at is not null as "isOut", c.staff,
       (select min(r.account_id::text)::uuid from contact_role r where r.workspace_id = $1 and r.contact_id = c.id
        having count(distinct r.account_id) = 1) as "accountId"
     from contact c where c.workspace_id = $1 and c.external_id = $2 ${lock}`,
    [workspaceId, contactKey(contact)],
  );
}

async function lastAsk({ workspaceId, query }: WorkspaceTransaction, openLinkId: string, contactId: string) {
  const [ask] = await query<{ id: string; askedAt: Date; isAnswered: boolean }>(
    `select id, asked_at as "askedAt", answered_at is not null as "isAnswered" from open_link_ask
     where workspace_id = $1 and open_link_id = $2 and contact_id = $3 order by asked_at desc limit 1`,
    [workspaceId, openLinkId, contactId],
  );
  return ask;
}
