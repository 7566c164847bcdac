import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIdentity } from '../../src/places/index.ts';
import { newId } from '../../src/store/index.ts';
import { fieldsOn, type OpenPages, openPages } from '../answering/open-pages.ts';
import { longQuestionnaire } from '../answering/questionnaires.ts';
import { makePlace, piece, type TestPlace } from '../channels/open-place.ts';

let pages: OpenPages;
let place: TestPlace;
let secret: string;
const day = 86_400_000;

beforeAll(async () => {
  pages = await openPages(longQuestionnaire);
  place = await makePlace(pages);
  const made = await pages.ask(`/workspaces/{w}/places/${place.id}/identity-secret`, { as: 'owner', method: 'POST' });
  secret = ((await made.json()) as { secret: string }).secret;
});
afterAll(() => pages.close());

let number = 0;
async function person(more: { optedOut?: boolean; staff?: boolean } = {}) {
  number += 1;
  const contact = `crm-${number}`;
  const id = newId();
  await pages.rows(
    `insert into contact (workspace_id, id, name, external_id, opted_out_at, staff)
     values ($1, $2, 'Aino', $3, case when $4 then now() end, $5)`,
    [id, contact, more.optedOut ?? false, more.staff ?? false],
  );
  return { id, contact };
}
const tokenOf = (contact: string) =>
  signIdentity(secret, { contact, exp: Math.floor(pages.time.now.getTime() / 1000) + 3_600 });
const open = (contact: string) => piece(pages, place.path, { _who: tokenOf(contact) });
const asks = (contactId: string) =>
  pages.rows<{ answered_at: Date | null }>(
    'select answered_at from open_link_ask where workspace_id = $1 and contact_id = $2',
    [contactId],
  );
const answer = async (contact: string, first: Record<string, string[]>) => {
  const _who = tokenOf(contact);
  const last = (await piece(pages, place.path, { ...first, _who, recommend: '9', _go: 'next' })).piece.html!;
  return piece(pages, place.path, { ...fieldsOn(last), _who, _go: 'next' });
};

describe('a person who is known in front of a widget', () => {
  it('is asked once, answers once, and is left in peace by every channel afterwards', async () => {
    const { id, contact } = await person();
    const shown = fieldsOn((await open(contact)).piece.html!);
    // Another page of the host, a moment later: the same ask.
    expect((await open(contact)).piece.html).toContain('type="radio"');
    expect(await asks(id)).toHaveLength(1);
    await answer(contact, shown);
    await answer(contact, shown);
    const rows = await pages.rows(
      'select channel, invitation_id from response where workspace_id = $1 and contact_id = $2',
      [id],
    );
    expect(rows).toEqual([{ channel: 'widget', invitation_id: null }]);
    await expect.poll(async () => (await asks(id))[0]!.answered_at).not.toBeNull();
    expect((await open(contact)).piece).toEqual({ status: 204, reason: 'asked-lately' });
  });

  it('is not asked two weeks after a mail asked, nor when he has objected, nor when he is one of ours', async () => {
    const mailed = await person();
    await pages.rows(
      `insert into invitation (workspace_id, id, contact_id, programme_id, survey_version_id, channel, state, planned_at, sent_at)
       values ($1, $2, $3, $4, $5, 'email', 'sent', $6, $6)`,
      [
        newId(),
        mailed.id,
        pages.fixture.programmeId,
        pages.fixture.versionId,
        new Date(pages.time.now.getTime() - 10 * day),
      ],
    );
    expect((await open(mailed.contact)).piece.reason).toBe('asked-lately');
    expect((await open((await person({ optedOut: true })).contact)).piece.reason).toBe('opted-out');
    expect((await open((await person({ staff: true })).contact)).piece.reason).toBe('staff');
    expect(await asks(mailed.id)).toEqual([]);
  });

  it('is asked once by ten pages that open at the same time', async () => {
    const { id, contact } = await person();
    await Promise.all(Array.from({ length: 10 }, () => open(contact)));
    expect(await asks(id)).toHaveLength(1);
  });

  it('is nobody at all with a token that is not of this place, and anybody where the workspace does not know him', async () => {
    const { contact } = await person();
    const other = await makePlace(pages);
    const foreign = await piece(pages, other.path, { _who: tokenOf(contact) });
    expect(foreign.piece).toEqual({ status: 204, reason: 'identity signature' });
    expect((await open('nobody-we-know')).piece.html).toContain('type="radio"');
    expect((await piece(pages, place.path, { _who: 'v1.x.y' })).piece.reason).toBe('identity signature');
  });

  it('is told of nothing to a page at another origin', async () => {
    const { reply } = await piece(pages, place.path, {}, 'https://shop.example.evil');
    expect([reply.status, reply.headers.get('access-control-allow-origin')]).toEqual([403, null]);
    const right = await piece(pages, place.path, {});
    expect(right.reply.headers.get('access-control-allow-origin')).toBe('https://shop.example');
    expect(right.reply.headers.get('access-control-allow-credentials')).toBeNull();
    expect(right.reply.headers.get('set-cookie')).toBeNull();
  });

  it('is asked again when the contact rules let him be', async () => {
    const { contact } = await person();
    await answer(contact, fieldsOn((await open(contact)).piece.html!));
    pages.time.now = new Date(pages.time.now.getTime() + 89 * day);
    expect((await open(contact)).piece.reason).toBe('asked-lately');
    pages.time.now = new Date(pages.time.now.getTime() + 2 * day);
    expect((await open(contact)).piece.html).toContain('type="radio"');
  });
});
