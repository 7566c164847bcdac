import type { AnswerSeries } from '../metrics/index.ts';
import { type AssumptionCode, assumption, type TableAssumption } from './assumption.ts';
import { isAssumedMetric } from './metric-of-answers.ts';
import { hasDecimalComma } from './score-text.ts';
import type { SurveyDecision } from './survey-decision.ts';
import { excelDamage } from './survey-doubts.ts';
import type { SurveyCaveat } from './survey-file.ts';
import { platformNames } from './survey-platform.ts';

const delimiterNames: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' };

/** What was detected or assumed about the file, with the reason of each. */
export function assumptionsOf(decision: SurveyDecision, series: AnswerSeries): TableAssumption[] {
  return [...fileAssumptions(decision), ...answerAssumptions(decision), ...groupAssumptions(decision, series)];
}

function fileAssumptions({ table, platform, options, collected }: SurveyDecision): TableAssumption[] {
  const made: TableAssumption[] = [];
  const { format, encoding, delimiter, sheet, delimiterBecause } = table.format();
  if (platform) {
    const why = `the columns are those of an export from ${platformNames[platform]}`;
    made.push(assumption('platform', platform, 'known-columns', why));
  }
  if (format === 'xlsx') {
    const flag = options.sheet !== undefined;
    const why = flag ? 'named by --sheet' : 'the first visible sheet that has rows';
    made.push(assumption('sheet', sheet ?? '', flag ? 'flag' : 'first-sheet', why));
  } else {
    made.push(assumption('encoding', encoding, 'byte-order', 'how the bytes of the file are written'));
    const because: AssumptionCode = delimiterBecause ?? 'column-count';
    const why =
      because === 'sep-line' ? 'the file says so in its first line' : 'it cuts the rows into equal numbers of columns';
    made.push(assumption('delimiter', delimiterNames[delimiter] ?? delimiter, because, why));
  }
  const { rows, titles } = table.header;
  if (titles > 0) {
    const why = `${titles} rows with one filled cell stand above the names of the columns`;
    made.push(assumption('headers', String(rows), 'title-rows', why));
  } else if (rows > 1)
    made.push(assumption('headers', String(rows), 'header-rows', `the file has ${rows} header rows`));
  if (options.where) {
    const { column, value } = options.where;
    const why = `${collected.filteredOut} rows with another value are left out: they count as neither read nor rejected`;
    made.push(assumption('where', `${column}=${value}`, 'filtered', why));
  }
  return made;
}

const scoreReasons: Partial<Record<AssumptionCode, string>> = {
  flag: 'named by --score',
  'column-name': 'its name or question says so',
  'nps-group-column': 'a column of NPS groups stands beside it',
  'generic-name': 'it is called a score',
  'only-candidate': 'no other column could be a score',
  'equal-columns': 'the columns of this name hold the same answers; the first is read',
};

const metricReasons: Partial<Record<AssumptionCode, string>> = {
  flag: 'given by --metric',
  'column-name': 'the name or question of the score column says so',
  'survey-type': 'the column of survey types says so',
  'nps-group-column': 'a column of NPS groups stands beside the score',
  'scale-0-10': 'the answers lie from 0 to 10 and nothing else tells',
  'scale-1-5': 'the answers lie from 1 to 5 and nothing else tells',
  'scale-1-7': 'the answers lie from 1 to 7 and nothing else tells',
  'scale-other': 'the answers lie on no usual scale and nothing else tells',
  'value-shape': 'answers such as 4.5 can be averaged, not counted into groups',
};

const scaleReasons: Partial<Record<AssumptionCode, string>> = {
  flag: 'given by --scale',
  'metric-definition': 'the metric has this scale by definition',
  'values-seen': 'the smallest usual scale that holds the answers',
};

function answerAssumptions({ score, metric, date, utc, options }: SurveyDecision): TableAssumption[] {
  const { scale } = metric;
  const made = [
    assumption('score', score.kept.profile.name, score.because, scoreReasons[score.because] ?? ''),
    assumption('metric', metric.id, metric.because, metricReasons[metric.because] ?? ''),
    assumption('scale', `${scale.min}-${scale.max}`, metric.scaleBecause, scaleReasons[metric.scaleBecause] ?? ''),
    assumption('date', date.kept.profile.name, date.because, dateReason(date.because)),
  ];
  if (date.dates.because !== 'no-order-needed') {
    const flag = date.dates.because === 'flag';
    const why = flag ? 'given by --date-order' : 'a number above 12 can only be a day';
    made.push(assumption('dateOrder', date.dates.order, flag ? 'flag' : 'unambiguous-day', why));
  }
  const zone = options.timeZone ?? 'UTC';
  const why = utc
    ? `the header of the date says (UTC); days are cut in ${zone}`
    : 'times with an offset are converted to it, others are taken as local';
  made.push(assumption('timeZone', zone, options.timeZone ? 'flag' : utc ? 'utc-in-header' : 'default', why));
  if (score.kept.column.names.some(hasDecimalComma)) {
    made.push(assumption('decimalComma', 'yes', 'comma-numbers', 'the scores are written with a decimal comma'));
  }
  return made;
}

function dateReason(because: SurveyDecision['date']['because']): string {
  if (because === 'flag') return 'named by --date';
  if (because === 'start-time-only') return 'no column tells when the answer was given, only when it began or was sent';
  if (because === 'preferred-name') {
    return 'first in the order submitted, completed, recorded, answered, end, created, timestamp';
  }
  return 'no other column holds dates';
}

function groupAssumptions({ collected, account, options }: SurveyDecision, series: AnswerSeries): TableAssumption[] {
  const made: TableAssumption[] = [];
  const { layout } = collected;
  const add = (what: TableAssumption['what'], name: string | undefined, flag: string | undefined) => {
    if (name === undefined) return;
    const why = flag === undefined ? 'its name says so' : `named by --${what}`;
    made.push(assumption(what, name, flag === undefined ? 'column-name' : 'flag', why));
  };
  if (series.account) add('account', account?.profile.name, options.account);
  if (series.role) add('role', layout.role?.profile.name, options.role);
  if (series.revenue) add('revenue', layout.revenue?.profile.name, undefined);
  if (series.touchpoint) add('touchpoint', layout.touchpoint?.profile.name, undefined);
  if (series.level) add('level', layout.level?.profile.name, undefined);
  if (series.version) add('version', layout.version?.profile.name, undefined);
  return made;
}

/** The doubts about how the file was read. */
export function caveatsOf(decision: SurveyDecision): SurveyCaveat[] {
  const { metric, date, partial, breaks, collected, account } = decision;
  const made: SurveyCaveat[] = [];
  const scale = `${metric.scale.min}-${metric.scale.max}`;
  if (isAssumedMetric(metric)) {
    const message = `Nothing in the file names the metric; ${metric.id} was taken from answers on ${scale}. Give --metric to be sure.`;
    made.push({ code: 'metric-assumed', message, metric: metric.id, scale });
  }
  if (metric.scaleBecause === 'values-seen' && !usualFor(metric.id, scale)) {
    const message = `The scale ${scale} was taken from the answers seen. Give --scale to be sure.`;
    made.push({ code: 'scale-assumed', message, scale });
  }
  const low = metric.id === 'nps' && metric.scaleBecause === 'metric-definition' ? lowScale(decision) : undefined;
  if (low !== undefined) {
    const message = `No answer is above 5: the question may have been asked on ${low}; then give --metric mean --scale ${low}.`;
    made.push({ code: 'scale-doubtful', message, value: low });
  }
  if (date.because === 'start-time-only') {
    const column = date.kept.profile.name;
    const message = `"${column}" tells when the survey began or was sent, not when it was answered.`;
    made.push({ code: 'date-column-start-time', message, column });
  }
  if (partial > 0) {
    const message = `${partial} unfinished answers that have a score are used.`;
    made.push({ code: 'partials-used', message, count: partial });
  }
  const lost = date.anonymised[0] ?? (date.dates.anonymised > 0 ? date.kept.profile.name : undefined);
  if (lost !== undefined) {
    const message = `Dates of 1980-01-01 in "${lost}" mark anonymised answers and were not used.`;
    made.push({ code: 'anonymised-dates', message, column: lost, count: date.dates.anonymised });
  }
  for (const { date: day, from, to } of breaks.slice(0, 1)) {
    const message = `The questionnaire changed from version ${from} to ${to} on ${day}: answers before and after may not compare.`;
    made.push({ code: 'definition-change', message, date: day, from, to });
  }
  return [...made, ...excelDamage(account ?? collected.layout.accounts[0], collected.profiles)];
}

/**
 * The shorter scale on which the question may have been asked. Among 30 answers on a 0-10 scale none above 5 has a
 * chance of 5 in a million where a third are above.
 */
function lowScale({ judged }: SurveyDecision): string | undefined {
  if (judged.scores.length < 30 || judged.scores.some((score) => score > 5)) return undefined;
  return judged.scores.includes(0) ? '0-5' : '1-5';
}

function usualFor(metric: string, scale: string): boolean {
  if (metric === 'csat-top2' || metric === 'csat-mean') return scale === '1-5';
  return (metric === 'nps' && scale === '0-10') || (metric === 'ces-7' && scale === '1-7');
}
