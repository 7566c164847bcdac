import type { Decision } from './decision.ts';
import { type RefusalDetail, type RefusalReason, refusalReasons } from './refusal.ts';

export interface RuleOutcome {
  readonly rule: RefusalReason;
  readonly outcome: 'pass' | 'fail' | 'not reached';
  readonly detail?: RefusalDetail;
}

/** Why was this person asked, or not? Every rule in order: those that let pass, the one that said no, and the rest. */
export function explain(decision: Decision): RuleOutcome[] {
  const failed = decision.kind === 'refused' ? refusalReasons.indexOf(decision.reason) : refusalReasons.length;
  return refusalReasons.map((rule, i) => {
    if (i !== failed) return { rule, outcome: i < failed ? 'pass' : 'not reached' };
    return { rule, outcome: 'fail', ...(decision.kind === 'refused' && { detail: decision.detail }) };
  });
}
