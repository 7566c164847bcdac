import { createRoute, z } from '@hono/zod-openapi';
import { CandorError } from '../../errors/index.ts';
import { dayIn, readModel, readModelGroups } from '../../findings/index.ts';
import type { PathModelSpecification } from '../../model/index.ts';
import { inWorkspace } from '../guard.ts';
import { modelGroupsReply, modelReply } from '../reply-schemas/model.ts';
import { given, newRoutes, reply, workspaceParams } from '../route.ts';
import { unchanged } from '../unchanged.ts';
import { readerOf, viewFields, viewOf } from '../view-query.ts';

const key = z.string().max(200);
/** The model as JSON: 60 items with their names stay well below it. */
const own = { survey: key.optional(), model: z.string().max(8000).optional() };
const ofGroups = {
  ...own,
  split: z.enum(['segment', 'role']).optional(),
  first: key.optional(),
  second: key.optional(),
};

const name = z.string().min(1).max(200);
const specification = z.strictObject({
  constructs: z
    .array(
      z.strictObject({
        name,
        measurement: z.enum(['reflective', 'formative']).default('reflective'),
        items: z.array(name).max(30),
      }),
    )
    .max(20),
  paths: z.array(z.tuple([name, name])).max(100),
  weighting: z.enum(['path', 'factorial', 'centroid']).optional(),
  scale: z.tuple([z.number(), z.number()]),
  missing: z.enum(['pairwise', 'mean', 'complete']).optional(),
  consistent: z.boolean().optional(),
});

const same = { 304: { description: 'Nothing has changed since the answer with this ETag' } };

const model = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/model',
  summary: 'The cause-and-effect model of the answers of one level and survey: proposed, or the one given as JSON',
  ...inWorkspace('view-figures'),
  request: { params: workspaceParams, query: z.strictObject({ ...viewFields, ...own }) },
  responses: { 200: reply('The model with its intervals, or why there is none', modelReply), ...same },
});

const groups = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/model/groups',
  summary: 'The same model in two segments or roles, and whether both mean the same by its constructs',
  ...inWorkspace('view-figures'),
  request: { params: workspaceParams, query: z.strictObject({ ...viewFields, ...ofGroups }) },
  responses: { 200: reply('The comparison, or why there is none', modelGroupsReply), ...same },
});

export function modelRoutes() {
  const routes = newRoutes();
  routes.openapi(model, async (c) => {
    const { store, clock, modeller: studier } = c.var.context;
    const { signal } = c.req.raw;
    const { id: workspaceId, timeZone } = c.var.access.workspace;
    const now = clock();
    const { survey, model: text } = c.req.valid('query');
    const view = viewOf(c, Object.keys(own));
    const wanted = given({ survey, specification: specificationOf(text) });
    const same = await unchanged(c, dayIn(timeZone, now));
    if (same) return same;
    const page = await readModel(store, { workspaceId, view, ...wanted, reader: readerOf(c), now, studier, signal });
    return c.json(page, 200);
  });
  routes.openapi(groups, async (c) => {
    const { store, clock, modeller: studier } = c.var.context;
    const { signal } = c.req.raw;
    const { id: workspaceId, timeZone } = c.var.access.workspace;
    const now = clock();
    const { survey, model: text, split: by = 'role', first, second } = c.req.valid('query');
    const view = viewOf(c, Object.keys(ofGroups));
    const wanted = given({ survey, specification: specificationOf(text), first, second });
    const same = await unchanged(c, dayIn(timeZone, now));
    if (same) return same;
    const ask = { workspaceId, view, by, ...wanted, reader: readerOf(c), now, studier, signal };
    return c.json(await readModelGroups(store, ask), 200);
  });
  return routes;
}

/** What the model says in itself is checked where it is estimated; here only its form. */
function specificationOf(text: string | undefined): PathModelSpecification | undefined {
  if (text === undefined) return undefined;
  const parsed = specification.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data as PathModelSpecification;
  const { path, message } = parsed.error.issues[0]!;
  const place = path.length > 0 ? path.join('.') : 'the whole';
  throw new CandorError('CND_MODEL_SPECIFICATION', `"model" needs a model as JSON: ${place}: ${message}`, {
    field: 'model',
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
