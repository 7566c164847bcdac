import type { ReactNode } from 'react';
import type { RulesSection } from '../present/index.ts';
import { StatusSign } from './signs.tsx';

const statusClass = { fail: ' status-fail', warn: ' status-warn', pass: '', 'not measurable': '' } as const;

/** The rules, worst first; what cannot be measured is tight and muted and says what is missing. */
export function RulesTable({ rules }: { readonly rules: RulesSection }): ReactNode {
  const firstRest = rules.rows.findIndex(({ status }) => status === 'not measurable');
  return (
    <table className="rules">
      <thead>
        <tr>
          {rules.head.map((text) => (
            <th key={text} scope="col">
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rules.rows.map(({ id, status, statusWord, name, evidence }, index) => {
          const rest = status === 'not measurable';
          const rowClass = rest ? `rest${index === firstRest ? ' first' : ''}` : undefined;
          return (
            <tr key={id} className={rowClass}>
              <td>
                <span className={`status${statusClass[status]}`}>
                  <StatusSign status={status} />
                  <span className={rest && index > firstRest ? 'unseen' : undefined}>{statusWord}</span>
                </span>
              </td>
              <th scope="row">{name}</th>
              <td>{evidence}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
