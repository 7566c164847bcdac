import type { ReactNode } from 'react';
import type { Cell, Table } from '../present/index.ts';
import { VerdictWord } from './sentence-text.tsx';

function CellText({ cell }: { readonly cell: Cell }): ReactNode {
  return typeof cell === 'string' ? cell : <VerdictWord phrase={cell} />;
}

/** A table of the report: heads of columns and rows named, figures set to the right. */
export function DataTable({ table }: { readonly table: Table }): ReactNode {
  return (
    <table>
      <caption className="unseen">{table.caption}</caption>
      <thead>
        <tr>
          {table.head.map(({ text, numeric }) => (
            <th key={text} scope="col" className={numeric ? 'number' : undefined}>
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(({ cells, strong }) => {
          const [name, ...values] = cells;
          return (
            <tr key={String(name)} className={strong ? 'strong' : undefined}>
              <th scope="row">{name === undefined ? '' : <CellText cell={name} />}</th>
              {values.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its column
                <td key={index} className={table.head[index + 1]?.numeric ? 'number' : undefined}>
                  <CellText cell={cell} />
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** A table behind its summary, for the figures of a picture. */
export function HiddenTable({ summary, table }: { readonly summary: string; readonly table: Table }): ReactNode {
  return (
    <details>
      <summary>{summary}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="scroll" aria-label={table.caption} tabIndex={0}>
        <DataTable table={table} />
      </section>
    </details>
  );
}
