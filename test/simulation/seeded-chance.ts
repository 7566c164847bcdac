import { AsyncLocalStorage } from 'node:async_hooks';

/** A number in [0, 1) that belongs to a seed and the names of a thing: whatever happens first, it stays the same. */
export type Chance = (...names: readonly (string | number)[]) => number;

/** FNV-1a and the finish of murmur3: enough to make a year, and twenty times as fast as a hash that keeps secrets. */
function hash32(text: string, start: number): number {
  let held = start;
  for (let i = 0; i < text.length; i += 1) held = Math.imul(held ^ text.charCodeAt(i), 0x01000193);
  held = Math.imul(held ^ (held >>> 16), 0x85ebca6b);
  held = Math.imul(held ^ (held >>> 13), 0xc2b2ae35);
  return (held ^ (held >>> 16)) >>> 0;
}

export function chanceOfSeed(seed: number): Chance {
  return (...names) => hash32(names.join('/'), 0x811c9dc5 ^ hash32(`seed ${seed}`, 0x811c9dc5)) / 2 ** 32;
}

/** One of several, by its chance. */
export function pick<Value>(chance: number, values: readonly Value[]): Value {
  return values[Math.floor(chance * values.length)]!;
}

/** The ids that are made while one virtual year runs: version 7, in the order in which they are made, by its seed. */
export class SeededIds {
  private made = 0;
  private readonly seed: number;
  private readonly run: number;

  constructor(seed: number, run: number) {
    this.seed = seed;
    this.run = run;
  }

  next(): string {
    this.made += 1;
    const time = (0x19000000000 + this.made).toString(16).padStart(12, '0');
    const tail = hash32(`${this.seed} ${this.made}`, 0x811c9dc5).toString(16).padStart(8, '0');
    const who = (this.seed % 0x1000000).toString(16).padStart(6, '0');
    const run = (this.run % 0x1000).toString(16).padStart(3, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${run}-8${who.slice(0, 3)}-${who.slice(3)}0${tail}`;
  }
}

/** Which year makes ids now: several run in one process. */
export const idsInForce = new AsyncLocalStorage<SeededIds>();
