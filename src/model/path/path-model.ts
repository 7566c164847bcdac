import { CandorError, nearestName } from '../../errors/index.ts';
import { causalOrder, type ModelPath } from './causal-order.ts';
import type { Construct, PathModelSpecification, Weighting } from './specification.ts';

/** A construct with the place of its items among all items of the model. */
export interface ModelConstruct extends Construct {
  readonly first: number;
}

/** A specification that has been checked, with names turned into places. */
export interface PathModel {
  readonly constructs: readonly ModelConstruct[];
  /** All items, block after block. */
  readonly items: readonly string[];
  readonly paths: readonly ModelPath[];
  /** Per construct: its causes, in the order of the paths. */
  readonly causes: readonly (readonly number[])[];
  /** Causes before effects. */
  readonly order: readonly number[];
  readonly weighting: Weighting;
  readonly scale: readonly [min: number, max: number];
}

/**
 * Is this a model that can be estimated, and where does everything stand in it?
 * `known` are the columns at hand: an item that is not among them is refused with the nearest that is.
 * Refuses an unknown item (`CND_MODEL_ITEM_UNKNOWN`), an item of two constructs (`CND_MODEL_ITEM_TWICE`), a path that
 * names no construct (`CND_MODEL_CONSTRUCT_UNKNOWN`), a construct without a path (`CND_MODEL_CONSTRUCT_ALONE`), paths in
 * a circle (`CND_MODEL_CYCLE`, the circle named), and what is no model at all (`CND_MODEL_SPECIFICATION`).
 * @example pathModel({ constructs: [{ name: 'Ease', measurement: 'reflective', items: ['e1', 'e2'] }, { name: 'Loyalty', measurement: 'reflective', items: ['l1'] }], paths: [['Ease', 'Loyalty']], scale: [1, 10] }).items // => ["e1", "e2", "l1"]
 */
export function pathModel(specification: PathModelSpecification, known?: readonly string[]): PathModel {
  const { constructs, weighting = 'path', scale } = specification;
  requireForm(specification);
  requireItems(constructs, known);
  const names = constructs.map(({ name }) => name);
  const paths = pathsOf(specification, names);
  const causes = names.map((_, to) => paths.filter((path) => path.to === to).map(({ from }) => from));
  const order = causalOrder(names, paths);
  let first = 0;
  const placed = constructs.map((construct) => {
    first += construct.items.length;
    return { ...construct, first: first - construct.items.length };
  });
  const items = constructs.flatMap((construct) => construct.items);
  return { constructs: placed, items, paths, causes, order, weighting, scale };
}

/** The items of a construct, by their places. */
export const blockOf = ({ first, items }: ModelConstruct): number[] => items.map((_, index) => first + index);

function refuse(message: string, details: Record<string, string> = {}): never {
  throw new CandorError('CND_MODEL_SPECIFICATION', `pathModel needs ${message}`, details);
}

function requireForm({ constructs, paths, scale }: PathModelSpecification): void {
  if (constructs.length < 2) refuse(`at least two constructs, got ${constructs.length}`);
  if (paths.length === 0) refuse('at least one path');
  if (!(Number.isFinite(scale[0]) && Number.isFinite(scale[1]) && scale[0] < scale[1])) {
    refuse(`a scale with its low end first, got ${scale[0]} to ${scale[1]}`);
  }
  const names = constructs.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) refuse(`each construct once, got "${twice}" twice`, { construct: twice });
  const empty = constructs.find(({ items }) => items.length === 0);
  if (empty) refuse(`an item for each construct, got none for "${empty.name}"`, { construct: empty.name });
}

function requireItems(constructs: readonly Construct[], known: readonly string[] | undefined): void {
  const owner = new Map<string, string>();
  for (const { name, items } of constructs) {
    for (const item of items) {
      const other = owner.get(item);
      if (other !== undefined) {
        const where = other === name ? `twice in "${name}"` : `in "${other}" and in "${name}"`;
        const message = `pathModel needs each item in one construct, got "${item}" ${where}`;
        throw new CandorError('CND_MODEL_ITEM_TWICE', message, { item, constructs: [other, name] });
      }
      owner.set(item, name);
      if (known && !known.includes(item)) throw unknownName('CND_MODEL_ITEM_UNKNOWN', 'item', item, known);
    }
  }
}

function unknownName(
  code: 'CND_MODEL_ITEM_UNKNOWN' | 'CND_MODEL_CONSTRUCT_UNKNOWN',
  what: string,
  name: string,
  known: readonly string[],
): CandorError {
  const nearest = nearestName(name, known);
  const hint = nearest ? `did you mean "${nearest}"?` : `known: ${known.slice(0, 30).join(', ')}`;
  const message = `the model has no ${what} "${name}"; ${hint}`;
  return new CandorError(code, message, { [what]: name, ...(nearest ? { nearest } : {}) });
}

function pathsOf({ paths }: PathModelSpecification, names: readonly string[]): ModelPath[] {
  const place = (name: string) => {
    const index = names.indexOf(name);
    if (index < 0) throw unknownName('CND_MODEL_CONSTRUCT_UNKNOWN', 'construct', name, names);
    return index;
  };
  const placed = paths.map(([from, to]) => ({ from: place(from), to: place(to) }));
  const twice = placed.find(({ from, to }, index) =>
    placed.slice(0, index).some((path) => path.from === from && path.to === to),
  );
  if (twice) refuse(`each path once, got "${names[twice.from]} -> ${names[twice.to]}" twice`);
  const alone = names.find((_, index) => placed.every(({ from, to }) => from !== index && to !== index));
  if (alone !== undefined) {
    const message = `pathModel needs a path to or from every construct, got none for "${alone}"`;
    throw new CandorError('CND_MODEL_CONSTRUCT_ALONE', message, { construct: alone });
  }
  return placed;
}
