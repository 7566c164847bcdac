import { newId } from '../../src/store/index.ts';
import { fieldsOn, type OpenPages } from '../answering/open-pages.ts';

/** The origin of the host whose pages show the widget of these tests. */
export const hostOrigin = 'https://shop.example';

export interface TestPlace {
  readonly id: string;
  /** `CODE/KEY`, as every way to it names it. */
  readonly path: string;
  readonly orgUnitId: string;
}

/** A place of the survey of these pages, made as the page Places makes one. */
export async function makePlace(pages: OpenPages, more: object = {}): Promise<TestPlace> {
  const { touchpointId } = pages.fixture;
  const [survey] = await pages.rows<{ id: string }>('select id from survey where workspace_id = $1');
  const orgUnitId = newId();
  await pages.rows('insert into org_unit (workspace_id, id, code, name) values ($1, $2, $3, $3)', [
    orgUnitId,
    orgUnitId.slice(-8),
  ]);
  const body = {
    name: 'Front desk',
    survey: survey!.id,
    touchpoint: touchpointId,
    orgUnit: orgUnitId,
    widget: { origins: [hostOrigin] },
    ...more,
  };
  const made = await pages.ask('/workspaces/{w}/places', { as: 'manager', body });
  if (made.status !== 201) throw new Error(await made.text());
  const { id } = (await made.json()) as { id: string };
  const listed = (await (await pages.ask('/workspaces/{w}/places', { as: 'viewer' })).json()) as {
    places: { id: string; addresses: { link: string } }[];
  };
  const { link } = listed.places.find((one) => one.id === id)!.addresses;
  return { id, path: new URL(link).pathname.slice(3), orgUnitId };
}

/** A way to a place, as the contract tries it. */
export interface OpenWay {
  readonly channel: string;
  /** Gives one answer; what comes back sends the very same again. */
  readonly answer: (pages: OpenPages, path: string) => Promise<() => Promise<void>>;
  /** What somebody sees who comes by this way. */
  readonly look: (pages: OpenPages, path: string) => Promise<{ readonly status: number; readonly text: string }>;
}

/** Through the pages of the long questionnaire, as a browser without scripts fills them in. */
function byPages(letter: 's' | 'q', channel: string): OpenWay {
  const addressOf = (path: string) => `/${letter}/${path}`;
  return {
    channel,
    async answer(pages, path) {
      const first = fieldsOn(await (await pages.get(addressOf(path))).text());
      const send = async () => {
        const last = await (await pages.post(addressOf(path), { ...first, recommend: '9', _go: 'next' })).text();
        await pages.post(addressOf(path), { ...fieldsOn(last), _go: 'next' });
      };
      await send();
      return send;
    },
    async look(pages, path) {
      const reply = await pages.get(addressOf(path));
      return { status: reply.status, text: await reply.text() };
    },
  };
}

interface Piece {
  readonly status: number;
  readonly html?: string;
  readonly reason?: string;
}

/** One page of a widget, as its script asks for it. */
export async function piece(
  pages: OpenPages,
  path: string,
  fields: Readonly<Record<string, string | readonly string[]>>,
  origin = hostOrigin,
): Promise<{ readonly reply: Response; readonly piece: Piece }> {
  const reply = await pages.post(`/embed/${path}`, fields, { origin, 'sec-fetch-site': 'cross-site' });
  return { reply, piece: (await reply.clone().json()) as Piece };
}

const widget: OpenWay = {
  channel: 'widget',
  async answer(pages, path) {
    const first = fieldsOn((await piece(pages, path, {})).piece.html!);
    const send = async () => {
      const last = (await piece(pages, path, { ...first, recommend: '9', _go: 'next' })).piece.html!;
      await piece(pages, path, { ...fieldsOn(last), _go: 'next' });
    };
    await send();
    return send;
  },
  async look(pages, path) {
    const { reply, piece: shown } = await piece(pages, path, {});
    return { status: reply.status === 200 ? shown.status : reply.status, text: shown.html ?? '' };
  },
};

/** Calls as a kiosk does. */
export async function callKiosk(pages: OpenPages, path: string, call: object): Promise<Response> {
  return pages.post(`/k/${path}/answers`, JSON.stringify(call), {
    'content-type': 'application/json',
    'sec-fetch-site': 'same-origin',
  });
}

/** One answer as a kiosk keeps it. */
export const kioskAnswer = (pages: OpenPages, more: object = {}) => ({
  id: newId(),
  sequence: 1,
  version: pages.fixture.versionId,
  language: 'en',
  at: pages.time.now.getTime() - 5_000,
  offset: 0,
  completed: true,
  given: { recommend: '9' },
  ...more,
});

export const kioskCall = (pages: OpenPages, answers: readonly object[], more: object = {}) => ({
  device: '0190b5a0-0000-4000-8000-000000000001',
  sentAt: pages.time.now.getTime(),
  waiting: 0,
  parked: 0,
  sequence: answers.length,
  answers,
  ...more,
});

const kiosk: OpenWay = {
  channel: 'kiosk',
  async answer(pages, path) {
    const answer = kioskAnswer(pages);
    const send = async () => {
      await callKiosk(pages, path, kioskCall(pages, [answer]));
    };
    await send();
    return send;
  },
  async look(pages, path) {
    const reply = await pages.get(`/k/${path}`);
    return { status: reply.status, text: await reply.text() };
  },
};

export const openWays: readonly OpenWay[] = [byPages('s', 'link'), byPages('q', 'qr'), widget, kiosk];
