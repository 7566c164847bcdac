import type { Context } from 'hono';
import type { RouteEnv } from '../context.ts';

/** The values of a form by the name of their field. */
export type GivenFields = Readonly<Record<string, readonly string[]>>;

/** A form with its texts at their longest is smaller. */
const mostBytes = 512 * 1024;
const mostFields = 5_000;

/** Fields of the page itself begin with a line; no question does. */
export interface PostedForm {
  readonly control: (name: string) => string;
  readonly given: GivenFields;
}

/**
 * Reads a posted form, URL-encoded or multipart (RFC 8058 asks for both). Files are passed over. Undefined for what is
 * no form, or too large for one.
 */
export async function readForm(c: Context<RouteEnv>): Promise<PostedForm | undefined> {
  const body = await readBody(c);
  if (!body) return undefined;
  const type = c.req.header('content-type') ?? '';
  const fields = /^multipart\/form-data/i.test(type) ? await partsOf(body, type) : pairsOf(body);
  if (!fields) return undefined;
  const all = new Map<string, string[]>();
  for (const [name, value] of fields.slice(0, mostFields)) {
    const known = all.get(name);
    if (known) known.push(value);
    else all.set(name, [value]);
  }
  const given = [...all].filter(([name]) => !name.startsWith('_'));
  // Line ends as a browser counts them for `maxlength`.
  const lines = (values: readonly string[]) => values.map((value) => value.replace(/\r\n?/g, '\n'));
  return {
    control: (name) => all.get(name)?.[0] ?? '',
    given: fieldsOf(given.map(([name, values]) => [name, lines(values)])),
  };
}

/** Without a prototype: a question may be called `constructor`. */
export const fieldsOf = (pairs: Iterable<readonly [string, readonly string[]]>): GivenFields =>
  Object.assign(Object.create(null), Object.fromEntries(pairs));

/** The body of a request; undefined where it is larger than any form. */
export async function readBody(c: Context<RouteEnv>): Promise<Uint8Array | undefined> {
  if (Number(c.req.header('content-length') ?? 0) > mostBytes) return undefined;
  const stream = c.req.raw.body;
  if (!stream) return new Uint8Array();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of stream as unknown as AsyncIterable<Uint8Array>) {
    length += piece.length;
    if (length > mostBytes) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

const pairsOf = (body: Uint8Array): [string, string][] => [...new URLSearchParams(Buffer.from(body).toString('utf8'))];

async function partsOf(body: Uint8Array, type: string): Promise<[string, string][] | undefined> {
  try {
    const form = await new Response(body as Uint8Array<ArrayBuffer>, { headers: { 'content-type': type } }).formData();
    return [...form].filter((field): field is [string, string] => typeof field[1] === 'string');
  } catch {
    return undefined;
  }
}
