import type { Coverage } from '../../overview/index.ts';
import { dayText } from '../day-text.ts';
import { moneyText } from '../money-text.ts';
import { percentText } from '../numbers.ts';
import type { OverviewContext } from './overview-context.ts';

/** The goal that the bar is held against: 80 % of revenue heard in the last three months. */
export const coverageGoal = 0.8;

/** How much of the revenue has been heard of late. */
export interface CoverageSection {
  readonly title: string;
  readonly subtitle: string;
  readonly parts: readonly {
    readonly of: 'fresh' | 'older' | 'never';
    readonly share: number;
    readonly text: string;
  }[];
  readonly goal: { readonly share: number; readonly text: string };
  readonly without?: string;
  readonly alternative: string;
}

/** Words the coverage; absent where there is no revenue, or none that the reader may see. */
export function coverageSection({ value, overview, language }: OverviewContext): CoverageSection | undefined {
  const { coverage } = value;
  if (!coverage || coverage.revenue <= 0) return undefined;
  const words = overview.coverage;
  const share = (of: number) => percentText(of, 0, language);
  const money = (of: Coverage['fresh']) => moneyText(of.revenue, coverage.currency, language);
  const { fresh, older, never } = coverage;
  const goal = share(coverageGoal);
  return {
    title: words.title(share(fresh.share)),
    subtitle: words.subtitle(moneyText(coverage.revenue, coverage.currency, language), coverage.accounts),
    parts: [
      {
        of: 'fresh',
        share: fresh.share,
        text: words.fresh(dayText(coverage.freshSince, language), share(fresh.share), money(fresh)),
      },
      { of: 'older', share: older.share, text: words.older(share(older.share), money(older)) },
      { of: 'never', share: never.share, text: words.never(share(never.share), money(never), never.accounts) },
    ],
    goal: { share: coverageGoal, text: words.goal(goal) },
    ...(coverage.accountsWithoutRevenue > 0 ? { without: words.without(coverage.accountsWithoutRevenue) } : {}),
    alternative: words.alternative({
      fresh: share(fresh.share),
      older: share(older.share),
      never: share(never.share),
      goal,
    }),
  };
}
