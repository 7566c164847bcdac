import type { ReactNode } from 'react';
import { numberText } from '../../present/index.ts';
import { useLanguage, useWords } from '../language.tsx';
import type { ProblemCount } from './import-api.ts';
import { importWords } from './import-words.ts';

/** What is not taken, by reason, with the line where each is met first. */
export function ProblemTable({ reasons }: { readonly reasons: readonly ProblemCount[] }): ReactNode {
  const words = useWords(importWords);
  const { language } = useLanguage();
  const count = (n: number) => numberText(n, 0, language);
  const [reasonHead, rowsHead, lineHead] = words.reasonHead;
  return (
    <table className="problems">
      <caption className="unseen">{words.reasons}</caption>
      <thead>
        <tr>
          <th scope="col">{reasonHead}</th>
          <th scope="col" className="number">
            {rowsHead}
          </th>
          <th scope="col" className="number">
            {lineHead}
          </th>
        </tr>
      </thead>
      <tbody>
        {[...reasons]
          .sort((a, b) => b.count - a.count)
          .map(({ reason, rejected, count: rows, firstLine }) => (
            <tr key={`${reason} ${rejected}`}>
              <th scope="row">
                {words.reason[reason] ?? reason}{' '}
                <span className="small">{rejected ? words.rejectedRow : words.leftOut}</span>
              </th>
              <td className="number">{count(rows)}</td>
              <td className="number">{count(firstLine)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
