import { createRoute, z } from '@hono/zod-openapi';
import {
  checkMapping,
  fileKinds,
  type ImportMapping,
  readGivenMapping,
  removeMapping,
  savedMappings,
  saveMapping,
} from '../../collect/index.ts';
import { inWorkspace } from '../guard.ts';
import { personOf } from '../principal.ts';
import { idParams, instant, jsonBody, newRoutes, noQuery, reply, textLine, workspaceParams } from '../route.ts';

const mapping = z.looseObject({ kind: z.enum(fileKinds) });

const list = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/import-mappings',
  summary: 'The mappings that were saved, by name',
  ...inWorkspace('import'),
  request: { params: workspaceParams, query: noQuery },
  responses: {
    200: reply(
      'The mappings',
      z.object({
        mappings: z.array(z.object({ id: z.string(), name: z.string(), mapping: z.looseObject({}), savedAt: instant })),
      }),
    ),
  },
});

const save = createRoute({
  method: 'post',
  path: '/workspaces/{workspace}/import-mappings',
  summary: 'Save a mapping under a name; one of the same name is replaced',
  ...inWorkspace('import'),
  request: {
    params: workspaceParams,
    query: noQuery,
    body: jsonBody(z.strictObject({ name: textLine(100), mapping })),
  },
  responses: { 201: reply('Its id', z.object({ id: z.string() })) },
});

const remove = createRoute({
  method: 'delete',
  path: '/workspaces/{workspace}/import-mappings/{id}',
  summary: 'Forget a saved mapping',
  ...inWorkspace('import'),
  request: { params: idParams, query: noQuery },
  responses: { 204: { description: 'Done' } },
});

/** A mapping is plain JSON; its type says more than the document does. */
export const mappingReply = (mapping: ImportMapping) => mapping as unknown as Record<string, string>;

export function importMappingRoutes() {
  const routes = newRoutes();
  routes.openapi(list, async (c) => {
    const saved = await c.var.context.store.inWorkspace(c.var.access.workspace.id, savedMappings);
    return c.json({ mappings: saved.map((one) => ({ ...one, mapping: mappingReply(one.mapping) })) }, 200);
  });
  routes.openapi(save, async (c) => {
    const { store, clock } = c.var.context;
    const { name, mapping: value } = c.req.valid('json');
    const read = { columns: {}, ...readGivenMapping(value, value.kind), kind: value.kind };
    checkMapping(read as never);
    const savedBy = personOf(c.var.principal);
    const id = await store.inWorkspace(c.var.access.workspace.id, (transaction) =>
      saveMapping(transaction, { name, mapping: read as never, savedBy, now: clock() }),
    );
    return c.json({ id }, 201);
  });
  routes.openapi(remove, async (c) => {
    const { id } = c.req.valid('param');
    await c.var.context.store.inWorkspace(c.var.access.workspace.id, (transaction) => removeMapping(transaction, id));
    return c.body(null, 204);
  });
  return routes;
}
