import { type InputHTMLAttributes, type ReactNode, useId } from 'react';

interface FieldFrame {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong with the value, said below it and to the ear. */
  readonly error?: string | undefined;
}

type TextFieldProps = FieldFrame & Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'className'>;

/** A question of a form: its words above, its fault below, both tied to the control. */
export function TextField({ label, hint, error, ...input }: TextFieldProps): ReactNode {
  const id = useId();
  return (
    <div className={error ? 'ask ask-wrong' : 'ask'}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="ask-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="ask-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <input
        id={id}
        {...input}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      />
    </div>
  );
}

export interface FieldChoice {
  readonly value: string;
  readonly text: string;
}

type ChoiceFieldProps = FieldFrame & {
  readonly name?: string;
  readonly value?: string;
  readonly defaultValue?: string;
  readonly disabled?: boolean;
  readonly choices: readonly FieldChoice[];
  readonly onChange?: (value: string) => void;
};

export function ChoiceField({ label, hint, error, choices, onChange, ...select }: ChoiceFieldProps): ReactNode {
  const id = useId();
  return (
    <div className={error ? 'ask ask-wrong' : 'ask'}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="ask-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="ask-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <select
        id={id}
        {...select}
        onChange={onChange && ((event) => onChange(event.target.value))}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      >
        {choices.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

function describedBy(id: string, hint?: string, error?: string): string | undefined {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
}
