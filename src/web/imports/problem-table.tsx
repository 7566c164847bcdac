import type { ReactNode } from 'react';
import { numberText, visibleText } from '../../present/index.ts';
import { useLanguage, useWords } from '../language.tsx';
import type { ProblemCount, RowProblem } from './import-api.ts';
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

/** The first rows that are not taken, each with what stood there. */
export function FirstProblems({ problems }: { readonly problems: readonly RowProblem[] }): ReactNode {
  const words = useWords(importWords);
  const { language } = useLanguage();
  const { line, column, value, reason } = words.problemHead;
  return (
    <details>
      <summary>{words.firstProblems}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="scroll" aria-label={words.firstProblems} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col" className="number">
                {line}
              </th>
              <th scope="col">{reason}</th>
              <th scope="col">{column}</th>
              <th scope="col">{value}</th>
            </tr>
          </thead>
          <tbody>
            {problems.map((problem, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the problems keep their order
              <tr key={index}>
                <td className="number">{numberText(problem.line, 0, language)}</td>
                <td>{words.reason[problem.reason] ?? problem.reason}</td>
                <td>{visibleText(problem.field)}</td>
                <td>{visibleText(problem.value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
