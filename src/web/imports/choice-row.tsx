import { type ReactNode, useId } from 'react';

export interface Choice {
  readonly value: string;
  readonly text: string;
}

/** One choice of several with its label, as a control of the browser's own. */
export function ChoiceRow(props: {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChoose: (value: string) => void;
}): ReactNode {
  const id = useId();
  const known = props.choices.some(({ value }) => value === props.value);
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      <select id={id} value={props.value} onChange={(event) => props.onChoose(event.target.value)}>
        {!known && <option value={props.value}>{props.value || '–'}</option>}
        {props.choices.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
