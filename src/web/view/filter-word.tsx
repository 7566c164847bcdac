import { type ReactNode, useEffect, useId, useRef, useState } from 'react';

export interface Panel {
  readonly close: () => void;
  /** Whether a change goes into the step at hand: the first one in an open panel is a step that "back" takes back. */
  readonly replace: () => boolean;
}

/** A word of the filter sentence that opens what it can be changed to. Escape and a step outside close it. */
export function FilterWord(props: {
  readonly text: string;
  /** What is filtered, for who hears the word alone. */
  readonly label: string;
  readonly children: (panel: Panel) => ReactNode;
}): ReactNode {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useId();
  const stepped = useRef(false);
  useEffect(() => {
    stepped.current = false;
    if (!open) return;
    place.current?.querySelector<HTMLElement>('input:checked, select, input, button:not(.word)')?.focus();
    const outside = (event: Event) => {
      if (!place.current?.contains(event.target as Node)) setOpen(false);
    };
    const onEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    document.addEventListener('keydown', onEscape);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
      document.removeEventListener('keydown', onEscape);
    };
  }, [open]);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const replace = () => {
    const further = stepped.current;
    stepped.current = true;
    return further;
  };
  return (
    <span className="word-place" ref={place}>
      <button
        type="button"
        ref={button}
        className="word"
        aria-expanded={open}
        aria-controls={open ? panel : undefined}
        aria-label={`${props.label}: ${props.text}`}
        onClick={() => setOpen(!open)}
      >
        {props.text}
      </button>
      {open && (
        <span className="word-panel" id={panel}>
          {props.children({ close, replace })}
        </span>
      )}
    </span>
  );
}

export interface Option {
  readonly value: string;
  readonly text: string;
}

/** One of several: a choice is taken at once. */
export function OneOf(props: {
  readonly legend: string;
  readonly options: readonly Option[];
  readonly value: string;
  readonly onChoose: (value: string) => void;
}): ReactNode {
  const name = useId();
  return (
    <fieldset className="options">
      <legend>{props.legend}</legend>
      {props.options.map(({ value, text }) => (
        <label key={value}>
          <input type="radio" name={name} checked={value === props.value} onChange={() => props.onChoose(value)} />{' '}
          {text}
        </label>
      ))}
    </fieldset>
  );
}

/** From so many choices on a list can be searched. */
const searchFrom = 13;

/** Any of several; none chosen is all. */
export function AnyOf(props: {
  readonly legend: string;
  readonly all: string;
  readonly search: string;
  readonly options: readonly Option[];
  readonly values: readonly string[];
  readonly onChoose: (values: readonly string[]) => void;
}): ReactNode {
  const { options, values, onChoose } = props;
  const [sought, setSought] = useState('');
  const shown = options.filter(({ text }) => text.toLowerCase().includes(sought.toLowerCase()));
  const toggle = (value: string, on: boolean) =>
    onChoose(on ? [...values, value] : values.filter((other) => other !== value));
  return (
    <fieldset className="options">
      <legend>{props.legend}</legend>
      <label>
        <input type="checkbox" checked={values.length === 0} onChange={() => onChoose([])} /> {props.all}
      </label>
      {options.length >= searchFrom && (
        <input
          type="search"
          className="options-search"
          aria-label={props.search}
          placeholder={props.search}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
      )}
      <span className="options-list">
        {shown.map(({ value, text }) => (
          <label key={value}>
            <input
              type="checkbox"
              checked={values.includes(value)}
              onChange={(event) => toggle(value, event.target.checked)}
            />{' '}
            {text}
          </label>
        ))}
      </span>
    </fieldset>
  );
}
