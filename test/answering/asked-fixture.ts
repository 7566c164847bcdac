import { keepLinks } from '../../src/answering/index.ts';
import { newId, type Store } from '../../src/store/index.ts';
import { askedQuestions, type Questionnaire } from '../../src/survey/index.ts';

/** The secret of every server of these tests. */
export const secret = 'a secret of the tests, 32 letters';

/** A programme that asks by one questionnaire, with an account, a touchpoint and an open link. */
export interface AskedFixture {
  readonly store: Store;
  readonly workspaceId: string;
  readonly code: string;
  readonly versionId: string;
  readonly programmeId: string;
  readonly touchpointId: string;
  readonly openLinkId: string;
  /** Path of the open link. */
  readonly openPath: string;
}

export interface Asked {
  readonly invitationId: string;
  readonly contactId: string;
  readonly answer: string;
  readonly stop: string;
}

export async function askedFixture(
  store: Store,
  { workspaceId, questionnaire }: { workspaceId: string; questionnaire: Questionnaire },
): Promise<AskedFixture> {
  const [surveyId, versionId, programmeId, touchpointId, openLinkId] = Array.from({ length: 5 }, () => newId());
  await store.inWorkspace(workspaceId, async (t) => {
    const insert = (text: string, ...values: unknown[]) => t.query(text, [workspaceId, ...values]);
    await insert(
      "insert into survey (workspace_id, id, key, name, level) values ($1, $2, 'delivery', 'Delivery', 'encounter')",
      surveyId,
    );
    await insert(
      `insert into survey_version (workspace_id, id, survey_id, number, content, published_at)
       values ($1, $2, $3, 1, $4, '2020-01-01')`,
      versionId,
      surveyId,
      JSON.stringify(questionnaire),
    );
    let position = 0;
    for (const { key, kind, metric, scaleMinimum, scalePoints, texts } of askedQuestions(questionnaire)) {
      position += 1;
      await insert(
        `insert into question (workspace_id, id, survey_version_id, key, position, kind, metric, texts, scale_minimum,
           scale_points) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        newId(),
        versionId,
        key,
        position,
        kind,
        metric ?? null,
        JSON.stringify(texts),
        scaleMinimum ?? null,
        scalePoints ?? null,
      );
    }
    await insert(
      "insert into touchpoint (workspace_id, id, key, name) values ($1, $2, 'delivery', 'Delivery')",
      touchpointId,
    );
    await insert(
      `insert into programme (workspace_id, id, key, name, level, survey_id, touchpoint_id, state)
       values ($1, $2, 'delivery', 'Delivery', 'encounter', $3, $4, 'running')`,
      programmeId,
      surveyId,
      touchpointId,
    );
    await insert(
      `insert into open_link (workspace_id, id, key, survey_id, touchpoint_id, channel)
       values ($1, $2, 'shop-1', $3, $4, 'qr')`,
      openLinkId,
      surveyId,
      touchpointId,
    );
  });
  const [directory] = await store.inTransaction((c) =>
    c.query<{ code: string }>('select code from workspace_directory where workspace_id = $1', [workspaceId]),
  );
  const { code } = directory!;
  return {
    store,
    workspaceId,
    code,
    versionId: versionId!,
    programmeId: programmeId!,
    touchpointId: touchpointId!,
    openLinkId: openLinkId!,
    openPath: `/s/${code}/shop-1`,
  };
}

export interface Invite {
  readonly now: Date;
  readonly expiresAt?: Date;
  readonly language?: string;
  readonly state?: string;
}

/** Invites so many people: each a contact with an address, a mail that was sent, and a reminder that is planned. */
export async function invite(
  { store, workspaceId, versionId, programmeId }: AskedFixture,
  count: number,
  { now, expiresAt, language, state = 'sent' }: Invite,
): Promise<Asked[]> {
  const people = Array.from({ length: count }, () => ({ invitationId: newId(), contactId: newId() }));
  const contactIds = people.map(({ contactId }) => contactId);
  const invitationIds = people.map(({ invitationId }) => invitationId);
  return store.inWorkspace(workspaceId, async (t) => {
    await t.query(
      `insert into contact (workspace_id, id, name, email)
       select $1, id, 'Aino', id::text || '@example.com' from unnest($2::uuid[]) as one (id)`,
      [workspaceId, contactIds],
    );
    await t.query(
      `insert into invitation (workspace_id, id, contact_id, programme_id, survey_version_id, channel, state,
         refused_reason, planned_at, sent_at, expires_at, language, segment)
       select $1, id, contact_id, $4, $5, 'email', $6, case when $6 = 'refused' then 'test' end, $7, $7, $8, $9, 'large'
       from unnest($2::uuid[], $3::uuid[]) as one (id, contact_id)`,
      [
        workspaceId,
        invitationIds,
        contactIds,
        programmeId,
        versionId,
        state,
        new Date(now.getTime() - 3_600_000),
        expiresAt ?? new Date(now.getTime() + 14 * 86_400_000),
        language ?? null,
      ],
    );
    for (const [kind, number, messageState] of [
      ['invitation', 0, 'sent'],
      ['reminder', 1, 'planned'],
    ] as const) {
      await t.query(
        `insert into message (workspace_id, id, invitation_id, kind, number, channel, state, planned_at, due_at, sent_at)
         select $1, m, i, $4, $5, 'email', $6, $7, $7, case when $6 = 'sent' then $7::timestamptz end
         from unnest($2::uuid[], $3::uuid[]) as one (m, i)`,
        [
          workspaceId,
          people.map(() => newId()),
          invitationIds,
          kind,
          number,
          messageState,
          new Date(now.getTime() - 3_600_000),
        ],
      );
    }
    const links = await keepLinks(t, { secret, invitationIds, now });
    return people.map((one) => ({ ...one, ...links.get(one.invitationId)! }));
  });
}

/** The fields of a form as a browser posts them. */
export const formBody = (fields: Readonly<Record<string, string | readonly string[]>>): string =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as [string, string])),
  ).toString();
