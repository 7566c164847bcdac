import type { ExportedFile } from '../exchange/index.ts';

/** A file holds a connection of the store while it is read; one that nobody takes any more must let go of it. */
const mostIdleMilliseconds = 120_000;

/**
 * A file as the reply, read from the store as fast as it is taken. The first piece comes before the head, so that a
 * refusal is an answer and not a broken file.
 */
export async function download(
  { name, mediaType, bytes }: ExportedFile,
  mostIdle: number = mostIdleMilliseconds,
): Promise<Response> {
  const first = await bytes.next();
  let idle: NodeJS.Timeout | undefined;
  const give = (out: ReadableStreamDefaultController<Uint8Array>, piece: IteratorResult<Uint8Array>) => {
    if (piece.done) return out.close();
    out.enqueue(piece.value);
    idle = setTimeout(() => {
      out.error(new Error('nobody took the file'));
      void bytes.return(undefined);
    }, mostIdle);
    idle.unref();
  };
  const stream = new ReadableStream<Uint8Array>({
    start: (out) => give(out, first),
    async pull(out) {
      clearTimeout(idle);
      give(out, await bytes.next());
    },
    async cancel() {
      clearTimeout(idle);
      await bytes.return(undefined);
    },
  });
  const headers = { 'Content-Type': mediaType, 'Content-Disposition': `attachment; filename="${name}"` };
  return new Response(stream, { headers });
}
