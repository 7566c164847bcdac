/** What goes with what: drivers of an outcome, from correlations, with intervals. Nothing here says "causes". */

export { lmgShares } from './drivers/lmg.ts';
