import { CandorError } from '../../errors/index.ts';
import type { MetricId } from '../../metrics/index.ts';
import type { Question } from '../question.ts';
import { questionSeconds } from '../question-seconds.ts';
import { chat } from './chat.ts';
import { complaint } from './complaint.ts';
import { delivery } from './delivery.ts';
import { type AskedRole, type LibraryEntry, metricOf, type SurveyChannel, type TouchpointType } from './entry.ts';
import { invoice } from './invoice.ts';
import { maintenance } from './maintenance.ts';
import { onboarding } from './onboarding.ts';
import { phone } from './phone.ts';
import { purchase } from './purchase.ts';
import { relationship } from './relationship.ts';
import { renewal } from './renewal.ts';
import { visit } from './visit.ts';
import { web } from './web.ts';

/** Every question of the library, by touchpoint type; within one, metric, driver and open question first. */
export const library: readonly LibraryEntry[] = [
  ...purchase,
  ...delivery,
  ...onboarding,
  ...invoice,
  ...phone,
  ...chat,
  ...visit,
  ...maintenance,
  ...complaint,
  ...renewal,
  ...web,
  ...relationship,
];

const byId = new Map(library.map((entry) => [entry.id, entry]));

/** What to look for; every part that is given must fit. */
export interface LibrarySearch {
  readonly touchpoint?: TouchpointType;
  readonly channel?: SurveyChannel;
  readonly role?: AskedRole;
  readonly metric?: MetricId;
  /** A language that the question must be written in; the length cost is counted in it. */
  readonly language?: string;
}

/** An entry with what it costs the respondent, in seconds (`questionSeconds`). */
export interface FoundQuestion extends LibraryEntry {
  readonly seconds: number;
}

/**
 * Which ready questions suit this touchpoint, channel, role, metric and language? All of the library for an empty
 * search, in the order of the library; none where nothing fits.
 * @example searchLibrary({ touchpoint: "invoice", metric: "ces-7" })[0].id // => "invoice-ease"
 */
export function searchLibrary({ touchpoint, channel, role, metric, language }: LibrarySearch): FoundQuestion[] {
  return library
    .filter(
      (entry) =>
        (touchpoint === undefined || entry.touchpoint === touchpoint) &&
        (channel === undefined || entry.channels.includes(channel)) &&
        (role === undefined || entry.roles.includes(role)) &&
        (metric === undefined || metricOf(entry) === metric) &&
        (language === undefined || Object.hasOwn(entry.question.text, language)),
    )
    .map((entry) => ({
      ...entry,
      // A copy: what is found may be edited, the library may not.
      question: structuredClone(entry.question),
      seconds: questionSeconds(entry.question, language ?? 'en'),
    }));
}

/**
 * The question of the library with this id, as a copy that may be changed. Its key is the id. Refuses an id that the
 * library does not have (`CND_NOT_FOUND`).
 * @example questionFromLibrary("delivery-on-time").key // => "delivery-on-time"
 */
export function questionFromLibrary(id: string): Question {
  const entry = byId.get(id);
  if (!entry) {
    throw new CandorError('CND_NOT_FOUND', `the question library has no "${id.slice(0, 64)}"`, { field: 'id' });
  }
  return structuredClone(entry.question);
}
