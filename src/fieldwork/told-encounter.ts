import { type ContactRole, contactRoles } from '../accounts/index.ts';
import { contactKey, isAddress } from '../collect/index.ts';
import type { EventMapping } from './event-mapping.ts';
import { mappingOfType } from './event-mapping.ts';
import { type Happening, happenings } from './happened.ts';
import { instantOfText } from './instant-text.ts';
import { mappedData } from './mapped-data.ts';

/** What one event tells of one encounter, by the keys of the workspace. What it does not tell is not there. */
export interface ToldEncounter {
  readonly happened: Happening;
  /** The id of the encounter in the system of the source. */
  readonly encounter: string;
  readonly at: Date;
  readonly touchpoint?: string;
  readonly account?: ToldAccount;
  readonly contact?: ToldContact;
  readonly orgUnit?: string;
  readonly agent?: string;
  readonly segment?: string;
  readonly attributes: Readonly<Record<string, Scalar>>;
}

export type Scalar = string | number | boolean;

export interface ToldAccount {
  readonly id: string;
  readonly name?: string;
  readonly segment?: string;
  /** Whether it is made where it is not known. */
  readonly create: boolean;
}

export interface ToldContact {
  /** Its id in the other system, else its e-mail address, else its telephone number. */
  readonly key: string;
  readonly email?: string;
  readonly phone?: string;
  readonly name?: string;
  readonly language?: string;
  readonly timeZone?: string;
  readonly roles: readonly ContactRole[];
  readonly create: boolean;
}

/** Why an event says nothing that can be used; it is kept, and can be read again after the cause was mended. */
export const eventRefusals = [
  'unusable-data',
  'no-touchpoint',
  'unknown-touchpoint',
  'unknown-account',
  'unknown-contact',
  'unknown-org-unit',
  'time-out-of-range',
  'not-taken',
] as const;
export type EventRefusal = (typeof eventRefusals)[number];

export type ToldOrRefused =
  | { readonly kind: 'told'; readonly told: ToldEncounter }
  | { readonly kind: 'ignored' }
  | { readonly kind: 'refused'; readonly reason: EventRefusal; readonly field: string };

/** The parts of an event that tell something. */
export interface TellingEvent {
  readonly source: string;
  readonly eventId: string;
  readonly type: string;
  readonly subject?: string | undefined;
  readonly occurredAt: Date;
  readonly receivedAt: Date;
  readonly data: unknown;
}

/**
 * What does this event say happened to which encounter? By the mapping of its type, else by the convention of
 * docs/guides/events.md. An event that cannot be used is answered with its reason and the field.
 */
export function toldEncounter(event: TellingEvent, mapping: EventMapping): ToldOrRefused {
  const rule = mappingOfType(mapping, event.type, event.source);
  if (rule?.ignore) return { kind: 'ignored' };
  const { data } = event;
  if (data !== undefined && data !== null && (typeof data !== 'object' || Array.isArray(data))) {
    return refuse('unusable-data', 'data');
  }
  const fields = rule?.fields ?? {};
  try {
    const read = new DataReader(mappedData((data ?? {}) as Readonly<Record<string, unknown>>, fields));
    return judge(event, read, { rule, create: mapping.create ?? true, touchpoints: mapping.touchpoints ?? {} });
  } catch (error) {
    if (error instanceof UnusableField) return refuse('unusable-data', error.field);
    throw error;
  }
}

const refuse = (reason: EventRefusal, field: string): ToldOrRefused => ({ kind: 'refused', reason, field });

/** A clock that runs ahead by this is forgiven; what is later would be in force for ever. */
const forgivenMilliseconds = 5 * 60_000;
const earliest = Date.UTC(2000, 0, 1);

function judge(
  event: TellingEvent,
  read: DataReader,
  {
    rule,
    create,
    touchpoints,
  }: {
    readonly rule: ReturnType<typeof mappingOfType>;
    readonly create: boolean;
    readonly touchpoints: Readonly<Record<string, string>>;
  },
): ToldOrRefused {
  const at = read.instant('at') ?? event.occurredAt;
  if (at.getTime() < earliest || at.getTime() > event.receivedAt.getTime() + forgivenMilliseconds) {
    return refuse('time-out-of-range', read.has('at') ? 'data.at' : 'time');
  }
  const makes = read.flag('create');
  const said = read.text('touchpoint') ?? rule?.touchpoint;
  const touchpoint = said !== undefined && Object.hasOwn(touchpoints, said) ? touchpoints[said] : said;
  const account = accountOf(read, makes ?? create);
  const contact = contactOf(read, { makes, create });
  const told: ToldEncounter = {
    happened: happenedOf(event.type, read) ?? rule?.happened ?? 'closed',
    encounter: read.text('encounter', 300) ?? event.subject ?? event.eventId,
    at,
    attributes: read.attributes(),
    ...(touchpoint === undefined ? {} : { touchpoint }),
    ...(account === undefined ? {} : { account }),
    ...(contact === undefined ? {} : { contact }),
    ...read.texts('orgUnit', 'agent', 'segment'),
  };
  return { kind: 'told', told };
}

/** The types that tell by themselves what happened. */
const ownType = /^candor\.encounter\.(opened|closed|reopened|withdrawn)$/;

function happenedOf(type: string, read: DataReader): Happening | undefined {
  const byType = ownType.exec(type)?.[1] as Happening | undefined;
  const said = read.text('happened');
  if (said === undefined) return byType;
  const known = happenings.find((one) => one === said);
  if (!known || (byType && byType !== known)) throw new UnusableField('data.happened');
  return known;
}

function accountOf(read: DataReader, create: boolean): ToldAccount | undefined {
  const given = read.part('account');
  if (given === undefined) return undefined;
  if (typeof given === 'string') return { id: given, create };
  const id = given.text('id');
  if (id === undefined) throw new UnusableField(given.nameOf('id'));
  return { id, create, ...given.texts('name', 'segment') };
}

/** One who is named by a telephone number only is made when the event says so: a number may be that of a desk. */
function contactOf(
  read: DataReader,
  { makes, create }: { makes: boolean | undefined; create: boolean },
): ToldContact | undefined {
  const given = read.part('contact');
  if (given === undefined) return undefined;
  if (typeof given === 'string') return { key: contactKey(given), roles: [], create: makes ?? create };
  const email = given.text('email')?.toLowerCase();
  if (email !== undefined && !isAddress(email)) throw new UnusableField(given.nameOf('email'));
  const id = given.text('id');
  const phone = given.text('phone');
  const key = id ?? email ?? phone?.replace(/[\s()-]/g, '');
  if (key === undefined) throw new UnusableField(given.nameOf('id'));
  const timeZone = given.text('timeZone');
  if (timeZone !== undefined && !isZone(timeZone)) throw new UnusableField(given.nameOf('timeZone'));
  return {
    key: contactKey(key),
    roles: given.list('roles').map(roleNamed),
    create: makes ?? (create && (id !== undefined || email !== undefined)),
    ...(email === undefined ? {} : { email }),
    ...(phone === undefined ? {} : { phone }),
    ...(timeZone === undefined ? {} : { timeZone }),
    ...given.texts('name', 'language'),
  };
}

function roleNamed(text: string): ContactRole {
  const role = contactRoles.find((known) => known === text);
  if (!role) throw new UnusableField('data.contact.roles');
  return role;
}

const zones = new Map<string, boolean>();

function isZone(timeZone: string): boolean {
  let known = zones.get(timeZone);
  if (known === undefined) {
    try {
      known = new Intl.DateTimeFormat('en', { timeZone }) !== undefined;
    } catch {
      known = false;
    }
    if (zones.size < 1_000) zones.set(timeZone, known);
  }
  return known;
}

class UnusableField extends Error {
  readonly field: string;

  constructor(field: string) {
    super(field);
    this.field = field;
  }
}

/** Names of one thing are no longer than this: they stand in keys of the store. */
const longestName = 200;
const mostAttributes = 50;

/** Reads the fields of the data; one that is null or empty is not there, one of another kind is refused by its name. */
class DataReader {
  readonly #data: Readonly<Record<string, unknown>>;
  readonly #place: string;

  constructor(data: Readonly<Record<string, unknown>>, place = 'data') {
    this.#data = data;
    this.#place = place;
  }

  nameOf(field: string): string {
    return `${this.#place}.${field}`;
  }

  #value(field: string): unknown {
    const value = Object.hasOwn(this.#data, field) ? this.#data[field] : undefined;
    return value === null || value === '' ? undefined : value;
  }

  has(field: string): boolean {
    return this.#value(field) !== undefined;
  }

  text(field: string, most = longestName): string | undefined {
    const value = this.#value(field);
    if (value === undefined) return undefined;
    // Systems send ids as numbers.
    const text = typeof value === 'number' ? String(value) : value;
    if (typeof text !== 'string' || text.length > most) throw new UnusableField(this.nameOf(field));
    return text.trim() === '' ? undefined : text.trim();
  }

  texts<Field extends string>(...fields: readonly Field[]): { readonly [Name in Field]?: string } {
    const found = fields.map((field) => [field, this.text(field)] as const);
    return Object.fromEntries(found.filter(([, text]) => text !== undefined)) as { [Name in Field]?: string };
  }

  flag(field: string): boolean | undefined {
    const value = this.#value(field);
    if (value === undefined || typeof value === 'boolean') return value;
    throw new UnusableField(this.nameOf(field));
  }

  instant(field: string): Date | undefined {
    const text = this.text(field);
    if (text === undefined) return undefined;
    const instant = instantOfText(text);
    if (!instant) throw new UnusableField(this.nameOf(field));
    return instant;
  }

  list(field: string): readonly string[] {
    const value = this.#value(field);
    if (value === undefined) return [];
    const items = typeof value === 'string' ? value.split(/[,;]/).map((part) => part.trim()) : value;
    if (!Array.isArray(items) || items.length > 10 || !items.every((item) => typeof item === 'string')) {
      throw new UnusableField(this.nameOf(field));
    }
    return items.filter((item) => item !== '');
  }

  /** Something that is told by its key alone, or by an object. */
  part(field: string): string | DataReader | undefined {
    const value = this.#value(field);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      const inner = value as Readonly<Record<string, unknown>>;
      return new DataReader(inner, this.nameOf(field));
    }
    return this.text(field);
  }

  attributes(): Readonly<Record<string, Scalar>> {
    const value = this.#value('attributes');
    if (value === undefined) return {};
    if (typeof value !== 'object' || Array.isArray(value)) throw new UnusableField(this.nameOf('attributes'));
    const entries = Object.entries(value as object).filter(([, inner]) => inner !== null);
    if (entries.length > mostAttributes) throw new UnusableField(this.nameOf('attributes'));
    for (const [name, inner] of entries) {
      const isScalar = ['string', 'number', 'boolean'].includes(typeof inner);
      if (!isScalar || name.length > 60 || String(inner).length > 2_000) {
        throw new UnusableField(this.nameOf(`attributes.${name}`));
      }
    }
    return Object.fromEntries(entries) as Record<string, Scalar>;
  }
}
