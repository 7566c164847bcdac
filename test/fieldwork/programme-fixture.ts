import {
  addProgramme,
  changeProgramme,
  encounterPlanner,
  keepingSender,
  keepUsualBasis,
  linkMaker,
  type MessageSender,
  type Sending,
  sendDueMessages,
  surveyReader,
  takeAllEvents,
} from '../../src/fieldwork/index.ts';
import { newId } from '../../src/store/index.ts';
import { templateFor } from '../../src/survey/index.ts';
import type { TestStore } from '../store/test-store.ts';
import { send, sent, workspaceWithTouchpoints } from './event-fixture.ts';

export const secret = 'a secret of thirty-two characters and more';
export const links = linkMaker(secret);
export const hour = 3_600_000;
export const day = 24 * hour;
/** A Monday, 12:00 in Helsinki. */
export const monday = new Date('2030-06-10T09:00:00Z');
export const identity = {
  takesReplies: true,
  from: { address: 'survey@candor.invalid' },
  smsFrom: 'Candor',
  returnDomain: 'candor.invalid',
  baseUrl: 'https://candor.example.com',
  secret,
};

/** A workspace with a published survey about deliveries, a basis for e-mail, and a programme that runs. */
export async function askingCompany(test: TestStore, rules: object = {}) {
  const workspaceId = await workspaceWithTouchpoints(test);
  const programmeId = await test.store.inWorkspace(workspaceId, async (transaction) => {
    const surveyId = newId();
    await transaction.query(
      "insert into survey (workspace_id, id, key, name, level) values ($1, $2, 'delivery', 'Delivery', 'encounter')",
      [workspaceId, surveyId],
    );
    await transaction.query(
      `insert into survey_version (workspace_id, id, survey_id, number, content, published_at)
       values ($1, $2, $3, 1, $4::jsonb, now())`,
      [workspaceId, newId(), surveyId, JSON.stringify(templateFor('delivery', ['en', 'fi', 'sv', 'de', 'ar']))],
    );
    await keepUsualBasis(transaction, { email: 'legitimate-interest' });
    return startedProgramme(transaction, 'after-delivery', rules);
  });
  return { workspaceId, programmeId };
}

export async function startedProgramme(
  transaction: Parameters<typeof addProgramme>[0],
  key: string,
  rules: object = {},
): Promise<string> {
  const given = { level: 'encounter', trigger: { touchpoints: ['delivery'] }, ...rules };
  const id = await addProgramme(transaction, { key, name: key, survey: 'delivery', rules: given, now: monday });
  await changeProgramme(transaction, id, { state: 'running', now: monday });
  return id;
}

/** A delivery that ended half an hour before Monday noon. */
export const delivery = (id: string, person: string, more: object = {}, at = '2030-06-10T08:30:00Z') =>
  sent(
    id,
    {
      touchpoint: 'delivery',
      encounter: id,
      account: `account of ${person}`,
      contact: { id: person, email: `${person}@customers.example`, name: `Person ${person}`, language: 'fi' },
      ...more,
    },
    { time: at },
  );

export async function tell(test: TestStore, workspaceId: string, events: Parameters<typeof send>[2], now = monday) {
  await send(test, workspaceId, events);
  await takeAllEvents(test.store, workspaceId, { clock: () => now, onChanged: encounterPlanner(links) });
}

export function sendingAt(test: TestStore, now: Date, sender: MessageSender = keepingSender(test.store)): Sending {
  return { store: test.store, clock: () => now, links, reader: surveyReader(), sender, identity };
}

export const sendAt = (test: TestStore, workspaceId: string, now: Date) =>
  sendDueMessages(sendingAt(test, now), workspaceId);

export interface InvitationRow {
  readonly id: string;
  readonly person: string | null;
  readonly encounter: string;
  readonly state: string;
  readonly reason: string | null;
  readonly stop: string | null;
  readonly planned: Date;
}

export const invitationsOf = (test: TestStore, workspaceId: string) =>
  test.asSuperuser<InvitationRow>(
    `select i.id, c.external_id as person, e.external_id as encounter, i.state, i.refused_reason as reason,
       i.stop_reason as stop, i.planned_at as planned
     from invitation i left join contact c on c.workspace_id = i.workspace_id and c.id = i.contact_id
     join encounter e on e.workspace_id = i.workspace_id and e.id = i.encounter_id
     where i.workspace_id = $1 order by e.external_id, c.external_id, i.id`,
    [workspaceId],
  );

export const messagesOf = (test: TestStore, workspaceId: string) =>
  test.asSuperuser<{ id: string; kind: string; number: number; state: string; due: Date; channel: string }>(
    `select id, kind, number, state, due_at as due, channel from message where workspace_id = $1 order by due_at, number, id`,
    [workspaceId],
  );

export const keptOf = (test: TestStore, workspaceId: string) =>
  test.asSuperuser<{ recipient: string; subject: string; content: string; raw: Buffer }>(
    'select recipient, subject, content, raw from kept_message where workspace_id = $1 order by kept_at, id',
    [workspaceId],
  );
