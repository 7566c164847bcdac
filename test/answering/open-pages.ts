import type { Questionnaire } from '../../src/survey/index.ts';
import { type OpenApplication, openApplication } from '../server/open-application.ts';
import { type AskedFixture, askedFixture, formBody } from './asked-fixture.ts';

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** The application with a programme that asks; `get` and `post` ask like a browser without scripts. */
export interface OpenPages extends OpenApplication {
  readonly fixture: AskedFixture;
  get(path: string, headers?: Record<string, string>, method?: string): Promise<Response>;
  post(path: string, body: Fields | string, headers?: Record<string, string>): Promise<Response>;
  rows<Row extends object>(text: string, values?: readonly unknown[]): Promise<readonly Row[]>;
}

export const browserHeaders = {
  host: '127.0.0.1:4700',
  accept: 'text/html,application/xhtml+xml',
  'accept-language': 'en-GB,en;q=0.8',
  'user-agent':
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile Safari/604.1',
};

export async function openPages(questionnaire: Questionnaire): Promise<OpenPages> {
  const open = await openApplication();
  const fixture = await askedFixture(open.test.store, { workspaceId: open.workspace.id, questionnaire });
  const ask = async (path: string, init: RequestInit) => open.app.request(`http://127.0.0.1:4700${path}`, init);
  return {
    ...open,
    fixture,
    get: (path, headers = {}, method = 'GET') => ask(path, { method, headers: { ...browserHeaders, ...headers } }),
    post: (path, body, headers = {}) =>
      ask(path, {
        method: 'POST',
        headers: { ...browserHeaders, 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: typeof body === 'string' ? body : formBody(body),
      }),
    rows: (text, values = []) =>
      open.test.store.inWorkspace(fixture.workspaceId, (t) => t.query(text, [fixture.workspaceId, ...values])),
  };
}

const plain = (text: string): string =>
  text.replace(
    /&(lt|gt|quot|#39|amp);/g,
    (_, name) => ({ lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' })[name as 'lt'],
  );

/** The fields that a browser would post of this page as it came, without a button. */
export function fieldsOn(html: string): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  const add = (name: string, value: string) => {
    fields[name] = [...(fields[name] ?? []), plain(value)];
  };
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const attribute = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
    const type = attribute('type');
    if ((type === 'radio' || type === 'checkbox') && !/ checked\b/.test(tag)) continue;
    add(attribute('name')!, attribute('value') ?? '');
  }
  for (const [, name, value] of html.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>\n([^<]*)<\/textarea>/g)) {
    add(name!, value!);
  }
  return fields;
}

/** The words of the page. */
export const wordsOf = (html: string): string =>
  plain(html.replace(/<style>.*?<\/style>/s, '').replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ');
