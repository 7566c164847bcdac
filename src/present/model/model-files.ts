import type { ModelPage } from '../../overview/index.ts';
import { writeCsv } from '../csv-text.ts';
import type { Language } from '../language.ts';
import type { Table } from '../table.ts';
import { constructName, itemName } from './model-names.ts';
import { modelReport } from './model-report.ts';

/** Sources of the method, the same in every language. */
const sources = [
  'Tenenhaus, M. and others (2005). PLS path modeling. doi:10.1016/j.csda.2004.03.005',
  'Fornell, C. and others (1996). The American Customer Satisfaction Index. doi:10.1177/002224299606000403',
  'Efron, B. (1987). Better bootstrap confidence intervals. doi:10.1080/01621459.1987.10478410',
  'Henseler, J., Ringle, C. M. and Sarstedt, M. (2015). Discriminant validity. doi:10.1007/s11747-014-0403-8',
  'Henseler, J., Ringle, C. M. and Sarstedt, M. (2016). Measurement invariance of composites. doi:10.1108/IMR-09-2014-0304',
] as const;

const head = [
  'kind',
  'from',
  'to',
  'item',
  'value',
  'low',
  'high',
  'standard_error',
  'p',
  'unstandardized',
  'f2',
  'vif',
] as const;

/**
 * How does a model leave as a table? One line a figure, unrounded: `path`, `total-effect`, `impact` (of +5), `index`,
 * `r2`, `alpha`, `rho-a`, `rho-c`, `ave`, `weight`, `loading`, `htmt`.
 */
export function modelCsv({ study, specification }: ModelPage): string {
  if (!study || !specification) return writeCsv([head]);
  const { result } = study;
  const owner = (item: string) => specification.constructs.find(({ items }) => items.includes(item))!.name;
  const named = [
    ['r2', 'r2'],
    ['index', 'index'],
    ['alpha', 'alpha'],
    ['rho-a', 'rhoA'],
    ['rho-c', 'rhoC'],
    ['ave', 'ave'],
  ] as const;
  return writeCsv([
    head,
    ...result.paths.map((path) => [
      'path',
      path.from,
      path.to,
      undefined,
      path.coefficient,
      path.interval?.low,
      path.interval?.high,
      path.standardError,
      path.pValue,
      path.unstandardized,
      path.f2,
      path.vif,
    ]),
    ...result.totalEffects.map(({ from, to, effect, interval }) =>
      line('total-effect', { from, to }, effect, interval),
    ),
    ...result.impacts.map(({ from, to, impact, interval }) => line('impact', { from, to }, impact, interval)),
    ...Object.entries(result.constructs).flatMap(([name, construct]) =>
      named.flatMap(([kind, key]) => {
        const value = construct[key];
        return value === undefined ? [] : [line(kind, { from: name }, value)];
      }),
    ),
    ...Object.entries(result.weights).map(([item, value]) => line('weight', { from: owner(item), item }, value)),
    ...Object.entries(result.loadings).map(([item, value]) => line('loading', { from: owner(item), item }, value)),
    ...result.htmt.map(({ a, b, value }) => line('htmt', { from: a, to: b }, value)),
  ]);
}

function line(
  kind: string,
  { from, to, item }: { readonly from: string; readonly to?: string; readonly item?: string },
  value: number,
  interval?: { readonly low: number; readonly high: number },
) {
  return [kind, from, to, item, value, interval?.low, interval?.high, ...Array.from({ length: 5 }, () => undefined)];
}

/** How was it computed, for a statistician: formulas, data, seed, figures and sources, as Markdown. */
export function modelAppendix(page: ModelPage, language: Language, target?: string): string {
  const report = modelReport(page, language, target);
  const { words, how, doubts, answer, tables } = report;
  const { appendix } = words;
  const name = report.target === undefined ? '' : constructName(report.target, language);
  const list = (rows: readonly string[]) => rows.map((row) => `- ${row}`).join('\n');
  const items = (page.specification?.constructs ?? []).map(
    (construct) =>
      `**${constructName(construct.name, language)}** (${construct.measurement}): ${construct.items.map((item) => `${itemName(page, item, language)} \`${item}\``).join('; ')}`,
  );
  const parts = [
    `# ${appendix.title(name)}`,
    answer.join(' '),
    list(how.map(({ what, value }) => `**${what}**: ${value}`)),
    list(items),
    markdownTable(tables.paths),
    markdownTable(tables.impacts),
    markdownTable(tables.measures),
    list(appendix.formulas),
    ...(doubts.length > 0 ? [list(doubts)] : []),
    `## ${appendix.limits}`,
    list(appendix.limitLines),
    `## ${appendix.references}`,
    list(sources),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function markdownTable({ head: titles, rows }: Table): string {
  const cell = (text: unknown) => String(text).replaceAll('|', '\\|');
  return [
    `| ${titles.map(({ text }) => cell(text)).join(' | ')} |`,
    `| ${titles.map(({ numeric }) => (numeric ? '---:' : '---')).join(' | ')} |`,
    ...rows.map(({ cells }) => `| ${cells.map(cell).join(' | ')} |`),
  ].join('\n');
}
