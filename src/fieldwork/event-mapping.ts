import * as z from 'zod';
import { CandorError } from '../errors/index.ts';
import { happenings } from './happened.ts';

const name = z.string().trim().min(1).max(200);
/** "customer.mail" or "lines.0.product": where a value stands in the data. */
const path = z.string().regex(/^[^.\s]{1,100}(\.[^.\s]{1,100}){0,9}$/);

/** What of an encounter can be told by a field of the data. */
export const eventFields = [
  'touchpoint',
  'happened',
  'encounter',
  'at',
  'account',
  'account.id',
  'account.name',
  'account.segment',
  'contact',
  'contact.id',
  'contact.email',
  'contact.phone',
  'contact.name',
  'contact.language',
  'contact.timeZone',
  'contact.roles',
  'orgUnit',
  'agent',
  'segment',
  'create',
] as const;
export type EventField = (typeof eventFields)[number];

const attribute = /^attributes\.[\p{L}\p{N}_-]{1,60}$/u;
const target = z
  .string()
  .refine((field) => (eventFields as readonly string[]).includes(field) || attribute.test(field), {
    error: `needs ${eventFields.join(', ')} or attributes.NAME`,
  });

const typeMapping = z.strictObject({
  /** The type of the events; with a star at its end all that begin so. */
  type: name,
  /** Only those of this source. */
  source: name.optional(),
  /** Events that tell nothing of an encounter. */
  ignore: z.literal(true).optional(),
  touchpoint: name.optional(),
  happened: z.enum(happenings).optional(),
  /** What stands where in the data; what is not named is read by the names of the convention. */
  fields: z.record(target, path).optional(),
});

/** How the events of a workspace are read, as a plain value that can be kept, sent and edited. */
export const eventMappingSchema = z.strictObject({
  /** Whether an account or a contact that is not known is made where the event does not say; true where it is left out. */
  create: z.boolean().optional(),
  /** What systems call touchpoints, and which of the workspace is meant: by its key. Whatever the type of the event. */
  touchpoints: z
    .record(name, name)
    .refine((names) => Object.keys(names).length <= 500, { error: 'holds at most 500 names' })
    .optional(),
  /** The first that fits an event is in force; one that none fits is read by the convention. */
  types: z.array(typeMapping).max(200).optional(),
});

export type EventMapping = z.infer<typeof eventMappingSchema>;
export type TypeMapping = z.infer<typeof typeMapping>;

/** A mapping that came as JSON; what is wrong is refused by the name of its field (`CND_EVENT_MAPPING`). */
export function readEventMapping(value: unknown): EventMapping {
  const parsed = eventMappingSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw mappingRefusal(parsed.error);
}

/** The first problem of a mapping, by the name of its field. */
export function mappingRefusal(error: z.ZodError): CandorError {
  const issue = error.issues[0]!;
  const place = [...issue.path, ...(issue.code === 'unrecognized_keys' ? [issue.keys[0]!] : [])].map(String);
  const field = place.join('.').slice(0, 100);
  return new CandorError('CND_EVENT_MAPPING', `${field || 'the mapping'}: ${issue.message}`, { field });
}

/** The part of the mapping that reads events of this type and source. */
export function mappingOfType({ types = [] }: EventMapping, type: string, source: string): TypeMapping | undefined {
  return types.find(({ type: wanted, source: from }) => {
    const fits = wanted.endsWith('*') ? type.startsWith(wanted.slice(0, -1)) : type === wanted;
    return fits && (from === undefined || from === source);
  });
}
