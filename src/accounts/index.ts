/**
 * Accounts, contacts and their roles, org units, outcome facts and service KPIs, as imports bring them: what an import
 * says is kept apart from what is in force, so that it can be taken away again exactly.
 */
export {
  applyClaims,
  type Claim,
  claimEntities,
  forgetWhatStood,
  keepWhatStood,
  stateFields,
  withdrawClaims,
} from './claim-store.ts';
export { accountEntity, type ClaimedEntity, contactEntity, orgUnitEntity } from './claimed-entity.ts';
export {
  type ContactRole,
  contactRoles,
  nameContactRoles,
  type RoleOfContact,
  tellContactRoles,
  withdrawContactRoles,
} from './contact-role-store.ts';
export { EntityNames } from './entity-names.ts';
export { type StoredFacts, storeKpis, storeOutcomes, withdrawFacts } from './fact-store.ts';
export type { KpiFact, OutcomeFact } from './fact-table.ts';
export type { ImportScope } from './import-scope.ts';
export {
  addressKeyOf,
  type HashedAddress,
  liftSuppressions,
  type SuppressionReason,
  suppressAddresses,
  suppressedHashes,
} from './suppression-store.ts';
export { type ToldFields, tellAccounts, tellContacts } from './told-entity-store.ts';
