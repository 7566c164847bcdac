import { type ReactNode, useId, useState } from 'react';
import type { RulesPart } from '../../fielding/index.ts';
import { ChoiceField, TextField } from '../form/field.tsx';
import { useLanguage, useWords } from '../language.tsx';
import type { Json } from './asking-api.ts';
import { askingWords } from './asking-words.ts';
import type { RuleField } from './asking-words-shape.ts';
import { listFrom, numberFrom } from './rules-draft.ts';
import { useRules } from './use-rules.tsx';

/** A group of rules under its name, with the sentence that they mean as they stand. */
export function RuleGroup(props: { readonly part: RulesPart; readonly children: ReactNode }): ReactNode {
  const { part, children } = props;
  const words = useWords(askingWords);
  const { summary } = useRules();
  const sentence = summary?.sentences[part];
  return (
    <fieldset className="rule-group">
      <legend>{words.part[part]}</legend>
      {sentence && <p className="rule-sentence">{sentence}</p>}
      <div className="rule-fields">{children}</div>
    </fieldset>
  );
}

interface FieldProps {
  readonly field: string;
  readonly name: RuleField;
  /** Fields whose fault stands here too, such as that of a whole list. */
  readonly also?: string;
}

function useField({ field, name, also }: FieldProps) {
  const words = useWords(askingWords);
  const rules = useRules();
  const error =
    rules.faultAt(field) ?? (also !== undefined && rules.fault?.field === also ? rules.fault.text : undefined);
  return { rules, value: rules.read(field), label: words.field[name], hint: words.hint[name], error };
}

/** Text that is kept as it is typed, while the rules hold what it means. */
function useTyped(
  value: Json | undefined,
  textOf: (value: Json | undefined) => string,
  meaning: (text: string) => Json | undefined,
) {
  const [typed, setTyped] = useState<string>();
  const shown = typed !== undefined && same(meaning(typed), value) ? typed : textOf(value);
  return { shown, setTyped };
}

const same = (a: Json | undefined, b: Json | undefined) => JSON.stringify(a) === JSON.stringify(b);

/** A number; with `times` 100 a share as per cent. `empty` is what an empty field means where it is not the default. */
export function NumberRule(props: FieldProps & { readonly times?: number; readonly empty?: Json }): ReactNode {
  const { times = 1, empty, ...place } = props;
  const { rules, value, label, hint, error } = useField(place);
  const { language } = useLanguage();
  const meaning = (text: string) => numberFrom(text, times) ?? empty;
  const textOf = (held: Json | undefined) => {
    if (held === undefined || same(held, empty)) return '';
    if (typeof held !== 'number') return String(held);
    const number = String(Number((held * times).toPrecision(12)));
    return language === 'en' ? number : number.replace('.', ',');
  };
  const { shown, setTyped } = useTyped(value, textOf, meaning);
  return (
    <TextField
      label={label}
      hint={hint}
      error={error}
      inputMode="decimal"
      autoComplete="off"
      value={shown}
      onChange={(event) => {
        setTyped(event.target.value);
        rules.write(place.field, meaning(event.target.value));
      }}
    />
  );
}

/** A text, such as a time of the day. */
export function TextRule(props: FieldProps & { readonly placeholder?: string }): ReactNode {
  const { placeholder, ...place } = props;
  const { rules, value, label, hint, error } = useField(place);
  return (
    <TextField
      label={label}
      hint={hint}
      error={error}
      autoComplete="off"
      placeholder={placeholder}
      value={value === undefined ? '' : String(value)}
      onChange={(event) => rules.write(place.field, event.target.value === '' ? undefined : event.target.value)}
    />
  );
}

/** Texts or numbers parted by commas. */
export function ListRule(props: FieldProps & { readonly numbers?: boolean }): ReactNode {
  const { numbers = false, ...place } = props;
  const { rules, value, label, hint, error } = useField(place);
  const meaning = (text: string): Json | undefined => {
    const items = listFrom(text);
    return numbers ? items?.map((item) => numberFrom(item) ?? item) : items;
  };
  const textOf = (held: Json | undefined) => (Array.isArray(held) ? held.join(', ') : String(held ?? ''));
  const { shown, setTyped } = useTyped(value, textOf, meaning);
  return (
    <TextField
      label={label}
      hint={hint}
      error={error}
      autoComplete="off"
      value={shown}
      onChange={(event) => {
        setTyped(event.target.value);
        rules.write(place.field, meaning(event.target.value));
      }}
    />
  );
}

interface Choice {
  readonly value: string;
  readonly text: string;
}

/** One of a few; a choice with the value '' stands for nothing. */
export function ChoiceRule(props: FieldProps & { readonly choices: readonly Choice[] }): ReactNode {
  const { choices, ...place } = props;
  const { rules, value, label, hint, error } = useField(place);
  return (
    <ChoiceField
      label={label}
      hint={hint}
      error={error}
      value={value === undefined ? '' : String(value)}
      choices={choices}
      onChange={(chosen) => rules.write(place.field, chosen === '' ? undefined : chosen)}
    />
  );
}

/** Some of a few, in the order in which they were chosen, or in their own. */
export function ChecksRule(
  props: FieldProps & {
    readonly choices: readonly Choice[];
    /** Whether the first chosen counts first. */
    readonly isOrdered?: boolean;
    /** What none chosen means: nothing said, or nobody. */
    readonly none?: Json;
  },
): ReactNode {
  const { choices, isOrdered = false, none, ...place } = props;
  const { rules, value, label, hint, error } = useField(place);
  const id = useId();
  const chosen = Array.isArray(value) ? (value as string[]) : [];
  const toggle = (one: string, isOn: boolean) => {
    const next = isOn ? [...chosen, one] : chosen.filter((other) => other !== one);
    const listed = isOrdered ? next : choices.map((choice) => choice.value).filter((other) => next.includes(other));
    // What is not among the choices stays: it came by the JSON.
    const others = next.filter((other) => !listed.includes(other));
    const all = [...listed, ...others];
    rules.write(place.field, all.length === 0 ? none : all);
  };
  return (
    <fieldset
      className={error ? 'options asking-choices ask-wrong' : 'options asking-choices'}
      aria-describedby={hint || error ? `${id}-note` : undefined}
    >
      <legend>{label}</legend>
      {(hint || error) && (
        <p id={`${id}-note`} className={error ? 'ask-error' : 'ask-hint'}>
          {error ?? hint}
        </p>
      )}
      <div className="check-row">
        {choices.map(({ value: one, text }) => (
          <label key={one}>
            <input
              type="checkbox"
              aria-invalid={error ? true : undefined}
              checked={chosen.includes(one)}
              onChange={(event) => toggle(one, event.target.checked)}
            />{' '}
            {text}
            {isOrdered && chosen.includes(one) && chosen.length > 1 && (
              <span className="check-place"> {chosen.indexOf(one) + 1}</span>
            )}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Rows of one kind that are added and taken away. */
export function RowsRule(props: {
  readonly field: string;
  readonly what: string;
  readonly add: string;
  readonly fresh: Json;
  readonly least?: number;
  readonly row: (field: string, index: number) => ReactNode;
}): ReactNode {
  const { field, what, add, fresh, least = 0, row } = props;
  const words = useWords(askingWords);
  const { read, write, fault } = useRules();
  const value = read(field);
  const rows = Array.isArray(value) ? value : [];
  const error = fault?.field === field ? fault.text : undefined;
  return (
    <div className="rule-rows">
      {error && (
        <p className="ask-error" role="alert">
          {error}
        </p>
      )}
      {rows.map((_, index) => {
        const name = words.numbered(what, index + 1);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity and keep no state of their own
          <fieldset key={index} className="rule-row">
            <legend>{name}</legend>
            <div className="rule-fields">{row(`${field}.${index}`, index)}</div>
            {rows.length > least && (
              <button type="button" className="link" onClick={() => write(`${field}.${index}`, undefined)}>
                {words.remove(name)}
              </button>
            )}
          </fieldset>
        );
      })}
      <button type="button" className="button" onClick={() => write(`${field}.${rows.length}`, fresh)}>
        {add}
      </button>
    </div>
  );
}
