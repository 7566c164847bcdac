import { shortMemory } from '../store/index.ts';
import type { IncomingResponse } from './incoming-response.ts';
import { type IntakeCatalogue, pairKey, versionKey } from './intake-catalogue-store.ts';

/** What the keys of responses stand for, for as long as it was found a moment ago. */
export interface RememberedCatalogue {
  /** What this response needs, if all of it is remembered. */
  recall(workspaceId: string, incoming: IncomingResponse, now: Date): IntakeCatalogue | undefined;
  keep(workspaceId: string, found: IntakeCatalogue, now: Date): void;
  forget(workspaceId: string): void;
}

/**
 * For so long a response may be read by what was true: the segment of its account, the roles of its contact, the version
 * of its survey. What is unknown is never remembered, so what was just made is found at once.
 */
const believedMilliseconds = 1_000;

/** Looked up for every batch it took half of the time of an answer, on both sides of the connection. */
export function rememberedCatalogue(): RememberedCatalogue {
  const memory = shortMemory<Known>(believedMilliseconds);
  return {
    recall(workspaceId, incoming, now) {
      const known = memory.recall(workspaceId, now);
      return known && holds(known, incoming) ? known : undefined;
    },
    keep(workspaceId, found, now) {
      const known = memory.recall(workspaceId, now);
      if (known) add(known, found);
      else memory.keep(workspaceId, add(nothing(), found), now);
    },
    forget: (workspaceId) => memory.drop(workspaceId),
  };
}

type Known = { readonly [Part in keyof IntakeCatalogue]: Map<string, MapValue<IntakeCatalogue[Part]>> };
type MapValue<Of> = Of extends ReadonlyMap<string, infer Value> ? Value : never;

const nothing = (): Known => ({
  versions: new Map(),
  touchpoints: new Map(),
  orgUnits: new Map(),
  accounts: new Map(),
  contacts: new Map(),
  roles: new Map(),
});

function add(known: Known, found: IntakeCatalogue): Known {
  for (const part of Object.keys(known) as (keyof Known)[]) {
    const into = known[part] as Map<string, unknown>;
    for (const [name, value] of found[part]) into.set(name, value);
  }
  return known;
}

function holds(known: Known, { survey, version, touchpoint, orgUnit, account, contact }: IncomingResponse): boolean {
  const has = (part: ReadonlyMap<string, unknown>, name: string | undefined) => name === undefined || part.has(name);
  return (
    known.versions.has(versionKey(survey, version)) &&
    has(known.touchpoints, touchpoint) &&
    has(known.orgUnits, orgUnit) &&
    has(known.accounts, account) &&
    has(known.contacts, contact) &&
    (contact === undefined || account === undefined || known.roles.has(pairKey(contact, account)))
  );
}
