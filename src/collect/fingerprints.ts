/**
 * How often texts were met, as 64-bit fingerprints in 12 bytes each: the ids of 1,000,000 rows as texts would take
 * 100 MB. Two different ids among 1,000,000 look alike with probability 3e-8.
 */
export class Fingerprints {
  #size = 1 << 12;
  #held = 0;
  #high = new Uint32Array(this.#size);
  #low = new Uint32Array(this.#size);
  #counts = new Uint32Array(this.#size);

  /** How often the text was met before. */
  meet(text: string): number {
    if (this.#held * 2 > this.#size) this.#grow();
    let high = 0x811c9dc5;
    let low = 0x9747b28c;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      high = Math.imul(high ^ code, 0x01000193);
      low = Math.imul((low ^ code) + 0x7f4a7c15, 0x85ebca6b);
      low ^= low >>> 13;
    }
    const slot = this.#slotOf(mixed(high ^ text.length), mixed(low));
    const before = this.#counts[slot]!;
    this.#counts[slot] = before + 1;
    if (before === 0) this.#held += 1;
    return before;
  }

  #slotOf(high: number, low: number): number {
    let slot = (low ^ high) & (this.#size - 1);
    while (this.#counts[slot] !== 0 && !(this.#high[slot] === high && this.#low[slot] === low)) {
      slot = (slot + 1) & (this.#size - 1);
    }
    this.#high[slot] = high;
    this.#low[slot] = low;
    return slot;
  }

  #grow(): void {
    const [high, low, counts] = [this.#high, this.#low, this.#counts];
    this.#size *= 2;
    this.#high = new Uint32Array(this.#size);
    this.#low = new Uint32Array(this.#size);
    this.#counts = new Uint32Array(this.#size);
    for (let at = 0; at < counts.length; at += 1) {
      if (counts[at] !== 0) this.#counts[this.#slotOf(high[at]!, low[at]!)] = counts[at]!;
    }
  }
}

function mixed(hash: number): number {
  let value = hash ^ (hash >>> 16);
  value = Math.imul(value, 0x85ebca6b);
  value ^= value >>> 13;
  value = Math.imul(value, 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
