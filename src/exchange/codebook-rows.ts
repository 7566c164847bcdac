import type { Codebook, CodebookColumn } from './codebook.ts';

/** The codebook as a table of texts, for the sheet of a workbook: a header, one row a column, then what holds for all. */
export function codebookRows(codebook: Codebook): readonly (readonly string[])[] {
  const head = ['column', 'kind', 'label', 'scale', 'values', 'metric', 'definition', 'survey', 'question', 'versions'];
  const { workspace, timeZone, exportedAt, view, rows, missing, engine } = codebook;
  const notes = Object.entries({ workspace, timeZone, exportedAt, view: view || 'all answers', rows, missing, engine });
  return [
    head,
    ...codebook.columns.map(columnRow),
    head.map(() => ''),
    ...notes.map(([name, value]) => [name, '', value, ...head.slice(3).map(() => '')]),
  ];
}

function columnRow({ name, kind, label, scale, values = [], metric, question }: CodebookColumn): readonly string[] {
  return [
    name,
    kind,
    label,
    scale ? `${scale.minimum} to ${scale.maximum}` : '',
    values.map(({ value, label: text }) => `${value} = ${text}`).join('; '),
    metric?.id ?? '',
    metric?.definition ?? '',
    question?.survey ?? '',
    question?.key ?? '',
    question?.versions.join(', ') ?? '',
  ];
}
