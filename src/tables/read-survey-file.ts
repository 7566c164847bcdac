import { localDays } from '../calendar/index.ts';
import { CandorError } from '../errors/index.ts';
import { type AnswerSeries, metricDefinitions } from '../metrics/index.ts';
import { amountColumn, codedColumn, familiesOf, levelMeaning, questionsOf, roleMeaning } from './answer-columns.ts';
import { chooseDate, type DateChoice } from './choose-date.ts';
import { chooseScore, type NamedFamily, type ScoreChoice } from './choose-score.ts';
import { type CollectedAnswers, collectAnswers } from './collect-answers.ts';
import type { ColumnProfile } from './column-profile.ts';
import { type JudgedRows, judgeRows } from './judge-rows.ts';
import type { TextColumn } from './kept-columns.ts';
import { isAssumedMetric, type MetricOfAnswers, metricOfAnswers } from './metric-of-answers.ts';
import { refuseMixedScales } from './mixed-scales.ts';
import { openTable } from './open-table.ts';
import { scoreOf } from './score-text.ts';
import { surveyTypeOf } from './several-surveys.ts';
import type { SurveyDecision } from './survey-decision.ts';
import { countPartials } from './survey-doubts.ts';
import type { SurveyColumn, SurveyFile, SurveyOptions } from './survey-file.ts';
import type { Kept } from './survey-layout.ts';
import { platformOf } from './survey-platform.ts';
import { assumptionsOf, caveatsOf } from './survey-words.ts';
import type { TableSource } from './table-source.ts';
import { versionBreaks } from './version-breaks.ts';

/**
 * Reads a file of answers in one pass: finds the score, the date, the metric and the columns that describe the
 * respondent, judges every row, and refuses where the file can be read in two ways.
 */
export async function readSurveyFile(source: TableSource, options: SurveyOptions = {}): Promise<SurveyFile> {
  const localDay = localDays(options.timeZone ?? 'UTC');
  const table = await openTable(source, options);
  const platform = platformOf(table.header);
  const { file } = table.format();
  const collected = await collectAnswers(table, file, options).finally(() => table.close());
  if (collected.lines.length === 0) throw noRows(file, collected, options);
  const surveyType = surveyTypeOf(collected.layout.surveyType, collected.layout.scores, file);
  const wanted = { flag: options.score !== undefined, family: familyOfMetric(options.metric), surveyType };
  const score = chooseScore(collected.layout.scores, collected.profiles, wanted);
  const metric = metricOfAnswers(answerCounts(score.kept.column), score.family, options);
  const flag = { given: options.date !== undefined, order: options.dateOrder };
  const date = chooseDate(collected.layout.dates, flag, platform);
  const utc = /\butc\b/.test(date.kept.profile.words);
  const judged = judge(collected, { score, metric, date, utc, platform, localDay });
  if (judged.rows.length === 0) throw allRejected(file, judged, score, date);
  if (options.scale === undefined) refuseMixed(collected, judged, score, metric);
  const account = accountOf(collected, judged, options.account);
  const { delimiter } = table.format();
  const series = seriesOf({ collected, judged, score, metric, account, platform, delimiter });
  const breaks = series.version ? versionBreaks(series.version, judged.days) : [];
  const partial = countPartials(collected.layout, judged.rows, platform);
  const decision = { table, options, platform, collected, score, metric, date, utc, judged, account, partial, breaks };
  return resultOf(decision, series);
}

function resultOf(decision: SurveyDecision, series: AnswerSeries): SurveyFile {
  const { table, platform, collected, score, metric, date, judged, breaks, partial } = decision;
  const { file, format, encoding, delimiter, sheet } = table.format();
  const source = { file, format, encoding, delimiter, ...(sheet ? { sheet } : {}), ...(platform ? { platform } : {}) };
  return {
    source,
    dataHash: table.dataHash(),
    assumed: assumptionsOf(decision, series),
    rows: {
      read: collected.lines.length,
      used: judged.rows.length,
      rejected: judged.rejected,
      reasons: judged.reasons,
    },
    metric: { id: metric.id, scale: metric.scale, assumed: isAssumedMetric(metric) },
    series,
    caveats: caveatsOf(decision),
    breaks,
    columns: collected.profiles.map((profile) => columnGuess(profile, score.kept.profile, date.kept.profile)),
    partial,
  };
}

function judge(
  { lines, layout }: CollectedAnswers,
  decided: Pick<SurveyDecision, 'score' | 'metric' | 'date' | 'utc' | 'platform'> & {
    localDay(instant: number): number;
  },
): JudgedRows {
  const { score, metric, date, utc, platform, localDay } = decided;
  return judgeRows({
    lines,
    score: score.kept.column,
    scale: metric.scale,
    wholeAnswers: metricDefinitions[metric.id].wholeAnswers,
    date: date.kept.column,
    dates: date.dates,
    utc,
    localDay,
    statuses: layout.statuses,
    numericStatus: platform === 'qualtrics',
    responseId: layout.responseId?.column,
  });
}

function familyOfMetric(metric: SurveyOptions['metric']): NamedFamily | undefined {
  const family = /^(nps|csat|ces)/.exec(metric ?? '')?.[1];
  return family as NamedFamily | undefined;
}

function answerCounts(column: TextColumn): Map<number, number> {
  const counts = new Map<number, number>();
  for (const [code, name] of column.names.entries()) {
    const cell = scoreOf(name);
    if (cell.kind === 'number') counts.set(cell.value, (counts.get(cell.value) ?? 0) + (column.counts[code] ?? 0));
  }
  return counts;
}

function refuseMixed(
  { layout }: CollectedAnswers,
  judged: JudgedRows,
  score: ScoreChoice,
  metric: MetricOfAnswers,
): void {
  const groups = [layout.version, layout.surveyId, layout.surveyType].flatMap((kept) =>
    kept && !kept.column.gaveUp ? [{ name: kept.profile.name, column: kept.column }] : [],
  );
  const column = score.kept.profile.name;
  refuseMixedScales({ ...judged, scale: metric.scale, column, groups });
}

/** An account column repeats: several answers come from one account. A flag is obeyed whatever the values. */
function accountOf({ layout }: CollectedAnswers, judged: JudgedRows, flag?: string): Kept<TextColumn> | undefined {
  if (flag !== undefined) return layout.accounts[0];
  return layout.accounts.find(({ column }) => {
    if (column.gaveUp) return false;
    const coded = codedColumn(column, judged.rows);
    let filled = 0;
    for (const code of coded.codes) if (code >= 0) filled += 1;
    if (filled < judged.rows.length / 2) return false;
    // Too few answers to tell by repeats: the name decides.
    return filled < 20 ? filled > 0 : coded.names.length > 1 && coded.names.length < filled * 0.98;
  });
}

function seriesOf(
  decided: Pick<SurveyDecision, 'collected' | 'judged' | 'score' | 'metric' | 'account' | 'platform'> & {
    readonly delimiter: string;
  },
): AnswerSeries {
  const { judged, score, metric, platform, delimiter } = decided;
  const { layout, profiles } = decided.collected;
  const coded = (kept: Kept<TextColumn> | undefined) => {
    const column = kept && !kept.column.gaveUp ? codedColumn(kept.column, judged.rows) : undefined;
    return column && column.names.length > 0 ? column : undefined;
  };
  const account = coded(decided.account);
  const role = coded(layout.role);
  const level = coded(layout.level);
  const touchpoint = coded(layout.touchpoint);
  const version = coded(layout.version);
  return {
    scores: judged.scores,
    days: judged.days,
    ...(account ? { account } : {}),
    ...(role ? { role, roleMeaning: role.names.map(roleMeaning) } : {}),
    ...(layout.revenue && !layout.revenue.column.gaveUp
      ? { revenue: amountColumn(layout.revenue.column, judged.rows, delimiter) }
      : {}),
    ...(touchpoint ? { touchpoint } : {}),
    ...(level ? { level, levelMeaning: level.names.map(levelMeaning) } : {}),
    ...(version ? { version } : {}),
    families: familiesOf(profiles, score.kept.profile, familyOfMetric(metric.id) ?? 'other'),
    questions: questionsOf(profiles, score.kept.profile, platform),
  };
}

function columnGuess(profile: ColumnProfile, score: ColumnProfile, date: ColumnProfile): SurveyColumn {
  const { name, example } = profile;
  if (profile === score) return { name, kind: 'score', example };
  if (profile === date || profile.writtenDates >= 0.9) return { name, kind: 'date', example };
  if (profile.filled === 0) return { name, kind: 'empty', example };
  return { name, kind: profile.numeric >= 0.9 ? 'number' : 'text', example };
}

function noRows(file: string, { filteredOut, otherValues }: CollectedAnswers, { where }: SurveyOptions): CandorError {
  if (where && filteredOut > 0) {
    const list = otherValues.map((value) => `"${value}"`).join(', ');
    const message = `no row of "${file}" has "${where.value}" in column "${where.column}": its ${filteredOut} rows have ${list || 'nothing there'}`;
    const details = { file, column: where.column, value: where.value, values: otherValues };
    return new CandorError('CND_NO_ROWS_LEFT', message, details);
  }
  return new CandorError('CND_FILE_EMPTY', `"${file}" has a header and no rows`, { file });
}

function allRejected(file: string, judged: JudgedRows, score: ScoreChoice, date: DateChoice): CandorError {
  const reasons = judged.reasons.map(
    ({ reason, count, firstLine }) => `${reason} ${count} (first on line ${firstLine})`,
  );
  return new CandorError(
    'CND_ALL_ROWS_REJECTED',
    `none of the ${judged.rejected} rows of "${file}" can be used with score "${score.kept.profile.name}" and date "${date.kept.profile.name}": ${reasons.join('; ')}`,
    { file, score: score.kept.profile.name, date: date.kept.profile.name, rows: judged.rejected, reasons },
  );
}
