import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { secureHeaders } from 'hono/secure-headers';
import { auditRoutes } from './audit-routes.ts';
import { methodPages } from './method-pages.ts';
import { onlyThisHost } from './only-this-host.ts';

/** dist/web beside the built server. */
const webFolder = fileURLToPath(new URL('./web', import.meta.url));

/** Everything that HTTP can ask for. Answers of the API are never cached; assets carry their hash in their name. */
export function application({ host }: { host: string }): Hono {
  const app = new Hono();
  app.use(onlyThisHost(host));
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        // Charts and React set style attributes; no style sheet from elsewhere, no inline script.
        styleSrc: ["'self'", "'unsafe-inline'"],
        fontSrc: ["'self'", 'data:'],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
      strictTransportSecurity: false, // plain HTTP on this machine
    }),
  );
  app.use(compress());
  app.route('/api', auditRoutes());
  app.route('/methods', methodPages());
  app.use('/assets/*', async (c, next) => {
    await next();
    if (c.res.ok) c.header('Cache-Control', 'public, max-age=31536000, immutable');
  });
  app.use('*', serveStatic({ root: webFolder }));
  app.notFound((c) => c.text('Nothing is here. The page is at /.', 404));
  return app;
}
