import { type ColumnProfile, profileColumns } from './column-profile.ts';
import { findColumn } from './find-column.ts';
import { NumberList, plainText } from './kept-columns.ts';
import { isBlankRow, type Table } from './open-table.ts';
import type { SurveyOptions } from './survey-file.ts';
import { keptColumns, layOut, type SurveyLayout } from './survey-layout.ts';

/** The kept columns of all rows that pass the filter. */
export interface CollectedAnswers {
  readonly profiles: readonly ColumnProfile[];
  readonly layout: SurveyLayout;
  readonly lines: NumberList;
  /** Rows left out by the filter. */
  readonly filteredOut: number;
  /** Some of the values that those rows have in the column of the filter, in order of first appearance. */
  readonly otherValues: readonly string[];
}

/** Cells looked at before the layout is decided: 1,000 rows of a usual file, at least 100 of one with 5,000 columns. */
const sampleCells = 400_000;
const sampleRows = 1_000;
/** A refusal names so many values; a page lists no more. */
const namedValues = 20;

/** One pass over the rows: the first ones decide which columns may matter, then only those are kept. */
export async function collectAnswers(table: Table, file: string, options: SurveyOptions): Promise<CollectedAnswers> {
  const { columns } = table.header;
  const where = options.where && {
    index: findColumn(columns, options.where.column, file),
    value: plainText(options.where.value),
  };
  const size = Math.min(sampleRows, Math.max(100, Math.floor(sampleCells / columns.length)));
  const lines = new NumberList();
  const sample: string[][] = [];
  let kept: ReturnType<typeof keptColumns> | undefined;
  let decided: Pick<CollectedAnswers, 'profiles' | 'layout'> | undefined;
  let filteredOut = 0;
  const otherValues = new Set<string>();
  const decide = () => {
    const profiles = profileColumns(columns, sample);
    const layout = layOut(profiles, columns, file, options);
    kept = keptColumns(layout);
    for (const row of sample) keep(kept, row);
    sample.length = 0;
    table.keepOnly([...kept.map(({ index }) => index), ...(where ? [where.index] : [])]);
    decided = { profiles, layout };
    return decided;
  };
  for await (const batch of table.batches()) {
    for (const [index, row] of batch.rows.entries()) {
      if (isBlankRow(row)) continue;
      const met = where && plainText(row[where.index] ?? '');
      if (met !== where?.value) {
        filteredOut += 1;
        // A copy: a slice would keep its whole chunk of the file in memory.
        if (met && otherValues.size < namedValues && !otherValues.has(met))
          otherValues.add(Buffer.from(met).toString());
        continue;
      }
      lines.push(batch.lines[index] as number);
      if (kept) keep(kept, row);
      else if (sample.push(row) >= size) decide();
    }
  }
  return { ...(decided ?? decide()), lines, filteredOut, otherValues: [...otherValues] };
}

function keep(kept: ReturnType<typeof keptColumns>, row: readonly string[]): void {
  for (let at = 0; at < kept.length; at += 1) {
    const { index, column } = kept[at] as (typeof kept)[number];
    column.add(row[index] ?? '');
  }
}
