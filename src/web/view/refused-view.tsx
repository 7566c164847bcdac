import type { ReactNode } from 'react';
import { errorText, type ToldError } from '../../present/index.ts';
import { useLanguage, useWords } from '../language.tsx';
import { filterWords } from './filter-words.ts';

/** An address that asks for what cannot be: what is wrong with it, and the way out. */
export function RefusedView(props: { readonly error: ToldError | undefined; readonly onUsual: () => void }): ReactNode {
  const { language } = useLanguage();
  const words = useWords(filterWords);
  const told = props.error && errorText(props.error, language);
  return (
    <section role="alert">
      <h1>{words.brokenBefore}</h1>
      {told && (
        <>
          <p className="answer">{told.happened}</p>
          <ul className="particulars">
            {told.particulars.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      <div className="buttons">
        <button type="button" className="button button-strong" onClick={props.onUsual}>
          {words.showUsual}
        </button>
        {told && <span className="small">{told.code}</span>}
      </div>
    </section>
  );
}
