import type { ReactNode } from 'react';
import { toldOf } from '../api/request.ts';
import { useWords } from '../language.tsx';
import { ChooseScore } from './choose-score.tsx';
import type { GivenMapping } from './import-api.ts';
import { importWords } from './import-words.ts';

/** What a file leaves open, asked where it was refused: without an answer there is nothing yet to correct. */
export function SettleFile(props: {
  readonly error: unknown;
  readonly given: GivenMapping;
  readonly onSettle: (given: GivenMapping) => void;
}): ReactNode {
  const { error, given, onSettle } = props;
  const words = useWords(importWords);
  const { code, details = {} } = toldOf(error);
  if (code === 'CND_DATE_AMBIGUOUS') {
    return (
      <fieldset className="kinds">
        <legend>{words.dateOrder}</legend>
        <div className="buttons">
          {(['dmy', 'mdy'] as const).map((dateOrder) => (
            <button key={dateOrder} type="button" className="button" onClick={() => onSettle({ ...given, dateOrder })}>
              {words.orders[dateOrder]}
            </button>
          ))}
        </div>
      </fieldset>
    );
  }
  if (code === 'CND_NO_SCORE_COLUMN') {
    const columns = [...new Set([...namesIn(details.candidates), ...namesIn(details.columns)])];
    if (columns.length === 0) return null;
    return <ChooseScore columns={columns} onChoose={(score) => onSettle({ ...given, scores: [score] })} />;
  }
  const columns = code === 'CND_NO_DATE_COLUMN' ? namesIn(details.columns) : [];
  if (columns.length === 0) return null;
  return (
    <fieldset className="kinds">
      <legend>{words.field.date}</legend>
      <div className="buttons">
        {columns.map((date) => (
          <button
            key={date}
            type="button"
            className="button"
            onClick={() => onSettle({ ...given, columns: { ...given.columns, date } })}
          >
            {date}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

const namesIn = (detail: unknown): string[] => (Array.isArray(detail) ? detail.map(String) : []);
