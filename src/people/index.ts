/**
 * Who may sign in and do what: people, workspaces, members, sessions, API keys, and THE table of permissions. See
 * docs/guides/people-and-permissions.md.
 */
export type { Access, Principal, WorkspaceSettings } from './access.ts';
export { createApiKey, findApiKey, type NewApiKey } from './api-key-store.ts';
export { addMember } from './member-store.ts';
export { hashPassword, isPassword } from './password.ts';
export { type Action, type KeyScope, keyScopes, type MemberRole, memberRoles, permissions } from './permission.ts';
export { type Language, languages, type Person } from './person.ts';
export { createPerson, type NewPerson } from './person-store.ts';
export {
  beginSession,
  endSession,
  endSessionsOf,
  findSession,
  type LiveSession,
  type SessionLife,
  sweepSessions,
} from './session-store.ts';
export { type SignIn, signIn } from './sign-in.ts';
export { createWorkspace, findAccess, type NewWorkspace, workspacesOf } from './workspace-store.ts';
