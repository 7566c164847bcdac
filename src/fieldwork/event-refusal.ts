import { CandorError } from '../errors/index.ts';

/** What is no event: the field is named as it was sent, with its place in a batch before it. */
export function refusedEvent(field: string, message: string): CandorError {
  const named = field.slice(0, 100);
  return new CandorError('CND_EVENT', `${named || 'the body'}: ${message}`, { field: named });
}

/** A field inside another; the outermost one has no name. */
export const within = (place: string, name: string): string => (place === '' ? name : `${place}.${name}`);
