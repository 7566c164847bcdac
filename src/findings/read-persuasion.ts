import {
  compareGroups,
  type GroupedAnswer,
  type JudgedVariant,
  judgeVariants,
  type PersuasionEffect,
  parseProgrammeRules,
  persuasionEffect,
  type ScoredGroup,
} from '../fielding/index.ts';
import type { Estimate } from '../inference/index.ts';
import { type MetricDefinition, metricDefinition } from '../metrics/index.ts';
import { hideSmallGroups } from '../overview/index.ts';
import type { Store, WorkspaceTransaction } from '../store/index.ts';
import {
  lostIntents,
  type PersuadedRow,
  type PersuasionScope,
  persuadedRows,
  persuasionQuestions,
  variantRows,
} from './persuasion-store.ts';
import type { Reader } from './reader.ts';
import { readWorkspaceFacts } from './workspace-facts.ts';

/** What persuading people did to the number of answers and to the score itself, of one programme or wave. */
export interface Persuasion {
  /** Absent where nobody answered, or fewer than the floor did. */
  readonly score?: PersuadedScore;
  /** Absent where the programme has no two variants that were sent. */
  readonly variants?: { readonly judged: readonly JudgedVariant[]; readonly open: number };
}

export interface PersuadedScore {
  readonly metric: string;
  readonly definition: MetricDefinition;
  readonly answers: number;
  /** Whether there were more; then the latest are looked at. */
  readonly isCut: boolean;
  readonly all: Estimate;
  /** What it would have been without the answers that reminders brought. */
  readonly unreminded?: Estimate;
  /** Days up to which an answer without a reminder counts as early. */
  readonly earlyDays: number;
  readonly timing: PersuadedGroups;
  readonly steps: PersuadedGroups;
  readonly channels: PersuadedGroups;
  /** Those who answered beside those who clicked a score in the mail and went no further, and the score with both. */
  readonly intents?: PersuadedGroups & { readonly both: Estimate };
}

export interface PersuadedGroups {
  readonly groups: readonly ScoredGroup[];
  readonly hidden: number;
}

export interface PersuasionAsk extends PersuasionScope {
  readonly workspaceId: string;
  readonly reader: Reader;
  readonly now: Date;
}

/** The newest answers tell of the persuasion that is in use. */
const mostAnswers = 20_000;

/** Reads and judges it, of one state of the store. */
export function readPersuasion(store: Store, ask: PersuasionAsk): Promise<Persuasion> {
  return store.inSnapshot(ask.workspaceId, async (transaction) => {
    const score = await scoreOf(transaction, ask);
    const variants = await variantsOf(transaction, ask);
    return { ...(score && { score }), ...(variants && { variants }) };
  });
}

async function scoreOf(transaction: WorkspaceTransaction, ask: PersuasionAsk): Promise<PersuadedScore | undefined> {
  const questions = await persuasionQuestions(transaction, ask.programmeId);
  const [first] = questions;
  if (!first) return undefined;
  const same = questions.filter(
    ({ metric, minimum, points }) => metric === first.metric && minimum === first.minimum && points === first.points,
  );
  const questionIds = same.map(({ id }) => id);
  const rows = await persuadedRows(transaction, { ...ask, questionIds, most: mostAnswers });
  const { floor } = await readWorkspaceFacts(transaction, ask.now);
  const bound = ask.reader.smallGroups ? 0 : floor;
  const persons = new Set(rows.map(({ contact }, i) => contact ?? `answer ${i}`)).size;
  if (rows.length === 0 || persons < bound) return undefined;
  const scale = { min: first.minimum, max: first.minimum + first.points - 1 };
  const definition = metricDefinition(first.metric, { scale });
  const answers = rows.slice(0, mostAnswers);
  const clicks = await lostIntents(transaction, { ...ask, most: mostAnswers });
  return {
    metric: first.metric,
    definition,
    answers: answers.length,
    isCut: rows.length > mostAnswers,
    ...judged(definition, answers, bound),
    ...intentsOf(definition, { answers, clicks, bound }),
  };
}

/** An answer without an account is an account of its own. */
function coded<Row extends { readonly account: string | null }>(rows: readonly Row[]) {
  const codes = new Map<string, number>();
  return rows.map((row, i) => {
    const key = row.account ?? `answer ${i}`;
    const account = codes.get(key) ?? codes.size;
    codes.set(key, account);
    return { ...row, account };
  });
}

function judged(definition: MetricDefinition, rows: readonly PersuadedRow[], bound: number) {
  const answers = coded(rows);
  const effect = persuasionEffect(definition, answers);
  const by = (groupOf: (row: PersuadedRow) => string, order: readonly string[]) =>
    groupsOf(
      definition,
      answers.map((answer, i) => ({ ...answer, group: groupOf(rows[i]!) })),
      { order, bound },
    );
  const channels = [...new Set(rows.map(({ channel }) => channel))].sort();
  return {
    all: effect.all,
    ...(effect.unreminded && isTold(effect, bound) && { unreminded: effect.unreminded }),
    earlyDays: effect.earlyDays,
    timing: by(timingOf(effect.earlyDays), ['early', 'late', 'reminded']),
    steps: by(({ reminders }) => String(Math.min(reminders, 3)), ['0', '1', '2', '3']),
    channels: by(({ channel }) => channel, channels),
  };
}

/** The answers of reminders are the whole less those without: neither is told where the other is too small. */
const isTold = ({ unreminded, all }: PersuasionEffect, bound: number): boolean =>
  unreminded === undefined || unreminded.n === all.n || Math.min(unreminded.n, all.n - unreminded.n) >= bound;

const timingOf =
  (earlyDays: number) =>
  ({ reminders, days }: PersuadedRow): string =>
    reminders > 0 ? 'reminded' : days <= earlyDays ? 'early' : 'late';

function groupsOf(
  definition: MetricDefinition,
  answers: readonly GroupedAnswer[],
  { order, bound }: { readonly order: readonly string[]; readonly bound: number },
): PersuadedGroups {
  const groups = compareGroups(definition, answers, { order });
  const hidden = hideSmallGroups(
    groups.map(({ estimate }) => estimate.n),
    bound,
  );
  const shown = groups.filter((_, i) => !hidden[i]);
  // A difference from a group that is hidden would tell of it.
  const untied = hidden[0] ? shown.map(({ comparison: _, ...group }) => group) : shown;
  return { groups: untied, hidden: hidden.filter((one) => one).length };
}

function intentsOf(
  definition: MetricDefinition,
  {
    answers,
    clicks,
    bound,
  }: {
    readonly answers: readonly PersuadedRow[];
    readonly clicks: readonly { readonly score: number; readonly account: string | null }[];
    readonly bound: number;
  },
): Pick<PersuadedScore, 'intents'> {
  const { min, max } = definition.scale;
  const usable = clicks.filter(({ score }) => Number.isInteger(score) && score >= min && score <= max);
  if (usable.length === 0 || usable.length < bound) return {};
  const both = coded([
    ...answers.map(({ score, account }) => ({ score, account, group: 'answered' })),
    ...usable.map((one) => ({ ...one, group: 'clicked' })),
  ]);
  const [all] = compareGroups(
    definition,
    both.map((one) => ({ ...one, group: 'both' })),
    { order: ['both'] },
  );
  return { intents: { ...groupsOf(definition, both, { order: ['answered', 'clicked'], bound }), both: all!.estimate } };
}

async function variantsOf(transaction: WorkspaceTransaction, ask: PersuasionAsk): Promise<Persuasion['variants']> {
  const rows = await variantRows(transaction, ask);
  const ended = rows.filter(({ invited }) => invited > 0);
  if (ended.length < 2) return undefined;
  const names = await namesInOrder(transaction, ask.programmeId);
  const place = ({ name }: { readonly name: string }) => (names.includes(name) ? names.indexOf(name) : names.length);
  const ordered = [...ended].sort((a, b) => place(a) - place(b) || (a.name < b.name ? -1 : 1));
  return { judged: judgeVariants(ordered), open: rows.reduce((sum, { open }) => sum + open, 0) };
}

/** The first variant of the rules is the one in use, which the others are judged against. */
async function namesInOrder({ workspaceId, query }: WorkspaceTransaction, programmeId: string) {
  const [row] = await query<{ rules: object }>('select rules from programme where workspace_id = $1 and id = $2', [
    workspaceId,
    programmeId,
  ]);
  return Object.keys(row?.rules ?? {}).length === 0
    ? []
    : parseProgrammeRules(row!.rules).variants.map(({ name }) => name);
}
