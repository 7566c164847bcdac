import type { Action, KeyScope, MemberRole } from './permission.ts';
import { roleMay, scopesMay } from './permission.ts';

/** A program that asks by a key. */
export interface KeyPrincipal {
  readonly kind: 'key';
  readonly keyId: string;
  readonly workspaceId: string;
  readonly scopes: readonly KeyScope[];
}

/** Who asks: a person by a session, or a program by a key. */
export type Principal = { readonly kind: 'person'; readonly userId: string; readonly sessionId: string } | KeyPrincipal;

/** The settings of a workspace that most routes need. */
export interface WorkspaceSettings {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly language: 'en' | 'fi' | 'sv';
  readonly smallGroupFloor: number;
  /** The simulated company, not a real one. */
  readonly demo: boolean;
}

/** What the asking one may do in one workspace. */
export interface Access {
  readonly workspace: WorkspaceSettings;
  readonly principal: Principal;
  /** Of a person; a key has none. */
  readonly role?: MemberRole;
  may(action: Action): boolean;
}

/** The access of a member by the role as it stands now. */
export function memberAccess(workspace: WorkspaceSettings, principal: Principal, role: MemberRole): Access {
  return { workspace, principal, role, may: (action) => roleMay(role, action) };
}

/** The access of a program by the scopes of its key. */
export function keyAccess(workspace: WorkspaceSettings, principal: KeyPrincipal): Access {
  return { workspace, principal, may: (action) => scopesMay(principal.scopes, action) };
}
