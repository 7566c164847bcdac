import { isAscii, isUtf8 } from 'node:buffer';

export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'macintosh';

/**
 * Text from chunks of bytes of a file whose encoding nobody states. A byte order mark decides; else NUL bytes on one
 * side of each pair mean UTF-16; else UTF-8 until a byte that cannot be UTF-8 comes: from there on Windows-1252 (or
 * Mac Roman), which is exact because everything before it was ASCII. Where whole UTF-8 characters came before, or
 * outnumber the bad bytes beside them, the bad byte is damage, not an encoding, and becomes U+FFFD.
 */
export class TextStream {
  encoding: TextEncodingName = 'utf-8';
  #decoder: TextDecoder | undefined;
  #tail: Uint8Array = new Uint8Array(0);
  #started = false;
  #onlyAscii = true;

  decode(chunk: Uint8Array): string {
    if (!this.#started) {
      this.#started = true;
      chunk = this.#start(chunk);
    }
    return withoutNul(this.#decoder ? this.#decoder.decode(chunk, { stream: true }) : this.#decodeUtf8(chunk));
  }

  end(): string {
    if (this.#decoder) return withoutNul(this.#decoder.decode());
    const tail = this.#tail;
    this.#tail = new Uint8Array(0);
    return tail.length === 0 ? '' : this.#fallBack(tail);
  }

  #start(chunk: Uint8Array): Uint8Array {
    if (chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) {
      this.#onlyAscii = false;
      return chunk.subarray(3);
    }
    const wide = wideEncoding(chunk);
    if (wide) this.#use(wide);
    return chunk;
  }

  #use(encoding: TextEncodingName): TextDecoder {
    this.encoding = encoding;
    this.#decoder = new TextDecoder(encoding);
    return this.#decoder;
  }

  #decodeUtf8(chunk: Uint8Array): string {
    if (this.#tail.length === 0 && isAscii(chunk)) return asBuffer(chunk).toString('latin1');
    const bytes = this.#tail.length === 0 ? chunk : Buffer.concat([this.#tail, chunk]);
    const cut = bytes.length - unfinishedBytes(bytes);
    const whole = bytes.subarray(0, cut);
    if (!isUtf8(whole)) {
      this.#tail = new Uint8Array(0);
      return this.#fallBack(bytes);
    }
    this.#tail = bytes.slice(cut);
    if (!isAscii(whole)) this.#onlyAscii = false;
    return asBuffer(whole).toString('utf8');
  }

  #fallBack(bytes: Uint8Array): string {
    const decoder = this.#use(this.#onlyAscii && !mostlyUtf8(bytes) ? singleByteEncoding(bytes) : 'utf-8');
    return decoder.decode(bytes, { stream: true });
  }
}

function withoutNul(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '') : text;
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** How many bytes at the end belong to a character that the next chunk completes. */
function unfinishedBytes(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return 0;
    if (byte < 0xc0) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return needed > back ? back : 0;
  }
  return 0;
}

/** Whether more of the letters beyond ASCII are whole UTF-8 characters than are not. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  let whole = 0;
  let broken = 0;
  for (const character of new TextDecoder().decode(bytes)) {
    if (character === '\uFFFD') broken += 1;
    else if (character > '\x7f') whole += 1;
  }
  return whole > broken;
}

function wideEncoding(head: Uint8Array): TextEncodingName | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const pairs = Math.floor(Math.min(head.length, 4096) / 2);
  let first = 0;
  let second = 0;
  for (let pair = 0; pair < pairs; pair += 1) {
    if (head[2 * pair] === 0) first += 1;
    if (head[2 * pair + 1] === 0) second += 1;
  }
  // A table has digits, delimiters and line ends, so at least a quarter of its UTF-16 units have one zero byte.
  if (pairs >= 2 && second > pairs / 4 && first < second / 5) return 'utf-16le';
  if (pairs >= 2 && first > pairs / 4 && second < first / 5) return 'utf-16be';
  return undefined;
}

/** Western letters sit elsewhere in Mac Roman: å ä ö é are 8C 8A 9A 8E there, and rare signs in Windows-1252. */
function singleByteEncoding(bytes: Uint8Array): TextEncodingName {
  let mac = 0;
  let windows = 0;
  for (const byte of bytes) {
    if (byte >= 0xc0) windows += 1;
    else if ((byte >= 0x80 && byte <= 0x90 && byte !== 0x80 && byte !== 0x85) || byte === 0x9a || byte === 0x9f)
      mac += 1;
  }
  return mac > windows ? 'macintosh' : 'windows-1252';
}
