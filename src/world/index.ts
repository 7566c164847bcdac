export { accountHistories, accountHistory } from './account-history.ts';
export { createWorld } from './world.ts';
