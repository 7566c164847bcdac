import fc from 'fast-check';

export type Path = readonly (string | number)[];

/** Every place of a document, the whole of it first. */
export function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))];
}

/** The document with something else at one place of it. */
export function changed(of: unknown, path: Path, to: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return to;
  const copy = (Array.isArray(of) ? [...of] : { ...(of as object) }) as Record<string | number, unknown>;
  copy[first] = changed(copy[first], rest, to);
  return copy;
}

/** What nobody expects at a place, and words that stand at other places. */
export const anything = (...words: readonly unknown[]): fc.Arbitrary<unknown> =>
  fc.oneof(
    fc.jsonValue({ maxDepth: 4 }),
    fc.constantFrom<unknown>(null, '', ' ', '\u0000', '{{', '__proto__', 'a'.repeat(5_000), -1, 0, 1, 1e9, 1.5, [], {}),
    fc.constantFrom(...words),
  );

/** The document with one to three of its places changed. */
export const mutated = (whole: () => unknown, words: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> => {
  const places = pathsOf(whole());
  return fc.array(fc.tuple(fc.nat(places.length - 1), words), { minLength: 1, maxLength: 3 }).map((changes) =>
    changes.reduce((given, [place, to]) => {
      try {
        return changed(given, places[place]!, to);
      } catch {
        // A former change took the place away.
        return given;
      }
    }, whole()),
  );
};
