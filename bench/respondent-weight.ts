// What comes over the line for whoever answers: the page of a mail, the widget on the page of a host, the kiosk.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { respondentLanguages, templateFor } from '../src/survey/index.ts';
import { invite } from '../test/answering/asked-fixture.ts';
import { openPages } from '../test/answering/open-pages.ts';
import { hostOrigin, makePlace } from '../test/channels/open-place.ts';

const root = process.argv[2]!;
const packed = (bytes: Buffer | string) => gzipSync(bytes, { level: 9 }).length;
const script = (name: string) => packed(readFileSync(`${root}/dist/browser/${name}.js`));

const pages = await openPages(templateFor('web', [...respondentLanguages]));
const [asked] = await invite(pages.fixture, 1, { now: new Date(pages.time.now) });
const html = await (await pages.get(asked!.answer)).text();
const { path } = await makePlace(pages);
const headers = { origin: hostOrigin };
const body = async (reply: Response) => packed(Buffer.from(await reply.arrayBuffer()));
const rules = await body(await pages.get(`/embed/${path}`, headers));
const survey = await body(await pages.post(`/embed/${path}`, {}, headers));
/** What the browser fetches beside the page itself: none may come from elsewhere. */
const requests = 1 + [...html.matchAll(/<(?:script|img|iframe|link)\b[^>]*(?:src|href)="(?!data:)[^"]+"/g)].length;
process.stdout.write(
  `${JSON.stringify({
    page: packed(html),
    requests,
    scripts: [...html.matchAll(/<script/g)].length,
    loader: script('loader'),
    widget: script('loader') + script('form') + rules + survey,
    kiosk: script('kiosk'),
  })}\n`,
);
await pages.close();
process.exit(0);
