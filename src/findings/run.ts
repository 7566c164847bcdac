import { createHash } from 'node:crypto';
import packageJson from '../../package.json' with { type: 'json' };

/** The engine that computed a result: a new version may compute another figure from the same data. */
export const engine = `candor ${packageJson.version}`;

/** The identity of a result: the same data, definition, engine and seed give the same id and the same bytes. */
export interface Run {
  /** First 16 hex digits of SHA-256 over data hash, canonical specification, engine and seed. No path enters it. */
  readonly id: string;
  /** SHA-256 over the bytes of the file, hexadecimal. */
  readonly dataHash: string;
  /** The metric definition or method, with its version. */
  readonly definition: string;
  readonly engine: string;
  readonly seed: number;
}

export function runOf(source: { dataHash: string; definition: string; specification: unknown; seed?: number }): Run {
  const { dataHash, definition, specification } = source;
  const seed = source.seed ?? seedOf(dataHash);
  const id = createHash('sha256')
    .update([dataHash, canonical({ definition, specification }), engine, String(seed)].join('\n'))
    .digest('hex')
    .slice(0, 16);
  return { id, dataHash, definition, engine, seed };
}

/** Chance is part of the data: the seed is the first 32 bits of its hash. */
export function seedOf(dataHash: string): number {
  return Number.parseInt(dataHash.slice(0, 8), 16);
}

/** JSON with sorted keys and without absent values, so that the order in which options were given does not matter. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, member]) => member !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** SHA-256 of a text, for analyses that have no file (a plan). */
export function hashOfText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
