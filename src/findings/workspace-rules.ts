import type { Break, RuleResult, RuleStatus } from '../audit/index.ts';
import { responseRate } from '../metrics/index.ts';
import type { Coverage } from '../overview/index.ts';
import type { ProgrammeFacts } from './programme-facts-store.ts';

/** What the store can say of a rule that a file could not answer, or could only guess. */
export interface RuleKnowledge {
  readonly facts: ProgrammeFacts;
  readonly breaks: readonly Break[];
  readonly coverage: Coverage | undefined;
}

const atLeast = (value: number, mark: number, limit: number): RuleStatus =>
  value >= mark ? 'pass' : value >= limit ? 'warn' : 'fail';
const percent = (share: number) => `${Math.round(share * 100)} %`;

/** The rules of an audit with the answers of the workspace in place of those of a file. */
export function withKnowledge(rules: readonly RuleResult[], known: RuleKnowledge): RuleResult[] {
  return rules.map((rule) => {
    switch (rule.id) {
      case 'response-rate':
        return responseRateRule(rule, known);
      case 'payer-coverage':
        return payerCoverage(rule, known);
      case 'definition-change':
        return definitionChange(known);
      case 'baseline-before-target':
        return needs(rule, 'goals', 'targets with a baseline');
      case 'findings-owned':
        return needs(rule, 'initiatives', 'initiatives with an owner');
      case 'cases-within-48h':
        return needs(rule, 'cases', 'cases');
      case 'churn-link':
      case 'money-link':
        // Exits and margins may be there, but nothing tests the link yet.
        return needs(rule, 'link-analysis', 'a test of the link, which this version has not');
      default:
        return rule;
    }
  });
}

const needs = ({ id }: RuleResult, what: string, words: string): RuleResult => ({
  id,
  status: 'not measurable',
  evidence: `Needs ${words}.`,
  figures: { needs: what },
});

/** The lowest of the rates (RR1): whoever said nothing counts as asked. The marks are a convention of ours. */
function responseRateRule(rule: RuleResult, { facts: { invitations } }: RuleKnowledge): RuleResult {
  if (!invitations) return rule;
  const { value: share, n } = responseRate(invitations, 'RR1');
  return {
    id: rule.id,
    status: atLeast(share, 0.3, 0.15),
    evidence: `${percent(share)} of ${n} invitations were answered (AAPOR RR1). 30 % is the mark, 15 % the limit.`,
    figures: { share, invitations: n, rate: 'RR1' },
  };
}

/** By the revenue of all customers, also of those who never answered: unknown is never counted as heard. */
function payerCoverage(rule: RuleResult, { coverage }: RuleKnowledge): RuleResult {
  if (!coverage) return rule;
  const share = coverage.fresh.share + coverage.older.share;
  return {
    id: rule.id,
    status: atLeast(share, 0.8, 0.5),
    evidence: `A payer or decision maker answered in accounts with ${percent(share)} of the revenue. 80 % is the mark, 50 % the limit.`,
    figures: { share, byRevenue: 1, accounts: coverage.accounts },
  };
}

function definitionChange({ breaks }: RuleKnowledge): RuleResult {
  const [change] = breaks;
  if (!change) {
    return { id: 'definition-change', status: 'pass', evidence: 'One version in the whole window.', figures: {} };
  }
  const { date, from, to, what } = change;
  const evidence = `The ${what} changed on ${date} (${from} to ${to}).`;
  return { id: 'definition-change', status: 'fail', evidence, figures: { date, from, to, what } };
}
