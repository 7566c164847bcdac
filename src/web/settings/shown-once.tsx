import { type ReactNode, useId, useState } from 'react';
import { useWords } from '../language.tsx';
import { settingsWords } from './settings-words.ts';

/** A secret that is shown once, ready to be copied. */
export function ShownOnce(props: { readonly label: string; readonly hint: string; readonly value: string }): ReactNode {
  const words = useWords(settingsWords);
  const [copied, setCopied] = useState(false);
  const id = useId();
  // Without a clipboard (plain HTTP from another machine) the text is there to be marked and copied by hand.
  const copy = () =>
    navigator.clipboard?.writeText(props.value).then(
      () => setCopied(true),
      () => undefined,
    );
  return (
    <div className="once" role="status">
      <label htmlFor={id}>{props.label}</label>
      <p className="ask-hint">{props.hint}</p>
      <div className="once-value">
        <input id={id} readOnly value={props.value} onFocus={(event) => event.target.select()} />
        <button type="button" className="button" onClick={() => void copy()}>
          {copied ? words.members.copied : words.members.copy}
        </button>
      </div>
    </div>
  );
}
