import { newId, type WorkspaceTransaction } from '../store/index.ts';
import type { AnswerForm } from './answer-form.ts';
import type { Answering } from './answering.ts';
import { type Intent, scannerVerdicts } from './scanner-verdict.ts';

/** More say nothing new of an invitation, and whoever holds a link could otherwise fill the disk. */
const mostIntents = 30;
const longestHeader = 300;

interface SignalRow {
  readonly id: string;
  readonly kind: 'intent' | 'honeypot';
  readonly detail: Readonly<Record<string, unknown>>;
  readonly heard_at: Date;
}

/** Keeps that a score link of this invitation was opened: a first intent, never an answer. */
export async function keepIntent(answering: Answering, form: AnswerForm, intent: Intent): Promise<void> {
  const detail = {
    score: intent.score,
    method: intent.method,
    agent: plain(intent.agent),
    languages: plain(intent.languages),
    purpose: plain(intent.purpose),
  };
  await keepSignal(answering, form, { kind: 'intent', detail, at: intent.at });
}

/** Keeps that the link was opened which nobody sees. */
export async function keepHoneypot(answering: Answering, form: AnswerForm, at: Date): Promise<void> {
  await keepSignal(answering, form, { kind: 'honeypot', detail: {}, at });
}

/** A header may hold what no jsonb takes. */
const plain = (text: string): string => text.slice(0, longestHeader).replace(/[^\x20-\x7e]/g, '?');

async function keepSignal(
  { store }: Answering,
  { workspaceId, origin: { invitationId } }: AnswerForm,
  { kind, detail, at }: { kind: SignalRow['kind']; detail: Readonly<Record<string, unknown>>; at: Date },
): Promise<void> {
  if (invitationId === undefined) return;
  await store.inWorkspace(workspaceId, async (transaction) => {
    const [kept] = await transaction.query(
      `insert into contact_signal (workspace_id, id, invitation_id, kind, detail, heard_at)
       select $1, $2, $3, $4, $5, $6 where $7 > (select count(*) from contact_signal
         where workspace_id = $1 and invitation_id = $3 and kind in ('intent', 'honeypot')) returning id`,
      [workspaceId, newId(), invitationId, kind, JSON.stringify(detail), at, mostIntents],
    );
    if (kept) await judgeAgain(transaction, invitationId);
  });
}

/** A later one can show that the ones before came from a scanner; what a person decided stands. */
async function judgeAgain({ workspaceId, query }: WorkspaceTransaction, invitationId: string): Promise<void> {
  const [signals, [message]] = await Promise.all([
    query<SignalRow>(
      `select id, kind, detail, heard_at from contact_signal
       where workspace_id = $1 and invitation_id = $2 and kind in ('intent', 'honeypot') order by heard_at, id`,
      [workspaceId, invitationId],
    ),
    query<{ sent_at: Date | null }>(
      'select max(sent_at) as sent_at from message where workspace_id = $1 and invitation_id = $2',
      [workspaceId, invitationId],
    ),
  ]);
  const clicks = signals.filter(({ kind }) => kind === 'intent');
  const honeypot = signals.find(({ kind }) => kind === 'honeypot');
  const verdicts = scannerVerdicts(clicks.map(intentOf), {
    ...(message?.sent_at && { handedOverAt: message.sent_at }),
    ...(honeypot && { honeypotAt: honeypot.heard_at }),
  });
  await query(
    `update contact_signal s set verdict = v.verdict,
       detail = s.detail || jsonb_build_object('reasons', v.reasons)
     from unnest($2::uuid[], $3::text[], $4::jsonb[]) as v (id, verdict, reasons)
     where s.workspace_id = $1 and s.id = v.id and not s.detail ? 'judgedBy'`,
    [
      workspaceId,
      clicks.map(({ id }) => id),
      verdicts.map(({ verdict }) => verdict),
      verdicts.map(({ reasons }) => JSON.stringify(reasons)),
    ],
  );
}

function intentOf({ detail, heard_at: at }: SignalRow): Intent {
  const text = (name: string) => String(detail[name] ?? '');
  return {
    score: Number(detail.score),
    at,
    method: text('method'),
    agent: text('agent'),
    languages: text('languages'),
    purpose: text('purpose'),
  };
}

/** A person who looked at it decides otherwise; kept with who it was. Answers whether there is such an intent. */
export async function judgeIntent(
  { workspaceId, query }: WorkspaceTransaction,
  { id, verdict, judgedBy }: { id: string; verdict: 'human' | 'scanner'; judgedBy: string },
): Promise<boolean> {
  const found = await query(
    `update contact_signal set verdict = $3, detail = detail || jsonb_build_object('judgedBy', $4::text)
     where workspace_id = $1 and id = $2 and kind = 'intent' returning id`,
    [workspaceId, id, verdict, judgedBy],
  );
  return found.length > 0;
}
