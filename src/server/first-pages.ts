import { Hono } from 'hono';
import type { Config } from '../config/index.ts';
import { type Health, healthRoutes } from './health.ts';
import type { Fetch } from './listen.ts';
import { onlyThisHost } from './only-this-host.ts';
import { secureAnswers } from './secure-answers.ts';
import { builtWeb, webPages } from './web-pages.ts';

/**
 * Answers with the pages of the browser application as soon as there is a store, while the rest of the server is still
 * being loaded: that takes as long as the page needs to run in the browser. Whatever else is asked for waits for the rest.
 */
export function firstPages(config: Config, health: Health, rest: Promise<Fetch>): Fetch {
  const pages = new Hono();
  pages.use(onlyThisHost(config));
  pages.use(secureAnswers(config.secureCookies));
  pages.route('/', healthRoutes(health));
  pages.route('/', webPages(builtWeb));
  return (request, env) =>
    isOfBrowser.test(new URL(request.url).pathname)
      ? pages.fetch(request, env)
      : rest.then((fetch) => fetch(request, env));
}

/** Its document and assets, and what watches this process. */
const isOfBrowser = /^\/(?:$|(?:assets|w|join)\/|(?:audit|sign-in|set-up|healthz|readyz|metrics)$)/;
