import { type LateAnswers, lateAnswers } from '../audit/index.ts';
import { type RespondingGroup, type ResponseEvenness, responseEvenness } from '../fielding/index.ts';
import type { Estimate } from '../inference/index.ts';
import { estimateDesignedScores, type MetricDefinition } from '../metrics/index.ts';
import { hideSmallGroups } from '../overview/index.ts';
import type { Store, WorkspaceTransaction } from '../store/index.ts';
import { type SurveyLevel, surveyLevels, type View, viewWindow } from '../view/index.ts';
import { dataVersion } from './data-version.ts';
import { definitionOf, type MetricSeries, type ScoredQuestion, usableScales } from './metric-series.ts';
import { readMetricSeries, readQuestions } from './metric-store.ts';
import type { Reader } from './reader.ts';
import {
  type InvitationRow,
  type InvitedAnswer,
  ratesOf,
  readInvitationRows,
  readInvitedAnswers,
} from './response-standing-store.ts';
import { SharedWork } from './shared-work.ts';
import { readWorkspaceFacts, type WorkspaceFacts } from './workspace-facts.ts';

/** What the score of one level owes to who answered. Everything is of the invitations sent in the window. */
export interface ResponseStanding {
  readonly level: SurveyLevel;
  readonly asked: number;
  readonly heard: number;
  /** Still to be answered: they count as not heard. */
  readonly open: number;
  /** AAPOR RR1. */
  readonly rate: Estimate;
  readonly byRole: GroupedResponse;
  readonly byChannel: GroupedResponse;
  readonly bySegment: GroupedResponse;
  /** Late answers beside early ones; absent where fewer than ten stand on one side. */
  readonly late?: LateAnswers;
  /** The score as it is, and as it would be had every role and segment answered alike often. */
  readonly balance?: { readonly plain: Estimate; readonly balanced: Estimate; readonly answers: number };
}

export interface GroupedResponse extends ResponseEvenness {
  /** Groups left out because fewer than the floor were asked or could be worked out. */
  readonly hidden: number;
}

export interface ResponseStandingAsk {
  readonly workspaceId: string;
  readonly view: View;
  readonly reader: Reader;
  readonly now: Date;
}

export interface ResponseStandings {
  readonly from: string;
  readonly to: string;
  readonly metric: string;
  readonly levels: readonly ResponseStanding[];
}

/** Answers looked at for the score: the latest, so that the figure stays cheap at any number of them. */
const mostAnswers = 20_000;

/**
 * How many of those who were asked were heard, and does the score depend on who they were? For each level of the view, of
 * the invitations sent in its window; a level without any is absent. The filters of the view other than level, metric and
 * window do not count: whoever did not answer has no touchpoint to filter by.
 */
export async function readResponseStanding(store: Store, ask: ResponseStandingAsk): Promise<ResponseStandings> {
  const { workspaceId, view, reader, now } = ask;
  const version = await dataVersion(store, workspaceId);
  const minute = Math.floor(now.getTime() / keptMilliseconds);
  const { metric, level, period, from, to } = view;
  const name = JSON.stringify([workspaceId, version, minute, metric, level, period, from, to, reader.smallGroups]);
  const shared = standings.get(store) ?? new SharedWork<ResponseStandings>(mostKept);
  standings.set(store, shared);
  return shared.of(name, undefined, () => computeStanding(store, ask));
}

/**
 * Counted at most once a minute and state of the answers: it reads every invitation of the window, and an invitation that
 * goes out changes no version of the data.
 */
const keptMilliseconds = 60_000;
const mostKept = 50;
const standings = new WeakMap<Store, SharedWork<ResponseStandings>>();

function computeStanding(store: Store, ask: ResponseStandingAsk): Promise<ResponseStandings> {
  return store.inSnapshot(ask.workspaceId, async (transaction) => {
    const facts = await readWorkspaceFacts(transaction, ask.now);
    const series = await readMetricSeries(transaction, ask.view.metric);
    const questions = await readQuestions(transaction);
    const { from, to } = viewWindow(ask.view, facts.today);
    const levels: ResponseStanding[] = [];
    for (const level of surveyLevels.filter((one) => ask.view.level === undefined || ask.view.level === one)) {
      const standing = await levelStanding(transaction, { ...ask, facts, series, questions, from, to, level });
      if (standing) levels.push(standing);
    }
    return { from, to, metric: series.key, levels };
  });
}

interface LevelAsk extends ResponseStandingAsk {
  readonly facts: WorkspaceFacts;
  readonly series: MetricSeries;
  readonly questions: readonly ScoredQuestion[];
  readonly from: string;
  readonly to: string;
  readonly level: SurveyLevel;
}

async function levelStanding(transaction: WorkspaceTransaction, ask: LevelAsk): Promise<ResponseStanding | undefined> {
  const { level, from, to, now, reader, facts } = ask;
  const { timeZone } = facts;
  const rows = await readInvitationRows(transaction, { level, from, to, timeZone, now });
  const whole = ratesOf(rows);
  const rate = whole.rates.RR1;
  if (!rate) return undefined;
  const floor = reader.smallGroups ? 0 : facts.floor;
  const cut = (part: (row: InvitationRow) => string) => groupedBy(rows, part, floor);
  return {
    level,
    asked: rate.n,
    heard: whole.heard,
    open: rows.reduce((sum, { isOpen, count }) => sum + (isOpen ? count : 0), 0),
    rate,
    byRole: cut((row) => row.role),
    byChannel: cut((row) => row.channel),
    bySegment: cut((row) => row.segment),
    ...(await scoresOf(transaction, ask, rows)),
  };
}

function groupedBy(
  rows: readonly InvitationRow[],
  part: (row: InvitationRow) => string,
  floor: number,
): GroupedResponse {
  const keys = [...new Set(rows.map(part))].sort();
  const groups = keys.flatMap((key) => {
    const { rates, heard } = ratesOf(rows.filter((row) => part(row) === key));
    return rates.RR1 ? [{ key, asked: rates.RR1.n, heard }] : [];
  });
  const judged = responseEvenness(groups);
  const hidden = hideSmallGroups(
    groups.map(({ asked }) => asked),
    floor,
  );
  const shown = judged.groups.filter((_: RespondingGroup, i) => !hidden[i]);
  return { ...judged, groups: shown, hidden: hidden.filter((one) => one).length };
}

async function scoresOf(
  transaction: WorkspaceTransaction,
  { level, from, to, facts, series, questions, reader }: LevelAsk,
  rows: readonly InvitationRow[],
): Promise<Pick<ResponseStanding, 'late' | 'balance'>> {
  const asked = questions.filter((question) => question.level === level && series.versions.at(-1)!.asks(question));
  const scale = usableScales(series.versions, asked).at(-1);
  if (!scale) return {};
  const definition = definitionOf(series.versions.at(-1)!, scale);
  const questionIds = asked
    .filter((one) => one.scale.min === scale.min && one.scale.max === scale.max)
    .map(({ id }) => id);
  const window = { from, to, timeZone: facts.timeZone };
  const answers = await readInvitedAnswers(transaction, { ...window, questionIds, most: mostAnswers });
  if (answers.length === 0 || (!reader.smallGroups && answers.length < facts.floor)) return {};
  const late = lateAnswers({ definition, confidence: 0.95, series: seriesOf(answers) });
  const balance = balanceOf(definition, answers, rows);
  const isTold = !late || reader.smallGroups || Math.min(late.early, late.late) >= facts.floor;
  return { ...(late && isTold && { late }), ...(balance && { balance }) };
}

/** Accounts as codes; an answer without one is a unit of its own. */
function clustersOf(answers: readonly InvitedAnswer[]): Int32Array {
  const codes = new Map<string, number>();
  return Int32Array.from(answers, ({ account }, i) => {
    const key = account ?? `answer ${i}`;
    const code = codes.get(key) ?? codes.size;
    codes.set(key, code);
    return code;
  });
}

function seriesOf(answers: readonly InvitedAnswer[]) {
  const codes = clustersOf(answers);
  const names = Array.from({ length: Math.max(...codes) + 1 }, (_, i) => String(i));
  return {
    scores: Float64Array.from(answers, ({ score }) => score),
    days: new Int32Array(answers.length),
    wait: Int32Array.from(answers, ({ wait }) => wait),
    account: { codes, names },
    families: [],
    questions: 1,
  };
}

const cellOf = ({ role, segment }: { readonly role: string; readonly segment: string }) => `${role}\n${segment}`;

/** Each answer counts as many of those who were asked as its role and segment has for one that was heard. */
function balanceOf(
  definition: MetricDefinition,
  answers: readonly InvitedAnswer[],
  rows: readonly InvitationRow[],
): ResponseStanding['balance'] {
  const asked = new Map<string, number>();
  for (const row of rows) asked.set(cellOf(row), (asked.get(cellOf(row)) ?? 0) + row.count);
  const heard = new Map<string, number>();
  for (const one of answers) heard.set(cellOf(one), (heard.get(cellOf(one)) ?? 0) + 1);
  if (heard.size < 2 || answers.length < 10) return undefined;
  const clusters = clustersOf(answers);
  const scores = answers.map(({ score }) => score);
  const weights = answers.map((one) => (asked.get(cellOf(one)) ?? 0) / heard.get(cellOf(one))!);
  if (weights.every((weight) => weight === 0) || new Set(clusters).size < 2) return undefined;
  return {
    plain: estimateDesignedScores(definition, { scores, clusters }).estimate,
    balanced: estimateDesignedScores(definition, { scores, clusters, weights }).estimate,
    answers: answers.length,
  };
}
