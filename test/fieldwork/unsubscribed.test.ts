import { afterAll, beforeAll, expect, it } from 'vitest';
import { openAnswering, openStop, unsubscribe } from '../../src/answering/index.ts';
import { responseWriter } from '../../src/store/index.ts';
import { type TestStore, testStore } from '../store/test-store.ts';
import {
  askingCompany,
  delivery,
  hour,
  identity,
  invitationsOf,
  keptOf,
  monday,
  sendAt,
  tell,
} from './programme-fixture.ts';

let test: TestStore;
beforeAll(async () => {
  test = await testStore();
});
afterAll(() => test.close());

it('whoever unsubscribes by the link of a mail is not asked again, under another name and spelling neither', async () => {
  const { store } = test;
  const { workspaceId } = await askingCompany(test);
  const soon = new Date(monday.getTime() + hour);
  await tell(test, workspaceId, [delivery('D1', 'anna')]);
  expect(await sendAt(test, workspaceId, soon)).toMatchObject({ sent: 1 });
  const [mail] = await keptOf(test, workspaceId);
  const token = /\/u\/([\w-]+)/.exec(mail!.content)![1]!;
  const answering = openAnswering({ store, write: responseWriter(store), secret: identity.secret });
  const opened = await openStop(answering, token, soon);
  if (opened.kind !== 'open') throw new Error('the link of the mail opens no page');
  await unsubscribe(answering, opened.page, soon);
  const other = { contact: { id: 'another', email: 'Anna+shop@Customers.example', name: 'A', language: 'fi' } };
  await tell(test, workspaceId, [delivery('D2', 'another', other)]);
  const asked = await invitationsOf(test, workspaceId);
  expect(asked.filter(({ person }) => person === 'another')).toMatchObject([
    { state: 'refused', reason: 'suppressed' },
  ]);
});
