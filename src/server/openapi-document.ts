import type { OpenAPIHono } from '@hono/zod-openapi';
import { engine } from '../findings/index.ts';
import type { RouteEnv } from './context.ts';

const errorSchema = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'message', 'details', 'remedy'],
      properties: {
        code: { type: 'string' },
        message: { type: 'string' },
        details: { type: 'object' },
        remedy: { type: 'string' },
      },
    },
  },
};

const trouble = { description: 'A refusal', content: { 'application/json': { schema: errorSchema } } };

/** GET /openapi.json: OpenAPI 3.1 of every route, from the schemas that check the requests. */
export function openApiDocument(routes: OpenAPIHono<RouteEnv>): void {
  routes.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'candor_session',
  });
  routes.openAPIRegistry.registerComponent('securitySchemes', 'key', { type: 'http', scheme: 'bearer' });
  let made: object | undefined;
  routes.get('/openapi.json', (c) => {
    made ??= withTrouble(
      routes.getOpenAPI31Document({
        openapi: '3.1.0',
        info: { title: 'Candor', version: engine.replace('candor ', '') },
        servers: [{ url: '/api' }],
      }),
    );
    return c.json(made);
  });
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Names this request: sent again with the same key within 30 days it gets the first reply again.',
  schema: { type: 'string', minLength: 16, maxLength: 255 },
};

function withTrouble(document: ReturnType<OpenAPIHono['getOpenAPI31Document']>): object {
  for (const path of Object.values(document.paths ?? {})) {
    for (const operation of Object.values(path) as { responses?: Record<string, object> }[]) {
      if (operation.responses) operation.responses.default ??= trouble;
    }
    const { post } = path as { post?: { parameters?: object[]; 'x-permission'?: string } };
    // What stands in a workspace can be sent again without being done again.
    if (post && !['everybody', 'signed-in'].includes(post['x-permission'] ?? 'everybody')) {
      post.parameters = [...(post.parameters ?? []), idempotencyKey];
    }
  }
  return document;
}
