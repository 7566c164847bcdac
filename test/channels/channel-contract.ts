import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import type { Channel } from '../../src/channels/index.ts';

/** What a channel under the contract is tried with. */
export interface ChannelUnderTest<Message> {
  readonly channel: Channel<Message>;
  /** A message that can be sent, which carries the mark somewhere in what arrives. */
  readonly message: (mark: string) => Message;
  /** A message that can never be sent. */
  readonly hopeless: () => Message;
  /** All that has arrived at the other side, as text. */
  readonly arrived: () => Promise<readonly string[]>;
  readonly stop: () => Promise<void>;
}

/** What every channel keeps, whatever it sends by. */
export function keepsTheContract<Message>(name: string, open: () => Promise<ChannelUnderTest<Message>>): void {
  describe(`the contract of a channel: ${name}`, () => {
    let stop: (() => Promise<void>) | undefined;
    afterEach(async () => {
      await stop?.();
      stop = undefined;
    });
    const start = async () => {
      const under = await open();
      stop = async () => {
        await under.channel.close();
        await under.stop();
      };
      return under;
    };
    const times = async (under: ChannelUnderTest<Message>, mark: string) =>
      (await under.arrived()).filter((text) => text.includes(mark)).length;
    const committed = { handingOver: async () => undefined };

    it('sends a message once and says how the other side names it', async () => {
      const under = await start();
      const mark = randomUUID();
      const handed = await under.channel.send(under.message(mark), committed);
      expect(handed.kind).toBe('sent');
      expect(handed.kind === 'sent' && handed.providerId).toMatch(/\S/);
      expect(handed.reply).toMatch(/\S/);
      expect(await times(under, mark)).toBe(1);
    });

    it('waits for the commit, once, before anything arrives', async () => {
      const under = await start();
      const mark = randomUUID();
      let calls = 0;
      let before = -1;
      await under.channel.send(under.message(mark), {
        handingOver: async () => {
          calls++;
          await new Promise((resolve) => setTimeout(resolve, 60));
          before = await times(under, mark);
        },
      });
      expect([calls, before, await times(under, mark)]).toEqual([1, 0, 1]);
    });

    it('sends nothing when the commit fails, throws what it threw, and goes on', async () => {
      const under = await start();
      const [lost, kept] = [randomUUID(), randomUUID()];
      const trouble = new Error('the store is away');
      const sending = under.channel.send(under.message(lost), { handingOver: () => Promise.reject(trouble) });
      await expect(sending).rejects.toBe(trouble);
      expect((await under.channel.send(under.message(kept), committed)).kind).toBe('sent');
      expect([await times(under, lost), await times(under, kept)]).toEqual([0, 1]);
    });

    it('sends many at the same time, each once', async () => {
      const under = await start();
      const marks = Array.from({ length: 20 }, () => randomUUID());
      const handed = await Promise.all(marks.map((mark) => under.channel.send(under.message(mark), committed)));
      expect(handed.map(({ kind }) => kind)).toEqual(marks.map(() => 'sent'));
      const arrived = await under.arrived();
      expect(marks.map((mark) => arrived.filter((text) => text.includes(mark)).length)).toEqual(marks.map(() => 1));
    });

    it('refuses for good what can never be sent, without a commit', async () => {
      const under = await start();
      let calls = 0;
      const handed = await under.channel.send(under.hopeless(), {
        handingOver: async () => {
          calls++;
        },
      });
      expect(handed).toMatchObject({ kind: 'refused', permanent: true, code: expect.stringMatching(/^CND_/) });
      expect([calls, await under.arrived()]).toEqual([0, []]);
    });

    it('refuses for now what comes after it was closed, and may be closed twice', async () => {
      const under = await start();
      await under.channel.close();
      await under.channel.close();
      const handed = await under.channel.send(under.message(randomUUID()), committed);
      expect(handed).toMatchObject({ kind: 'refused', permanent: false, code: 'closed' });
      expect(await under.arrived()).toEqual([]);
    });
  });
}
