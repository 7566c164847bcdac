import type { Role } from './me.ts';
import { useWorkspace } from './workspace.tsx';

/**
 * What a page offers to whom. The server decides by its own table; a page that offers what is then refused would be
 * rude, so this says the same, and a test compares the two.
 */
export const rolesThatMay = {
  'view-responses': ['owner', 'analyst', 'manager', 'agent'],
  'view-contact-details': ['owner', 'manager', 'agent'],
  'view-money': ['owner', 'analyst', 'manager'],
  import: ['owner', 'analyst'],
  'undo-import': ['owner', 'analyst'],
  export: ['owner', 'analyst'],
  'define-metrics': ['owner', 'analyst'],
  'manage-surveys': ['owner', 'analyst', 'manager'],
  'manage-programmes': ['owner', 'analyst', 'manager'],
  'run-draws': ['owner'],
  'manage-places': ['owner', 'analyst', 'manager'],
  'send-events': ['owner', 'analyst'],
  'manage-sources': ['owner'],
  'read-outbox': ['owner'],
  'settle-messages': ['owner', 'analyst', 'manager'],
  'judge-intents': ['owner', 'analyst'],
  'export-personal-data': ['owner'],
  'manage-members': ['owner'],
  'manage-keys': ['owner'],
  'manage-webhooks': ['owner'],
  'change-settings': ['owner'],
  'handle-person-requests': ['owner'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type PageAction = keyof typeof rolesThatMay;

/** Whether the reader may do this in the workspace at hand. */
export function useMay(): (action: PageAction) => boolean {
  const { role } = useWorkspace();
  return (action) => (rolesThatMay[action] as readonly Role[]).includes(role);
}
