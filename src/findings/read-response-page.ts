import { CandorError } from '../errors/index.ts';
import type { ResponsePage } from '../overview/index.ts';
import type { Store, WorkspaceTransaction } from '../store/index.ts';
import { surveyLevels, type View, viewWindow } from '../view/index.ts';
import { readMetricSeries, readQuestions } from './metric-store.ts';
import { type PeriodRule, readRules } from './read-level.ts';
import type { Reader } from './reader.ts';
import {
  type CountedPart,
  countedResponses,
  type RowPlace,
  readAnswers,
  readResponseCounts,
  readResponses,
  responseRow,
} from './response-store.ts';
import { filterOf, readDimensionNames, type ViewFilter } from './view-filter.ts';
import { readWorkspaceFacts } from './workspace-facts.ts';

export interface ResponsesAsk {
  readonly workspaceId: string;
  readonly view: View;
  readonly reader: Reader;
  readonly now: Date;
  readonly cursor?: string;
  readonly limit: number;
}

/** Exactly the rows that a figure of the view counts, newest first. */
export function readResponsePage(store: Store, ask: ResponsesAsk): Promise<ResponsePage> {
  const after = ask.cursor === undefined ? undefined : placeOf(ask.cursor);
  return store.inSnapshot(ask.workspaceId, async (transaction) => {
    const { parts, filter, from, to, hiddenPeriods } = await readParts(transaction, ask);
    const head = after ? [] : await readResponseCounts(transaction, { parts, filter });
    const found = await readResponses(transaction, { parts, filter, after, most: ask.limit + 1 });
    const shown = found.slice(0, ask.limit);
    const answers = await readAnswers(
      transaction,
      shown.map(({ id }) => id),
    );
    const questionIds = new Set(parts.flatMap((part) => part.questionIds));
    const last = shown.at(-1);
    return {
      view: ask.view,
      from,
      to,
      hiddenPeriods,
      head,
      rows: shown.map((row) =>
        responseRow(
          row,
          answers.filter((answer) => answer.response_id === row.id),
          { questionIds, reader: ask.reader },
        ),
      ),
      ...(found.length > shown.length && last && { next: cursorOf(last) }),
    };
  });
}

interface Parts {
  readonly parts: readonly CountedPart[];
  readonly filter: ViewFilter;
  readonly from: string;
  readonly to: string;
  /** Periods left out because fewer respondents than the floor stand behind them. */
  readonly hiddenPeriods: number;
}

/** The condition that a figure of the view counts a response `r`; its parameters follow the workspace, `$1`. */
export async function readCountedResponses(
  transaction: WorkspaceTransaction,
  ask: PartsAsk,
): Promise<{ readonly sql: string; readonly values: readonly unknown[] }> {
  return countedResponses(await readParts(transaction, ask));
}

type PartsAsk = Pick<ResponsesAsk, 'view' | 'now'> & { readonly reader: Pick<Reader, 'smallGroups'> };

/** Which answers count in the view: by the same rules as the figures. */
async function readParts(transaction: WorkspaceTransaction, { view, reader, now }: PartsAsk): Promise<Parts> {
  const facts = await readWorkspaceFacts(transaction, now);
  const series = await readMetricSeries(transaction, view.metric);
  const questions = await readQuestions(transaction);
  const filter = filterOf(view, await readDimensionNames(transaction));
  const window = viewWindow(view, facts.today);
  const floor = reader.smallGroups ? {} : { floor: facts.floor };
  const parts: CountedPart[] = [];
  let hiddenPeriods = 0;
  for (const level of surveyLevels.filter((one) => view.level === undefined || view.level === one)) {
    const ruled = await readRules(transaction, { level, series, questions, window, filter, ...floor });
    if (!ruled) continue;
    hiddenPeriods += ruled.hidden.size;
    for (const span of spansOf(ruled.rules.filter(({ ordinal }) => !ruled.hidden.has(ordinal)))) {
      const [first, last] = [span[0]!, span.at(-1)!];
      parts.push({ level, questionIds: [...first.asks.keys()], from: first.from, to: last.to });
    }
  }
  return { parts, filter, from: window.from, to: window.to, hiddenPeriods };
}

/** Neighbouring periods in which the same version counts. */
function spansOf(rules: readonly PeriodRule[]): PeriodRule[][] {
  const spans: PeriodRule[][] = [];
  for (const rule of rules) {
    const open = spans.at(-1);
    const last = open?.at(-1);
    if (open && last && last.version === rule.version && last.ordinal === rule.ordinal - 1) open.push(rule);
    else spans.push([rule]);
  }
  return spans;
}

const cursorOf = ({ at, id }: RowPlace): string => Buffer.from(JSON.stringify([at, id])).toString('base64url');

function placeOf(cursor: string): RowPlace {
  const text = Buffer.from(cursor, 'base64url').toString();
  const match = /^\["(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?\+00)","([0-9a-f-]{36})"\]$/.exec(text);
  const [, at, id] = match ?? [];
  const isInstant = at !== undefined && !Number.isNaN(Date.parse(at.replace(' ', 'T').replace('+00', 'Z')));
  if (isInstant && id !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return { at, id };
  throw new CandorError('CND_VIEW', '"cursor" is not one that a page gave', { field: 'cursor' });
}
