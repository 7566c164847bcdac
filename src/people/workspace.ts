import { CandorError } from '../errors/index.ts';

/** The name of a workspace in addresses: short, lower case, no surprises in a path. */
export function refuseWrongSlug(slug: string): void {
  if (/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/.test(slug)) return;
  throw new CandorError('CND_REQUEST', 'slug needs 1 to 40 lower-case letters, digits or hyphens', { field: 'slug' });
}

/** A zone that Node knows: days and weeks are cut in it. */
export function refuseWrongTimeZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    throw new CandorError('CND_TIME_ZONE', `timeZone needs a name such as Europe/Helsinki, got "${timeZone}"`, {
      field: 'timeZone',
      zone: timeZone,
    });
  }
}
