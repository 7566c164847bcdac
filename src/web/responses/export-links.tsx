import type { ReactNode } from 'react';
import { printView, type View } from '../../view/index.ts';
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

/** The rows at hand in an open format, for those who may. */
export function ExportLinks({ view }: { readonly view: View }): ReactNode {
  const words = useWords(responsesWords);
  const { slug } = useWorkspace();
  const may = useMay();
  if (!may('export')) return null;
  const text = printView(view);
  return (
    <p className="links">
      <span className="small">{words.exportLead}</span>
      {formats.map(([format, name]) => (
        <a key={format} href={apiOf(slug, `/export?format=${format}${text ? `&${text}` : ''}`)} download>
          {name}
        </a>
      ))}
    </p>
  );
}
