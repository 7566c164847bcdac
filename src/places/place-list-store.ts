import type { WorkspaceTransaction } from '../store/index.ts';
import { readPlaceSettings, type WidgetSettings } from './place-settings.ts';

/** A kiosk as the page of its place shows it. */
export interface ShownDevice {
  readonly deviceId: string;
  readonly firstSeenAt: Date;
  readonly lastSeenAt: Date;
  readonly waiting: number;
  readonly parked: number;
  readonly parkedReason: string | null;
  readonly clockOffsetMilliseconds: number;
}

export interface ShownPlace {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly surveyId: string;
  readonly survey: string;
  readonly isPublished: boolean;
  readonly touchpointId: string | null;
  readonly touchpoint: string | null;
  readonly orgUnitId: string | null;
  readonly orgUnit: string | null;
  readonly language: string | null;
  readonly expiresAt: Date | null;
  readonly closedAt: Date | null;
  readonly createdAt: Date;
  readonly widget: WidgetSettings;
  readonly hasPin: boolean;
  readonly hasIdentitySecret: boolean;
  /** Answers by the way they came. None of them is in a response rate: nobody was asked. */
  readonly answers: Readonly<Record<string, number>>;
  readonly lastAnswerAt: Date | null;
  readonly devices: readonly ShownDevice[];
}

interface PlaceRow extends Omit<ShownPlace, 'widget' | 'hasPin' | 'answers' | 'devices' | 'lastAnswerAt'> {
  readonly settings: unknown;
}

/** All places with their counts, the newest first. */
export async function listPlaces(transaction: WorkspaceTransaction): Promise<readonly ShownPlace[]> {
  const { workspaceId, query } = transaction;
  const [places, counts, devices] = await Promise.all([
    query<PlaceRow>(
      `select l.id, l.key, coalesce(nullif(l.name, ''), l.key) as name, l.survey_id as "surveyId", s.name as survey,
         exists (select from survey_version v where v.workspace_id = $1 and v.survey_id = l.survey_id
           and v.published_at is not null and v.retired_at is null) as "isPublished",
         l.touchpoint_id as "touchpointId", t.name as touchpoint, l.org_unit_id as "orgUnitId", o.name as "orgUnit",
         l.language, l.expires_at as "expiresAt", l.closed_at as "closedAt", l.created_at as "createdAt", l.settings,
         l.identity_secret is not null as "hasIdentitySecret"
       from open_link l
       join survey s on s.workspace_id = $1 and s.id = l.survey_id
       left join touchpoint t on t.workspace_id = $1 and t.id = l.touchpoint_id
       left join org_unit o on o.workspace_id = $1 and o.id = l.org_unit_id
       where l.workspace_id = $1 order by l.created_at desc, l.id desc`,
      [workspaceId],
    ),
    query<{ place: string; channel: string; count: number; last: Date }>(
      `select open_link_id as place, channel, count(*)::int as count, max(recorded_at) as last from response
       where workspace_id = $1 and open_link_id is not null group by 1, 2`,
      [workspaceId],
    ),
    query<ShownDevice & { place: string }>(
      `select open_link_id as place, device_id as "deviceId", first_seen_at as "firstSeenAt",
         last_seen_at as "lastSeenAt", waiting, parked, parked_reason as "parkedReason",
         clock_offset_milliseconds::float8 as "clockOffsetMilliseconds"
       from kiosk_device where workspace_id = $1 order by last_seen_at desc`,
      [workspaceId],
    ),
  ]);
  return places.map(({ settings, ...place }) => {
    const read = readPlaceSettings(settings);
    const own = counts.filter((one) => one.place === place.id);
    const last = own.map((one) => one.last).sort((a, b) => a.getTime() - b.getTime());
    return {
      ...place,
      widget: read.widget,
      hasPin: read.kiosk.pin !== undefined,
      answers: Object.fromEntries(own.map(({ channel, count }) => [channel, count])),
      lastAnswerAt: last.at(-1) ?? null,
      devices: devices.filter((one) => one.place === place.id).map(({ place: _, ...device }) => device),
    };
  });
}

export interface Choice {
  readonly id: string;
  readonly name: string;
}

/** Of what a place can be made. */
export async function placeChoices({ workspaceId, query }: WorkspaceTransaction): Promise<{
  readonly surveys: readonly (Choice & { readonly languages: readonly string[] })[];
  readonly touchpoints: readonly Choice[];
  readonly orgUnits: readonly Choice[];
}> {
  const [surveys, touchpoints, orgUnits] = await Promise.all([
    query<Choice & { languages: unknown }>(
      `select s.id, s.name, (select v.content -> 'languages' from survey_version v
         where v.workspace_id = $1 and v.survey_id = s.id and v.published_at is not null
         order by v.number desc limit 1) as languages
       from survey s where s.workspace_id = $1 order by s.name, s.id`,
      [workspaceId],
    ),
    query<Choice>('select id, name from touchpoint where workspace_id = $1 order by name, id', [workspaceId]),
    query<Choice>('select id, name from org_unit where workspace_id = $1 order by name, id', [workspaceId]),
  ]);
  // What an import named has no page that could be shown, and one that was never published neither.
  const asked = surveys.filter(({ languages }) => Array.isArray(languages));
  return { surveys: asked.map((one) => ({ ...one, languages: one.languages as string[] })), touchpoints, orgUnits };
}

/** What names the workspace in the addresses of its places. */
export async function workspaceCode({ workspaceId, query }: WorkspaceTransaction): Promise<string> {
  const [directory] = await query<{ code: string }>('select code from workspace_directory where workspace_id = $1', [
    workspaceId,
  ]);
  return directory!.code;
}
