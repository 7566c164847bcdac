import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import {
  addProgramme,
  changeProgramme,
  dryRun,
  findProgramme,
  listProgrammes,
  type OutcomePart,
  type Programme,
  programmeOutcome,
  programmeStates,
  surveyReader,
} from '../../fieldwork/index.ts';
import { recordEvent } from '../../people/index.ts';
import type { WorkspaceTransaction } from '../../store/index.ts';
import type { RouteEnv } from '../context.ts';
import { inWorkspace } from '../guard.ts';
import {
  given,
  idParams,
  instant,
  instantOrNull,
  jsonBody,
  newRoutes,
  noQuery,
  reply,
  textLine,
  workspaceParams,
} from '../route.ts';

const rules = z.record(z.string(), z.unknown()).openapi({ description: 'docs/guides/programme-rules.md' });
const programme = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  level: z.enum(['encounter', 'relationship']),
  state: z.enum(programmeStates),
  surveyId: z.string(),
  rules: rules.optional(),
  createdAt: instant,
  updatedAt: instantOrNull,
});

const list = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/programmes',
  summary: 'The programmes with their rules, defaults filled in; one that an import named has none and asks nobody',
  ...inWorkspace('view-figures'),
  request: { params: workspaceParams, query: noQuery },
  responses: { 200: reply('The programmes, by key', z.object({ programmes: z.array(programme) })) },
});

const add = createRoute({
  method: 'post',
  path: '/workspaces/{workspace}/programmes',
  summary: 'Make a programme, as a draft: nobody is asked before it is started',
  ...inWorkspace('manage-programmes'),
  request: {
    params: workspaceParams,
    query: noQuery,
    body: jsonBody(z.strictObject({ key: textLine(60), name: textLine(), survey: textLine(), rules })),
  },
  responses: { 201: reply('Its id', z.object({ id: z.string() })) },
});

const show = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/programmes/{id}',
  summary: 'One programme',
  ...inWorkspace('view-figures'),
  request: { params: idParams, query: noQuery },
  responses: { 200: reply('The programme', programme) },
});

const change = createRoute({
  method: 'patch',
  path: '/workspaces/{workspace}/programmes/{id}',
  summary: 'Change its name or rules, start it, pause it, or end it for good',
  ...inWorkspace('manage-programmes'),
  request: {
    params: idParams,
    query: noQuery,
    body: jsonBody(
      z.strictObject({
        name: textLine().optional(),
        rules: rules.optional(),
        state: z.enum(['running', 'paused', 'ended']).optional(),
        seen: z.iso
          .datetime()
          .optional()
          .openapi({ description: 'The `updatedAt` that was read: refused where another has changed it since' }),
      }),
    ),
  },
  responses: { 200: reply('The programme', programme) },
});

const reasons = z.array(z.object({ reason: z.string(), count: z.number() }));

const dryRunReply = z.object({ encounters: z.number(), isCut: z.boolean(), asked: z.number(), refusals: reasons });

const tryOut = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/programmes/{id}/dry-run',
  summary: 'Whom the programme would have asked about the encounters of the last days, and why not the others',
  ...inWorkspace('manage-programmes'),
  request: {
    params: idParams,
    query: z.strictObject({ days: z.coerce.number().int().min(1).max(90).default(30) }),
  },
  responses: {
    200: reply('The counts; nothing is kept and nobody is asked', dryRunReply),
  },
});

const tryRules = createRoute({
  method: 'post',
  path: '/workspaces/{workspace}/programmes/{id}/dry-run',
  summary: 'The same with rules that are not stored yet',
  ...inWorkspace('manage-programmes'),
  request: {
    params: idParams,
    query: noQuery,
    body: jsonBody(z.strictObject({ days: z.number().int().min(1).max(90).default(30), rules })),
  },
  responses: { 200: reply('The counts; nothing is kept and nobody is asked', dryRunReply) },
});

const rate = z.object({ value: z.number(), n: z.number(), low: z.number(), high: z.number() });
const part = {
  dispositions: z.record(z.string(), z.number()),
  asked: z.number(),
  notAsked: z.number(),
  rates: z.record(z.string(), rate),
};

const outcome = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/programmes/{id}/dispositions',
  summary: 'How its invitations ended, each in exactly one AAPOR disposition, with response rates, by role and channel',
  ...inWorkspace('view-figures'),
  request: { params: idParams, query: noQuery },
  responses: {
    200: reply(
      'Counts, rates with 95 % intervals, and the reasons of those who were not asked',
      z.object({
        ...part,
        refusals: reasons,
        byRole: z.array(z.object({ value: z.string(), ...part })),
        byChannel: z.array(z.object({ value: z.string(), ...part })),
        bySegment: z.array(z.object({ value: z.string(), ...part })),
      }),
    ),
  },
});

function shownPart({ dispositions, response }: Omit<OutcomePart, 'value'>) {
  const rates = Object.entries(response.rates).map(([name, { value, n, interval }]) => [
    name,
    { value, n, low: interval.low, high: interval.high },
  ]);
  return {
    dispositions: { ...dispositions } as Record<string, number>,
    asked: response.asked,
    notAsked: response.notAsked,
    rates: Object.fromEntries(rates) as Record<string, z.infer<typeof rate>>,
  };
}

const shownParts = (parts: readonly OutcomePart[]) => parts.map((one) => ({ value: one.value, ...shownPart(one) }));

/** The rules are JSON as it was written; their type says more than the document of the API does. */
const shown = ({ rules: held, ...rest }: Programme) => ({
  ...rest,
  ...(held && { rules: held as unknown as Record<string, never> }),
});

export function programmeRoutes() {
  const routes = newRoutes();
  const reader = surveyReader();
  const reading = <T>(c: Context<RouteEnv>, work: (transaction: WorkspaceTransaction) => Promise<T>) =>
    c.var.context.store.readWorkspace(c.var.access.workspace.id, work);
  routes.openapi(list, async (c) =>
    c.json({ programmes: (await reading(c as never, listProgrammes)).map(shown) }, 200),
  );
  routes.openapi(add, async (c) => {
    const { store, clock } = c.var.context;
    const now = clock();
    const id = await store.inWorkspace(c.var.access.workspace.id, async (transaction) => {
      const made = await addProgramme(transaction, { ...c.req.valid('json'), now });
      const event = { action: 'add-programme', subjectKind: 'programme', subjectId: made, at: now } as const;
      await recordEvent(transaction, c.var.principal, event);
      return made;
    });
    return c.json({ id }, 201);
  });
  routes.openapi(show, async (c) => {
    const { id } = c.req.valid('param');
    return c.json(shown(await reading(c as never, (transaction) => findProgramme(transaction, id))), 200);
  });
  routes.openapi(change, async (c) => {
    const { id } = c.req.valid('param');
    const { seen, ...fields } = c.req.valid('json');
    const changed = given(fields);
    const { store, clock } = c.var.context;
    const now = clock();
    const after = await store.inWorkspace(c.var.access.workspace.id, async (transaction) => {
      await changeProgramme(transaction, id, { ...changed, ...(seen !== undefined && { seen: new Date(seen) }), now });
      const detail = { fields: Object.keys(changed), ...given({ state: changed.state }) };
      const event = { action: 'change-programme', subjectKind: 'programme', subjectId: id, detail, at: now } as const;
      await recordEvent(transaction, c.var.principal, event);
      return findProgramme(transaction, id);
    });
    return c.json(shown(after), 200);
  });
  routes.openapi(tryOut, async (c) => {
    const { id } = c.req.valid('param');
    const { days } = c.req.valid('query');
    const { store, clock } = c.var.context;
    const result = await store.inWorkspace(c.var.access.workspace.id, async (transaction) => {
      await findProgramme(transaction, id);
      return dryRun(transaction, id, { reader, days, now: clock() });
    });
    return c.json({ ...result, refusals: [...result.refusals] }, 200);
  });
  routes.openapi(tryRules, async (c) => {
    const { id } = c.req.valid('param');
    const { days, rules: tried } = c.req.valid('json');
    const { store, clock } = c.var.context;
    const result = await store.inWorkspace(c.var.access.workspace.id, async (transaction) => {
      await findProgramme(transaction, id);
      return dryRun(transaction, id, { reader, days, rules: tried, now: clock() });
    });
    return c.json({ ...result, refusals: [...result.refusals] }, 200);
  });
  routes.openapi(outcome, async (c) => {
    const { id } = c.req.valid('param');
    const { refusals, byRole, byChannel, bySegment, ...whole } = await reading(c as never, async (transaction) => {
      await findProgramme(transaction, id);
      return programmeOutcome(transaction, id);
    });
    return c.json(
      {
        ...shownPart(whole),
        refusals: [...refusals],
        byRole: shownParts(byRole),
        byChannel: shownParts(byChannel),
        bySegment: shownParts(bySegment),
      },
      200,
    );
  });
  return routes;
}
