import { OpenAPIHono, z } from '@hono/zod-openapi';
import type { RouteEnv } from './context.ts';
import { refuseInput } from './refuse-input.ts';

/**
 * The pattern of a file in routes/: definitions by `createRoute` with a guard, strict schemas and the schema of the
 * reply, and handlers that ask the domain and reply. Paths begin below /api.
 */
export const newRoutes = () => new OpenAPIHono<RouteEnv>({ defaultHook: refuseInput });

/** Every route of a workspace has its slug in the path. */
export const workspaceParams = z.object({ workspace: z.string() });

/** For routes that take no query: an unknown key is refused rather than overlooked. */
export const noQuery = z.strictObject({});

/** One row of `responses`. */
export function reply<Schema extends z.ZodType>(description: string, schema: Schema) {
  return { description, content: { 'application/json': { schema } } };
}

/** The body of a request, needed and in JSON. */
export function jsonBody<Schema extends z.ZodType>(schema: Schema) {
  return { required: true, content: { 'application/json': { schema } } };
}

/** The same with the id of something inside; what is no id is not found, as an unknown one is. */
export const idParams = z.object({ workspace: z.string(), id: z.uuid() });

/** An instant in a reply. */
export const instant = z.date().openapi({ type: 'string', format: 'date-time' });

/** The same where there may be none yet. */
export const instantOrNull = z
  .date()
  .nullable()
  .openapi({ type: ['string', 'null'], format: 'date-time' });

/** A line of text: neither empty nor only spaces, nor endless. */
export const textLine = (most = 200) => z.string().trim().min(1).max(most);

type Given<Fields> = { [Name in keyof Fields]: Exclude<Fields[Name], undefined> };

/** The fields of a JSON body, where a field that was left out is absent already: JSON knows no undefined. */
export function givenJson<Fields extends object>(fields: Fields): Given<Fields> {
  return fields as Given<Fields>;
}

/** What was given: an optional field that was left out is absent, as types of the domain want it. */
export function given<Fields extends object>(fields: Fields): Given<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
