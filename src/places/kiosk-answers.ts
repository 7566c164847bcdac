import * as z from 'zod';
import {
  type Answering,
  askedVersion,
  type FoundLink,
  formOfLink,
  responseOf,
  standingOfLink,
} from '../answering/index.ts';
import { newId } from '../store/index.ts';
import { takeAnswers } from '../survey/index.ts';

const day = 86_400_000;
/** A tablet that lay in a drawer for a year still brings its answers. */
const oldest = 400 * day;

const instant = z.number().int().min(0).max(8_640_000_000_000_000);
const field = z.union([z.string().max(2_000), z.array(z.string().max(200)).max(60)]);

const kioskAnswer = z.strictObject({
  /** UUIDv7, made on the device: the same answer, however often it is sent. */
  id: z.uuid({ version: 'v7' }),
  sequence: z.int().min(1).max(Number.MAX_SAFE_INTEGER),
  version: z.uuid(),
  language: z.string().max(35),
  /** By the clock of the device, in milliseconds since 1970. */
  at: instant,
  /** What was added to that clock when the answer was given; absent before the first sync. */
  offset: z.int().optional(),
  completed: z.boolean(),
  given: z.record(z.string().max(200), field),
});

/** One call of a kiosk: how it is, and the answers that it could not bring yet. */
export const kioskCall = z.strictObject({
  device: z.uuid(),
  sentAt: instant,
  waiting: z.int().min(0).max(1_000_000),
  parked: z.int().min(0).max(1_000_000),
  parkedReason: z.string().max(60).optional(),
  sequence: z.int().min(0).max(Number.MAX_SAFE_INTEGER),
  answers: z.array(kioskAnswer).max(50),
});

export type KioskCall = z.infer<typeof kioskCall>;
type KioskAnswer = z.infer<typeof kioskAnswer>;

/** What became of one answer. A device forgets what is `stored` or `known`, and keeps what is `refused` aside. */
export interface KioskOutcome {
  readonly id: string;
  readonly kind: 'stored' | 'known' | 'refused';
  readonly reason?: 'closed' | 'expired' | 'version' | 'empty' | 'answer' | 'time';
}

/**
 * Stores what a kiosk brings, each answer once whatever is sent again, with the time at which it was given by our clock.
 * A place that was closed meanwhile takes what was given before.
 */
export async function takeKioskAnswers(
  answering: Answering,
  found: FoundLink,
  call: KioskCall,
  now: Date,
): Promise<readonly KioskOutcome[]> {
  await seeDevice(answering, found, call, now);
  return Promise.all(call.answers.map((answer) => takeOne(answering, found, { call, answer, now })));
}

async function takeOne(
  answering: Answering,
  found: FoundLink,
  { call, answer, now }: { call: KioskCall; answer: KioskAnswer; now: Date },
): Promise<KioskOutcome> {
  const { id } = answer;
  const refused = (reason: NonNullable<KioskOutcome['reason']>): KioskOutcome => ({ id, kind: 'refused', reason });
  // Its own offset, if it had one: the clock may have been set since.
  const offset = answer.offset ?? now.getTime() - call.sentAt;
  const at = new Date(Math.min(now.getTime(), answer.at + offset));
  if (now.getTime() - at.getTime() > oldest) return refused('time');
  const standing = standingOfLink({ ...found, versionId: answer.version }, at);
  if (standing !== 'open') return refused(standing);
  const version = (await isOfSurvey(answering, found, answer.version))
    ? await askedVersion(answering, { workspaceId: found.workspaceId, versionId: answer.version, now })
    : undefined;
  if (!version) return refused('version');
  const { answers, problems } = takeAnswers(version.questionnaire, answer.given);
  // What needs a keyboard is not asked at a kiosk, and who walks away leaves the rest out.
  if (problems.some(({ code }) => code !== 'needed' && code !== 'not-shown')) return refused('answer');
  if (answers.length === 0) return refused('empty');
  const form = formOfLink(found, version, { visit: id, channel: 'kiosk' });
  const response = responseOf(form, {
    answers,
    language: answer.language,
    device: 'kiosk',
    at,
    now,
    completed: answer.completed,
  });
  const isNew = await answering.write(found.workspaceId, {
    ...response,
    source: 'kiosk',
    presentation: {
      ...response.presentation,
      kiosk: call.device,
      sequence: String(answer.sequence),
      clockOffset: String(offset),
    },
  });
  return { id, kind: isNew ? 'stored' : 'known' };
}

async function isOfSurvey({ store }: Answering, found: FoundLink, versionId: string): Promise<boolean> {
  if (versionId === found.versionId) return true;
  const [version] = await store.readWorkspace(found.workspaceId, ({ workspaceId, query }) =>
    query(
      `select 1 from survey_version v where v.workspace_id = $1 and v.id = $2 and v.published_at is not null
         and (v.survey_id = $3 or exists (select from response r where r.workspace_id = $1 and r.open_link_id = $4
           and r.survey_version_id = v.id))`,
      [workspaceId, versionId, found.surveyId, found.id],
    ),
  );
  return version !== undefined;
}

/** More devices than any place has: whoever makes them up fills no table. */
const mostDevices = 200;

async function seeDevice(
  { store }: Answering,
  found: FoundLink,
  { device, sentAt, waiting, parked, parkedReason, sequence }: KioskCall,
  now: Date,
): Promise<void> {
  await store.inWorkspace(found.workspaceId, ({ workspaceId, query }) =>
    query(
      `insert into kiosk_device (workspace_id, id, open_link_id, device_id, first_seen_at, last_seen_at, waiting, parked,
         parked_reason, sequence, clock_offset_milliseconds)
       select $1, $2, $3, $4, $5, $5, $6, $7, $8, $9, $10
       where (select count(*) from kiosk_device k where k.workspace_id = $1 and k.open_link_id = $3) < $11
         or exists (select from kiosk_device k where k.workspace_id = $1 and k.open_link_id = $3 and k.device_id = $4)
       on conflict (workspace_id, open_link_id, device_id) do update set last_seen_at = excluded.last_seen_at,
         waiting = excluded.waiting, parked = excluded.parked, parked_reason = excluded.parked_reason,
         sequence = excluded.sequence, clock_offset_milliseconds = excluded.clock_offset_milliseconds`,
      [
        workspaceId,
        newId(),
        found.id,
        device,
        now,
        waiting,
        parked,
        parkedReason ?? null,
        sequence,
        now.getTime() - sentAt,
        mostDevices,
      ],
    ),
  );
}
