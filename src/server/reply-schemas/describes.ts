import type { z } from '@hono/zod-openapi';

/** What a schema infers for a value of the domain: nothing is read-only, and optional means it may be undefined. */
type Plain<Value> = Value extends object
  ? { -readonly [Key in keyof Value]: Plain<Value[Key]> | (object extends Pick<Value, Key> ? undefined : never) }
  : Value;

/**
 * The schema of a reply whose value the domain has a type for. That the schema allows no more than the type is checked
 * here; that the replies hold nothing which the schema leaves out, by test/server/reply-schemas.test.ts.
 */
export const describes =
  <Value>() =>
  <Schema extends z.ZodType<Plain<Value>>>(schema: Schema): z.ZodType<Value> =>
    schema as unknown as z.ZodType<Value>;
