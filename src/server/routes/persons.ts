import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { CandorError } from '../../errors/index.ts';
import { erasePerson, findPersons, keptOfPerson, objectForPerson } from '../../fieldwork/index.ts';
import { type AuditAction, recordEvent } from '../../people/index.ts';
import type { WorkspaceTransaction } from '../../store/index.ts';
import type { RouteEnv } from '../context.ts';
import { inWorkspace } from '../guard.ts';
import { idParams, jsonBody, newRoutes, noQuery, reply, textLine, workspaceParams } from '../route.ts';

const person = z.object({
  id: z.string(),
  externalId: z.string().nullable(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  accounts: z.array(z.string()),
  invitations: z.number().int(),
  answers: z.number().int(),
  isOptedOut: z.boolean(),
  isErased: z.boolean(),
});

const find = createRoute({
  method: 'post',
  path: '/workspaces/{workspace}/persons/search',
  summary: 'Whose request it is: by e-mail address, telephone, id of the system behind or a part of the name',
  description: 'A POST, so that no address stands in a log.',
  ...inWorkspace('handle-person-requests'),
  request: {
    params: workspaceParams,
    query: noQuery,
    body: jsonBody(z.strictObject({ text: textLine() })),
  },
  responses: { 200: reply('At most 20 persons', z.object({ persons: z.array(person) })) },
});

const row = z.record(z.string(), z.unknown());
const rows = z.array(row);

const kept = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/persons/{id}',
  summary: 'Everything that is kept of one person, for the person',
  ...inWorkspace('handle-person-requests'),
  request: { params: idParams, query: noQuery },
  responses: {
    200: reply(
      'What is kept',
      z.object({
        contact: row,
        roles: rows,
        bases: rows,
        encounters: rows,
        invitations: rows,
        messages: rows,
        signals: rows,
        answers: rows,
      }),
    ),
  },
});

const done = z.object({ id: z.string() });

const objected = createRoute({
  method: 'post',
  path: '/workspaces/{workspace}/persons/{id}/objection',
  summary: 'Never ask this person again, by no channel; what is planned for him is cancelled',
  ...inWorkspace('handle-person-requests'),
  request: { params: idParams, query: noQuery },
  responses: { 200: reply('Who it was', done) },
});

const erased = createRoute({
  method: 'delete',
  path: '/workspaces/{workspace}/persons/{id}',
  summary: 'Erase a person: name, addresses, bases and words go, the points of scales stay as nobody’s; for good',
  ...inWorkspace('handle-person-requests'),
  request: { params: idParams, query: noQuery },
  responses: { 200: reply('Who it was', done) },
});

type Handle = (transaction: WorkspaceTransaction, contactId: string, now: Date) => Promise<boolean>;

/** What a person may ask of whoever keeps his data: to see it, to be left in peace, to be forgotten. */
export function personRoutes() {
  const routes = newRoutes();
  routes.openapi(find, async (c) => {
    const { text } = c.req.valid('json');
    const persons = await c.var.context.store.readWorkspace(c.var.access.workspace.id, (transaction) =>
      findPersons(transaction, text),
    );
    return c.json({ persons: persons.map((one) => ({ ...one, accounts: [...one.accounts] })) }, 200);
  });
  routes.openapi(kept, async (c) => {
    const { id } = c.req.valid('param');
    const { store, clock } = c.var.context;
    const found = await store.inWorkspace(c.var.access.workspace.id, async (transaction) => {
      const all = await keptOfPerson(transaction, id);
      if (!all) throw unknownPerson(id);
      const event = { action: 'see-person', subjectKind: 'person', subjectId: id, at: clock() } as const;
      await recordEvent(transaction, c.var.principal, event);
      return all;
    });
    return c.json(found as never, 200);
  });
  routes.openapi(objected, async (c) => c.json(await handled(c, 'object-for-person', objectForPerson), 200));
  routes.openapi(erased, async (c) => c.json(await handled(c, 'erase-person', erasePerson), 200));
  return routes;
}

const unknownPerson = (id: string) => new CandorError('CND_NOT_FOUND', `there is no person ${id}`, { kind: 'person' });

async function handled(c: Context<RouteEnv>, action: AuditAction, handle: Handle): Promise<{ id: string }> {
  const id = c.req.param('id')!;
  const { store, clock } = c.var.context;
  const at = clock();
  await store.inWorkspace(c.var.access.workspace.id, async (transaction) => {
    if (!(await handle(transaction, id, at))) throw unknownPerson(id);
    await recordEvent(transaction, c.var.principal, { action, subjectKind: 'person', subjectId: id, at });
  });
  return { id };
}
