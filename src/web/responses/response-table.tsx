import type { ReactNode } from 'react';
import type { ResponseRow } from '../../overview/index.ts';
import {
  dateText,
  dimensionName,
  type Language,
  metricNames,
  numberText,
  personName,
  visibleText,
} from '../../present/index.ts';
import { useLanguage, useWords } from '../language.tsx';
import { responsesWords } from './responses-words.ts';

/** The rows: a table on a desk, cards on a phone. */
export function ResponseTable({ rows }: { readonly rows: readonly ResponseRow[] }): ReactNode {
  const words = useWords(responsesWords);
  if (rows.length === 0) return null;
  return (
    <table className="responses">
      <caption className="unseen">{words.title}</caption>
      <thead>
        <tr>
          <th scope="col">{words.head.day}</th>
          <th scope="col" className="number">
            {words.head.score}
          </th>
          <th scope="col">{words.head.said}</th>
          <th scope="col">{words.head.where}</th>
          <th scope="col">{words.head.who}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Response key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Response({ row }: { readonly row: ResponseRow }): ReactNode {
  const { language } = useLanguage();
  const words = useWords(responsesWords);
  const others = row.scores.filter(({ score, metric }) => !(score === row.score && metric === undefined)).slice(0, 4);
  const where = [
    row.touchpoint && dimensionName('touchpoint', row.touchpoint, language),
    row.unit && dimensionName('unit', row.unit, language),
    row.channel && dimensionName('channel', { key: row.channel, name: row.channel }, language),
  ].filter(Boolean);
  const { contact, account } = row;
  const person = contact && (contact.name || contact.email);
  return (
    <tr>
      <th scope="row">{dateText(row.day, language)}</th>
      <td className="number response-score">{row.score === undefined ? '–' : scoreText(row.score, language)}</td>
      <td className="response-said">
        {row.comments.length === 0 && <span className="small">{words.noComment}</span>}
        {row.comments.map(({ question, text }) => (
          <p key={question}>{visibleText(text.replace(/\s+/g, ' '))}</p>
        ))}
        {others.length > 1 && (
          <p className="small">
            {others
              .map(
                ({ metric, question, score, max }) =>
                  `${named(metric, question, language)} ${scoreText(score, language)}/${max}`,
              )
              .join(' · ')}
          </p>
        )}
      </td>
      <td className="response-where">
        {where[0] ?? '–'}
        {where.length > 1 && <small>{where.slice(1).join(' · ')}</small>}
      </td>
      <td className="response-who">
        {account ? visibleText(account.name) : person ? visibleText(person) : words.anonymous}
        <small>
          {[
            account && person && visibleText(person),
            row.role && personName(row.role, language),
            row.segment && visibleText(row.segment),
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </td>
    </tr>
  );
}

const scoreText = (score: number, language: Language) => numberText(score, Number.isInteger(score) ? 0 : 1, language);

function named(metric: string | undefined, question: string, language: Language): string {
  const names: Readonly<Record<string, string>> = metricNames[language];
  return (metric !== undefined && names[metric]) || visibleText(question);
}
