import { createRoute, z } from '@hono/zod-openapi';
import {
  addWave,
  askForWaves,
  closeWave,
  findProgramme,
  findWave,
  type Heard,
  listWaves,
  nextWaveAt,
  type OutcomePart,
  silentAccounts,
  surveyReader,
  type Wave,
  type WaveDraw,
  waveDryRun,
  waveProgress,
  waveStates,
} from '../../fieldwork/index.ts';
import { recordEvent } from '../../people/index.ts';
import { inWorkspace } from '../guard.ts';
import { given, idParams, instant, instantOrNull, jsonBody, newRoutes, noQuery, reply } from '../route.ts';

const share = z.number().min(0).max(1);
const count = z.number().int().min(0);

/** Shares of revenue are absent for those who may not see money, and where no revenue is known. */
const draw = z.object({
  accounts: count,
  persons: count,
  drawnAccounts: count,
  drawnPersons: count,
  responseShare: share,
  responseFrom: count,
  expected: z.object({
    revenue: share.optional(),
    accounts: share,
    reachable: share.optional(),
    isReached: z.boolean(),
  }),
});
const wave = z.object({
  id: z.string(),
  programmeId: z.string(),
  number: z.number().int(),
  state: z.enum(waveStates),
  opensAt: instant,
  closesAt: instant,
  closedAt: instantOrNull,
  goal: z
    .object({ coverage: share, by: z.enum(['revenue', 'accounts']), decidingPerAccount: count, freshMonths: count })
    .optional(),
  draw: draw.optional(),
});

const silent = z.array(z.object({ why: z.string(), accounts: count, revenue: share.optional() }));
const heard = {
  accounts: count,
  heardBefore: count,
  heardNow: count,
  revenueBefore: share.optional(),
  revenueNow: share.optional(),
};
const rate = z.object({ value: z.number(), n: z.number(), low: z.number(), high: z.number() });
const part = {
  dispositions: z.record(z.string(), z.number()),
  asked: z.number(),
  notAsked: z.number(),
  rates: z.record(z.string(), rate),
};
const parts = z.array(z.object({ value: z.string(), ...part }));

const list = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/programmes/{id}/waves',
  summary: 'The waves of a programme of the relationship, the latest first, and when its rhythm makes the next one',
  ...inWorkspace('view-figures'),
  request: { params: idParams, query: noQuery },
  responses: { 200: reply('The waves', z.object({ waves: z.array(wave), nextAt: instant.optional() })) },
});

const add = createRoute({
  method: 'post',
  path: '/workspaces/{workspace}/programmes/{id}/waves',
  summary: 'Make a wave: it draws and asks by itself when it opens, now where no time is given',
  ...inWorkspace('manage-programmes'),
  request: {
    params: idParams,
    query: noQuery,
    body: jsonBody(
      z.strictObject({
        opensAt: z.iso.datetime({ offset: true }).optional(),
        closesAt: z.iso.datetime({ offset: true }).optional(),
      }),
    ),
  },
  responses: { 201: reply('Its id', z.object({ id: z.string() })) },
});

const tryOut = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/programmes/{id}/waves/dry-run',
  summary: 'Whom the next wave would ask if it opened now, and which accounts cannot be heard and why',
  ...inWorkspace('manage-programmes'),
  request: { params: idParams, query: noQuery },
  responses: {
    200: reply(
      'The draw; nothing is kept and nobody is asked',
      z.object({
        number: z.number().int(),
        draw,
        drawnRevenue: share.optional(),
        silent,
        silentAccounts: z.array(z.object({ id: z.string(), name: z.string(), why: z.string() })),
        refusals: z.array(z.object({ reason: z.string(), count })),
      }),
    ),
  },
});

const show = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/waves/{id}',
  summary: 'One wave with what it has reached: coverage beside its goal, response by role, channel and segment',
  ...inWorkspace('view-figures'),
  request: { params: idParams, query: noQuery },
  responses: {
    200: reply(
      'The wave; coverage is counted over all its accounts, rates have 95 % intervals',
      wave.extend({
        heard: z.object(heard),
        heardBySegment: z.array(z.object({ segment: z.string(), ...heard })),
        response: z.object({ ...part, byRole: parts, byChannel: parts, bySegment: parts }),
        refusals: z.array(z.object({ reason: z.string(), count })),
        silent,
        undecided: count,
      }),
    ),
  },
});

const close = createRoute({
  method: 'post',
  path: '/workspaces/{workspace}/waves/{id}/close',
  summary: 'Close a wave now: nobody of it is asked, reminded or can answer any more',
  ...inWorkspace('manage-programmes'),
  request: { params: idParams, query: noQuery },
  responses: { 200: reply('The wave', wave) },
});

const unheard = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/waves/{id}/silent-accounts',
  summary: 'The accounts of a wave of which nobody who pays or decides can be heard, the largest first',
  ...inWorkspace('view-responses'),
  request: {
    params: idParams,
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(500).default(50),
      offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
    }),
  },
  responses: {
    200: reply(
      'One page',
      z.object({
        accounts: z.array(z.object({ id: z.string(), name: z.string(), segment: z.string(), why: z.string() })),
      }),
    ),
  },
});

const mayMoney = <Part extends { revenue?: number }>({ revenue, ...rest }: Part, money: boolean) => ({
  ...rest,
  ...(money && given({ revenue })),
});

function shownDraw({ expected, ...rest }: WaveDraw, money: boolean) {
  const { revenue, accounts, reachable, isReached } = expected;
  return { ...rest, expected: { accounts, isReached, ...(money && { revenue, reachable }) } };
}

const shown = ({ draw: drawn, ...rest }: Wave, money: boolean) => ({
  ...rest,
  ...(drawn && { draw: shownDraw(drawn, money) }),
});

function shownHeard({ revenueBefore, revenueNow, ...rest }: Heard, money: boolean) {
  return { ...rest, ...(money && given({ revenueBefore, revenueNow })) };
}

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

const shownParts = (given: readonly OutcomePart[]) => given.map((one) => ({ value: one.value, ...shownPart(one) }));

export function waveRoutes() {
  const routes = newRoutes();
  const reader = surveyReader();
  routes.openapi(list, async (c) => {
    const { id } = c.req.valid('param');
    const { store, clock } = c.var.context;
    const money = c.var.access.may('view-money');
    const { waves, nextAt } = await store.readWorkspace(c.var.access.workspace.id, async (transaction) => {
      await findProgramme(transaction, id);
      return { waves: await listWaves(transaction, id, clock()), nextAt: await nextWaveAt(transaction, id) };
    });
    return c.json({ waves: waves.map((one) => shown(one, money)), ...given({ nextAt }) }, 200);
  });
  routes.openapi(add, async (c) => {
    const { id: programmeId } = c.req.valid('param');
    const { opensAt, closesAt } = c.req.valid('json');
    const { store, clock } = c.var.context;
    const now = clock();
    const times = given({ opensAt: opensAt && new Date(opensAt), closesAt: closesAt && new Date(closesAt) });
    const id = await store.inWorkspace(c.var.access.workspace.id, async (transaction) => {
      const made = await addWave(transaction, { programmeId, ...(times as object), now });
      const event = { action: 'make-wave', subjectKind: 'wave', subjectId: made, at: now } as const;
      await recordEvent(transaction, c.var.principal, event);
      await askForWaves(transaction, now);
      return made;
    });
    return c.json({ id }, 201);
  });
  routes.openapi(tryOut, async (c) => {
    const { id: programmeId } = c.req.valid('param');
    const { store, clock } = c.var.context;
    const money = c.var.access.may('view-money');
    const dry = await waveDryRun(store, c.var.access.workspace.id, { programmeId, reader, now: clock() });
    const { drawnRevenue, ...rest } = dry;
    return c.json(
      {
        number: rest.number,
        draw: shownDraw(rest.draw, money),
        ...(money && given({ drawnRevenue })),
        silent: rest.silent.map((one) => mayMoney(one, money)),
        silentAccounts: [...rest.silentAccounts],
        refusals: [...rest.refusals],
      },
      200,
    );
  });
  routes.openapi(show, async (c) => {
    const { id } = c.req.valid('param');
    const { store, clock } = c.var.context;
    const money = c.var.access.may('view-money');
    const { found, progress } = await store.readWorkspace(c.var.access.workspace.id, async (transaction) => {
      const one = await findWave(transaction, id, clock());
      return {
        found: one,
        progress: await waveProgress(transaction, { waveId: id, programmeId: one.programmeId }),
      };
    });
    const { byRole, byChannel, bySegment, refusals, ...whole } = progress.outcome;
    const response = { byRole: shownParts(byRole), byChannel: shownParts(byChannel), bySegment: shownParts(bySegment) };
    return c.json(
      {
        ...shown(found, money),
        heard: shownHeard(progress.heard, money),
        heardBySegment: progress.bySegment.map(({ segment, ...one }) => ({ segment, ...shownHeard(one, money) })),
        response: { ...shownPart(whole), ...response },
        refusals: [...refusals],
        silent: progress.silent.map((one) => mayMoney(one, money)),
        undecided: progress.undecided,
      },
      200,
    );
  });
  routes.openapi(close, async (c) => {
    const { id } = c.req.valid('param');
    const { store, clock } = c.var.context;
    const now = clock();
    const after = await store.inWorkspace(c.var.access.workspace.id, async (transaction) => {
      await findWave(transaction, id, now);
      if (await closeWave(transaction, id, now)) {
        const event = { action: 'close-wave', subjectKind: 'wave', subjectId: id, at: now } as const;
        await recordEvent(transaction, c.var.principal, event);
        await askForWaves(transaction, now);
      }
      return findWave(transaction, id, now);
    });
    return c.json(shown(after, c.var.access.may('view-money')), 200);
  });
  routes.openapi(unheard, async (c) => {
    const { id } = c.req.valid('param');
    const page = c.req.valid('query');
    const { store, clock } = c.var.context;
    const accounts = await store.readWorkspace(c.var.access.workspace.id, async (transaction) => {
      await findWave(transaction, id, clock());
      return silentAccounts(transaction, { waveId: id, ...page });
    });
    return c.json({ accounts: accounts.map(({ revenue: _, ...one }) => one) }, 200);
  });
  return routes;
}
