import { verdictSigns } from '../sentence.ts';
import type { Cell, Table } from '../table.ts';
import type { Ink } from './ink.ts';

const gap = 2;

/** A table as lines: figures to the right, verdicts with their sign. Columns that do not fit are left out, last first. */
export function tableLines(table: Table, { width, ink }: { readonly width: number; readonly ink: Ink }): string[] {
  const text = (cell: Cell) => (typeof cell === 'string' ? cell : `${verdictSigns[cell.verdict]} ${cell.text}`);
  const widths = table.head.map((head, column) =>
    Math.max(head.text.length, ...table.rows.map(({ cells }) => text(cells[column] ?? '').length)),
  );
  const shown = fittingColumns(widths, width);
  const pad = (value: string, column: number) =>
    table.head[column]!.numeric ? value.padStart(widths[column]!) : value.padEnd(widths[column]!);
  const head = shown.map((column) => pad(table.head[column]!.text, column)).join(' '.repeat(gap));
  const rows = table.rows.map(({ cells, strong }) => {
    const line = shown
      .map((column) => {
        const cell = cells[column] ?? '';
        const padded = column === shown.at(-1) ? pad(text(cell), column).trimEnd() : pad(text(cell), column);
        return typeof cell === 'string' ? padded : ink.verdict[cell.verdict](padded);
      })
      .join(' '.repeat(gap))
      .trimEnd();
    return strong ? ink.bold(line) : line;
  });
  return [ink.muted(head.trimEnd()), ...rows];
}

/** Name and last column (the verdict) always; those between from the left while there is room. */
function fittingColumns(widths: readonly number[], width: number): number[] {
  const columns = widths.map((_, index) => index);
  const needs = (chosen: readonly number[]) =>
    chosen.reduce((sum, column) => sum + widths[column]!, 0) + gap * (chosen.length - 1);
  while (columns.length > 2 && needs(columns) > width) columns.splice(columns.length - 2, 1);
  return columns;
}
