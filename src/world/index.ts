/**
 * The simulated company: customers, answers, money and initiatives whose truth is known. Deterministic by seed; every
 * account and consumer can be drawn alone (docs/methods/simulated-company.md).
 */
export type { Account, Contact, ContactRole } from './account.ts';
export {
  type AccountHistory,
  type AccountMonth,
  accountHistories,
  accountHistory,
  type Invitation,
} from './account-history.ts';
export { monthBefore } from './calendar.ts';
export {
  oneMonthOfTwelve,
  type ProgrammeMonth,
  type ProgrammeSettings,
  programmeMonths,
} from './constant-programme.ts';
export {
  type Consumer,
  type ConsumerHistory,
  consumerHistories,
  consumerHistory,
  type Purchase,
} from './consumer-history.ts';
export { type Initiative, type InitiativeId, initiatives } from './initiatives.ts';
export { consumerLaw, law, type Segment } from './law.ts';
export { worldReadme } from './readme-text.ts';
export { type ServiceKpi, type ServiceMonth, serviceMonth, serviceMonths } from './service-months.ts';
export { type WorldTable, type WorldTableName, worldTableNames, worldTables } from './table-columns.ts';
export { accountRows, companyRows, consumerRows, type WorldCell, type WorldRows } from './table-rows.ts';
export { type Touchpoint, touchpoints } from './touchpoints.ts';
export { type Branch, createWorld, type NonResponse, type World, type WorldSettings } from './world.ts';
