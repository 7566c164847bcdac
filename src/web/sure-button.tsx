import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useWords } from './language.tsx';
import { shellWords } from './shell/shell-words.ts';

/** A step that cannot be taken back asks once, in its place. */
export function SureButton(props: {
  readonly text: string;
  readonly label: string;
  readonly question: string;
  readonly busy?: boolean;
  readonly onSure: () => void;
}): ReactNode {
  const words = useWords(shellWords);
  const [asking, setAsking] = useState(false);
  const yes = useRef<HTMLButtonElement>(null);
  const ask = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  useEffect(() => {
    if (asking) yes.current?.focus();
    else if (wasAsking.current) ask.current?.focus();
    wasAsking.current = asking;
  }, [asking]);
  if (!asking) {
    return (
      <button type="button" ref={ask} className="link" aria-label={props.label} onClick={() => setAsking(true)}>
        {props.text}
      </button>
    );
  }
  const sure = () => {
    setAsking(false);
    props.onSure();
  };
  return (
    <fieldset
      className="sure"
      aria-label={props.question}
      onKeyDown={(event) => event.key === 'Escape' && setAsking(false)}
    >
      <span>{props.question}</span>{' '}
      <button type="button" ref={yes} className="button" aria-disabled={props.busy} onClick={sure}>
        {words.yes}
      </button>{' '}
      <button type="button" className="button" onClick={() => setAsking(false)}>
        {words.no}
      </button>
    </fieldset>
  );
}
