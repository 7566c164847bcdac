import { CandorError } from '../errors/index.ts';

/** The body of a request as bytes; more than `most` is refused before it is held (`CND_REQUEST_TOO_LARGE`). */
export async function readBody({ body }: Request, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  if (body === null) return new Uint8Array();
  for await (const part of body as unknown as AsyncIterable<Uint8Array>) {
    length += part.byteLength;
    if (length > most) throw new CandorError('CND_REQUEST_TOO_LARGE', `at most ${most} bytes are taken`, { most });
    parts.push(part);
  }
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
}
