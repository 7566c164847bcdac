import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AnswerForm,
  type Answering,
  endPartials,
  keepLinks,
  keepPartial,
  newHolder,
  openAnswer,
  openAnswering,
  sendAnswer,
} from '../../src/answering/index.ts';
import { responseWriter } from '../../src/store/index.ts';
import { templateFor } from '../../src/survey/index.ts';
import { type TestStore, testStore } from '../store/test-store.ts';
import { type Asked, type AskedFixture, askedFixture, invite, secret } from './asked-fixture.ts';
import { longQuestionnaire } from './questionnaires.ts';

const now = new Date('2030-06-15T09:00:00Z');
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
const tokenOf = ({ answer }: Asked) => answer.slice('/a/'.length);
const sent = { language: 'en', device: 'phone' } as const;

let test: TestStore;
let fixture: AskedFixture;
let answering: Answering;
const rows = <Row extends object>(text: string, values: readonly unknown[] = []) =>
  test.store.inWorkspace(fixture.workspaceId, (t) => t.query<Row>(text, [fixture.workspaceId, ...values]));
const opened = async (asked: Asked, at = now): Promise<AnswerForm> => {
  const found = await openAnswer(answering, tokenOf(asked), at);
  if (found.kind !== 'open') throw new Error(found.kind);
  return found.form;
};

beforeAll(async () => {
  test = await testStore();
  answering = openAnswering({ store: test.store, write: responseWriter(test.store), secret });
  fixture = await askedFixture(test.store, {
    workspaceId: await test.newWorkspace(),
    questionnaire: longQuestionnaire,
  });
});
afterAll(() => test.close());

describe('the link of an invitation', () => {
  it('opens its questionnaire, and shows the same link to a reminder', async () => {
    const [asked] = await invite(fixture, 1, { now, language: 'fi' });
    const form = await opened(asked!);
    expect(form.version.questionnaire).toEqual(longQuestionnaire);
    expect(form).toMatchObject({ languages: ['fi'], values: { contact: { name: 'Aino' } }, stopPath: asked!.stop });
    const again = await test.store.inWorkspace(fixture.workspaceId, (t) =>
      keepLinks(t, { secret, invitationIds: [asked!.invitationId], now: later(3) }),
    );
    expect(again.get(asked!.invitationId)).toEqual({ answer: asked!.answer, stop: asked!.stop });
    expect(
      await rows('select 1 from invitation_link where workspace_id = $1 and invitation_id = $2', [asked!.invitationId]),
    ).toHaveLength(2);
  });

  it('keeps nothing of its secret but the hash', async () => {
    const [asked] = await invite(fixture, 1, { now });
    const kept = await rows(
      'select l::text as row from invitation_link l where workspace_id = $1 and invitation_id = $2',
      [asked!.invitationId],
    );
    expect(JSON.stringify(kept)).not.toContain(asked!.answer.slice(-32));
  });

  it('is one and the same unknown link when it is truncated, changed, foreign, or a stop link', async () => {
    const [asked] = await invite(fixture, 1, { now });
    const token = tokenOf(asked!);
    const flip = (text: string) =>
      text.replace(/[a-zA-Z](?=[^a-zA-Z]*$)/, (c) => (c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase()));
    const other = await test.newWorkspace();
    const [{ code } = { code: '' }] = await test.store.inTransaction((c) =>
      c.query<{ code: string }>('select code from workspace_directory where workspace_id = $1', [other]),
    );
    const wrong = [
      '',
      token.slice(0, -1),
      `${token}x`,
      flip(token),
      token.toUpperCase(),
      `${code}${token.slice(8)}`,
      `00000000${token.slice(8)}`,
      asked!.stop.slice('/u/'.length),
      '%00',
      'é'.repeat(40),
    ];
    for (const one of wrong)
      expect([one, await openAnswer(answering, one, now)]).toEqual([one, { kind: 'unknown', languages: [] }]);
    expect((await openAnswer(answering, token, now)).kind).toBe('open');
  });

  it('says why there is nothing to answer', async () => {
    const [answered, expired, cancelled, refused, bounced] = await invite(fixture, 5, { now });
    const state = (asked: Asked | undefined, to: string) =>
      rows(
        "update invitation set state = $3, refused_reason = case when $3 = 'refused' then 'x' end where workspace_id = $1 and id = $2",
        [asked!.invitationId, to],
      );
    await state(answered, 'completed');
    await state(cancelled, 'cancelled');
    await state(refused, 'refused');
    await state(bounced, 'bounced');
    const kind = async (asked: Asked | undefined, at = now) => (await openAnswer(answering, tokenOf(asked!), at)).kind;
    expect(await kind(answered)).toBe('answered');
    expect(await kind(expired, later(14))).toBe('expired');
    expect(await kind(expired, later(13))).toBe('open');
    expect(await kind(cancelled)).toBe('closed');
    expect(await kind(refused)).toBe('unknown');
    expect(await kind(bounced)).toBe('open');
    await rows("update programme set state = 'ended' where workspace_id = $1");
    expect(await kind(expired)).toBe('closed');
    await rows("update programme set state = 'running' where workspace_id = $1");
  });

  it('changes nothing by being opened', async () => {
    const [asked] = await invite(fixture, 1, { now });
    const state = () =>
      rows(
        'select i.*, (select count(*) from partial_response p where p.workspace_id = $1) as partials from invitation i where workspace_id = $1 and id = $2',
        [asked!.invitationId],
      );
    const before = await state();
    for (let time = 0; time < 5; time += 1) await opened(asked!);
    expect(await state()).toEqual(before);
  });
});

describe('an answer', () => {
  const given = {
    recommend: '9',
    how: ['other'],
    'how.words': 'By drone',
    liked: ['people', 'speed'],
    'parts.price': '2',
    'parts.tone': '5',
    more: 'All fine \u0000\ud800',
    call: 'given',
  };

  it('is stored with its choices, their order, how it was shown, and completes its invitation', async () => {
    const [asked] = await invite(fixture, 1, { now });
    const outcome = await sendAnswer(answering, await opened(asked!), { given, ...sent }, now);
    expect(outcome.kind).toBe('stored');
    const [response] = await rows(
      `select source, channel, segment, language, completed, day::text as day, touchpoint_id, contact_id, presentation
       from response where workspace_id = $1 and invitation_id = $2`,
      [asked!.invitationId],
    );
    expect(response).toMatchObject({
      source: 'answer-page',
      channel: 'email',
      segment: 'large',
      language: 'en',
      completed: true,
      day: '2030-06-15',
      touchpoint_id: fixture.touchpointId,
      contact_id: asked!.contactId,
      presentation: { language: 'en', direction: 'ltr', orientation: 'ascending', device: 'phone' },
    });
    const answers = await rows<{ key: string; shown: string[] | null }>(
      `select q.key, a.point, a.words, a.choices, a.shown from answer a
       join response r on r.workspace_id = a.workspace_id and r.id = a.response_id
       join question q on q.workspace_id = a.workspace_id and q.id = a.question_id
       where a.workspace_id = $1 and r.invitation_id = $2 order by q.position`,
      [asked!.invitationId],
    );
    const shown = answers.find(({ key }) => key === 'how')!.shown!;
    expect([...shown].sort()).toEqual(['bike', 'car', 'other', 'post']);
    expect(shown.at(-1)).toBe('other');
    expect(answers.map(({ shown: _, ...answer }) => answer)).toEqual([
      { key: 'recommend', point: 10, words: null, choices: null },
      { key: 'how', point: null, words: 'By drone', choices: ['other'] },
      { key: 'liked', point: null, words: null, choices: ['speed', 'people'] },
      { key: 'parts.price', point: 2, words: null, choices: null },
      { key: 'parts.tone', point: 5, words: null, choices: null },
      { key: 'more', point: null, words: 'All fine \ufffd', choices: null },
      { key: 'call', point: null, words: null, choices: ['given'] },
    ]);
    const [invitation] = await rows('select state, completed_at from invitation where workspace_id = $1 and id = $2', [
      asked!.invitationId,
    ]);
    expect(invitation).toEqual({ state: 'completed', completed_at: now });
    expect(
      await rows('select kind, state from message where workspace_id = $1 and invitation_id = $2 order by number', [
        asked!.invitationId,
      ]),
    ).toEqual([
      { kind: 'invitation', state: 'sent' },
      { kind: 'reminder', state: 'cancelled' },
    ]);
    expect((await openAnswer(answering, tokenOf(asked!), now)).kind).toBe('answered');
  });

  it('counts in the tallies as one of the API does', async () => {
    const [delta] = await rows(
      `select d.point, d.points, d.weight, d.channel from tally_delta d
       join question q on q.workspace_id = d.workspace_id and q.id = d.question_id
       where d.workspace_id = $1 and q.key = 'recommend'`,
    );
    expect(delta).toEqual({ point: 10, points: 11, weight: 1, channel: 'email' });
  });

  it('is sent back when something is needed or wrong, and when there is nothing in it', async () => {
    const [asked] = await invite(fixture, 1, { now });
    const form = await opened(asked!);
    const problems = async (fields: object) => {
      const outcome = await sendAnswer(answering, form, { given: fields, ...sent }, now);
      return outcome.kind === 'problems'
        ? outcome.problems.map(({ question, code }) => `${question} ${code}`)
        : outcome.kind;
    };
    expect(await problems({})).toEqual(['recommend needed']);
    expect(await problems({ recommend: '11' })).toEqual(['recommend outside-scale']);
    expect(await problems({ recommend: '3' })).toEqual(['reason needed']);
    expect(await problems({ recommend: '9', liked: ['none', 'speed'] })).toEqual(['liked too-many']);
    expect(
      await rows('select 1 from response where workspace_id = $1 and invitation_id = $2', [asked!.invitationId]),
    ).toEqual([]);
  });

  it('is one for each invitation, of ten that are sent at once, for 200 invitations', async () => {
    const asked = await invite(fixture, 200, { now });
    // Ten processes, each with a writer of its own, as servers behind one address are.
    const writers = Array.from({ length: 10 }, () =>
      openAnswering({ store: test.store, write: responseWriter(test.store, { gatherMilliseconds: 0 }), secret }),
    );
    const forms = await Promise.all(asked.map((one) => opened(one)));
    const outcomes = await Promise.all(
      forms.flatMap((form, place) =>
        writers.map(async (writer, number) => {
          const score = String((place + number) % 4 === 0 ? 9 : 7 + (number % 4));
          return (await sendAnswer(writer, form, { given: { recommend: score }, ...sent }, now)).kind;
        }),
      ),
    );
    expect(outcomes.filter((kind) => kind === 'stored')).toHaveLength(200);
    expect(outcomes.filter((kind) => kind === 'answered')).toHaveLength(1800);
    const ids = asked.map(({ invitationId }) => invitationId);
    const [stored] = await rows(
      `select count(*)::int as n, count(distinct invitation_id)::int as invitations,
         (select count(*)::int from answer a where a.workspace_id = $1 and a.response_id in
           (select id from response where workspace_id = $1 and invitation_id = any ($2))) as answers,
         (select count(*)::int from invitation where workspace_id = $1 and id = any ($2) and state = 'completed') as completed
       from response where workspace_id = $1 and invitation_id = any ($2)`,
      [ids],
    );
    expect(stored).toEqual({ n: 200, invitations: 200, answers: 200, completed: 200 });
  });
});

describe('what is not sent yet', () => {
  const kept = (asked: Asked) =>
    rows('select given, page from partial_response where workspace_id = $1 and invitation_id = $2', [
      asked.invitationId,
    ]);

  it('is changed by its holder only, and goes with the answer', async () => {
    const [asked] = await invite(fixture, 1, { now });
    const form = await opened(asked!);
    const [mine, other] = [newHolder(), newHolder()];
    const keep = (holder: string, recommend: string) =>
      keepPartial(answering, form, { given: { recommend, how: 'nonsense' }, ...sent, page: 'why', holder }, now);
    expect(await keep(mine, '3')).toBe('kept');
    expect(await keep(other, '10')).toBe('held');
    expect(await kept(asked!)).toEqual([{ given: { recommend: '3' }, page: 'why' }]);
    expect(await keep(mine, '4')).toBe('kept');
    expect(await kept(asked!)).toEqual([{ given: { recommend: '4' }, page: 'why' }]);
    expect((await opened(asked!)).partial).toMatchObject({ given: { recommend: '4' } });
    const [opening] = await rows('select state, opened_at from invitation where workspace_id = $1 and id = $2', [
      asked!.invitationId,
    ]);
    expect(opening).toEqual({ state: 'opened', opened_at: now });
    await sendAnswer(answering, form, { given: { recommend: '9' }, ...sent }, now);
    expect(await kept(asked!)).toEqual([]);
    expect(await keep(mine, '1')).toBe('held');
    expect(await kept(asked!)).toEqual([]);
  });

  it('becomes a response that is not completed when the time is over, never before, and only with a score', async () => {
    const [scored, wordless, open] = await invite(fixture, 3, { now, expiresAt: later(2) });
    const keep = async (asked: Asked, given: object) =>
      keepPartial(answering, await opened(asked), { given, ...sent, page: 'why', holder: newHolder() }, now);
    await keep(scored!, { recommend: '3' });
    await keep(wordless!, { how: 'car' });
    await keep(open!, { recommend: '8' });
    await rows('update invitation set expires_at = $3 where workspace_id = $1 and id = $2', [
      open!.invitationId,
      later(9),
    ]);
    expect(await endPartials(answering, fixture.workspaceId, later(1))).toBe(0);
    expect(await endPartials(answering, fixture.workspaceId, later(3))).toBe(1);
    expect(await endPartials(answering, fixture.workspaceId, later(3))).toBe(0);
    expect(await kept(wordless!)).toEqual([]);
    expect(await kept(open!)).toHaveLength(1);
    expect(
      await rows('select completed, responded_at from response where workspace_id = $1 and invitation_id = $2', [
        scored!.invitationId,
      ]),
    ).toEqual([{ completed: false, responded_at: now }]);
    const [ended] = await rows('select state from invitation where workspace_id = $1 and id = $2', [
      scored!.invitationId,
    ]);
    expect(ended).toEqual({ state: 'expired' });
    expect((await openAnswer(answering, tokenOf(scored!), later(3))).kind).toBe('expired');
  });
});

it('a version that an import made has no page', async () => {
  const workspaceId = await test.newWorkspace();
  const imported = await askedFixture(test.store, { workspaceId, questionnaire: templateFor('delivery', ['en']) });
  await test.store.inWorkspace(workspaceId, (t) =>
    t.query("update survey_version set content = '{}' where workspace_id = $1", [workspaceId]),
  );
  const [asked] = await invite(imported, 1, { now });
  expect((await openAnswer(answering, tokenOf(asked!), now)).kind).toBe('unknown');
});
