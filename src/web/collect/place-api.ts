/** What `GET /places` answers. */
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
  readonly expiresAt: string | null;
  readonly closedAt: string | null;
  readonly createdAt: string;
  readonly widget: WidgetRules;
  readonly hasPin: boolean;
  readonly hasIdentitySecret: boolean;
  readonly answers: Readonly<Record<string, number>>;
  readonly lastAnswerAt: string | null;
  readonly devices: readonly ShownDevice[];
  readonly addresses: Readonly<Record<'link' | 'qr' | 'kiosk' | 'snippet', string>>;
}

export interface WidgetRules {
  readonly origins: readonly string[];
  readonly paths: readonly string[];
  readonly delaySeconds: number;
  readonly scrollPercent: number;
  readonly share: number;
  readonly restDays: number;
}

export interface ShownDevice {
  readonly deviceId: string;
  readonly lastSeenAt: string;
  readonly waiting: number;
  readonly parked: number;
  readonly parkedReason: string | null;
  readonly clockOffsetMilliseconds: number;
}

interface Choice {
  readonly id: string;
  readonly name: string;
}

export interface PlaceChoices {
  readonly surveys: readonly (Choice & { readonly languages: readonly string[] })[];
  readonly touchpoints: readonly Choice[];
  readonly orgUnits: readonly Choice[];
}

export interface PlacesReply {
  readonly places: readonly ShownPlace[];
  readonly choices: PlaceChoices;
}

/** The ways to a place, in the order in which they are named. */
export const placeWays = ['link', 'qr', 'widget', 'kiosk'] as const;
export type PlaceWay = (typeof placeWays)[number];

export type PlaceState = 'open' | 'closed' | 'expired' | 'unpublished';

export function stateOf({ closedAt, expiresAt, isPublished }: ShownPlace, now: Date): PlaceState {
  if (closedAt !== null) return 'closed';
  if (expiresAt !== null && new Date(expiresAt) <= now) return 'expired';
  return isPublished ? 'open' : 'unpublished';
}

/** A kiosk calls four times a minute: after an hour without one somebody should look. */
const silentMilliseconds = 3_600_000;
/** Clocks that are further off than this are worth a word; the answers are dated by ours all the same. */
const clockMilliseconds = 120_000;

export const isSilent = ({ lastSeenAt }: ShownDevice, now: Date): boolean =>
  now.getTime() - new Date(lastSeenAt).getTime() > silentMilliseconds;

export const isClockOff = ({ clockOffsetMilliseconds }: ShownDevice): boolean =>
  Math.abs(clockOffsetMilliseconds) > clockMilliseconds;
