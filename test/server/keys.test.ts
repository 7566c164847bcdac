import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenApplication, openApplication } from './open-application.ts';

let application: OpenApplication;
beforeAll(async () => {
  application = await openApplication();
});
afterAll(() => application.close());

const makeKey = async () => {
  const made = await application.ask('/workspaces/{w}/api-keys', {
    as: 'owner',
    body: { name: 'a program', scopes: ['figures:read'] },
  });
  expect(made.status).toBe(201);
  return (await made.json()) as { id: string; key: string };
};
const opens = async (key: string) => (await application.ask('/workspaces/{w}', { key })).status;

describe('a key that is believed for a moment', () => {
  it('is refused by the next request after it was revoked here', async () => {
    const { id, key } = await makeKey();
    expect(await opens(key)).toBe(200);
    const revoked = await application.ask(`/workspaces/{w}/api-keys/${id}`, { as: 'owner', method: 'DELETE' });
    expect(revoked.status).toBe(204);
    expect(await opens(key)).toBe(401);
  });

  it('is refused within a second after another process revoked it, and never again opens', async () => {
    const { id, key } = await makeKey();
    const { workspace, test, time } = application;
    expect(await opens(key)).toBe(200);
    await test.store.inWorkspace(workspace.id, (t) =>
      t.query('update api_key set revoked_at = now() where workspace_id = $1 and id = $2', [workspace.id, id]),
    );
    time.now = new Date(time.now.getTime() + 999);
    expect(await opens(key)).toBe(200);
    time.now = new Date(time.now.getTime() + 1);
    expect(await opens(key)).toBe(401);
    expect(await opens(key)).toBe(401);
  });

  it('opens with the settings as an owner has just changed them', async () => {
    const { key } = await makeKey();
    const floor = async () => {
      const shown = await application.ask('/workspaces/{w}', { key });
      return ((await shown.json()) as { smallGroupFloor: number }).smallGroupFloor;
    };
    const before = await floor();
    await application.ask('/workspaces/{w}', { as: 'owner', method: 'PATCH', body: { smallGroupFloor: before + 1 } });
    expect(await floor()).toBe(before + 1);
  });
});
