import type { KeptColumn } from './kept-columns.ts';

/**
 * 64-bit fingerprints of the cells of an identity column: 8 bytes a cell where the texts of 1,000,000 ids take 100 MB.
 * 63 bits are used: two different ids among 1,000,000 look alike with probability 5e-8.
 */
export class FingerprintColumn implements KeptColumn {
  length = 0;
  #high = new Uint32Array(4096);
  #low = new Uint32Array(4096);

  add(cell: string): void {
    if (this.length === this.#high.length) {
      const high = new Uint32Array(this.length * 2);
      const low = new Uint32Array(this.length * 2);
      high.set(this.#high);
      low.set(this.#low);
      this.#high = high;
      this.#low = low;
    }
    const text = cell.trim();
    let high = 0x811c9dc5;
    let low = 0x9747b28c;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      high = Math.imul(high ^ code, 0x01000193);
      low = Math.imul((low ^ code) + 0x7f4a7c15, 0x85ebca6b);
      low ^= low >>> 13;
    }
    // 0, 0 means an empty cell.
    this.#high[this.length] = text === '' ? 0 : mixed(high ^ text.length) | 1;
    this.#low[this.length] = text === '' ? 0 : mixed(low);
    this.length += 1;
  }

  /** A function that says of each row, asked in any order, whether an earlier asked row had the same id. */
  repeats(): (row: number) => boolean {
    const size = 2 ** Math.ceil(Math.log2(this.length * 2 + 2));
    const seen = new Int32Array(size);
    const high = this.#high;
    const low = this.#low;
    return (row) => {
      if (high[row] === 0) return false;
      let slot = (low[row] as number) & (size - 1);
      for (; seen[slot] !== 0; slot = (slot + 1) & (size - 1)) {
        const other = (seen[slot] as number) - 1;
        if (low[other] === low[row] && high[other] === high[row]) return other !== row;
      }
      seen[slot] = row + 1;
      return false;
    };
  }
}

function mixed(hash: number): number {
  let value = hash ^ (hash >>> 16);
  value = Math.imul(value, 0x85ebca6b);
  value ^= value >>> 13;
  value = Math.imul(value, 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
