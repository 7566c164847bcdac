import { type Answering, workspaceOf } from './answering.ts';

/** A place as the store has it, with what its page shows. */
export interface OpenLinkRow {
  readonly id: string;
  readonly surveyId: string;
  readonly channel: string;
  readonly name: string;
  readonly language: string | null;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly identitySecret: Buffer | null;
  readonly closedAt: Date | null;
  readonly expiresAt: Date | null;
  readonly touchpointId: string | null;
  readonly touchpointName: string | null;
  readonly orgUnitId: string | null;
  readonly timeZone: string;
  readonly workspaceName: string;
  /** The version that is asked now; absent while none is published. */
  readonly versionId: string | null;
}

export interface FoundLink extends OpenLinkRow {
  readonly workspaceId: string;
  /** Names the workspace in addresses. */
  readonly code: string;
}

/** The place that this address names; undefined for every address that names none, after the same look-ups. */
export async function findOpenLink(
  answering: Answering,
  { code, key }: { code: string; key: string },
  now: Date,
): Promise<FoundLink | undefined> {
  const workspaceId = await workspaceOf(answering, code.replaceAll('\0', ''), now);
  const [row] = await answering.store.readWorkspace(workspaceId, ({ query }) =>
    query<OpenLinkRow>(
      `select l.id, l.survey_id as "surveyId", l.channel, l.name, l.language, l.settings,
         l.identity_secret as "identitySecret", l.closed_at as "closedAt", l.expires_at as "expiresAt",
         l.touchpoint_id as "touchpointId", t.name as "touchpointName", l.org_unit_id as "orgUnitId",
         s.time_zone as "timeZone", s.name as "workspaceName",
         (select v.id from survey_version v
          where v.workspace_id = $1 and v.survey_id = l.survey_id and v.published_at <= $3 and v.retired_at is null
          order by v.number desc limit 1) as "versionId"
       from open_link l
       join workspace s on s.workspace_id = l.workspace_id
       left join touchpoint t on t.workspace_id = l.workspace_id and t.id = l.touchpoint_id
       where l.workspace_id = $1 and s.workspace_id = $1 and l.key = $2`,
      [workspaceId, key.replaceAll('\0', ''), now],
      'find-open-link',
    ),
  );
  return row && { ...row, workspaceId, code };
}

/** Whether it may be answered at this time. A kiosk brings answers later that were given while it could. */
export function standingOfLink(
  { closedAt, expiresAt, versionId }: OpenLinkRow,
  at: Date,
): 'open' | 'closed' | 'expired' {
  if (expiresAt !== null && expiresAt <= at) return 'expired';
  return versionId === null || (closedAt !== null && closedAt <= at) ? 'closed' : 'open';
}
