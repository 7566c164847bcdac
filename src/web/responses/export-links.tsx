import type { ReactNode } from 'react';
import type { ResponsePage } from '../../overview/index.ts';
import { printView } from '../../view/index.ts';
import { useMay } from '../api/permission.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { useWords } from '../language.tsx';
import { responsesWords } from './responses-words.ts';

const formats = [
  ['csv', 'CSV'],
  ['xlsx', 'Excel'],
  ['sav', 'SPSS'],
  ['parquet', 'Parquet'],
  ['jsonl', 'JSON'],
] as const;

/** Exactly the rows that the page counts in an open format, for those who may. The days are those of the page. */
export function ExportLinks({ view, from, to }: ResponsePage): ReactNode {
  const words = useWords(responsesWords);
  const { slug } = useWorkspace();
  const may = useMay();
  if (!may('export')) return null;
  const text = printView({ ...view, from, to });
  return (
    <p className="links">
      <span className="small">{words.exportLead}</span>
      {formats.map(([format, name]) => (
        <a key={format} href={apiOf(slug, `/export?format=${format}&counted=true&${text}`)} download>
          {name}
        </a>
      ))}
    </p>
  );
}
