import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Action, keyScopes, memberRoles, permissions, roleMay, scopesMay } from './permission.ts';

/** The table as the guide prints it for people: the one independent statement of who may do what. */
const printed = [
  ...readFileSync(join(import.meta.dirname, '../../docs/guides/people-and-permissions.md'), 'utf8').matchAll(
    /^\| `([a-z-]+)` \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm,
  ),
].map(([, action, is, roles, scopes]) => ({
  action: action as Action,
  is: is!,
  roles: roles === 'all' ? [...memberRoles] : roles!.split(', '),
  scopes: scopes === 'none' ? [] : scopes!.replaceAll('`', '').split(', '),
}));

describe('the table of permissions', () => {
  it('is the one that the guide prints, in its order and words', () => {
    expect(printed.map(({ action, is }) => [action, is])).toEqual(
      Object.entries(permissions).map(([action, { is }]) => [action, is]),
    );
  });

  it('lets every role and every scope do what the guide says and nothing else', () => {
    for (const { action, roles, scopes } of printed) {
      for (const role of memberRoles) expect(roleMay(role, action), `${role} ${action}`).toBe(roles.includes(role));
      for (const scope of keyScopes)
        expect(scopesMay([scope], action), `${scope} ${action}`).toBe(scopes.includes(scope));
    }
  });

  it('keeps people, keys, settings, the log and personal data with owners, and names from analysts and viewers', () => {
    const only = (role: string) => printed.filter(({ roles }) => roles.join() === role).map(({ action }) => action);
    expect(only('owner')).toEqual([
      'export-personal-data',
      'handle-person-requests',
      'run-draws',
      'read-outbox',
      'manage-members',
      'manage-keys',
      'manage-sources',
      'manage-webhooks',
      'change-settings',
      'see-audit-log',
    ]);
    expect(roleMay('analyst', 'view-contact-details')).toBe(false);
    expect(roleMay('viewer', 'view-responses')).toBe(false);
    expect(roleMay('agent', 'view-money')).toBe(false);
    expect(scopesMay(keyScopes, 'manage-keys')).toBe(false);
    expect(scopesMay(keyScopes, 'view-contact-details')).toBe(false);
    expect(scopesMay([], 'view-figures')).toBe(false);
  });
});
