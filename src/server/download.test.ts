import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { download } from './download.ts';

function file(pieces: number) {
  const state = { taken: 0, letGo: false };
  const bytes = (async function* () {
    try {
      for (; state.taken < pieces; state.taken += 1) yield new Uint8Array(10);
    } finally {
      state.letGo = true;
    }
  })();
  const written = { rows: 0, shortened: 0 };
  return { state, file: { name: 'a.csv', mediaType: 'text/csv', written, bytes } };
}

describe('a download', () => {
  it('is read as it is taken, and let go of at its end', async () => {
    const { state, file: given } = file(100);
    const reply = await download(given);
    expect(state.taken).toBeLessThan(5);
    expect((await reply.arrayBuffer()).byteLength).toBe(1000);
    expect(state.letGo).toBe(true);
  });

  it('is let go of when the one who takes it leaves', async () => {
    const { state, file: given } = file(100);
    const reply = await download(given);
    await reply.body!.cancel();
    expect(state).toEqual({ taken: expect.any(Number), letGo: true });
    expect(state.taken).toBeLessThan(5);
  });

  it('is let go of when nobody takes it any more', async () => {
    const { state, file: given } = file(100);
    const reply = await download(given, 20);
    for (let tries = 0; tries < 200 && !state.letGo; tries += 1) await sleep(10);
    expect(state.letGo).toBe(true);
    await expect(reply.arrayBuffer()).rejects.toThrow('nobody took the file');
  });
});
