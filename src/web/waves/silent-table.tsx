import type { ReactNode } from 'react';
import { numberText, percentText, visibleText } from '../../present/index.ts';
import { useLanguage, useWords } from '../language.tsx';
import type { Silence, SilentCount } from './waves-api.ts';
import { wavesWords } from './waves-words.ts';
import { WideTable } from './wide-table.tsx';

/** Accounts of which nobody who pays or decides can be heard: how many and why, and the largest by name. */
export function SilentTable(props: {
  readonly silent: readonly SilentCount[];
  readonly named: readonly { readonly id: string; readonly name: string; readonly why: Silence }[];
}): ReactNode {
  const { silent, named } = props;
  const words = useWords(wavesWords);
  const { language } = useLanguage();
  if (silent.length === 0) return <p className="small">{words.silentNone}</p>;
  const hasRevenue = silent.some(({ revenue }) => revenue !== undefined);
  return (
    <>
      <WideTable name={words.silentHead.why}>
        <caption className="unseen">{words.silentTitle}</caption>
        <thead>
          <tr>
            <th scope="col">{words.silentHead.why}</th>
            <th scope="col" className="number">
              {words.silentHead.accounts}
            </th>
            {hasRevenue && (
              <th scope="col" className="number">
                {words.silentHead.revenue}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {silent.map(({ why, accounts, revenue }) => (
            <tr key={why}>
              <th scope="row">{words.silence[why]}</th>
              <td className="number">{numberText(accounts, 0, language)}</td>
              {hasRevenue && (
                <td className="number">{revenue === undefined ? '–' : percentText(revenue, 1, language)}</td>
              )}
            </tr>
          ))}
        </tbody>
      </WideTable>
      {named.length > 0 && (
        <details className="wave-named">
          <summary>{words.silentLargest}</summary>
          <ul className="plain-list">
            {named.map(({ id, name, why }) => (
              <li key={id}>
                {visibleText(name)} <span className="small">{words.silence[why]}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
