import { refusedEvent, within } from './event-refusal.ts';

/** Deeper data are no data of an encounter, and every reader of them would have to fear for its stack. */
const deepest = 20;

/**
 * Refuses JSON that the store could not hold as it came: NUL, half of a surrogate pair, a number beyond those of
 * double precision, and more than 20 levels.
 */
export function refuseUnstorable(value: unknown, place: string, depth = 0): void {
  if (typeof value === 'string') refuseUnstorableText(value, place);
  if (typeof value === 'number' && !Number.isFinite(value))
    throw refusedEvent(place, 'needs a number that can be kept');
  if (typeof value !== 'object' || value === null) return;
  if (depth >= deepest) throw refusedEvent(place, `needs at most ${deepest} levels`);
  for (const [key, inner] of Object.entries(value)) {
    const at = within(place, key);
    refuseUnstorableText(key, at);
    refuseUnstorable(inner, at, depth + 1);
  }
}

function refuseUnstorableText(text: string, place: string): void {
  if (text.includes('\0')) throw refusedEvent(place, 'needs text without NUL');
  if (/\p{Surrogate}/u.test(text)) throw refusedEvent(place, 'needs text without halves of characters');
}
