import { Hono } from 'hono';
import type { Config } from '../config/index.ts';
import { CandorError } from '../errors/index.ts';
import { type Health, healthRoutes } from './health.ts';
import { onlyThisHost } from './only-this-host.ts';
import { secureAnswers } from './secure-answers.ts';

const words = [
  'Candor is starting. This page looks again by itself.',
  'Candor käynnistyy. Sivu katsoo itse uudelleen.',
  'Candor startar. Sidan tittar själv igen.',
];

const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="1">
<title>Candor</title>
<style>body{font:16px/1.5 system-ui,sans-serif;margin:20vh auto;max-width:32rem;padding:0 1rem;color-scheme:light dark}</style>
<h1>Candor</h1>
${words.map((line, index) => `<p lang="${['en', 'fi', 'sv'][index]}">${line}</p>`).join('\n')}
</html>
`;

/** What the server answers while its store comes up: never a refused connection, never a page that says more than is so. */
export function startingApplication(config: Config, health: Health): Hono {
  const app = new Hono();
  app.use(onlyThisHost(config));
  app.use(secureAnswers(config.secureCookies));
  app.route('/', healthRoutes(health));
  app.all('*', (c) => {
    c.header('Retry-After', '1');
    c.header('Cache-Control', 'no-store');
    if (c.req.method === 'GET' && !c.req.path.startsWith('/api/')) return c.html(page, 503);
    return c.json({ error: new CandorError('CND_STARTING', 'the database is not ready yet').toJSON() }, 503);
  });
  return app;
}
