import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Context } from 'hono';
import type { RouteEnv } from '../context.ts';

export const scriptNames = ['loader', 'form', 'kiosk', 'worker'] as const;
export type ScriptName = (typeof scriptNames)[number];

export interface BrowserScript {
  readonly text: string;
  /** As `integrity` of a script tag names it. */
  readonly integrity: string;
  readonly tag: string;
}

/** The scripts of widget and kiosk by name; undefined where they are not built. */
export type BrowserScripts = (name: ScriptName) => BrowserScript | undefined;

/** dist/browser beside the built server. */
export const builtScripts = fileURLToPath(new URL('./browser', import.meta.url));

/** Read when first asked for: they do not change while the server runs. */
export function browserScripts(folder: string): BrowserScripts {
  const read = new Map<ScriptName, BrowserScript>();
  return (name) => {
    const known = read.get(name);
    if (known) return known;
    try {
      const text = readFileSync(join(folder, `${name}.js`), 'utf8');
      const digest = createHash('sha384').update(text).digest('base64');
      const script = { text, integrity: `sha384-${digest}`, tag: `"${digest.slice(0, 24)}"` };
      read.set(name, script);
      return script;
    } catch {
      return undefined;
    }
  };
}

/** Sends a script, or that nothing of it has changed. */
export function sendScript(
  c: Context<RouteEnv>,
  script: BrowserScript | undefined,
  headers: Readonly<Record<string, string>>,
): Response {
  if (!script) return c.text('This server was not built: run npm run build.', 404);
  for (const [name, value] of Object.entries({
    ...headers,
    ETag: script.tag,
    'Content-Type': 'text/javascript; charset=utf-8',
    'X-Content-Type-Options': 'nosniff',
  })) {
    c.header(name, value);
  }
  // A packed reply is tagged as weak.
  const known = (c.req.header('if-none-match') ?? '').split(/\s*,\s*/).map((tag) => tag.replace(/^W\//, ''));
  return known.includes(script.tag) ? c.body(null, 304) : c.body(script.text);
}
