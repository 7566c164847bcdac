import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { permissions } from '../../src/people/index.ts';
import { type OpenApplication, openApplication, testPassword } from './open-application.ts';

let open: OpenApplication;
beforeAll(async () => {
  open = await openApplication();
});
afterAll(() => open.close());
const errorOf = async (response: Response) => {
  const { error } = (await response.json()) as { error: { code: string; details: Record<string, unknown> } };
  return { status: response.status, code: error.code, field: error.details.field };
};

describe('the frame of the routes', () => {
  it('tells who is signed in and where he may work', async () => {
    const me = await (await open.ask('/me', { as: 'analyst' })).json();
    expect(me).toEqual({
      user: {
        id: open.workspace.members.analyst.userId,
        name: 'analyst of the first',
        email: 'analyst@first.example',
        language: 'en',
      },
      workspaces: [
        {
          slug: 'first',
          name: 'The first',
          role: 'analyst',
          demo: false,
          language: 'en',
          timeZone: 'Europe/Helsinki',
          currency: 'EUR',
        },
      ],
    });
    expect(await errorOf(await open.ask('/me'))).toMatchObject({ status: 401, code: 'CND_SIGN_IN' });
  });

  it('refuses unknown fields, bodies that are no JSON, NUL, and bodies that are too large, by name', async () => {
    const body = { email: 'a@b.example', password: testPassword };
    const signIn = (sent: unknown, type = 'application/json') => open.ask('/sign-in', { body: sent, type });
    expect(await errorOf(await signIn({ ...body, remember: true }))).toEqual({
      status: 400,
      code: 'CND_REQUEST',
      field: 'remember',
    });
    expect(await errorOf(await signIn({ email: 'a@b.example' }))).toMatchObject({ status: 400, field: 'password' });
    expect(await errorOf(await signIn({ ...body, email: 'a\u0000' }))).toMatchObject({ status: 400, field: 'email' });
    expect(await errorOf(await signIn('{', 'application/json'))).toMatchObject({ status: 400, code: 'CND_REQUEST' });
    expect(await errorOf(await signIn({ ...body, email: 'x'.repeat(2 ** 20) }))).toMatchObject({ status: 413 });
    expect(await errorOf(await open.ask('/me?nonsense=1', { as: 'viewer' }))).toMatchObject({
      status: 400,
      field: 'nonsense',
    });
    expect(await errorOf(await open.ask('/me?x=%00', { as: 'viewer' }))).toMatchObject({ status: 400 });
    expect(await errorOf(await open.ask('/nothing-here'))).toMatchObject({ status: 404, code: 'CND_NOT_FOUND' });
  });

  it('documents itself as OpenAPI 3.1', async () => {
    const document = (await (await open.ask('/openapi.json')).json()) as {
      openapi: string;
      paths: Record<string, Record<string, { 'x-permission'?: string; responses: object }>>;
    };
    expect(document.openapi).toBe('3.1.0');
    for (const [path, operations] of Object.entries(document.paths)) {
      for (const operation of Object.values(operations)) {
        expect([...Object.keys(permissions), 'signed-in', 'everybody'], path).toContain(operation['x-permission']);
        expect(Object.keys(operation.responses)).toContain('default');
      }
    }
  });
});
