import type { Construct, PathModelSpecification } from '../../model/index.ts';

type Paths = PathModelSpecification['paths'];

/** Whether an opened file is a model at all; what it says is judged where it is estimated. */
export function isModel(value: unknown): value is PathModelSpecification {
  if (typeof value !== 'object' || value === null) return false;
  const { constructs, paths, scale } = value as Partial<Record<keyof PathModelSpecification, unknown>>;
  const isPair = (pair: unknown) => Array.isArray(pair) && pair.length === 2;
  return (
    Array.isArray(constructs) &&
    constructs.every((one: Partial<Construct> | null) => typeof one?.name === 'string' && Array.isArray(one.items)) &&
    Array.isArray(paths) &&
    paths.every(isPair) &&
    isPair(scale)
  );
}

export const arrowsWithout = (paths: Paths, name: string): Paths =>
  paths.filter(([from, to]) => from !== name && to !== name);

/** A construct changed, removed (undefined) or added at the end; its arrows follow its name. */
export function withConstruct(
  draft: PathModelSpecification,
  place: number,
  next: Construct | undefined,
): PathModelSpecification {
  const old = draft.constructs[place]?.name;
  const constructs = next
    ? [...draft.constructs.slice(0, place), next, ...draft.constructs.slice(place + 1)]
    : draft.constructs.filter((_, at) => at !== place);
  if (old === undefined) return { ...draft, constructs };
  if (!next) return { ...draft, constructs, paths: arrowsWithout(draft.paths, old) };
  const renamed = (name: string) => (name === old ? next.name : name);
  return { ...draft, constructs, paths: draft.paths.map(([from, to]) => [renamed(from), renamed(to)]) };
}

/** A question measures one construct, or none (the empty name). */
export function withItem(draft: PathModelSpecification, item: string, construct: string): PathModelSpecification {
  const constructs = draft.constructs.map((one) => {
    const items = one.items.filter((known) => known !== item);
    return { ...one, items: one.name === construct ? [...items, item] : items };
  });
  return { ...draft, constructs };
}

/** An arrow drawn or taken out; the one the other way round falls, as effects cannot come back. */
export function withArrow(
  draft: PathModelSpecification,
  [from, to]: readonly [string, string],
  isDrawn: boolean,
): PathModelSpecification {
  const others = draft.paths.filter(
    (path) => !(path[0] === from && path[1] === to) && !(path[0] === to && path[1] === from),
  );
  return { ...draft, paths: isDrawn ? [...others, [from, to]] : others };
}
