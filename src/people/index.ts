/**
 * Who may sign in and do what: people, workspaces, members, sessions, API keys, and THE table of permissions. See
 * docs/guides/people-and-permissions.md.
 */
export type { Access, Principal, WorkspaceSettings } from './access.ts';
export { apiKeysOf, createApiKey, type NewApiKey, revokeApiKey } from './api-key-store.ts';
export { type AuditAction, type AuditEvent, eventsBefore, recordEvent } from './audit-event-store.ts';
export { type Asking, findMember, findProgram, forgetPrograms } from './find-access.ts';
export { type Join, join, offerOf } from './join.ts';
export { inviteMember, openInvitations, revokeInvitation } from './member-invitation-store.ts';
export { addMember, changeRole, disableMember, enableMember, membersOf, removeMember } from './member-store.ts';
export { hashPassword, makePassword } from './password.ts';
export { type Action, type KeyScope, keyScopes, type MemberRole, memberRoles, permissions } from './permission.ts';
export { type Language, languages, type Person } from './person.ts';
export { changePerson, createPerson, hasPeople, type NewPerson } from './person-store.ts';
export { keepPrivacyNotice, type PrivacyNotice, privacyNoticeOf } from './privacy-notice-store.ts';
export {
  beginSession,
  endSession,
  endSessionsOf,
  findSession,
  type LiveSession,
  type SessionLife,
  sweepSessions,
} from './session-store.ts';
export { type SetUp, setUp } from './set-up.ts';
export { type SignIn, signIn } from './sign-in.ts';
export { changeSettings, type SettingsChange } from './workspace-settings-store.ts';
export { createWorkspace, type NewWorkspace, settingsOf, workspaceOfSlug, workspacesOf } from './workspace-store.ts';
