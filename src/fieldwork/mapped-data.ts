type Data = Readonly<Record<string, unknown>>;

/** The data as the convention names them: each mapped field is taken from its place, the others stay as they are. */
export function mappedData(data: Data, fields: Readonly<Record<string, string>>): Data {
  const entries = Object.entries(fields);
  if (entries.length === 0) return data;
  const mapped: Record<string, unknown> = { ...data };
  for (const [field, path] of entries) put(mapped, field.split('.'), valueAt(data, path.split('.')));
  return mapped;
}

/** Own properties only: nobody reaches `constructor` by a path. */
function valueAt(data: unknown, path: readonly string[]): unknown {
  let value = data;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Data)[part];
  }
  return value;
}

function put(into: Record<string, unknown>, [first, second]: readonly string[], value: unknown): void {
  if (second === undefined) {
    into[first!] = value;
    return;
  }
  const held = into[first!];
  const object = typeof held === 'object' && held !== null && !Array.isArray(held) ? held : {};
  into[first!] = { ...object, [second]: value };
}
