import type { DriversPage } from '../../overview/index.ts';
import { writeCsv } from '../csv-text.ts';
import type { Language } from '../language.ts';
import { driverReport, questionName } from './driver-report.ts';

/** Sources of the methods, the same in every language. */
const sources = [
  'Lindeman, R. H., Merenda, P. F. and Gold, R. Z. (1980). Introduction to bivariate and multivariate analysis.',
  'Groemping, U. (2007). Estimators of relative importance in linear regression. doi:10.1198/000313007X188252',
  'Johnson, J. W. (2000). A heuristic method for estimating the relative weight of predictor variables. doi:10.1207/S15327906MBR3501_1',
  'MacKinnon, J. G. and White, H. (1985). Some heteroskedasticity-consistent covariance matrix estimators. doi:10.1016/0304-4076(85)90158-7',
] as const;

const head = [
  'rank',
  'question',
  'text',
  'share_of_explained',
  'share_of_explained_low',
  'share_of_explained_high',
  'share_in_r2',
  'share_in_r2_low',
  'share_in_r2_high',
  'first_rank',
  'coefficient',
  'direction',
  'performance',
  'performance_low',
  'performance_high',
  'performance_n',
  'penalty',
  'penalty_low',
  'penalty_high',
  'penalty_n',
  'reward',
  'reward_low',
  'reward_high',
  'reward_n',
] as const;

/**
 * How does a study of drivers leave as a table?
 * One line for each driver, unrounded, in the order of the page; an absent contrast is an empty cell.
 */
export function driversCsv(page: DriversPage, language: Language): string {
  const { study } = page;
  if (!study) return writeCsv([head]);
  const lines = driverReport(page, language).rows.map(({ key, rank, name }) => {
    const j = study.drivers.shares.findIndex(({ driver }) => driver === key);
    const { share, interval, ofExplained, rankFirst, coefficient, direction } = study.drivers.shares[j]!;
    const { index, interval: of, n } = study.performance[j]!;
    const { penalty, reward } = study.contrasts?.drivers[j] ?? {};
    const contrast = (one: typeof penalty) =>
      one ? [one.value, one.interval.low, one.interval.high, one.n] : [undefined, undefined, undefined, undefined];
    return [
      rank,
      key,
      name,
      ofExplained.value,
      ofExplained.interval.low,
      ofExplained.interval.high,
      share,
      interval.low,
      interval.high,
      rankFirst,
      coefficient,
      direction,
      index,
      of.low,
      of.high,
      n,
      ...contrast(penalty),
      ...contrast(reward),
    ];
  });
  return writeCsv([head, ...lines]);
}

/** How was it computed, for a statistician: formulas, data, seed, figures and sources, as Markdown. */
export function driversAppendix(page: DriversPage, language: Language): string {
  const { words, how, rows, doubts, answer } = driverReport(page, language);
  const { appendix } = words;
  const outcome = page.outcome === undefined ? '' : words.quoted(questionName(page, page.outcome, language));
  const cell = (text: string) => text.replaceAll('|', '\\|');
  const table = [
    `| ${words.rank} | ${words.driver} | ${words.share} | 95 % | ${words.firstIn} | ${words.direction} | ${words.performance} |`,
    '|---:|---|---:|---|---:|---|---:|',
    ...rows.map(
      (row) =>
        `| ${row.rank} | ${cell(row.name)} (\`${row.key}\`) | ${row.shareText} | ${row.rangeText} | ${row.firstText} | ${row.mark ?? row.directionText} | ${row.indexText} (${row.indexRangeText}) |`,
    ),
  ];
  const list = (lines: readonly string[]) => lines.map((line) => `- ${line}`);
  const parts = [
    `# ${appendix.title(outcome)}`,
    answer.join(' '),
    list(how.map(({ what, value }) => `**${what}**: ${value}`)).join('\n'),
    table.join('\n'),
    list(appendix.formulas).join('\n'),
    ...(doubts.length > 0 ? [list(doubts).join('\n')] : []),
    `## ${appendix.limits}`,
    list(appendix.limitLines).join('\n'),
    `## ${appendix.references}`,
    list(sources).join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}
