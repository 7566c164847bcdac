import { type ReactNode, useId, useState } from 'react';
import { useWords } from '../language.tsx';
import { placeWords } from './place-words.ts';

/** An address or a line that is carried elsewhere. */
export function CopiedText(props: {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
}): ReactNode {
  const words = useWords(placeWords);
  const [copied, setCopied] = useState(false);
  const id = useId();
  // Without a clipboard (plain HTTP from another machine) the text is there to be marked and copied by hand.
  const copy = () =>
    navigator.clipboard?.writeText(props.value).then(
      () => setCopied(true),
      () => undefined,
    );
  return (
    <div className="copied-text">
      <label htmlFor={id}>{props.label}</label>
      {props.hint && <p className="ask-hint">{props.hint}</p>}
      <div className="once-value">
        <input id={id} readOnly dir="ltr" value={props.value} onFocus={(event) => event.target.select()} />
        <button
          type="button"
          className="button"
          aria-label={`${copied ? words.copied : words.copy}: ${props.label}`}
          onClick={() => void copy()}
        >
          {copied ? words.copied : words.copy}
        </button>
      </div>
    </div>
  );
}
