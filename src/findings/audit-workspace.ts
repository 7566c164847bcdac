import { type AuditInput, type AuditResult, type Break, dayOfIsoDate } from '../audit/index.ts';
import { CandorError } from '../errors/index.ts';
import {
  type AnswerSeries,
  type MetricFamily,
  type MetricId,
  metricDefinitions,
  metricLabel,
  type RespondentRole,
} from '../metrics/index.ts';
import type { Coverage } from '../overview/index.ts';
import type { Store, WorkspaceTransaction } from '../store/index.ts';
import { type SurveyLevel, surveyLevels, type View, type ViewWindow, viewWindow } from '../view/index.ts';
import { readCoverage } from './coverage-store.ts';
import { readDataVersion } from './data-version.ts';
import { isShipped, type MetricSeries, versionOn } from './metric-series.ts';
import { readMetricSeries, readQuestions } from './metric-store.ts';
import { type AuditedColumns, auditHere, type ColumnsToAudit, type ProgrammeAuditor } from './programme-auditor.ts';
import { type ProgrammeFacts, readProgrammeFacts } from './programme-facts-store.ts';
import { type LevelRules, readBreaks, readRules } from './read-level.ts';
import type { Reader } from './reader.ts';
import { runOf } from './run.ts';
import { type AnswerColumns, readAnswerColumns } from './series-store.ts';
import { SharedWork } from './shared-work.ts';
import { filterOf, readDimensionNames, type ViewFilter } from './view-filter.ts';
import { readWorkspaceFacts, type WorkspaceFacts } from './workspace-facts.ts';
import { withKnowledge } from './workspace-rules.ts';

export interface WorkspaceAuditAsk {
  readonly workspaceId: string;
  readonly view: View;
  readonly reader: Reader;
  readonly now: Date;
  /** Who computes; without one it is done here. */
  readonly auditor?: ProgrammeAuditor | undefined;
  /** Whoever asks has gone. */
  readonly signal?: AbortSignal;
}

/** Audits that were made or are being made; a million answers take seconds, and the page asks again and again. */
const audits = new WeakMap<Store, SharedWork<AuditResult>>();
const mostKept = 24;

/**
 * The programme audit of the answers of one level and metric: the same figures as of a file with the same answers. Without
 * a level the relationship, else the encounters. Kept until the data of the workspace change.
 */
export async function auditWorkspace(store: Store, ask: WorkspaceAuditAsk): Promise<AuditResult> {
  const { workspaceId, view, reader, now, signal } = ask;
  const name = await store.inSnapshot(workspaceId, async (transaction) => {
    const { today } = await readWorkspaceFacts(transaction, now);
    const version = await readDataVersion(transaction);
    return JSON.stringify([workspaceId, version, today, view, reader.money, reader.smallGroups]);
  });
  const shared = audits.get(store) ?? new SharedWork<AuditResult>(mostKept);
  audits.set(store, shared);
  return shared.of(name, signal, async (nobodyWaits) => {
    const read = await store.inSnapshot(workspaceId, (transaction) => readProgramme(transaction, ask, nobodyWaits));
    const { auditor = auditHere } = ask;
    return auditResult(ask, read, await auditor(read.input, nobodyWaits));
  });
}

interface Scope {
  readonly level: SurveyLevel;
  readonly series: MetricSeries;
  readonly rules: LevelRules;
  readonly filter: ViewFilter;
  readonly window: ViewWindow;
}

/** All that an audit needs of the store. */
interface ProgrammeRead {
  readonly input: ColumnsToAudit;
  /** Answers. */
  readonly n: number;
  readonly scope: Scope;
  readonly facts: WorkspaceFacts;
  readonly programme: ProgrammeFacts;
  readonly breaks: readonly Break[];
  readonly coverage: Coverage | undefined;
}

async function readProgramme(
  transaction: WorkspaceTransaction,
  ask: WorkspaceAuditAsk,
  signal: AbortSignal,
): Promise<ProgrammeRead> {
  const facts = await readWorkspaceFacts(transaction, ask.now);
  const scope = await scopeOf(transaction, ask, facts);
  const { level, rules, window, filter } = scope;
  const last = rules.rules.at(-1)!;
  const asked = [...last.asks.keys()];
  const most = rules.rows.reduce((sum, { counts }) => sum + counts.reduce((a, b) => a + b, 0), 0);
  const part = { level, questionIds: asked, from: window.from, to: window.to };
  const columns = await readAnswerColumns(transaction, { part, filter, timeZone: facts.timeZone, most, signal });
  if (columns.scores.length === 0) refuseNothing(ask.view);
  const programme = await readProgrammeFacts(transaction, { level, ...window, timeZone: facts.timeZone });
  const breaks = [...(await readBreaks(transaction, [...last.asks.values()], window)), ...definitionBreaks(scope)];
  const coverage = ask.reader.money ? await readCoverage(transaction, facts) : undefined;
  const input = {
    definition: last.definition,
    series: seriesOf(columns, { level, programme }),
    periodUnit: window.unit,
    confidence: 0.95,
    covered: coveredDays(window, facts.today),
  };
  return { input, n: columns.scores.length, scope, facts, programme, breaks, coverage };
}

function auditResult(
  ask: WorkspaceAuditAsk,
  { input, n, scope, facts, programme, breaks, coverage }: ProgrammeRead,
  { dataHash, seed, audit }: AuditedColumns,
): AuditResult {
  const { definition, periodUnit, confidence } = input;
  const specification = { view: ask.view, level: scope.level };
  return {
    run: runOf({ dataHash, definition: metricLabel(definition), specification, seed }),
    source: { file: facts.name, format: 'workspace', encoding: '', delimiter: '' },
    assumed: [],
    rows: { read: n, used: n, rejected: 0, reasons: [] },
    metric: definition.id,
    scale: definition.scale,
    periodUnit,
    timeZone: facts.timeZone,
    confidence,
    ...audit,
    rules: withKnowledge(audit.rules, { facts: programme, breaks, coverage }),
    breaks,
    caveats: [...scope.rules.caveats, ...audit.caveats],
  };
}

/** Today still brings answers. */
function coveredDays({ from, to }: ViewWindow, today: string): NonNullable<AuditInput['covered']> {
  return { from: dayOfIsoDate(from)!, to: Math.min(dayOfIsoDate(to)!, dayOfIsoDate(today)!) };
}

async function scopeOf(
  transaction: WorkspaceTransaction,
  { view, reader }: WorkspaceAuditAsk,
  facts: WorkspaceFacts,
): Promise<Scope> {
  const series = await readMetricSeries(transaction, view.metric);
  const questions = await readQuestions(transaction);
  const filter = filterOf(view, await readDimensionNames(transaction));
  const window = viewWindow(view, facts.today);
  const floor = reader.smallGroups ? {} : { floor: facts.floor };
  for (const level of surveyLevels.filter((one) => view.level === undefined || view.level === one)) {
    const rules = await readRules(transaction, { level, series, questions, window, filter, ...floor });
    if (!rules || rules.rows.length === 0) continue;
    // An audit draws on every answer of the window: one hidden period hides it.
    if (rules.hidden.size > 0) refuseNothing(view);
    return { level, series, rules, filter, window };
  }
  return refuseNothing(view);
}

function refuseNothing(view: View): never {
  throw new CandorError('CND_NO_ANSWERS', 'no answers that may be shown stand behind this view', {
    metric: view.metric,
    ...(view.level && { level: view.level }),
  });
}

const meanings: Readonly<Record<string, RespondentRole>> = {
  'contact-person': 'contact person',
  payer: 'payer',
  'end-user': 'user',
  'decision-maker': 'decision maker',
  'decision-maker-and-contact-person': 'decision maker',
};

function seriesOf(
  { scores, days, account, role, touchpoint, revenue, wait }: AnswerColumns,
  { level, programme }: { level: SurveyLevel; programme: ProgrammeFacts },
): AnswerSeries {
  const families = new Set<MetricFamily>(
    programme.metrics.filter(isShipped).map((id: MetricId) => metricDefinitions[id].family),
  );
  return {
    scores,
    days,
    ...(account.names.length > 0 && { account }),
    ...(role.names.length > 0 && { role, roleMeaning: role.names.map((name) => meanings[name] ?? 'other') }),
    ...(account.names.length > 0 && { revenue }),
    ...(touchpoint.names.length > 0 && { touchpoint }),
    ...(wait.some((one) => one >= 0) && { wait }),
    level: { codes: new Int32Array(scores.length), names: [level] },
    levelMeaning: [level],
    families: [...families].filter((family) => family !== 'other').sort(),
    questions: programme.questions,
  };
}

/** The whole window is computed by the definition of its last period; where another was in force, that is a break. */
function definitionBreaks({ series, rules: { rules } }: Scope): Break[] {
  return rules.slice(1).flatMap((rule, i) => {
    const before = rules[i]!;
    if (rule.version === before.version || series.shipped) return [];
    const names = { from: `v${before.version.version}`, to: `v${versionOn(series, rule.from).version}` };
    return [{ period: rule.period, date: rule.from, what: 'definition' as const, ...names }];
  });
}
