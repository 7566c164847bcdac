import { dayOfIsoDate, isoDate, type PeriodUnit, periodOf, periodStart } from '../audit/index.ts';
import { hideSmallGroups } from '../overview/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';
import { type ViewDimension, viewDimensions } from '../view/index.ts';
import { type RespondentCell, readRespondentCells } from './respondent-store.ts';
import { type Untold, untoldInside } from './untold-inside.ts';
import type { ViewFilter } from './view-filter.ts';

export interface UntoldAsked {
  readonly questionIds: readonly string[];
  /** Half-open. */
  readonly from: string;
  readonly to: string;
  readonly unit: PeriodUnit;
  readonly filter: ViewFilter;
  readonly floor: number;
  /** Ask of each group of this dimension within the filters; absent: of the filters alone. */
  readonly by?: ViewDimension;
}

const nobody: ViewFilter = { touchpoint: [], unit: [], segment: [], role: [], channel: [] };

/**
 * The figures from which a reader bound by the floor could work out a group below it, by themselves or by taking from
 * each other what any filters of the same dimensions show. A figure is told only where
 * - each part that its filters keep or leave out, in every combination, holds nobody or the floor;
 * - of every dimension it takes in either all of the values that a table of it would hide, or none of them;
 * - the rest of the month or quarter around it, after its fellows are taken away, holds nobody or the floor.
 */
export async function readUntold(transaction: WorkspaceTransaction, asked: UntoldAsked): Promise<Untold> {
  const { filter, by, unit, floor } = asked;
  const dimensions = viewDimensions.filter((one) => one !== by && filter[one].length > 0);
  if (dimensions.length === 0 && by === undefined) return new Map();
  const within = { ...asked, ...wholeQuarters(asked), group: by };
  const told = dimensions.map((one) => [one, filter[one]] as const);
  const signs = await readRespondentCells(transaction, { ...within, filter: nobody, told });
  const untold = new Map<string, Set<string | null>>();
  const add = (start: string, group: string | null) =>
    untold.set(start, (untold.get(start) ?? new Set<string | null>()).add(group));
  for (const [start, cells] of byStart(signs)) {
    for (const group of groupsOf(cells, by)) {
      if (isSmallPart(cells, group, floor) || (group !== null && isHiddenValue(cells, group, floor))) add(start, group);
    }
  }
  for (const dimension of dimensions) {
    const others = told.filter(([one]) => one !== dimension);
    const values = await readRespondentCells(transaction, {
      ...within,
      filter: nobody,
      told: others,
      value: dimension,
    });
    for (const [start, cells] of byStart(values)) {
      for (const group of groupsOf(cells, by)) {
        if (cutsHiddenValues(cells, { group, taken: filter[dimension], floor })) add(start, group);
      }
    }
  }
  const applied = { ...within, filter: { ...filter, ...(by && { [by]: [] }) }, told: [] };
  const parts = await readRespondentCells(transaction, applied);
  for (const around of (['month', 'quarter'] as const).filter((one) => one !== unit && unit !== 'quarter')) {
    const wholes = await readRespondentCells(transaction, { ...applied, unit: around });
    for (const { start, group } of untoldInside({ parts, wholes, unit, around, floor, untold })) add(start, group);
  }
  return untold;
}

/** Whole quarters, so that what is hidden does not depend on the window; whole weeks at their ends. */
function wholeQuarters({ from, to, unit }: UntoldAsked): { from: string; to: string } {
  const first = periodStart(periodOf(dayOfIsoDate(from)!, 'quarter'), 'quarter');
  const end = periodStart(periodOf(dayOfIsoDate(to)! - 1, 'quarter') + 1, 'quarter');
  return {
    from: isoDate(periodStart(periodOf(first, unit), unit)),
    to: isoDate(periodStart(periodOf(end - 1, unit) + 1, unit)),
  };
}

const byStart = (cells: readonly RespondentCell[]) => gather(cells, ({ start }) => start);

function gather(
  cells: readonly RespondentCell[],
  name: (cell: RespondentCell) => string,
): ReadonlyMap<string, readonly RespondentCell[]> {
  const gathered = new Map<string, RespondentCell[]>();
  for (const cell of cells) {
    const open = gathered.get(name(cell));
    if (open) open.push(cell);
    else gathered.set(name(cell), [cell]);
  }
  return gathered;
}

const groupsOf = (cells: readonly RespondentCell[], by: ViewDimension | undefined): (string | null)[] =>
  by === undefined ? [null] : [...new Set(cells.flatMap(({ group }) => group ?? []))];

const isSmall = (respondents: number, floor: number) => respondents > 0 && respondents < floor;

/** Whether some combination of what the filters and the group keep and leave out holds fewer than the floor. */
function isSmallPart(cells: readonly RespondentCell[], group: string | null, floor: number): boolean {
  const own = new Map(
    cells.filter((cell) => cell.group === group).map(({ kept, respondents }) => [String(kept), respondents]),
  );
  return cells.some((cell) => {
    if (cell.group !== null || cell.kept.includes(null)) return false;
    const inside = own.get(String(cell.kept)) ?? 0;
    return isSmall(inside, floor) || (group !== null && isSmall(cell.respondents - inside, floor));
  });
}

/** Whether a table of the groups, under all the filters or fewer, would hide this one. */
function isHiddenValue(cells: readonly RespondentCell[], group: string, floor: number): boolean {
  const groups = cells.flatMap((cell) => (cell.group === null ? [] : [{ ...cell, value: cell.group }]));
  return contexts(groups).some((values) => hiddenValues(values, floor).has(group));
}

/** Whether the values taken are some of those that a table would hide, but not all of them. */
function cutsHiddenValues(
  cells: readonly RespondentCell[],
  { group, taken, floor }: { group: string | null; taken: readonly string[]; floor: number },
): boolean {
  const own = cells.filter((cell) => cell.group === group);
  return contexts(own).some((values) => {
    const hidden = hiddenValues(values, floor);
    return taken.some((value) => hidden.has(value)) && [...hidden].some((value) => !taken.includes(value));
  });
}

/** The tables of one dimension that can be seen: the other filters each applied or lifted, never turned round. */
function contexts(cells: readonly RespondentCell[]): (readonly RespondentCell[])[] {
  const seen = cells.filter(({ kept }) => !kept.includes(false));
  return [...gather(seen, ({ kept }) => String(kept)).values()];
}

function hiddenValues(cells: readonly RespondentCell[], floor: number): ReadonlySet<string> {
  const sorted = [...cells].sort((a, b) => (a.value! < b.value! ? -1 : 1));
  const hidden = hideSmallGroups(
    sorted.map(({ respondents }) => respondents),
    floor,
  );
  return new Set(sorted.filter((_, i) => hidden[i]).map(({ value }) => value!));
}
