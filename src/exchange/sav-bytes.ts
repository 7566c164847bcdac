const encoder = new TextEncoder();

/** Bytes of a growing record: little-endian integers, doubles and padded texts, as .sav wants them. */
export class SavBytes {
  private bytes = new Uint8Array(1 << 16);
  private view = new DataView(this.bytes.buffer);
  private length = 0;

  /** Makes room for so many more bytes. */
  private room(more: number): number {
    const at = this.length;
    if (at + more > this.bytes.length) {
      const larger = new Uint8Array(Math.max(this.bytes.length * 2, at + more));
      larger.set(this.bytes.subarray(0, at));
      this.bytes = larger;
      this.view = new DataView(larger.buffer);
    }
    this.length += more;
    return at;
  }

  byte(value: number): void {
    const at = this.room(1);
    this.bytes[at] = value;
  }

  int(...values: readonly number[]): void {
    for (const value of values) {
      const at = this.room(4);
      this.view.setInt32(at, value, true);
    }
  }

  double(...values: readonly number[]): void {
    for (const value of values) {
      const at = this.room(8);
      this.view.setFloat64(at, value, true);
    }
  }

  raw(bytes: Uint8Array): void {
    const at = this.room(bytes.length);
    this.bytes.set(bytes, at);
  }

  /** A text of a fixed length, filled up with blanks; cut between characters where it is longer. */
  text(text: string, length: number): void {
    const at = this.room(length);
    this.bytes.fill(32, at, at + length);
    this.bytes.set(cutBytes(encoder.encode(text), length), at);
  }

  /** What has come together so far; the next bytes begin anew. */
  take(): Uint8Array {
    const taken = this.bytes.slice(0, this.length);
    this.length = 0;
    return taken;
  }

  get size(): number {
    return this.length;
  }
}

/** At most so many bytes of a UTF-8 text; never half a character. */
export function cutBytes(bytes: Uint8Array, most: number): Uint8Array {
  if (bytes.length <= most) return bytes;
  let end = most;
  while (end > 0 && (bytes[end]! & 0xc0) === 0x80) end -= 1;
  return bytes.subarray(0, end);
}
