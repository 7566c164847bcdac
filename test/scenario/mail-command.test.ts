import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answeringCompany, bounceOf } from '../fieldwork/incoming-fixture.ts';
import { delivery, hour, invitationsOf, monday, secret, sendAt, tell } from '../fieldwork/programme-fixture.ts';
import { type TestStore, testStore } from '../store/test-store.ts';

const root = join(import.meta.dirname, '../..');
let test: TestStore;
beforeAll(async () => {
  test = await testStore();
});
afterAll(() => test.close());

/** As a mail server calls it: the mail on standard input. */
function receive(input: Buffer | string, { url = test.url, args = ['--json'] } = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'bin/candor'), 'mail', 'receive', ...args],
    {
      encoding: 'utf8',
      input,
      env: { ...process.env, DATABASE_URL: url, CANDOR_SECRET: secret, NO_COLOR: '1' },
    },
  );
  return { status, stdout, stderr };
}

describe('candor mail receive', () => {
  it('takes a bounce once, and says what it was', async () => {
    const { workspaceId } = await answeringCompany(test);
    // The demo and the clock of the command are of today.
    await tell(test, workspaceId, [delivery('D', 'anna')]);
    await sendAt(test, workspaceId, new Date(monday.getTime() + hour));
    const [invitation] = await invitationsOf(test, workspaceId);
    const raw = bounceOf({ workspaceId, invitationId: invitation!.id }, '5.1.1');
    const first = receive(raw);
    expect([first.status, JSON.parse(first.stdout)]).toEqual([0, { effect: 'gave-up-address' }]);
    expect(receive(raw, { args: [] })).toMatchObject({ status: 0, stdout: 'It was taken before.\n' });
    expect(JSON.parse(receive('no mail at all').stdout)).toEqual({ effect: 'not-ours' });
  });

  it('keeps the mail in the queue of the mail server while the store is away', () => {
    const away = 'postgresql://candor:x@127.0.0.1:9/candor';
    const { status, stdout, stderr } = receive('x', { url: away, args: [] });
    expect([status, stdout]).toEqual([75, '']);
    expect(stderr).toContain('127.0.0.1:9');
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
