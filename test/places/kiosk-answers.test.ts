import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/store/index.ts';
import { type OpenPages, openPages } from '../answering/open-pages.ts';
import { longQuestionnaire } from '../answering/questionnaires.ts';
import { callKiosk, kioskAnswer, kioskCall, makePlace, type TestPlace } from '../channels/open-place.ts';

let pages: OpenPages;
let place: TestPlace;

beforeAll(async () => {
  pages = await openPages(longQuestionnaire);
});
afterAll(() => pages.close());

const outcomes = async (answers: readonly object[], more: object = {}) => {
  const reply = await callKiosk(pages, place.path, kioskCall(pages, answers, more));
  expect(reply.status).toBe(200);
  return ((await reply.json()) as { outcomes: { kind: string; reason?: string }[] }).outcomes.map(
    ({ kind, reason }) => reason ?? kind,
  );
};
const stored = () =>
  pages.rows<{ external_id: string; responded_at: Date; day: string; presentation: Record<string, string> }>(
    `select external_id, responded_at, day::text, presentation from response
     where workspace_id = $1 and open_link_id = $2 order by responded_at`,
    [place.id],
  );

describe('what a kiosk brings', () => {
  it('is stored once each, in one call or in many at once, also when a reply was lost', async () => {
    place = await makePlace(pages);
    const answers = Array.from({ length: 50 }, (_, at) => kioskAnswer(pages, { sequence: at + 1 }));
    const many = await Promise.all([outcomes(answers), outcomes(answers), outcomes(answers.slice(10, 30))]);
    expect(many.flat().filter((kind) => kind === 'stored')).toHaveLength(50);
    expect(new Set(many.flat())).toEqual(new Set(['stored', 'known']));
    expect(await stored()).toHaveLength(50);
  });

  it('is dated by our clock, whatever the clock of the device says', async () => {
    place = await makePlace(pages);
    const now = pages.time.now.getTime();
    const year = 365 * 86_400_000;
    const hour = 3_600_000;
    // A clock that is a year behind; given an hour ago; the device knew its offset, or hears of it only now.
    await outcomes([kioskAnswer(pages, { at: now - year - hour, offset: year })], { sentAt: now - year });
    await outcomes([kioskAnswer(pages, { at: now - year - 2 * hour, offset: undefined })], { sentAt: now - year });
    // A clock that is ahead of ours dates nothing into the future.
    await outcomes([kioskAnswer(pages, { at: now + year, offset: 0 })]);
    const dates = (await stored()).map(({ responded_at: at }) => (now - at.getTime()) / hour);
    expect(dates).toEqual([2, 1, 0]);
    expect((await stored())[0]!.presentation).toMatchObject({
      device: 'kiosk',
      clockOffset: String(year),
      sequence: '1',
    });
  });

  it('is told for each answer by itself: one that is wrong holds up no other', async () => {
    place = await makePlace(pages);
    const told = await outcomes([
      kioskAnswer(pages),
      kioskAnswer(pages, { given: { recommend: '11' } }),
      kioskAnswer(pages, { given: {} }),
      kioskAnswer(pages, { given: { nonsense: 'x' } }),
      kioskAnswer(pages, { version: newId() }),
      kioskAnswer(pages, { at: 0 }),
      kioskAnswer(pages, { given: { recommend: '3' }, completed: false }),
    ]);
    expect(told).toEqual(['stored', 'answer', 'empty', 'answer', 'version', 'time', 'stored']);
    expect(await stored()).toHaveLength(2);
  });

  it('is taken after the place was closed, if it was given before', async () => {
    place = await makePlace(pages);
    const now = pages.time.now.getTime();
    await pages.rows('update open_link set closed_at = $3 where workspace_id = $1 and id = $2', [
      place.id,
      new Date(now - 60_000),
    ]);
    const told = await outcomes([kioskAnswer(pages, { at: now - 120_000 }), kioskAnswer(pages, { at: now - 30_000 })]);
    expect(told).toEqual(['stored', 'closed']);
  });

  it('is taken by the version that was asked, after a new one was published', async () => {
    place = await makePlace(pages);
    const [{ id: survey }] = (await pages.rows<{ id: string }>('select id from survey where workspace_id = $1')) as [
      { id: string },
    ];
    const next = newId();
    await pages.rows(
      `insert into survey_version (workspace_id, id, survey_id, number, content, published_at)
       select $1, $3, $2, 2, content, '2021-01-01' from survey_version where workspace_id = $1 and survey_id = $2`,
      [survey, next],
    );
    expect(await outcomes([kioskAnswer(pages)])).toEqual(['stored']);
    await pages.rows('delete from survey_version where workspace_id = $1 and id = $2', [next]);
  });

  it('says how the device is, on the page Places', async () => {
    place = await makePlace(pages);
    const now = pages.time.now.getTime();
    await outcomes([kioskAnswer(pages)], { waiting: 7, parked: 2, parkedReason: 'answer', sentAt: now - 300_000 });
    const reply = await pages.ask('/workspaces/{w}/places', { as: 'viewer' });
    const { places } = (await reply.json()) as { places: { id: string; answers: object; devices: object[] }[] };
    expect(places.find(({ id }) => id === place.id)).toMatchObject({
      answers: { kiosk: 1 },
      devices: [{ waiting: 7, parked: 2, parkedReason: 'answer', clockOffsetMilliseconds: 300_000 }],
    });
  });

  it('is refused as a whole where it is no call of a kiosk, with the field that is wrong', async () => {
    place = await makePlace(pages);
    const call = (more: object) => callKiosk(pages, place.path, kioskCall(pages, [], more));
    for (const [more, field] of [
      [{ device: 'x' }, 'device'],
      [{ sentAt: -1 }, 'sentAt'],
      [{ answers: [kioskAnswer(pages, { id: crypto.randomUUID() })] }, 'answers.0.id'],
      [{ answers: Array.from({ length: 51 }, () => kioskAnswer(pages)) }, 'answers'],
      [{ nonsense: 1 }, ''],
    ] as const) {
      const reply = await call(more);
      expect(reply.status, field).toBe(400);
      expect(((await reply.json()) as { field: string }).field).toBe(field);
    }
    expect((await pages.post(`/k/${place.path}/answers`, 'x=1')).status).toBe(415);
    expect((await callKiosk(pages, `${place.path}x`, kioskCall(pages, []))).status).toBe(404);
    expect(await stored()).toEqual([]);
  });

  it('fills no table with devices that somebody makes up', async () => {
    place = await makePlace(pages);
    for (let at = 0; at < 210; at += 1) await outcomes([], { device: crypto.randomUUID() });
    const [{ count }] = (await pages.rows<{ count: number }>(
      'select count(*)::int as count from kiosk_device where workspace_id = $1 and open_link_id = $2',
      [place.id],
    )) as [{ count: number }];
    expect(count).toBe(200);
  });
});
