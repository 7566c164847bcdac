import type { WorkspaceTransaction } from '../store/index.ts';
import type { ScannerReason, ScannerVerdict } from './scanner-verdict.ts';

/** One opening of a score link in a message, as whoever judges it sees it. Never an answer. */
export interface ListedIntent {
  readonly id: string;
  readonly invitationId: string;
  readonly programmeId: string;
  readonly programme: string;
  readonly score: number;
  readonly heardAt: Date;
  readonly verdict: ScannerVerdict['verdict'] | null;
  readonly reasons: readonly ScannerReason[];
  /** Whether a person gave the verdict. */
  readonly isJudged: boolean;
  /** How the program called itself that opened the link. */
  readonly agent: string;
  /** Whether the same person answered later; then the answer counts and this says nothing more. */
  readonly isAnswered: boolean;
}

export interface IntentFilter {
  readonly programmeId?: string;
  readonly verdict?: ScannerVerdict['verdict'];
  readonly before?: string;
  readonly limit: number;
}

/** First clicks, latest first, a page at a time; `before` is the id of the last one of the page before. */
export async function listIntents(
  { workspaceId, query }: WorkspaceTransaction,
  { programmeId, verdict, before, limit }: IntentFilter,
): Promise<{ readonly intents: readonly ListedIntent[]; readonly before?: string }> {
  const rows = await query<ListedIntent>(
    `select s.id, i.id as "invitationId", p.id as "programmeId", p.name as programme,
       (s.detail->>'score')::int as score, s.heard_at as "heardAt", s.verdict,
       coalesce(s.detail->'reasons', '[]') as reasons, s.detail ? 'judgedBy' as "isJudged",
       coalesce(s.detail->>'agent', '') as agent, i.state = 'completed' as "isAnswered"
     from contact_signal s
     join invitation i on i.workspace_id = $1 and i.id = s.invitation_id
     join programme p on p.workspace_id = $1 and p.id = i.programme_id
     where s.workspace_id = $1 and s.kind = 'intent' and ($2::uuid is null or p.id = $2)
       and ($3::text is null or s.verdict = $3) and ($4::uuid is null or s.id < $4)
     order by s.id desc limit $5`,
    [workspaceId, programmeId ?? null, verdict ?? null, before ?? null, limit + 1],
  );
  const intents = rows.slice(0, limit);
  const last = intents.at(-1);
  return rows.length > limit && last ? { intents, before: last.id } : { intents };
}
