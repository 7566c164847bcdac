import { refusedEvent } from './event-refusal.ts';
import { instantOfText } from './instant-text.ts';
import { refuseUnstorable } from './storable-json.ts';

/** An event of CloudEvents 1.0 (https://github.com/cloudevents/spec, v1.0.2), checked. */
export interface CloudEvent {
  /** With `source` the identity: a second event with both is the same one. */
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject?: string;
  readonly time?: Date;
  /** JSON, or a text where the content type is another; undefined where there is none. */
  readonly data?: unknown;
  /** The other context attributes: datacontenttype, dataschema and extensions. */
  readonly context: Readonly<Record<string, ContextValue>>;
}

export type ContextValue = string | number | boolean;

/** Stands in keys of the store: a row of an index holds 2,704 bytes, and source and id are one key together. */
export const longestIdentity = 300;
const longestText = 2_000;
const mostExtensions = 50;

const uriCharacter = "(?:[A-Za-z0-9\\-._~:/?#\\[\\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})";
const uriReference = new RegExp(`^${uriCharacter}+$`);
const absoluteUri = new RegExp(`^[A-Za-z][A-Za-z0-9+.-]*:${uriCharacter}+$`);
const token = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";
const mediaType = new RegExp(`^${token}/${token}(?:\\s*;\\s*${token}=(?:${token}|"(?:[^"\\\\]|\\\\.)*"))*\\s*$`);
const attributeName = /^[a-z0-9]+$/;
// Control characters, halves of pairs and code points that are no characters (type String of the specification).
const forbidden = /[\p{Cc}\p{Surrogate}\p{Noncharacter_Code_Point}]/u;

/** How the sender knows an attribute: by its name in a batch, or by its header. */
export type AttributeNames = (attribute: string) => string;

/**
 * Reads the attributes of an event, with its data beside them. The names are those of the specification; a null stands
 * for an attribute that is not there. What is wrong is refused by the name that the sender knows (`CND_EVENT`).
 */
export function readCloudEvent(
  attributes: Readonly<Record<string, unknown>>,
  data: unknown,
  nameOf: AttributeNames,
): CloudEvent {
  const read = new Attributes(attributes, nameOf);
  const version = read.needed('specversion', 10);
  if (version !== '1.0') throw read.refused('specversion', `needs "1.0", got "${version.slice(0, 10)}"`);
  const id = read.needed('id', longestIdentity);
  const source = read.needed('source', longestIdentity);
  if (!uriReference.test(source)) throw read.refused('source', 'needs a URI reference');
  const type = read.needed('type', longestIdentity);
  const subject = read.optional('subject', longestIdentity);
  const time = timeOf(read);
  const contentType = read.optional('datacontenttype', longestText);
  if (contentType !== undefined && !mediaType.test(contentType)) {
    throw read.refused('datacontenttype', 'needs a media type');
  }
  const schema = read.optional('dataschema', longestText);
  if (schema !== undefined && !absoluteUri.test(schema)) throw read.refused('dataschema', 'needs an absolute URI');
  refuseUnstorable(data, nameOf('data'));
  const known = { ...(contentType && { datacontenttype: contentType }), ...(schema && { dataschema: schema }) };
  return {
    id,
    source,
    type,
    ...(subject === undefined ? {} : { subject }),
    ...(time === undefined ? {} : { time }),
    ...(data === undefined ? {} : { data }),
    context: { ...known, ...extensionsOf(read) },
  };
}

/** Whether data of this content type are JSON (specification, JSON format 3.1). No content type is JSON too. */
export function isJson(contentType: string | undefined): boolean {
  if (contentType === undefined) return true;
  return /^[^/;\s]+\/(?:[^;\s]+\+)?json\s*(?:;|$)/i.test(contentType.trim());
}

const specified = new Set(['specversion', 'id', 'source', 'type', 'subject', 'time', 'datacontenttype', 'dataschema']);

class Attributes {
  readonly given: Readonly<Record<string, unknown>>;
  readonly nameOf: AttributeNames;

  constructor(given: Readonly<Record<string, unknown>>, nameOf: AttributeNames) {
    this.given = given;
    this.nameOf = nameOf;
  }

  refused(name: string, message: string): Error {
    return refusedEvent(this.nameOf(name), message);
  }

  needed(name: string, most: number): string {
    const text = this.optional(name, most);
    if (text === undefined) throw this.refused(name, 'is needed');
    return text;
  }

  optional(name: string, most: number): string | undefined {
    const value = Object.hasOwn(this.given, name) ? this.given[name] : undefined;
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'string') throw this.refused(name, 'needs a text');
    return this.text(name, value, most);
  }

  text(name: string, value: string, most: number): string {
    if (value === '') throw this.refused(name, 'needs a text that is not empty');
    if (value.length > most) throw this.refused(name, `needs at most ${most} characters`);
    if (forbidden.test(value)) throw this.refused(name, 'needs text without control characters');
    return value;
  }
}

function timeOf(read: Attributes): Date | undefined {
  const text = read.optional('time', 100);
  if (text === undefined) return undefined;
  const time = instantOfText(text);
  if (!time) throw read.refused('time', 'needs a time of RFC 3339, for example 2030-01-31T12:00:00Z');
  return time;
}

function extensionsOf(read: Attributes): Record<string, ContextValue> {
  const entries = Object.entries(read.given).filter(([name, value]) => !specified.has(name) && value !== null);
  if (entries.length > mostExtensions) {
    throw read.refused(
      entries[mostExtensions]![0],
      `is one too many: an event has at most ${mostExtensions} extensions`,
    );
  }
  return Object.fromEntries(entries.map(([name, value]) => [name, extension(read, name, value)]));
}

/** The types of extensions: Boolean, Integer (32 bits) and the others as text. */
function extension(read: Attributes, name: string, value: unknown): ContextValue {
  if (!attributeName.test(name)) {
    throw read.refused(name, 'is no name of an attribute: small letters a to z and digits only');
  }
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') {
    if (Number.isInteger(value) && Math.abs(value) <= 2 ** 31) return value;
    throw read.refused(name, 'needs a whole number of 32 bits');
  }
  if (typeof value !== 'string') throw read.refused(name, 'needs a text, a whole number or a boolean');
  // Unlike those of the specification an extension may be empty.
  return value === '' ? value : read.text(name, value, longestText);
}
