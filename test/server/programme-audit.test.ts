import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditInThreads } from '../../src/findings/index.ts';
import { application } from '../../src/server/application.ts';
import { removeThreads, spinningThread, threadGate } from '../findings/audit-thread-program.ts';
import { programmeFixture } from '../findings/programme-fixture.ts';
import { type OpenApplication, openApplication } from './open-application.ts';

let open: OpenApplication;
let app: OpenApplication['app'];
beforeAll(async () => {
  open = await openApplication({}, new Date('2030-06-20T12:00:00Z'));
  const { id: workspaceId } = open.workspace;
  await programmeFixture(open.test, { seed: 3, responses: 200, from: '2030-01-01', to: '2030-06-18', workspaceId });
  const { config, metrics, clock } = open.context;
  const rest = { store: open.test.store, workerBeat: () => undefined, livePages: () => 0, stopping: false };
  const auditor = auditInThreads({ program: spinningThread(threadGate()), most: 1, seconds: 60 });
  app = application({ ...open.context, auditor, health: { config, metrics, clock, ...rest } });
});
afterAll(async () => {
  await open.close();
  removeThreads();
});

const host = { host: '127.0.0.1:4700' };
const get = async (path: string, signal?: AbortSignal): Promise<Response> =>
  app.request(`http://127.0.0.1:4700${path}`, {
    headers: { ...host, cookie: open.workspace.members.owner.cookie },
    ...(signal && { signal }),
  });
const audit = '/api/workspaces/first/programme-audit?level=encounter';

describe('while an audit computes', () => {
  it('the server answers, and ends the audit when nobody waits for it', async () => {
    const leaving = new AbortController();
    const asked = get(audit, leaving.signal);
    let done = false;
    void asked.then(() => {
      done = true;
    });
    // The rows are read and the thread spins.
    await sleep(1_000);
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    for (let n = 0; n < 40; n++) {
      const reply = await get('/healthz');
      expect(await reply.json()).toEqual({ status: 'up' });
      await sleep(5);
    }
    delay.disable();
    expect(done).toBe(false);
    // Half of the time the loop is free within a few milliseconds, whatever else the machine does.
    expect(delay.percentile(50) / 1e6).toBeLessThan(100);
    expect((await get('/api/workspaces/first/overview')).status).toBe(200);
    leaving.abort();
    expect((await asked).status).toBe(499);
    expect(open.log.some((line) => line.includes('fault'))).toBe(false);
    // The only place is free again: the next audit computes, until its gate opens.
    const next = get(audit);
    writeFileSync(threadGate(), '');
    expect((await next).status).toBe(422);
    expect(await (await next).json()).toMatchObject({ error: { code: 'CND_NO_ANSWERS' } });
  });
});
