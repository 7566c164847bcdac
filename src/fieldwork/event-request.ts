import { type CloudEvent, isJson, readCloudEvent } from './cloud-event.ts';
import { refusedEvent, within } from './event-refusal.ts';

/** A request as it came: the events are in its body, or the attributes of one are in its headers. */
export interface EventRequest {
  readonly contentType: string | undefined;
  /** Names in small letters. */
  readonly headers: Iterable<readonly [name: string, value: string]>;
  readonly body: Uint8Array;
}

export const mostEvents = 1_000;

/**
 * The events of a request in any of the three modes of the HTTP binding: structured (application/cloudevents+json),
 * batch (application/cloudevents-batch+json, at most 1,000) and binary (attributes in ce-… headers, the body is the
 * data). What is no event is refused by the name of its field (`CND_EVENT`).
 */
export function readEventRequest({ contentType, headers, body }: EventRequest): readonly CloudEvent[] {
  const type = contentType?.trim() ?? '';
  const media = type.split(';')[0]!.trim().toLowerCase();
  if (/^application\/cloudevents/.test(media)) {
    if (media === 'application/cloudevents+json') return [structuredEvent(parsed(body, type, ''), '')];
    if (media === 'application/cloudevents-batch+json') return batchOf(parsed(body, type, ''));
    throw refusedEvent(
      'content-type',
      'of CloudEvents the formats …cloudevents+json and …cloudevents-batch+json are read',
    );
  }
  const attributes = [...headers].filter(([name]) => name.startsWith('ce-'));
  if (attributes.length > 0) return [binaryEvent(attributes, type, body)];
  throw refusedEvent('content-type', 'needs application/cloudevents+json, or ce-… headers beside the data');
}

/** Events out of memory or of a file: one, or a list of them. */
export function readEventValues(value: unknown): readonly CloudEvent[] {
  return Array.isArray(value) ? batchOf(value) : [structuredEvent(value, '')];
}

function batchOf(value: unknown): readonly CloudEvent[] {
  if (!Array.isArray(value)) throw refusedEvent('', 'a batch needs a list of events');
  if (value.length > mostEvents) throw refusedEvent('', `a batch holds at most ${mostEvents} events`);
  return value.map((one, index) => structuredEvent(one, String(index)));
}

function structuredEvent(value: unknown, place: string): CloudEvent {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw refusedEvent(place, 'needs an event as a JSON object');
  }
  const { data, data_base64: base64, ...attributes } = value as Record<string, unknown>;
  const inPlace = (name: string) => within(place, name);
  if (base64 === undefined || base64 === null) return readCloudEvent(attributes, data, inPlace);
  const field = within(place, 'data_base64');
  if (data !== undefined && data !== null) throw refusedEvent(field, 'stands beside data; an event has one of them');
  if (typeof base64 !== 'string' || !/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(base64)) {
    throw refusedEvent(field, 'needs base64');
  }
  const contentType = typeof attributes.datacontenttype === 'string' ? attributes.datacontenttype : undefined;
  const inner = isJson(contentType) ? parsed(Buffer.from(base64, 'base64'), '', field) : base64;
  return readCloudEvent(attributes, inner, inPlace);
}

function binaryEvent(
  headers: readonly (readonly [string, string])[],
  contentType: string,
  body: Uint8Array,
): CloudEvent {
  const attributes: Record<string, unknown> = Object.create(null);
  for (const [header, value] of headers) {
    const name = header.slice(3);
    if (name === 'data' || name === 'datacontenttype') throw refusedEvent(header, 'is no header of an event');
    attributes[name] = headerText(header, value);
  }
  if (contentType !== '') attributes.datacontenttype = contentType;
  return readCloudEvent(attributes, body.byteLength === 0 ? undefined : bodyData(contentType, body), headerOf);
}

/** The sender knows an attribute of the binary mode by the name of its header. */
function headerOf(attribute: string): string {
  if (attribute === 'data') return attribute;
  return attribute === 'datacontenttype' ? 'content-type' : `ce-${attribute}`;
}

function bodyData(contentType: string, body: Uint8Array): unknown {
  if (isJson(contentType || undefined)) return parsed(body, contentType, 'data');
  return isText(contentType) ? textOf(body, contentType, 'data') : Buffer.from(body).toString('base64');
}

const isText = (contentType: string): boolean => /^text\/|[/+]xml\s*(?:;|$)/i.test(contentType);

/** The value of a header: a quoted text is unquoted, then percent-encoded characters are decoded (HTTP binding 3.1.3.2). */
function headerText(header: string, value: string): string {
  if (/[^\x20-\x7e]/.test(value)) throw refusedEvent(header, 'needs its characters beyond ASCII percent-encoded');
  const plain = /^"(?:[^"\\]|\\.)*"$/.test(value) ? value.slice(1, -1).replace(/\\(.)/g, '$1') : value;
  try {
    return decodeURIComponent(plain);
  } catch {
    throw refusedEvent(header, 'needs percent-encoded UTF-8');
  }
}

function parsed(body: Uint8Array, contentType: string, field: string): unknown {
  const text = textOf(body, contentType, field);
  try {
    return JSON.parse(text);
  } catch {
    throw refusedEvent(field, text === '' ? 'is empty' : 'is no JSON');
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function textOf(body: Uint8Array, contentType: string, field: string): string {
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(contentType)?.[1]?.toLowerCase();
  if (charset !== undefined && charset !== 'utf-8' && charset !== 'us-ascii') {
    throw refusedEvent('content-type', 'needs the charset utf-8');
  }
  try {
    return utf8.decode(body);
  } catch {
    throw refusedEvent(field, 'is no UTF-8');
  }
}
