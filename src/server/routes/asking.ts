import { createRoute, z } from '@hono/zod-openapi';
import { exportDecisions } from '../../exchange/index.ts';
import { legalBases } from '../../fielding/index.ts';
import { decidedStates, keepUsualBasis, listDecided, type UsualBasis, usualBasisOf } from '../../fieldwork/index.ts';
import { recordEvent } from '../../people/index.ts';
import { type DecidedQuery, decidedFields, filterOf } from '../decided-query.ts';
import { download } from '../download.ts';
import { inWorkspace } from '../guard.ts';
import { given, instant, instantOrNull, jsonBody, newRoutes, noQuery, reply, workspaceParams } from '../route.ts';

const decided = z.object({
  id: z.string(),
  programmeId: z.string(),
  encounterId: z.string().nullable(),
  encounter: z.string().nullable(),
  contactId: z.string().nullable(),
  contact: z.string().nullable(),
  account: z.string().nullable(),
  touchpoint: z.string().nullable(),
  occurredAt: instantOrNull,
  channel: z.string(),
  state: z.enum(decidedStates),
  reason: z.string().nullable(),
  stopReason: z.string().nullable(),
  decidedAt: instant,
  plannedAt: instant,
  sentAt: instantOrNull,
  expiresAt: instantOrNull,
  isUncertain: z.boolean(),
  rules: z.array(
    z.object({
      rule: z.string(),
      outcome: z.enum(['pass', 'fail', 'not reached']),
      detail: z.record(z.string(), z.unknown()).optional(),
    }),
  ),
});

const list = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/invitations',
  summary:
    'Who was asked and who was not, latest decision first, each with every rule and its outcome; names for those who may see them',
  ...inWorkspace('view-responses'),
  request: {
    params: workspaceParams,
    query: z.strictObject({
      ...decidedFields,
      cursor: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(50),
    }),
  },
  responses: {
    200: reply('One page', z.object({ invitations: z.array(decided), cursor: z.string().optional() })),
  },
});

const exported = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/invitations/export',
  summary: 'The same list as CSV, each row with its sentence; names with names=true, for owners',
  ...inWorkspace('export'),
  request: {
    params: workspaceParams,
    query: z.strictObject({
      ...decidedFields,
      names: z.enum(['true', 'false']).optional(),
      language: z.enum(['en', 'fi', 'sv']).optional(),
    }),
  },
  responses: {
    200: {
      description: 'The file',
      content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
});

const basis = z.strictObject({ email: z.enum(legalBases).optional(), sms: z.enum(legalBases).optional() });

const showBasis = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/contact-basis',
  summary: 'On which legal basis people are written to who have none of their own on record, by channel',
  ...inWorkspace('view-figures'),
  request: { params: workspaceParams, query: noQuery },
  responses: { 200: reply('The bases; a channel without one is not used for them', basis) },
});

const setBasis = createRoute({
  method: 'put',
  path: '/workspaces/{workspace}/contact-basis',
  summary: 'Say on which legal basis people are written to who have none of their own on record',
  ...inWorkspace('change-settings'),
  request: { params: workspaceParams, query: noQuery, body: jsonBody(basis) },
  responses: { 200: reply('The bases', basis) },
});

export function askingRoutes() {
  const routes = newRoutes();
  routes.openapi(list, async (c) => {
    const { cursor, limit, ...fields } = c.req.valid('query');
    const { access, context } = c.var;
    const searchesPeople = access.may('view-contact-details');
    const filter = { ...filterOf(fields as DecidedQuery, access.workspace.timeZone), searchesPeople };
    const page = await context.store.readWorkspace(access.workspace.id, (transaction) =>
      listDecided(transaction, { ...filter, limit, ...given({ cursor }) }),
    );
    const invitations = page.decided.map(({ rules, ...row }) => ({
      ...row,
      contact: searchesPeople ? row.contact : null,
      encounter: searchesPeople ? row.encounter : null,
      rules: rules.map(({ rule, outcome, detail }) => ({
        rule,
        outcome,
        ...(detail && { detail: detail as Record<string, never> }),
      })),
    }));
    return c.json({ invitations, ...given({ cursor: page.cursor }) }, 200);
  });
  routes.openapi(exported, async (c) => {
    const { names, language, ...fields } = c.req.valid('query');
    const { access, context } = c.var;
    const ask = {
      exporter: access,
      filter: filterOf(fields as DecidedQuery, access.workspace.timeZone),
      personal: names === 'true',
      language: language ?? access.workspace.language,
      now: context.clock(),
    };
    return download(await exportDecisions(context.store, ask));
  });
  routes.openapi(showBasis, async (c) => {
    const held = await c.var.context.store.readWorkspace(c.var.access.workspace.id, usualBasisOf);
    return c.json({ ...held }, 200);
  });
  routes.openapi(setBasis, async (c) => {
    const chosen: UsualBasis = given(c.req.valid('json'));
    const { store, clock } = c.var.context;
    await store.inWorkspace(c.var.access.workspace.id, async (transaction) => {
      await keepUsualBasis(transaction, chosen);
      const event = {
        action: 'set-contact-basis',
        subjectKind: 'workspace',
        detail: { ...chosen },
        at: clock(),
      } as const;
      await recordEvent(transaction, c.var.principal, event);
    });
    return c.json({ ...chosen }, 200);
  });
  return routes;
}
