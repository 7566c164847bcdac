import { type ReactNode, useEffect, useRef } from 'react';
import { errorText, type Language, type ToldError } from '../../present/index.ts';
import type { PageWords } from './page-words.ts';

/** What happened, what was not lost, what to do, and the code. The controls that mend it stand below. */
export function ErrorCard(props: {
  readonly error: ToldError;
  readonly fileName: string | undefined;
  readonly language: Language;
  readonly words: PageWords;
  readonly onAgain: () => void;
  readonly onBack?: () => void;
  readonly children?: ReactNode;
}): ReactNode {
  const told = errorText(props.error, props.language);
  const card = useRef<HTMLElement>(null);
  // The keyboard goes on from here: the controls that mend it are next.
  useEffect(() => card.current?.focus({ preventScroll: true }), []);
  return (
    <section ref={card} className="error" role="alert" aria-labelledby="error-title" tabIndex={-1}>
      {props.fileName && <p className="file">{props.fileName}</p>}
      <h1 id="error-title">{told.title}</h1>
      <p className="answer">{told.happened}</p>
      {told.particulars.length > 0 && (
        <ul className="particulars">
          {told.particulars.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <p className="remedy">{told.remedy}</p>
      {props.fileName && <p className="small">{told.kept}</p>}
      <div className="buttons">
        <button type="button" className="button" onClick={props.onAgain}>
          {props.words.tryAgain}
        </button>
        {props.onBack && (
          <button type="button" className="button" onClick={props.onBack}>
            {props.words.back}
          </button>
        )}
        <span className="small">{told.code}</span>
      </div>
      {props.children}
    </section>
  );
}
