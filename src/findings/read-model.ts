import { createHash } from 'node:crypto';
import { periodOf } from '../audit/index.ts';
import { CandorError, isCandorError, nearestName } from '../errors/index.ts';
import {
  type GroupComparison,
  type ModelStudy,
  type PathModelSpecification,
  pathModel,
  proposeFromQuestions,
} from '../model/index.ts';
import type { ModelGroupsPage, ModelPage, RefusedStudy } from '../overview/index.ts';
import type { Store, WorkspaceTransaction } from '../store/index.ts';
import { type SurveyLevel, surveyLevels, type View, viewWindow } from '../view/index.ts';
import { readDataVersion } from './data-version.ts';
import { type AnswerTable, readAnswerTable } from './driver-answer-store.ts';
import { readRatedSurveys, type StoredRatedSurvey } from './driver-question-store.ts';
import { hiddenPeriods } from './hidden-periods.ts';
import { readQuestions } from './metric-store.ts';
import type { Reader } from './reader.ts';
import { runOf, seedOf } from './run.ts';
import { SharedWork } from './shared-work.ts';
import { type ModelStudier, type ModelToStudy, studyModelHere } from './study-model.ts';
import { filterOf, readDimensionNames } from './view-filter.ts';
import { readWorkspaceFacts } from './workspace-facts.ts';

export interface ModelAsk {
  readonly workspaceId: string;
  readonly view: View;
  /** Key of a survey; the one with most rated questions where absent. */
  readonly survey?: string;
  /** A model of its questions; proposed where absent. */
  readonly specification?: PathModelSpecification;
  readonly reader: Pick<Reader, 'smallGroups'>;
  readonly now: Date;
  /** Who computes; without one it is done here. */
  readonly studier?: ModelStudier | undefined;
  /** Whoever asks has gone. */
  readonly signal?: AbortSignal;
}

export interface ModelGroupsAsk extends ModelAsk {
  readonly by: 'segment' | 'role';
  /** Two groups; the two largest where absent. */
  readonly first?: string;
  readonly second?: string;
}

/** Pages that were made or are being made: 2,000 resamples take a second or more. */
const pages = new WeakMap<Store, SharedWork<ModelPage | ModelGroupsPage>>();
const mostKept = 24;
/** 2,000 resamples of so many rows took 9.6 CPU-seconds; intervals of more hardly narrow to the eye. */
const mostRows = 20_000;

/** What acts on what in the answers of one level and survey. Kept until the data of the workspace change. */
export async function readModel(store: Store, ask: ModelAsk): Promise<ModelPage> {
  const made = shared(store, ask, 'model', async (read, signal) => {
    const { window, level, surveys, survey, table, specification, proposal, hidden, timeZone } = read;
    const told: Told = table && specification ? await studied(ask, read, {}, signal) : {};
    return {
      run: runOfModel(read, ask, { kind: 'study' }),
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
      otherLevel: read.otherLevel,
      ...(survey && { survey: survey.key }),
      ...(specification && { specification }),
      ...(proposal && { proposal }),
      hiddenPeriods: hidden,
      isCut: table?.isCut ?? false,
      ...(told.study && { study: told.study }),
      ...(told.refused && { refused: told.refused }),
    };
  });
  return (await made) as ModelPage;
}

/** Do two groups of the respondents differ in the paths of the model, and may they be compared? */
export async function readModelGroups(store: Store, ask: ModelGroupsAsk): Promise<ModelGroupsPage> {
  const made = shared(store, ask, `groups ${ask.by} ${ask.first ?? ''} / ${ask.second ?? ''}`, async (read, signal) => {
    const all = groupSizes(read.table?.groups ?? []);
    const [first, second] = [ask.first ?? all[0]?.key, ask.second ?? all[1]?.key];
    const marks = Int8Array.from(read.table?.groups ?? [], (key) => (key === first ? 0 : key === second ? 1 : -1));
    const names = [first ?? '', second ?? ''] as const;
    const isAsked = read.table && read.specification && first !== undefined && second !== undefined;
    const told: Told = isAsked ? await studied(ask, read, { groups: { marks, names } }, signal) : {};
    return {
      run: runOfModel(read, ask, { kind: 'groups', by: ask.by, first, second }),
      by: ask.by,
      choices: all.map(({ key, n }) => (ask.reader.smallGroups ? { key, n } : { key })),
      ...(first !== undefined && { first }),
      ...(second !== undefined && { second }),
      ...(told.comparison && { comparison: told.comparison }),
      ...(told.refused && { refused: told.refused }),
    };
  });
  return (await made) as ModelGroupsPage;
}

async function shared(
  store: Store,
  ask: ModelAsk & { readonly by?: 'segment' | 'role' },
  kind: string,
  make: (read: ModelRead, signal: AbortSignal) => Promise<ModelPage | ModelGroupsPage>,
): Promise<ModelPage | ModelGroupsPage> {
  const { workspaceId, view, survey, specification, reader, now, signal } = ask;
  const name = await store.inSnapshot(workspaceId, async (transaction) => {
    const { today } = await readWorkspaceFacts(transaction, now);
    const version = await readDataVersion(transaction);
    return JSON.stringify([kind, workspaceId, version, today, view, survey, specification, reader.smallGroups]);
  });
  const works = pages.get(store) ?? new SharedWork<ModelPage | ModelGroupsPage>(mostKept);
  pages.set(store, works);
  return works.of(name, signal, async (nobodyWaits) => {
    const read = await store.inSnapshot(workspaceId, (transaction) => readAll(transaction, ask, nobodyWaits));
    return make(read, nobodyWaits);
  });
}

interface ModelRead {
  readonly level: SurveyLevel;
  readonly surveys: readonly StoredRatedSurvey[];
  readonly survey: StoredRatedSurvey | undefined;
  readonly otherLevel: boolean;
  readonly specification: PathModelSpecification | undefined;
  readonly proposal: ModelPage['proposal'] | undefined;
  /** Items of the specification that the survey has, in its order. */
  readonly table: AnswerTable | undefined;
  readonly hidden: number;
  readonly window: { readonly from: string; readonly to: string };
  readonly timeZone: string;
}

async function readAll(
  transaction: WorkspaceTransaction,
  ask: ModelAsk & { readonly by?: 'segment' | 'role' },
  signal: AbortSignal,
): Promise<ModelRead> {
  const { view, reader } = ask;
  const { timeZone, today, floor } = await readWorkspaceFacts(transaction, ask.now);
  const all = await readRatedSurveys(transaction);
  const level = view.level ?? surveyLevels.find((one) => all.some((of) => of.level === one)) ?? 'relationship';
  const surveys = all.filter((of) => of.level === level);
  const survey = chosenSurvey(surveys, ask.survey);
  const window = viewWindow(view, today);
  const proposed = ask.specification || !survey ? undefined : proposeFromQuestions(survey.questions);
  const specification = ask.specification ?? proposed?.specification;
  const { specification: _, ...proposal } = proposed ?? { specification };
  const about = {
    level,
    surveys,
    survey,
    otherLevel: !surveys.some(asksEnough) && all.some((of) => of.level !== level && asksEnough(of)),
    specification,
    proposal: proposed ? (proposal as ModelPage['proposal']) : undefined,
    window,
    timeZone,
  };
  const ids = survey && specification ? itemIds(survey, specification) : [];
  if (ids.length === 0) return { ...about, table: undefined, hidden: 0 };
  const filter = filterOf(view, await readDimensionNames(transaction));
  const read = await readAnswerTable(transaction, {
    // A row needs an answer to any item: all of them together stand last, as one more question.
    questions: [...ids, ids.flat()],
    ...window,
    filter,
    ...(ask.by && { group: ask.by === 'role' ? 'respondent_role' : 'segment' }),
    most: mostRows,
    signal,
  });
  const table = { ...read, columns: read.columns.slice(0, -1) };
  if (reader.smallGroups) return { ...about, table, hidden: 0 };
  const ordinals = Array.from(table.days, (day) => periodOf(day, window.unit));
  const answers = new Map<number, number>();
  for (const ordinal of ordinals) answers.set(ordinal, (answers.get(ordinal) ?? 0) + 1);
  const wanted = new Set(ids.flat());
  const questions = (await readQuestions(transaction)).filter(({ id }) => wanted.has(id));
  const hidden = await hiddenPeriods(transaction, { questions, window, filter, floor, answers });
  return { ...about, table: withoutPeriods(table, ordinals, hidden), hidden: hidden.size };
}

const asksEnough = ({ questions }: StoredRatedSurvey) => proposeFromQuestions(questions) !== undefined;

function withoutPeriods(table: AnswerTable, ordinals: readonly number[], hidden: ReadonlySet<number>): AnswerTable {
  if (hidden.size === 0) return table;
  const keeps = (_: unknown, row: number) => !hidden.has(ordinals[row]!);
  return {
    days: table.days.filter(keeps),
    accounts: table.accounts.filter(keeps),
    columns: table.columns.map((column) => column.filter(keeps)),
    ...(table.groups && { groups: table.groups.filter(keeps) }),
    isCut: table.isCut,
  };
}

function chosenSurvey(surveys: readonly StoredRatedSurvey[], key: string | undefined): StoredRatedSurvey | undefined {
  if (key === undefined) return [...surveys].sort((a, b) => b.questions.length - a.questions.length)[0];
  const found = surveys.find((survey) => survey.key === key);
  if (found) return found;
  const known = surveys.map((survey) => survey.key);
  const nearest = nearestName(key, known);
  const hint = nearest ? `; did you mean "${nearest}"?` : `; there are ${known.join(', ')}`;
  throw new CandorError('CND_VIEW', `"survey" names no survey here: "${key}"${hint}`, { field: 'survey', known });
}

/** Ids of the questions of each item; an item that the survey lacks has none, and the study refuses it by name. */
function itemIds(survey: StoredRatedSurvey, { constructs }: PathModelSpecification): (readonly string[])[] {
  return constructs.flatMap(({ items }) =>
    items.map((item) => survey.questions.find(({ key }) => key === item)?.ids ?? []),
  );
}

/** One of the three. */
interface Told {
  readonly study?: ModelStudy;
  readonly comparison?: GroupComparison;
  readonly refused?: RefusedStudy;
}

async function studied(
  { studier = studyModelHere, reader }: ModelAsk,
  { survey, specification, table }: ModelRead,
  more: Pick<ModelToStudy, 'groups'>,
  signal: AbortSignal,
): Promise<Told> {
  try {
    const known = survey!.questions.map(({ key }) => key);
    const { items } = pathModel(specification!, known);
    const columns = items.map((item, place) => {
      const { scale } = survey!.questions.find(({ key }) => key === item)!;
      return table!.columns[place]!.map((point) => scale.min + point - 1);
    });
    const hasAccounts = table!.accounts.some((code) => code >= 0);
    // A respondent without account is an account of his own.
    const clusters = table!.accounts.map((code, row) => (code >= 0 ? code : table!.accounts.length + row));
    const data = { specification: specification!, columns, ...(hasAccounts && { clusters }) };
    return await studier({ data, seed: seedOf(hashOf(table)), ...more }, signal);
  } catch (error) {
    if (!isCandorError(error) || error.exitCode === 3) throw error;
    // To a reader bound by the floor a count of a small part would tell of it.
    const isCount = (error.code === 'CND_SAMPLE_TOO_SMALL' || error.code === 'CND_MODEL_GROUPS') && !reader.smallGroups;
    const { answers: _, ...bound } = error.details;
    return {
      refused: {
        code: error.code,
        message: isCount ? 'too few answers for this model' : error.message,
        details: isCount ? bound : error.details,
        remedy: error.remedy,
      },
    };
  }
}

function groupSizes(groups: readonly string[]): { key: string; n: number }[] {
  const sizes = new Map<string, number>();
  for (const key of groups) if (key !== '') sizes.set(key, (sizes.get(key) ?? 0) + 1);
  return [...sizes].map(([key, n]) => ({ key, n })).sort((a, b) => b.n - a.n || (a.key < b.key ? -1 : 1));
}

function runOfModel({ table, level, survey, specification }: ModelRead, { view }: ModelAsk, more: object) {
  const dataHash = hashOf(table);
  return runOf({
    dataHash,
    definition: 'path-model@1',
    specification: { view, level, survey: survey?.key, specification, ...more },
    seed: seedOf(dataHash),
  });
}

function hashOf(table: AnswerTable | undefined): string {
  const hash = createHash('sha256');
  for (const column of table ? [table.accounts, ...table.columns] : []) {
    hash.update(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
    hash.update(';');
  }
  for (const group of table?.groups ?? []) hash.update(`${group};`);
  return hash.digest('hex');
}
