/**
 * The store: PostgreSQL, embedded or a server. A transaction works inside one workspace and sees its rows only; the
 * rules that keep the schema ready for Citus stand in docs/guides/scale-out.md and are held by test/store.
 */
export type { Queryable } from './connection.ts';
export { type Diagnosis, diagnoseStore } from './diagnose.ts';
export { newId } from './identifier.ts';
export { openStore, type Store } from './open-store.ts';
export type { WorkspaceTransaction } from './workspace-transaction.ts';
