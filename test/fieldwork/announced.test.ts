import { afterAll, beforeAll, expect, it } from 'vitest';
import { receiveSms } from '../../src/fieldwork/index.ts';
import { createWebhook } from '../../src/webhooks/index.ts';
import { type TestStore, testStore } from '../store/test-store.ts';
import { answeringCompany, bySms, phoneOf, reachable, smsReceivingAt } from './incoming-fixture.ts';
import { delivery, hour, invitationsOf, monday, sendAt, tell } from './programme-fixture.ts';

let test: TestStore;
beforeAll(async () => {
  test = await testStore();
});
afterAll(() => test.close());

const toldIn = async (workspaceId: string) =>
  (
    await test.asSuperuser<{ payload: { event: string; subject: string; data?: object } }>(
      "select payload from outbox where workspace_id = $1 and kind = 'webhook-event' order by id",
      [workspaceId],
    )
  ).map(({ payload }) => payload);
const listen = (workspaceId: string, events: readonly ('response.updated' | 'invitation.refused')[]) =>
  test.store.inWorkspace(workspaceId, (transaction) =>
    createWebhook(transaction, { url: 'https://x.example', kind: 'standard', includesWords: false, events }, monday),
  );
const soon = new Date(monday.getTime() + hour);

it('who is not asked is told with the reason, at once or at the hand-over, and to nobody who does not listen', async () => {
  const { workspaceId } = await answeringCompany(test);
  await listen(workspaceId, ['invitation.refused']);
  await tell(test, workspaceId, [delivery('D1', 'anna', { contact: { id: 'anna' } }), delivery('D2', 'ben')]);
  const [refused, planned] = await invitationsOf(test, workspaceId);
  const [first] = await toldIn(workspaceId);
  expect(first).toMatchObject({
    event: 'invitation.refused',
    subject: refused!.id,
    data: { reason: 'no-address' },
  });
  expect(JSON.stringify(first)).not.toMatch(/anna|customers/);
  await test.asSuperuser("update contact set opted_out_at = now() where workspace_id = $1 and external_id = 'ben'", [
    workspaceId,
  ]);
  await sendAt(test, workspaceId, soon);
  expect((await toldIn(workspaceId))[1]).toMatchObject({ subject: planned!.id, data: { reason: 'opted-out' } });
  const deaf = await answeringCompany(test, { segments: ['gold'] });
  await listen(deaf.workspaceId, ['response.updated']);
  await tell(test, deaf.workspaceId, [delivery('D1', 'anna')]);
  expect(await toldIn(deaf.workspaceId)).toEqual([]);
});

it('an answer that gets its words later is told as changed', async () => {
  const { workspaceId } = await answeringCompany(test, bySms);
  await listen(workspaceId, ['response.updated']);
  await tell(test, workspaceId, [reachable('D', 'ann')]);
  await sendAt(test, workspaceId, soon);
  const receiving = smsReceivingAt(test, new Date(soon.getTime() + hour));
  const sms = { from: phoneOf('ann') };
  expect(await receiveSms(receiving, { ...sms, providerId: '1', text: '5' })).toBe('answered');
  expect(await toldIn(workspaceId)).toEqual([]);
  await receiveSms(receiving, { ...sms, providerId: '2', text: 'Kaikki sujui hyvin' });
  const [response] = await test.asSuperuser<{ id: string }>('select id from response where workspace_id = $1', [
    workspaceId,
  ]);
  expect(await toldIn(workspaceId)).toMatchObject([{ event: 'response.updated', subject: response!.id }]);
});
