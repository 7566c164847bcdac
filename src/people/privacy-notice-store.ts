import type { WorkspaceTransaction } from '../store/index.ts';

/** Who is answerable for what respondents tell, as every page that they see links to it (GDPR 13). Empty: not said yet. */
export interface PrivacyNotice {
  readonly controller: string;
  readonly address: string;
  /** Where a person writes to see, mend or delete what is kept, or to object. */
  readonly contact: string;
}

export async function privacyNoticeOf({ workspaceId, query }: WorkspaceTransaction): Promise<PrivacyNotice> {
  const [row] = await query<{ notice: Partial<PrivacyNotice> | null }>(
    "select settings -> 'privacyNotice' as notice from workspace where workspace_id = $1",
    [workspaceId],
  );
  return { controller: '', address: '', contact: '', ...row?.notice };
}

export async function keepPrivacyNotice(
  { workspaceId, query }: WorkspaceTransaction,
  notice: PrivacyNotice,
): Promise<void> {
  await query(
    "update workspace set settings = settings || jsonb_build_object('privacyNotice', $2::jsonb) where workspace_id = $1",
    [workspaceId, JSON.stringify(notice)],
  );
}
