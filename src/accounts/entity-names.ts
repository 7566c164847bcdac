import { nameEntities } from './claim-store.ts';
import type { ClaimedEntity } from './claimed-entity.ts';
import type { ImportScope } from './import-scope.ts';

/** Ids that are kept: 200,000 names with their ids take about 40 MB. */
const keptIds = 200_000;

/** How a name in a file becomes a key, and what naming it already says. */
export interface NamingRule {
  readonly keyOf?: (name: string) => string;
  readonly told?: (name: string) => Readonly<Record<string, unknown>>;
}

/** The ids of entities by the names that a file uses, asked of the store once a name and made where they are new. */
export class EntityNames {
  readonly #scope: ImportScope;
  readonly #kind: ClaimedEntity;
  readonly #rule: NamingRule;
  readonly #ids = new Map<string, string>();

  constructor(scope: ImportScope, kind: ClaimedEntity, rule: NamingRule = {}) {
    this.#scope = scope;
    this.#kind = kind;
    this.#rule = rule;
  }

  /** Makes sure that `id` knows these names until the next call. */
  async name(names: Iterable<string | undefined>): Promise<void> {
    const wanted = new Set<string>();
    for (const name of names) if (name !== undefined) wanted.add(name);
    if (this.#ids.size + wanted.size > keptIds) this.#ids.clear();
    const fresh = [...wanted].filter((name) => !this.#ids.has(name));
    if (fresh.length === 0) return;
    const { keyOf = (name: string) => name, told = () => ({}) } = this.#rule;
    const fields = new Map<string, Readonly<Record<string, unknown>>>();
    // Of several spellings of one key the last one tells.
    for (const name of fresh) fields.set(keyOf(name), told(name));
    const ids = await nameEntities(this.#scope, this.#kind, fields);
    for (const name of fresh) this.#ids.set(name, ids.get(keyOf(name))!);
  }

  id(name: string): string {
    return this.#ids.get(name)!;
  }

  optionalId(name: string | undefined): string | undefined {
    return name === undefined ? undefined : this.#ids.get(name);
  }
}
