import { z } from '@hono/zod-openapi';
import { localInstants } from '../calendar/index.ts';
import { refusalReasons } from '../fielding/index.ts';
import { type DecidedFilter, decidedStates } from '../fieldwork/index.ts';
import { given, textLine } from './route.ts';

/** The filters of the list of decisions, in the address. */
export const decidedFields = {
  programme: z.uuid().optional(),
  contact: z.uuid().optional(),
  encounter: z.uuid().optional(),
  state: z.enum(decidedStates).optional(),
  reason: z.enum(refusalReasons).optional(),
  touchpoint: textLine().optional().openapi({ description: 'Key of the touchpoint' }),
  search: textLine().optional().openapi({
    description: 'Part of the name of an account; of a person or an encounter too, for those who see them',
  }),
  from: z.iso.date().optional().openapi({ description: 'First day of the decisions, where the workspace is' }),
  to: z.iso.date().optional().openapi({ description: 'Last day' }),
  uncertain: z.enum(['true']).optional().openapi({ description: 'Only those that may or may not have been sent' }),
};

export type DecidedQuery = z.infer<z.ZodObject<typeof decidedFields>>;

const dayMilliseconds = 86_400_000;

/** The same as the store wants it: days become instants where the workspace is. */
export function filterOf(query: DecidedQuery, timeZone: string): Omit<DecidedFilter, 'limit' | 'cursor'> {
  const { programme, contact, encounter, uncertain, from, to, ...rest } = query;
  const instantOf = localInstants(timeZone);
  const at = (day: string, later = 0) => new Date(instantOf(Date.parse(`${day}T00:00:00Z`) + later));
  return given({
    programmeId: programme,
    contactId: contact,
    encounterId: encounter,
    ...rest,
    uncertain: uncertain === 'true',
    from: from === undefined ? undefined : at(from),
    to: to === undefined ? undefined : at(to, dayMilliseconds),
  });
}
