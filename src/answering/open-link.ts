import type { OpenedAnswer } from './answer-form.ts';
import { type Answering, workspaceOf } from './answering.ts';
import { askedVersion } from './version-store.ts';

interface LinkRow {
  readonly id: string;
  readonly channel: string;
  readonly closed_at: Date | null;
  readonly touchpoint_id: string | null;
  readonly touchpoint_name: string | null;
  readonly org_unit_id: string | null;
  readonly time_zone: string;
  readonly workspace_name: string;
  readonly version_id: string | null;
}

/**
 * What does a page show that anybody may open (web link, QR code, kiosk)? `visit` names one opening of it: its answer
 * is stored once, and its options keep their order. Nobody was asked, so what is answered here is in no response rate.
 */
export async function openLink(
  answering: Answering,
  { code, key, visit }: { code: string; key: string; visit: string },
  now: Date,
): Promise<OpenedAnswer> {
  const workspaceId = await workspaceOf(answering, code, now);
  const [row] = await answering.store.readWorkspace(workspaceId, ({ query }) =>
    query<LinkRow>(
      `select l.id, l.channel, l.closed_at, l.touchpoint_id, t.name as touchpoint_name, l.org_unit_id, s.time_zone,
         s.name as workspace_name,
         (select v.id from survey_version v
          where v.workspace_id = $1 and v.survey_id = l.survey_id and v.published_at <= $3 and v.retired_at is null
          order by v.number desc limit 1) as version_id
       from open_link l
       join workspace s on s.workspace_id = l.workspace_id
       left join touchpoint t on t.workspace_id = l.workspace_id and t.id = l.touchpoint_id
       where l.workspace_id = $1 and s.workspace_id = $1 and l.key = $2`,
      [workspaceId, key.replaceAll('\0', ''), now],
      'open-link',
    ),
  );
  if (!row) return { kind: 'unknown', languages: [] };
  if (row.closed_at || row.version_id === null) return { kind: 'closed', languages: [] };
  const version = await askedVersion(answering, { workspaceId, versionId: row.version_id, now });
  if (!version) return { kind: 'unknown', languages: [] };
  return {
    kind: 'open',
    form: {
      workspaceId,
      workspaceName: row.workspace_name,
      timeZone: row.time_zone,
      version,
      origin: {
        channel: row.channel,
        openLinkId: row.id,
        ...(row.touchpoint_id && { touchpointId: row.touchpoint_id }),
        ...(row.org_unit_id && { orgUnitId: row.org_unit_id }),
        segment: '',
        respondentRole: '',
      },
      seed: visit,
      languages: [],
      values: { touchpoint: row.touchpoint_name ?? undefined },
      partial: undefined,
      stopPath: undefined,
    },
  };
}
