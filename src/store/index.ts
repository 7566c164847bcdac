/**
 * The store: PostgreSQL, embedded or a server. A transaction works inside one workspace and sees its rows only; the
 * rules that keep the schema ready for Citus stand in docs/guides/scale-out.md and are held by test/store.
 */
export { addTableToTallies, addToTallies, type CountedAnswers } from './add-to-tallies.ts';
export { type Queryable, sqlState } from './connection.ts';
export { type Diagnosis, diagnoseStore } from './diagnose.ts';
export { dropEmptyTallies } from './drop-empty-tallies.ts';
export { foldTallies } from './fold-tallies.ts';
export { gatheredLookup } from './gathered-lookup.ts';
export { type GroupWriter, groupCommit } from './group-commit.ts';
export { newId } from './identifier.ts';
export {
  claimRequest,
  keepReply,
  type RepeatableRequest,
  type RequestClaim,
  releaseRequest,
  sweepKeptReplies,
} from './kept-reply-store.ts';
export { type Hearing, notifyChange, responsesChanged } from './listener.ts';
export { type OpenStoreOptions, openStore, type Store } from './open-store.ts';
export { recountTallies, type TallyDrift } from './recount-tallies.ts';
export { type Alongside, type ResponseWriter, responseWriter } from './response-writer.ts';
export { type ShortMemory, shortMemory } from './short-memory.ts';
export { countAskingWhileYoung, growing } from './statistics.ts';
export {
  cancelReminders,
  type EndReason,
  giveBackQuotas,
  type QuotaStep,
  stopInvitations,
} from './stop-invitations.ts';
export { type NewAnswer, type NewResponse, removeResponses, storeResponses } from './store-responses.ts';
export { storeTrouble } from './store-trouble.ts';
export { noteUpkeep, takeUpkeep, type UpkeepKind } from './upkeep.ts';
export { enterWorkspace, type WorkspaceTransaction } from './workspace-transaction.ts';
