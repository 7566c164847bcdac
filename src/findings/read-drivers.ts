import { createHash } from 'node:crypto';
import { dayOfIsoDate, isoDate, periodOf } from '../audit/index.ts';
import { CandorError, isCandorError, nearestName } from '../errors/index.ts';
import type { DriverStudy } from '../model/index.ts';
import type { DriversPage, RefusedStudy } from '../overview/index.ts';
import type { Store, WorkspaceTransaction } from '../store/index.ts';
import { type SurveyLevel, surveyLevels, type View, viewWindow } from '../view/index.ts';
import { readDataVersion } from './data-version.ts';
import { type AnswerTable, readAnswerTable } from './driver-answer-store.ts';
import { readRatedSurveys, type StoredRatedQuestion, type StoredRatedSurvey } from './driver-question-store.ts';
import { hiddenPeriods } from './hidden-periods.ts';
import { readQuestions } from './metric-store.ts';
import type { Reader } from './reader.ts';
import { runOf, seedOf } from './run.ts';
import { SharedWork } from './shared-work.ts';
import { type DriverStudier, studyHere } from './study-drivers.ts';
import { filterOf, readDimensionNames } from './view-filter.ts';
import { readWorkspaceFacts } from './workspace-facts.ts';

export interface DriversAsk {
  readonly workspaceId: string;
  readonly view: View;
  /** Keys of a survey and of its questions; what is usual where absent. */
  readonly survey?: string;
  readonly outcome?: string;
  readonly drivers?: readonly string[];
  readonly reader: Pick<Reader, 'smallGroups'>;
  readonly now: Date;
  /** Who computes; without one it is done here. */
  readonly studier?: DriverStudier | undefined;
  /** Whoever asks has gone. */
  readonly signal?: AbortSignal;
}

/** Pages that were made or are being made: 1000 resamples of many answers take seconds. */
const pages = new WeakMap<Store, SharedWork<DriversPage>>();
const mostKept = 24;
const mostRows = 200_000;

/** What goes with an outcome in the answers of one level and survey. Kept until the data of the workspace change. */
export async function readDrivers(store: Store, ask: DriversAsk): Promise<DriversPage> {
  const { workspaceId, view, survey, outcome, drivers, reader, now, signal } = ask;
  const name = await store.inSnapshot(workspaceId, async (transaction) => {
    const { today } = await readWorkspaceFacts(transaction, now);
    const version = await readDataVersion(transaction);
    return JSON.stringify([workspaceId, version, today, view, survey, outcome, drivers, reader.smallGroups]);
  });
  const shared = pages.get(store) ?? new SharedWork<DriversPage>(mostKept);
  pages.set(store, shared);
  return shared.of(name, signal, async (nobodyWaits) => {
    const read = await store.inSnapshot(workspaceId, (transaction) => readTable(transaction, ask, nobodyWaits));
    return pageOf(ask, read, nobodyWaits);
  });
}

interface Chosen {
  readonly survey: StoredRatedSurvey;
  readonly outcome: StoredRatedQuestion;
  readonly drivers: readonly StoredRatedQuestion[];
}

interface DriversRead {
  readonly level: SurveyLevel;
  readonly surveys: readonly StoredRatedSurvey[];
  readonly otherLevel: boolean;
  readonly chosen: Chosen | undefined;
  readonly table: AnswerTable | undefined;
  readonly hidden: number;
  readonly window: { readonly from: string; readonly to: string };
  readonly timeZone: string;
}

async function readTable(
  transaction: WorkspaceTransaction,
  ask: DriversAsk,
  signal: AbortSignal,
): Promise<DriversRead> {
  const { view, reader } = ask;
  const { timeZone, today, floor } = await readWorkspaceFacts(transaction, ask.now);
  const all = await readRatedSurveys(transaction);
  const level = view.level ?? surveyLevels.find((one) => all.some((of) => of.level === one)) ?? 'relationship';
  const surveys = all.filter((of) => of.level === level);
  const chosen = choose(surveys, ask);
  const window = viewWindow(view, today);
  const hasDrivers = (of: StoredRatedSurvey) => of.questions.length > 1;
  // Days that have not come hold no answers.
  const tomorrow = isoDate(dayOfIsoDate(today)! + 1);
  const about = {
    level,
    surveys,
    otherLevel: !surveys.some(hasDrivers) && all.some((of) => of.level !== level && hasDrivers(of)),
    chosen,
    window: { from: window.from, to: window.to < tomorrow ? window.to : tomorrow },
    timeZone,
  };
  if (!chosen || chosen.drivers.length === 0) return { ...about, table: undefined, hidden: 0 };
  const filter = filterOf(view, await readDimensionNames(transaction));
  const table = await readAnswerTable(transaction, {
    questions: [...chosen.drivers, chosen.outcome].map(({ ids }) => ids),
    ...window,
    filter,
    most: mostRows,
    signal,
  });
  if (reader.smallGroups) return { ...about, table, hidden: 0 };
  const ordinals = Array.from(table.days, (day) => periodOf(day, window.unit));
  const answers = new Map<number, number>();
  for (const ordinal of ordinals) answers.set(ordinal, (answers.get(ordinal) ?? 0) + 1);
  const outcomeIds = new Set(chosen.outcome.ids);
  const questions = (await readQuestions(transaction)).filter(({ id }) => outcomeIds.has(id));
  const hidden = await hiddenPeriods(transaction, { questions, window, filter, floor, answers });
  return { ...about, table: withoutPeriods(table, ordinals, hidden), hidden: hidden.size };
}

/** Rows of periods that the reader may not see count in nothing. */
function withoutPeriods(table: AnswerTable, ordinals: readonly number[], hidden: ReadonlySet<number>): AnswerTable {
  if (hidden.size === 0) return table;
  const keeps = (_: number, row: number) => !hidden.has(ordinals[row]!);
  return {
    days: table.days.filter(keeps),
    accounts: table.accounts.filter(keeps),
    columns: table.columns.map((column) => column.filter(keeps)),
    isCut: table.isCut,
  };
}

/** What was asked for, else what is usual: the survey with most ratings, its question of the metric, all others. */
function choose(surveys: readonly StoredRatedSurvey[], ask: DriversAsk): Chosen | undefined {
  const { view } = ask;
  const most = [...surveys].sort((a, b) => b.questions.length - a.questions.length)[0];
  const survey = ask.survey === undefined ? most : named('survey', surveys, ask.survey);
  if (!survey) return undefined;
  const { questions } = survey;
  const outcome =
    ask.outcome === undefined
      ? (questions.find(({ metric }) => metric === view.metric) ??
        questions.find(({ metric }) => metric === 'nps') ??
        questions[0]!)
      : named('outcome', questions, ask.outcome);
  const others = questions.filter(({ key }) => key !== outcome.key);
  const drivers = ask.drivers ? ask.drivers.map((key) => named('driver', others, key)) : others;
  return { survey, outcome, drivers: [...new Set(drivers)] };
}

function named<Item extends { readonly key: string }>(field: string, items: readonly Item[], key: string): Item {
  const found = items.find((item) => item.key === key);
  if (found) return found;
  const known = items.map((item) => item.key);
  const nearest = nearestName(key, known);
  const hint = nearest ? `; did you mean "${nearest}"?` : `; there are ${known.join(', ')}`;
  throw new CandorError('CND_VIEW', `"${field}" names no rated question or survey here: "${key}"${hint}`, {
    field,
    known,
  });
}

async function pageOf(ask: DriversAsk, read: DriversRead, signal: AbortSignal): Promise<DriversPage> {
  const { level, surveys, otherLevel, chosen, table, hidden, window, timeZone } = read;
  const dataHash = hashOf(table);
  const seed = seedOf(dataHash);
  const outcome = chosen?.outcome.key;
  const drivers = chosen?.drivers.map(({ key }) => key) ?? [];
  const made = chosen && table ? await studied(ask, { chosen, table, seed }, signal) : {};
  return {
    run: runOf({
      dataHash,
      definition: 'drivers@1',
      specification: { view: ask.view, level, survey: chosen?.survey.key, outcome, drivers },
      seed,
    }),
    view: ask.view,
    level,
    from: window.from,
    to: window.to,
    timeZone,
    surveys: surveys.map(({ key, name, questions }) => ({
      key,
      name,
      questions: questions.map(({ ids: _, ...question }) => question),
    })),
    otherLevel,
    ...(chosen && { survey: chosen.survey.key, outcome: chosen.outcome.key }),
    drivers,
    hiddenPeriods: hidden,
    isCut: table?.isCut ?? false,
    ...made,
  };
}

async function studied(
  { studier = studyHere, reader }: DriversAsk,
  { chosen, table, seed }: { chosen: Chosen; table: AnswerTable; seed: number },
  signal: AbortSignal,
): Promise<{ study: DriverStudy } | { refused: RefusedStudy }> {
  const columns = [...chosen.drivers, chosen.outcome].map(({ key, scale }, i) => ({
    name: key,
    scale,
    values: table.columns[i]!.map((point) => scale.min + point - 1),
  }));
  const drivers = columns.slice(0, -1);
  const accounts = table.accounts.some((code) => code >= 0) ? { accounts: table.accounts } : {};
  try {
    return { study: await studier({ data: { outcome: columns.at(-1)!, drivers, ...accounts }, seed }, signal) };
  } catch (error) {
    if (!isCandorError(error) || error.exitCode === 3) throw error;
    // To a reader bound by the floor a count of a small part would tell of it.
    const { answers: _, ...bound } = error.details;
    const isCount = error.code === 'CND_SAMPLE_TOO_SMALL' && !reader.smallGroups;
    return {
      refused: {
        code: error.code,
        message: isCount ? 'too few answers for this question' : error.message,
        details: isCount ? bound : error.details,
        remedy: error.remedy,
      },
    };
  }
}

function hashOf(table: AnswerTable | undefined): string {
  const hash = createHash('sha256');
  for (const column of table ? [table.accounts, ...table.columns] : []) {
    hash.update(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
    hash.update(';');
  }
  return hash.digest('hex');
}
