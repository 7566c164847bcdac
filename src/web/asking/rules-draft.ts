import type { Json, JsonObject } from './asking-api.ts';

export type Path = readonly (string | number)[];

export const pathOf = (field: string): Path => field.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));

/** What stands at a place of the rules; undefined where nothing does. */
export function valueAt(rules: Json | undefined, path: Path): Json | undefined {
  let at: Json | undefined = rules;
  for (const key of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Readonly<Record<string | number, Json>>)[key];
  }
  return at;
}

/** The rules with another value at a place; `undefined` takes it away, so that the default holds again. */
export function withValue(rules: JsonObject, path: Path, value: Json | undefined): JsonObject {
  return changed(rules, path, value) as JsonObject;
}

function changed(at: Json | undefined, [key, ...rest]: Path, value: Json | undefined): Json {
  if (typeof key === 'number') {
    const list = Array.isArray(at) ? [...at] : [];
    if (rest.length > 0) list[key] = changed(list[key], rest, value);
    else if (value === undefined) list.splice(key, 1);
    else list[key] = value;
    return list;
  }
  const before = typeof at === 'object' && at !== null && !Array.isArray(at) ? (at as JsonObject) : {};
  const { [key!]: held, ...others } = before;
  const next = rest.length > 0 ? changed(held, rest, value) : value;
  if (next === undefined) return others;
  // In its old place, so that the JSON reads as before.
  return key! in before ? { ...before, [key!]: next } : { ...others, [key!]: next };
}

/** A number as people type it, also with a decimal comma; what is no number stays as it is and is refused at its field. */
export function numberFrom(text: string, times = 1): Json | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const number = Number(trimmed.replace(',', '.'));
  // 12.5 % is 0.125, not 0.12500000000000003.
  return Number.isFinite(number) ? Number((number / times).toPrecision(12)) : trimmed;
}

/** Texts of a line, parted by commas. */
export function listFrom(text: string): readonly string[] | undefined {
  const items = text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
  return items.length === 0 ? undefined : items;
}
