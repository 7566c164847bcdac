import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { programmeOutcome } from '../../src/fieldwork/index.ts';
import { respondentWords } from '../../src/survey/index.ts';
import { invite } from '../answering/asked-fixture.ts';
import { type OpenPages, openPages, wordsOf } from '../answering/open-pages.ts';
import { longQuestionnaire } from '../answering/questionnaires.ts';
import { makePlace, type OpenWay } from './open-place.ts';

/** What every way to a place keeps: nobody was asked there, and what is answered says where it came from. */
export function keepsTheOpenContract({ channel, answer, look }: OpenWay): void {
  describe(`the contract of a way to answer without being asked: ${channel}`, () => {
    let pages: OpenPages;
    beforeAll(async () => {
      pages = await openPages(longQuestionnaire);
    });
    afterAll(() => pages.close());

    const stored = (openLinkId: string) =>
      pages.rows(
        `select channel, touchpoint_id, org_unit_id, invitation_id, contact_id, completed, language from response
         where workspace_id = $1 and open_link_id = $2`,
        [openLinkId],
      );

    it('stores an answer once, with its channel, touchpoint and place', async () => {
      const place = await makePlace(pages);
      const again = await answer(pages, place.path);
      await again();
      await again();
      const one = {
        channel,
        touchpoint_id: pages.fixture.touchpointId,
        org_unit_id: place.orgUnitId,
        invitation_id: null,
        contact_id: null,
        completed: true,
        language: 'en',
      };
      expect(await stored(place.id)).toEqual([one]);
      await answer(pages, place.path);
      expect(await stored(place.id)).toEqual([one, one]);
    });

    it('counts in no response rate and in no disposition', async () => {
      await invite(pages.fixture, 3, { now: pages.time.now });
      const place = await makePlace(pages);
      const outcome = () =>
        pages.test.store.readWorkspace(pages.fixture.workspaceId, (transaction) =>
          programmeOutcome(transaction, pages.fixture.programmeId),
        );
      const before = await outcome();
      await answer(pages, place.path);
      expect(await stored(place.id)).toHaveLength(1);
      expect(await outcome()).toEqual(before);
      expect(before.response.asked).toBe(3);
    });

    it('stores nothing when somebody only looks', async () => {
      const place = await makePlace(pages);
      expect((await look(pages, place.path)).status).toBe(200);
      expect((await pages.get(`/s/${place.path}`, {}, 'HEAD')).status).toBe(200);
      expect(await stored(place.id)).toEqual([]);
    });

    it('says kindly that a place is closed, or over, and opens it again', async () => {
      const place = await makePlace(pages, { language: 'fi' });
      const change = (body: object) =>
        pages.ask(`/workspaces/{w}/places/${place.id}`, { as: 'manager', method: 'PATCH', body });
      expect((await change({ isOpen: false })).status).toBe(204);
      pages.time.now = new Date(pages.time.now.getTime() + 60_000);
      const closed = await look(pages, place.path);
      expect(closed.status).toBe(410);
      expect(wordsOf(closed.text)).toContain(respondentWords.fi.closed.text);
      expect((await change({ isOpen: true, expiresAt: pages.time.now.toISOString() })).status).toBe(204);
      expect((await look(pages, place.path)).status).toBe(410);
      expect((await change({ expiresAt: null })).status).toBe(204);
      expect((await look(pages, place.path)).status).toBe(200);
    });

    it('is not there under another key, nor with the code of another workspace', async () => {
      const place = await makePlace(pages);
      const [code, key] = place.path.split('/');
      const codeOther = pages.other.id.replaceAll('-', '').slice(0, 8);
      for (const path of [`${code}/${key}x`, `${code}/x`, `00000000/${key}`, `${codeOther}/${key}`, `${code}/%00`]) {
        expect((await look(pages, path)).status, path).toBe(404);
      }
      expect(await stored(place.id)).toEqual([]);
    });
  });
}
