/** What a member of a workspace is. */
export const memberRoles = ['owner', 'analyst', 'manager', 'agent', 'viewer'] as const;

export type MemberRole = (typeof memberRoles)[number];

/** What the key of a program may be made for. */
export const keyScopes = [
  'responses:write',
  'figures:read',
  'responses:read',
  'import:write',
  'export:read',
  'events:write',
] as const;

export type KeyScope = (typeof keyScopes)[number];

interface Permission {
  /** What it lets a reader do, as docs/guides/people-and-permissions.md says it. */
  readonly is: string;
  readonly roles: readonly MemberRole[];
  readonly scopes: readonly KeyScope[];
}

const everybody = memberRoles;

/**
 * THE table of permissions: every route and every guarded field names one row of it, and nothing else decides. Who is
 * not named may not.
 */
export const permissions = {
  'view-figures': {
    is: 'see figures, trends and break-downs',
    roles: everybody,
    scopes: ['figures:read', 'responses:read'],
  },
  'view-responses': {
    is: 'see single responses',
    roles: ['owner', 'analyst', 'manager', 'agent'],
    scopes: ['responses:read'],
  },
  'view-comments': { is: 'read the words of respondents', roles: everybody, scopes: ['responses:read'] },
  'view-small-groups': {
    is: 'see the rows of a group below the small-group floor',
    roles: ['owner', 'analyst', 'manager'],
    scopes: [],
  },
  'view-contact-details': {
    is: 'see names and addresses of respondents',
    roles: ['owner', 'manager', 'agent'],
    scopes: [],
  },
  'view-money': { is: 'see revenue and margin', roles: ['owner', 'analyst', 'manager'], scopes: [] },
  'write-responses': { is: 'send single responses', roles: ['owner', 'analyst'], scopes: ['responses:write'] },
  'send-events': {
    is: 'send events, and have refused ones read again',
    roles: ['owner', 'analyst'],
    scopes: ['events:write'],
  },
  import: { is: 'import files', roles: ['owner', 'analyst'], scopes: ['import:write'] },
  'undo-import': { is: 'undo an import', roles: ['owner', 'analyst'], scopes: ['import:write'] },
  export: { is: 'export answers and figures without names', roles: ['owner', 'analyst'], scopes: ['export:read'] },
  'define-metrics': { is: 'define metrics of their own', roles: ['owner', 'analyst'], scopes: [] },
  'manage-surveys': { is: 'build and publish surveys', roles: ['owner', 'analyst', 'manager'], scopes: [] },
  'export-personal-data': { is: 'export names and addresses, and the whole workspace', roles: ['owner'], scopes: [] },
  'handle-person-requests': {
    is: 'find a person, see and export what is kept of him, object for him and erase him',
    roles: ['owner'],
    scopes: [],
  },
  'manage-programmes': {
    is: 'make, change, start and end programmes',
    roles: ['owner', 'analyst', 'manager'],
    scopes: [],
  },
  'run-draws': { is: 'make and run draws of incentives, and see who won', roles: ['owner'], scopes: [] },
  'manage-places': {
    is: 'make, change and close places with their links, widgets and kiosks',
    roles: ['owner', 'analyst', 'manager'],
    scopes: [],
  },
  'read-outbox': { is: 'read the messages of the development outbox, with their links', roles: ['owner'], scopes: [] },
  'settle-messages': {
    is: 'say what became of a message that may have gone, and send it again',
    roles: ['owner', 'analyst', 'manager'],
    scopes: [],
  },
  'judge-intents': {
    is: 'see first clicks outside the figures, and say whether a person made them',
    roles: ['owner', 'analyst'],
    scopes: [],
  },
  'manage-members': {
    is: 'invite, change and remove members, take their access away and give it back',
    roles: ['owner'],
    scopes: [],
  },
  'manage-keys': { is: 'make and revoke API keys', roles: ['owner'], scopes: [] },
  'manage-sources': { is: 'say where events are fetched from and how they are read', roles: ['owner'], scopes: [] },
  'manage-webhooks': { is: 'make, change, test and remove webhooks', roles: ['owner'], scopes: [] },
  'change-settings': { is: 'change the settings of the workspace', roles: ['owner'], scopes: [] },
  'see-audit-log': { is: 'see who did what', roles: ['owner'], scopes: [] },
} as const satisfies Readonly<Record<string, Permission>>;

export type Action = keyof typeof permissions;

/** Whether a member of this role may do it. */
export function roleMay(role: MemberRole, action: Action): boolean {
  return (permissions[action].roles as readonly string[]).includes(role);
}

/** Whether a key of these scopes may do it. */
export function scopesMay(scopes: readonly KeyScope[], action: Action): boolean {
  return scopes.some((scope) => (permissions[action].scopes as readonly string[]).includes(scope));
}
