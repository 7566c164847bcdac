import { OpenAPIHono } from '@hono/zod-openapi';
import { answerPages } from './answer-pages/answer-pages.ts';
import { browserScripts, builtScripts } from './answer-pages/browser-scripts.ts';
import { previewPages } from './answer-pages/preview-pages.ts';
import { apiRoutes } from './api-routes.ts';
import type { RouteEnv, ServerContext } from './context.ts';
import { errorReply } from './error-reply.ts';
import { healthRoutes } from './health.ts';
import { methodPages } from './method-pages.ts';
import { onlyThisHost } from './only-this-host.ts';
import { packReplies } from './pack-replies.ts';
import { requestLog } from './request-log.ts';
import { secureAnswers } from './secure-answers.ts';
import { smsHooks } from './sms-hooks.ts';
import { builtWeb, webPages } from './web-pages.ts';

/** Everything that HTTP can ask for. Answers of the API are never cached; assets carry their hash in their name. */
export function application(
  context: ServerContext,
  webFolder = builtWeb,
  scriptFolder = builtScripts,
): OpenAPIHono<RouteEnv> {
  const { config } = context;
  const app = new OpenAPIHono<RouteEnv>();
  app.use(async (c, next) => {
    c.set('context', context);
    await next();
  });
  app.use(requestLog);
  app.onError(errorReply);
  app.use(packReplies);
  app.route('/', answerPages(browserScripts(scriptFolder)));
  app.route('/', smsHooks());
  app.use(onlyThisHost(config));
  app.route('/', previewPages());
  app.use(secureAnswers(config.secureCookies));
  if (context.health) app.route('/', healthRoutes(context.health));
  app.route('/api', apiRoutes());
  app.route('/methods', methodPages());
  app.route('/', webPages(webFolder));
  app.notFound((c) => c.text('Nothing is here. The page is at /.', 404));
  return app;
}
