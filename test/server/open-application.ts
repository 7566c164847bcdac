import { openAnswering } from '../../src/answering/index.ts';
import { responseIntake } from '../../src/collect/index.ts';
import { type Config, readConfig } from '../../src/config/index.ts';
import { eventWriter } from '../../src/fieldwork/index.ts';
import { outboundClient } from '../../src/outbound/index.ts';
import {
  addMember,
  beginSession,
  createApiKey,
  createPerson,
  createWorkspace,
  hashPassword,
  type KeyScope,
  keyScopes,
  type MemberRole,
  memberRoles,
} from '../../src/people/index.ts';
import { application } from '../../src/server/application.ts';
import type { ServerContext } from '../../src/server/context.ts';
import { eventLimit } from '../../src/server/event-limit.ts';
import { openLiveHub } from '../../src/server/live-hub.ts';
import { jsonLog } from '../../src/server/log.ts';
import { serverMetrics } from '../../src/server/server-metrics.ts';
import { responseWriter } from '../../src/store/index.ts';
import { announceResponses } from '../../src/webhooks/index.ts';
import { type TestStore, testStore } from '../store/test-store.ts';

export interface TestMember {
  readonly userId: string;
  readonly memberId: string;
  readonly email: string;
  readonly cookie: string;
}

export interface TestWorkspace {
  readonly id: string;
  readonly slug: string;
  readonly members: Readonly<Record<MemberRole, TestMember>>;
  /** One key for each scope. */
  readonly keys: Readonly<Record<KeyScope, string>>;
}

export interface Ask {
  readonly method?: string;
  /** Whose session the request carries: a role of the first workspace, or a member of another. None by default. */
  readonly as?: MemberRole | TestMember;
  readonly key?: string;
  /** Sent as JSON; a text or bytes are sent as they are, with `type`. */
  readonly body?: unknown;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The whole application on an empty migrated store: two workspaces, in each a member for every role. */
export interface OpenApplication {
  readonly test: TestStore;
  readonly context: ServerContext;
  readonly app: ReturnType<typeof application>;
  readonly workspace: TestWorkspace;
  readonly other: TestWorkspace;
  /** What the server wrote into its log. */
  readonly log: string[];
  /** The time that the server sees stands still until a test moves it. */
  readonly time: { now: Date };
  /** Asks `/api` + path; `{w}` in the path is the slug of the first workspace. */
  ask(path: string, ask?: Ask): Promise<Response>;
  close(): Promise<void>;
}

/** The password of every member of these workspaces. */
export const testPassword = 'a test of twelve words';

export async function openApplication(
  settings: Partial<Config> = {},
  now = new Date('2030-06-15T09:00:00Z'),
): Promise<OpenApplication> {
  const test = await testStore();
  const config = { ...readConfig({}), ...settings };
  const log: string[] = [];
  const time = { now };
  const clock = () => time.now;
  const alongside = announceResponses(test.store, clock);
  const live = await openLiveHub(test.store, clock);
  const write = responseWriter(test.store, { gatherMilliseconds: 0, alongside });
  const context: ServerContext = {
    config,
    store: test.store,
    intake: responseIntake(test.store, write, clock),
    answering: openAnswering({ store: test.store, write, secret: 'a secret of the tests, 32 letters' }),
    events: eventWriter(test.store, { clock }),
    eventLimit: eventLimit(config.eventsPerSecond),
    outbound: outboundClient({ allowed: config.outboundAllow, milliseconds: 2_000 }),
    live,
    clock,
    log: jsonLog((line) => log.push(line)),
    metrics: serverMetrics(),
  };
  const passwordHash = await hashPassword(testPassword);
  const [workspace, other] = [
    await filledWorkspace(context, 'first', passwordHash),
    await filledWorkspace(context, 'second', passwordHash),
  ];
  const app = application(context);
  return {
    test,
    context,
    app,
    workspace,
    other,
    log,
    time,
    ask: async (path, ask = {}) =>
      app.request(`http://127.0.0.1:4700/api${path.replace('{w}', workspace.slug)}`, requestOf(ask, workspace)),
    async close() {
      await live.close();
      await test.close();
    },
  };
}

function requestOf({ method, as, key, body, type, headers }: Ask, workspace: TestWorkspace): RequestInit {
  const isRaw = typeof body === 'string' || body instanceof Uint8Array;
  const member = typeof as === 'string' ? workspace.members[as] : as;
  return {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      host: '127.0.0.1:4700',
      ...(member ? { cookie: member.cookie } : {}),
      ...(key ? { authorization: `Bearer ${key}` } : {}),
      ...(body === undefined ? {} : { 'content-type': type ?? (isRaw ? 'text/csv' : 'application/json') }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: (isRaw ? body : JSON.stringify(body)) as string }),
  };
}

async function filledWorkspace(context: ServerContext, slug: string, passwordHash: string): Promise<TestWorkspace> {
  const { store, config, clock } = context;
  const now = clock();
  const members: Partial<Record<MemberRole, TestMember>> = {};
  const keys: Partial<Record<KeyScope, string>> = {};
  const settings = { slug, name: `The ${slug}`, timeZone: 'Europe/Helsinki', currency: 'EUR', language: 'en' } as const;
  const id = await createWorkspace(store, settings, async (transaction) => {
    for (const role of memberRoles) {
      const email = `${role}@${slug}.example`;
      const person = { email, name: `${role} of the ${slug}`, language: 'en', passwordHash } as const;
      const userId = (await createPerson(transaction, person))!;
      const memberId = (await addMember(transaction, { userId, role, now }))!;
      const token = await beginSession(transaction, { userId, now, life: config.session });
      members[role] = { userId, memberId, email, cookie: `candor_session=${token}` };
    }
    for (const scope of keyScopes) {
      keys[scope] = (await createApiKey(transaction, { name: scope, scopes: [scope] }, now)).key;
    }
  });
  return { id, slug, members: members as TestWorkspace['members'], keys: keys as TestWorkspace['keys'] };
}
