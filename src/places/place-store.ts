import { randomBytes } from 'node:crypto';
import { CandorError } from '../errors/index.ts';
import { newId, sqlState, type WorkspaceTransaction } from '../store/index.ts';
import { hashPin } from './kiosk-pin.ts';
import { type PlaceSettings, readPlaceSettings, type WidgetSettings } from './place-settings.ts';

export interface PlaceFields {
  readonly name: string;
  readonly survey: string;
  readonly touchpoint?: string | null;
  readonly orgUnit?: string | null;
  readonly language?: string | null;
  readonly expiresAt?: Date | null;
  readonly widget?: WidgetSettings;
  /** Four to eight digits; null for none. */
  readonly pin?: string | null;
}

export type PlaceChange = Partial<PlaceFields> & { readonly isOpen?: boolean };

const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** 60 bits without letters that look alike: it may be typed from a sheet, and nobody guesses one. */
const newKey = (): string => Array.from(randomBytes(12), (byte) => letters[byte % letters.length]).join('');

/** Makes a place and answers its id. What it names must be of this workspace (`CND_REQUEST` names the field). */
export async function addPlace(transaction: WorkspaceTransaction, fields: PlaceFields, now: Date): Promise<string> {
  const id = newId();
  const settings = settingsWith(readPlaceSettings({}), fields);
  await keepingReferences(() =>
    transaction.query(
      `insert into open_link (workspace_id, id, key, survey_id, touchpoint_id, org_unit_id, channel, name, language,
         expires_at, settings, created_at)
       values ($1, $2, $3, $4, $5, $6, 'link', $7, $8, $9, $10, $11)`,
      [
        transaction.workspaceId,
        id,
        newKey(),
        fields.survey,
        fields.touchpoint ?? null,
        fields.orgUnit ?? null,
        fields.name,
        fields.language ?? null,
        fields.expiresAt ?? null,
        JSON.stringify(settings),
        now,
      ],
    ),
  );
  return id;
}

/** Changes what is given; its address stays, since it hangs on walls. Refuses an unknown place (`CND_NOT_FOUND`). */
export async function changePlace(
  transaction: WorkspaceTransaction,
  { id, ...change }: PlaceChange & { readonly id: string },
  now: Date,
): Promise<void> {
  const [held] = await transaction.query<{ settings: unknown }>(
    'select settings from open_link where workspace_id = $1 and id = $2 for update',
    [transaction.workspaceId, id],
  );
  if (!held) throw noPlace();
  const { name, survey, touchpoint, orgUnit, language, expiresAt, isOpen } = change;
  const given = (value: unknown) => value !== undefined;
  await keepingReferences(() =>
    transaction.query(
      `update open_link set name = coalesce($3, name), survey_id = coalesce($4, survey_id),
         touchpoint_id = case when $5 then $6::uuid else touchpoint_id end,
         org_unit_id = case when $7 then $8::uuid else org_unit_id end,
         language = case when $9 then $10 else language end,
         expires_at = case when $11 then $12::timestamptz else expires_at end,
         closed_at = case when $13::boolean then null when not $13 then coalesce(closed_at, $14) else closed_at end,
         settings = $15
       where workspace_id = $1 and id = $2`,
      [
        transaction.workspaceId,
        id,
        name ?? null,
        survey ?? null,
        given(touchpoint),
        touchpoint ?? null,
        given(orgUnit),
        orgUnit ?? null,
        given(language),
        language ?? null,
        given(expiresAt),
        expiresAt ?? null,
        isOpen ?? null,
        now,
        JSON.stringify(settingsWith(readPlaceSettings(held.settings), change)),
      ],
    ),
  );
}

/** Keeps the secret by which the back-end of a host says who is in front of the widget; sealed by the caller. */
export async function keepIdentitySecret(
  { workspaceId, query }: WorkspaceTransaction,
  id: string,
  sealed: Buffer,
): Promise<void> {
  const [kept] = await query(
    'update open_link set identity_secret = $3 where workspace_id = $1 and id = $2 returning id',
    [workspaceId, id, sealed],
  );
  if (!kept) throw noPlace();
}

function settingsWith(held: PlaceSettings, { widget, pin }: PlaceChange): PlaceSettings {
  return {
    widget: widget ?? held.widget,
    kiosk: pin === undefined ? held.kiosk : pin === null ? {} : { pin: hashPin(pin) },
  };
}

export const noPlace = () => new CandorError('CND_NOT_FOUND', 'there is no such place', { kind: 'place' });

/** The foreign keys say which of the names is not of this workspace. */
async function keepingReferences(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (sqlState(error) !== '23503') throw error;
    const { constraint = '' } = error as { constraint?: string };
    const field = (['survey', 'touchpoint', 'org_unit'] as const).find((name) => constraint.includes(`_${name}_id`));
    const named = field === 'org_unit' ? 'orgUnit' : (field ?? 'survey');
    throw new CandorError('CND_REQUEST', `${named}: there is none with this id`, { field: named });
  }
}
