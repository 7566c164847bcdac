import type { ReactNode } from 'react';
import { errorText } from '../present/index.ts';
import { toldOf } from './api/request.ts';
import { useLanguage, useWords } from './language.tsx';
import { shellWords } from './shell/shell-words.ts';

/** What went wrong where a page or a part of it should stand: what happened, what to do, the code. */
export function Failure(props: {
  readonly error: unknown;
  readonly onAgain?: () => void;
  readonly heading?: 'h1' | 'h2';
}): ReactNode {
  const { language } = useLanguage();
  const words = useWords(shellWords);
  const told = errorText(toldOf(props.error), language);
  const Heading = props.heading ?? 'h1';
  return (
    <section className="failure" role="alert">
      <Heading>{words.failed}</Heading>
      <p>{told.happened}</p>
      {told.particulars.length > 0 && (
        <ul className="particulars">
          {told.particulars.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <p className="remedy">{told.remedy}</p>
      <div className="buttons">
        {props.onAgain && (
          <button type="button" className="button" onClick={props.onAgain}>
            {words.tryAgain}
          </button>
        )}
        <span className="small">{told.code}</span>
      </div>
    </section>
  );
}
